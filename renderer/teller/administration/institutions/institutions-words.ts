/** The words of the designated institutions. */
import type { WordPairs } from '../../../shared/words/word-pairs.ts';

export const institutionsWords = {
  institutions: {
    title: { zh: '定点机构', en: 'Institutions' },
    explain: {
      zh: '医保卡可以消费的医院和药店，及其终端。用 ↑ ↓ 选择。停止定点以后的消费不再入账，此前的消费和退货照常。',
      en: 'Hospitals and pharmacies at which the card pays, with their terminals. ↑ ↓ choose. Payments after a stop are refused; earlier ones, and whatever is given back, are settled as usual.',
    },
    empty: {
      zh: '还没有定点机构。按 {add} 增加，或在批量文件（{files}）导入名录。',
      en: 'There are no institutions yet. {add} adds one; {files} loads a list of them.',
    },
    noneFound: { zh: '没有查到。', en: 'None was found.' },
    search: { zh: '查找', en: 'Find' },
    searchField: { zh: '编号或名称', en: 'Number or name' },
    searchHint: { zh: '留空为全部', en: 'Leave empty for all' },
    find: { zh: '查找', en: 'Find' },
    pages: { zh: '定点机构各页', en: 'Pages of institutions' },
    code: { zh: '机构编号', en: 'Number' },
    codeHint: { zh: '与医保部门的名录一致', en: 'As in the list of the department' },
    name: { zh: '机构名称', en: 'Name' },
    type: { zh: '类型', en: 'Type' },
    types: { hospital: { zh: '医院', en: 'Hospital' }, pharmacy: { zh: '药店', en: 'Pharmacy' } },
    terminals: { zh: '终端', en: 'Terminals' },
    terminalsHint: { zh: '多个以“;”分隔', en: 'Separated by ;' },
    moreTerminals: { zh: '增加终端', en: 'More terminals' },
    moreHint: { zh: '不增加的留空；多个以“;”分隔', en: 'Empty for none; separated by ;' },
    state: { zh: '状态', en: 'State' },
    designated: { zh: '定点', en: 'Designated' },
    stoppedFrom: { zh: '{from} 起停止', en: 'Stopped from {from}' },
    ofTerminals: { zh: '{count} 台，停用 {stopped} 台', en: '{count}, {stopped} stopped' },
    chosenTerminals: { zh: '机构 {code} 的终端', en: 'Terminals of {code}' },
    add: { zh: '增加机构', en: 'Add an institution' },
    change: { zh: '更改', en: 'Change' },
    stop: { zh: '停止定点', en: 'Stop' },
    resume: { zh: '恢复定点', en: 'Resume' },
    addNow: { zh: '授权增加', en: 'Authorise and add' },
    changeNow: { zh: '授权更改', en: 'Authorise the change' },
    stopNow: { zh: '授权停止', en: 'Authorise and stop' },
    resumeNow: { zh: '授权恢复', en: 'Authorise and resume' },
    addSentence: {
      zh: '增加{type} {code}“{name}”，其终端上的消费从此可以入账。',
      en: '{type} {code} {name} is added; payments at its terminals are settled from now on.',
    },
    changeSentence: { zh: '机构 {code} 改为“{name}”（{type}）。', en: 'Institution {code} becomes {name} ({type}).' },
    changeAndAdd: {
      zh: '机构 {code} 改为“{name}”（{type}），增加终端 {terminals}。',
      en: 'Institution {code} becomes {name} ({type}) and gets the terminals {terminals}.',
    },
    nothingChanged: { zh: '没有改动。', en: 'Nothing is another.' },
    terminal: { zh: '终端号', en: 'Terminal' },
    terminalHint: { zh: '留空为整个机构', en: 'Empty for the whole institution' },
    terminalUnknown: { zh: '这个机构没有这台终端', en: 'The institution has no such terminal' },
    stopSentence: {
      zh: '从现在起，机构 {code}“{name}”的消费不再入账；此前的消费和以后的退货照常。可以恢复。',
      en: 'From now on payments at {code} {name} are refused; earlier ones and later refunds are settled as usual. It can be resumed.',
    },
    resumeSentence: {
      zh: '从现在起，机构 {code}“{name}”的消费重新入账；停止期间的消费仍不入账。',
      en: 'From now on payments at {code} {name} are settled again; those made during the stop stay refused.',
    },
    stopTerminalSentence: {
      zh: '从现在起，机构 {code}“{name}”终端 {terminal} 的消费不再入账；此前的消费和以后的退货照常。可以恢复。',
      en: 'From now on payments at terminal {terminal} of {code} {name} are refused; earlier ones and later refunds are settled as usual. It can be resumed.',
    },
    resumeTerminalSentence: {
      zh: '从现在起，机构 {code}“{name}”终端 {terminal} 的消费重新入账；停用期间的消费仍不入账。',
      en: 'From now on payments at terminal {terminal} of {code} {name} are settled again; those made during the stop stay refused.',
    },
    added: { zh: '机构 {code} 已增加。', en: 'Institution {code} has been added.' },
    changed: { zh: '机构 {code} 已更改。', en: 'Institution {code} has been changed.' },
    stopped: { zh: '机构 {code} 已停止；可以恢复。', en: 'Institution {code}: the stop has begun.' },
    resumed: { zh: '机构 {code} 已恢复。', en: 'Institution {code}: payments are settled again.' },
    stoppedTerminal: {
      zh: '机构 {code} 的终端 {terminal} 已停用；可以恢复。',
      en: 'Terminal {terminal} of {code}: the stop has begun.',
    },
    resumedTerminal: {
      zh: '机构 {code} 的终端 {terminal} 已恢复。',
      en: 'Terminal {terminal} of {code}: payments are settled again.',
    },
  },
} satisfies WordPairs;

declare module '../../../shared/words/word-lists.ts' {
  interface WordLists {
    institutions: typeof institutionsWords;
  }
}
