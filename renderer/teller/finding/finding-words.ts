/** The words of Ctrl+K, and of what it shows of a setting. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const findingWords = {
  palette: {
    title: { zh: '查找', en: 'Search' },
    placeholder: { zh: '业务、操作、参数、帮助或凭证编号', en: 'Task, action, setting, help or document number' },
    none: { zh: '没有找到。', en: 'No results.' },
    what: {
      zh: '可输入中文、拼音、拼音首字母或英文；也可输入凭证编号、验证码或挂失编号。',
      en: 'Type Chinese, pinyin, pinyin initials or English; or a document number, loss report number or verification code.',
    },
    hint: { zh: '↑ ↓ 选择，Enter 打开，Esc 返回', en: '↑ ↓ choose, Enter opens, Esc goes back' },
    count: { zh: '共 {count} 项', en: '{count} found' },
    kind: {
      paper: { zh: '凭证', en: 'paper' },
      task: { zh: '业务', en: 'task' },
      action: { zh: '操作', en: 'action' },
      help: { zh: '帮助', en: 'help' },
      setting: { zh: '参数', en: 'setting' },
    },
    needs: {
      visit: {
        zh: '现在没有客户；请先按 {key} 识别客户。',
        en: 'There is no customer: open a visit with {key} first.',
      },
      nobody: {
        zh: '当前客户还在办理；请先按 {key} 办理结束。',
        en: 'A customer is still being served: finish the visit with {key} first.',
      },
      typing: {
        zh: '客户正在客户窗口输入或核对；请等客户办完，或先结束等待。',
        en: "The customer is entering or reading something at the customer's window: wait until it is done, or stop waiting first.",
      },
    },
  },
  setting: {
    title: { zh: '参数', en: 'Setting' },
    name: { zh: '名称', en: 'Name' },
    meaning: { zh: '含义', en: 'Meaning' },
    value: { zh: '现值', en: 'Value' },
    standard: { zh: '默认值', en: 'Default' },
    source: { zh: '默认值的来源', en: 'Source of the default' },
    range: { zh: '可设范围', en: 'Range' },
    between: { zh: '{min} 至 {max}', en: '{min} to {max}' },
    characters: { zh: '{min} 至 {max} 个字符', en: '{min} to {max} characters' },
    empty: { zh: '（空白）', en: '(empty)' },
    changed: { zh: '最近更改', en: 'Last changed' },
    never: { zh: '未更改过，为默认值', en: 'never changed; default' },
    changedBy: { zh: '{at}，{by} 办理，{authorisedBy} 授权', en: '{at} by {by}, authorised by {authorisedBy}' },
    notAllowed: {
      zh: '账内存的是“{value}”，不在可设范围，按默认值执行。',
      en: 'The stored value "{value}" is not allowed, so the default is used.',
    },
    where: { zh: '在哪里更改', en: 'Where to change it' },
    byAdministrator: {
      zh: '由管理员在 {key} 系统管理的“参数”页更改，另一位有授权资格的人授权。',
      en: 'An administrator can change it on the settings page ({key}); another person authorises the change.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    finding: typeof findingWords;
  }
}
