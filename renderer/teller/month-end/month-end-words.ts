/** The words of the month-end files. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const monthEndWords = {
  task: {
    monthEnd: { zh: '月末文件', en: 'Month-end' },
  },
  helpText: {
    monthEnd: {
      zh: '拖入或选择文件，程序先核对而不记账。被拒绝的行都有原因和更正办法。主管在此输入工号和密码同意后整个文件一次记账。回执文件交回医保部门或清算中心。',
      en: 'Drop or choose a file: it is checked first, nothing is booked. Every rejected line has its reason and remedy. A supervisor approves with code and password and the whole file is booked at once. The answer file goes back to the department or the clearing centre.',
    },
  },
  shortcut: {
    chooseFile: { zh: '选择文件', en: 'Choose a file' },
    saveAnswer: { zh: '保存回执文件', en: 'Save the answer file' },
    cancelOperation: { zh: '取消', en: 'Cancel' },
  },
  monthEnd: {
    title: { zh: '月末文件', en: 'Month-end files' },
    explain: {
      zh: '划入、清算、参保登记、定点机构文件都从这里进来。',
      en: 'Allocation, settlement, register and institutions files all come in here.',
    },
    drop: { zh: '把文件拖到这里，或', en: 'Drop a file here, or' },
    choose: { zh: '选择文件', en: 'Choose a file' },
    input: { zh: '月末文件', en: 'Month-end file' },
    stepFile: { zh: '文件', en: 'File' },
    stepCheck: { zh: '核对', en: 'Check' },
    stepSecond: { zh: '第二人', en: 'Second person' },
    stepPost: { zh: '记账', en: 'Posting' },
    stepAnswer: { zh: '回执', en: 'Answer' },
    receiving: { zh: '正在读入 {name}', en: 'Receiving {name}' },
    checking: { zh: '正在核对', en: 'Checking' },
    posting: { zh: '正在记账', en: 'Posting' },
    reading: { zh: '正在读取', en: 'Reading' },
    progress: { zh: '{done} / {total}', en: '{done} of {total}' },
    progressOpen: { zh: '已处理 {done}', en: '{done} done' },
    pace: { zh: '每秒 {rate} 行，还需 {time}', en: '{rate} lines a second, {time} left' },
    paceOpen: { zh: '每秒 {rate} 行', en: '{rate} lines a second' },
    cancel: { zh: '取消', en: 'Cancel' },
    cancelling: { zh: '正在取消…', en: 'Cancelling…' },
    kind: {
      allocation: { zh: '划入文件', en: 'Allocation file' },
      settlement: { zh: '清算文件', en: 'Settlement file' },
      register: { zh: '参保登记', en: 'Register' },
      institutions: { zh: '定点机构', en: 'Designated institutions' },
    },
    outcome: { zh: '核对结果', en: 'Outcome of the check' },
    posted: { zh: '记账结果', en: 'Outcome of posting' },
    file: { zh: '文件', en: 'File' },
    batch: { zh: '批次号', en: 'Batch' },
    declared: { zh: '申报', en: 'Declared' },
    accepted: { zh: '可入账', en: 'Can be posted' },
    acceptedPosted: { zh: '已入账', en: 'Posted' },
    rejected: { zh: '拒绝', en: 'Rejected' },
    amount: { zh: '金额（元）', en: 'Amount (yuan)' },
    net: { zh: '净额（元）', en: 'Net amount (yuan)' },
    added: { zh: '新增', en: 'Added' },
    updated: { zh: '更新', en: 'Updated' },
    refused: { zh: '不收', en: 'Refused' },
    count: { zh: '{count} 笔', en: '{count}' },
    lines: { zh: '{count} 行', en: '{count} lines' },
    declaredValue: { zh: '{count} 笔，{amount}', en: '{count} lines, {amount}' },
    declaredCount: { zh: '{count} 笔', en: '{count} lines' },
    fileRefused: { zh: '整个文件被拒绝，什么都没有记账。', en: 'The whole file is refused; nothing was booked.' },
    at: { zh: '第 {line} 行', en: 'Line {line}' },
    atColumn: { zh: '第 {line} 行第 {column} 列', en: 'Line {line}, column {column}' },
    rejectedTitle: { zh: '被拒绝的行', en: 'Rejected lines' },
    detailed: { zh: '{meaning}：{detail}', en: '{meaning}: {detail}' },
    notes: { zh: '文件注意事项', en: 'Noticed about the file' },
    rejectedCaption: { zh: '被拒绝的行，共 {count} 行', en: 'Rejected lines, {count} in all' },
    rejectedFirst: {
      zh: '显示前 {shown} 行；回执文件中有全部 {count} 行。',
      en: 'The first {shown} are shown; the answer file holds all {count}.',
    },
    noneRejected: { zh: '没有被拒绝的行。', en: 'No line is rejected.' },
    line: { zh: '行', en: 'Line' },
    id: { zh: '序号', en: 'No.' },
    card: { zh: '卡号', en: 'Card' },
    name: { zh: '姓名', en: 'Name' },
    amountText: { zh: '金额', en: 'Amount' },
    reason: { zh: '原因', en: 'Reason' },
    mend: { zh: '怎样更正', en: 'How to mend it' },
    load: { zh: '同意并导入', en: 'Approve and load' },
    secondExplain: {
      zh: '请主管或管理员核对上面的合计，输入自己的工号和密码。',
      en: 'A supervisor or administrator checks the sums above and enters code and password.',
    },
    approve: { zh: '同意并记账', en: 'Approve and post' },
    refusedDone: {
      zh: '已拒绝，什么都没有记账；双方姓名和理由已记录。',
      en: 'Refused; nothing was booked. Both names and the reason are on record.',
    },
    saveAnswer: { zh: '保存回执文件', en: 'Save the answer file' },
    answerSaved: { zh: '回执文件已保存：{fileName}。', en: 'Answer file saved: {fileName}.' },
    answerNotSaved: { zh: '没有保存：对话框已关闭。', en: 'Not saved: the dialog was closed.' },
    another: { zh: '另一个文件', en: 'Another file' },
    done: {
      zh: '{kind}已记账：{accepted} 笔入账，{rejected} 笔拒绝。',
      en: '{kind} posted: {accepted} lines booked, {rejected} rejected.',
    },
    loaded: {
      zh: '{kind}已导入：新增 {added}，更新 {updated}，不收 {refused}。',
      en: '{kind} loaded: {added} added, {updated} updated, {refused} refused.',
    },
    nothingToPost: { zh: '没有可入账的行。', en: 'There is no line to post.' },
    sendAgain: { zh: '重新读入文件', en: 'Receive the file again' },
    batches: { zh: '已记账的批次', en: 'Posted batches' },
    batchesCaption: { zh: '已记账的批次和被拒绝的行数', en: 'Posted batches and their rejected lines' },
    noBatches: { zh: '还没有记过账的文件。', en: 'No file has been posted yet.' },
    businessDate: { zh: '营业日', en: 'Business day' },
    postedAt: { zh: '记账时间', en: 'Posted at' },
    by: { zh: '经办 / 授权', en: 'Clerk / second' },
    kindColumn: { zh: '种类', en: 'Kind' },
    showRejected: {
      zh: '查看批次 {batch} 被拒绝的 {count} 行',
      en: 'Show the {count} rejected lines of batch {batch}',
    },
    rejectedOf: { zh: '批次 {batch} 被拒绝的行', en: 'Rejected lines of batch {batch}' },
    back: { zh: '返回批次', en: 'Back to the batches' },
  },
  final: {
    load: {
      zh: '将导入整个网点的{kind}：新增 {added}，更新 {updated}，不能撤回。',
      en: 'The whole office is changed: {kind}, {added} new, {updated} known; it cannot be taken back.',
    },
    file: {
      zh: '将为整个网点入账：{kind} {batch}，{count} 笔，金额 {amount} 元，不能撤回。',
      en: 'The whole office is posted: {kind} {batch}, {count} lines, {amount} yuan; it cannot be taken back.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    monthEnd: typeof monthEndWords;
  }
}
