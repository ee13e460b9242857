/** What is said before there is an office, and when its books stay shut. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const firstRunWords = {
  firstRun: {
    title: { zh: '欢迎使用医保卡柜台', en: 'Welcome to Medicard Counter' },
    explain: { zh: '此电脑上还没有网点。请选择：', en: 'There is no office on this computer yet. Please choose:' },
    demo: { zh: '试用演示网点', en: 'Try the demo office' },
    demoExplain: {
      zh: '带 13 个月账目的样板网点，可任意操作练习。',
      en: 'A sample office with 13 months of books.',
    },
    setUp: { zh: '建立本网点', en: 'Set up this office' },
    setUpExplain: { zh: '填写网点和人员，生成密钥。', en: 'Enter the office and its staff; the keys are generated.' },
    join: { zh: '加入网点', en: 'Join an office' },
    joinExplain: { zh: '需要服务器地址和加入码。', en: 'Requires the server address and a joining code.' },
    restore: { zh: '从备份恢复', en: 'Restore from a backup' },
    restoreExplain: { zh: '需要备份文件和恢复单。', en: 'Requires the backup file and the recovery sheet.' },
    working: { zh: '正在准备，请稍候…', en: 'Preparing, please wait…' },
    workingDemo: {
      zh: '正在建立演示网点并记入 13 个月账目，约需几秒钟…',
      en: 'Creating the demo office and posting 13 months of entries; this takes a few seconds…',
    },
    back: { zh: '返回', en: 'Back' },
    officeStep: { zh: '网点', en: 'Office' },
    clerksStep: { zh: '人员', en: 'Staff' },
    sheetStep: { zh: '恢复单', en: 'Recovery sheet' },
    officeName: { zh: '网点名称', en: 'Office name' },
    officeCode: { zh: '网点代号', en: 'Office code' },
    officeCodeHint: { zh: '四位数字，印在凭证编号中', en: 'Four digits; part of every document number' },
    openingDate: { zh: '开业日期', en: 'Opening date' },
    openingDateHint: { zh: '例如 20260105；营业日从这一天开始', en: 'For example 20260105; the first business day' },
    next: { zh: '下一步', en: 'Next' },
    clerkN: { zh: '第 {n} 人', en: 'Person {n}' },
    clerkCode: { zh: '工号', en: 'Code' },
    clerkName: { zh: '姓名', en: 'Name' },
    clerkRole: { zh: '岗位', en: 'Role' },
    chooseRole: { zh: '请选择', en: 'Choose' },
    clerkPassword: { zh: '初始密码', en: 'Initial password' },
    clerkPasswordAgain: { zh: '再输一次', en: 'Repeat' },
    passwordHint: { zh: '至少 10 个字符', en: 'At least 10 characters' },
    addClerk: { zh: '再加一人', en: 'Add another person' },
    removeClerk: { zh: '删去第 {n} 人', en: 'Remove person {n}' },
    clerksExplain: {
      zh: '记账文件须由第二个人授权，且一人不在时业务不能停，因此至少要有两名主管或管理员（姓名不同）。',
      en: 'Posting files and other work must be authorised by a second person, and must not stop when one is away. At least two supervisors or administrators with different names are therefore required.',
    },
    codeForm: { zh: '须为四位数字，不含字母', en: 'Four digits only' },
    codeTwice: { zh: '工号重复', en: 'This code is used twice' },
    nameMissing: { zh: '请填写', en: 'Required' },
    passwordShort: { zh: '至少 10 个字符', en: 'At least 10 characters' },
    dateForm: { zh: '日期不存在，请按 年月日 填写', en: 'No such date; enter it as year, month, day' },
    needSupervisor: {
      zh: '至少要有两名主管或管理员，姓名不同。',
      en: 'At least two supervisors or administrators with different names are required.',
    },
    create: { zh: '建立网点', en: 'Set up the office' },
    sheetTitle: { zh: '恢复单', en: 'Recovery sheet' },
    sheetExplain: {
      zh: '恢复单上的恢复密钥是丢失电脑后打开账目的唯一办法。请现在打印或保存，与电脑分开保管。',
      en: 'The recovery key on this sheet is the only way to open the books if this computer is lost. Print or save it now and keep it elsewhere.',
    },
    sheetPrint: { zh: '打印恢复单', en: 'Print the sheet' },
    sheetSave: { zh: '保存恢复单', en: 'Save the sheet' },
    sheetPrinted: { zh: '恢复单已送打印。', en: 'The recovery sheet was sent to the printer.' },
    sheetSaved: { zh: '恢复单已保存：{fileName}。', en: 'The recovery sheet was saved: {fileName}.' },
    sheetNotSaved: { zh: '没有保存：对话框已关闭。', en: 'Not saved: the dialog was closed.' },
    sheetFirst: { zh: '请先打印或保存恢复单。', en: 'Print or save the recovery sheet first.' },
    toSignIn: { zh: '前往签到', en: 'Go to sign-in' },
    recoveryKey: { zh: '恢复密钥', en: 'Recovery key' },
    recoveryKeyHint: {
      zh: '按恢复单填写，空格和连字符可省略',
      en: 'As printed on the recovery sheet; spaces and hyphens are optional',
    },
    pinRecoveryKey: { zh: '密码密钥', en: 'PIN key' },
    pinRecoveryKeyHint: {
      zh: '恢复单上的第二个；没有它，除密码外一切照常',
      en: 'The second key on the sheet; without it, everything works except card passwords',
    },
    chooseBackup: { zh: '选择备份文件并恢复', en: 'Choose the backup and restore' },
    restored: { zh: '已经恢复', en: 'Restored' },
    restoredSentence: {
      zh: '网点 {code} {name} 已从备份恢复。这份备份截止 {madeAt}，此后办理的业务不在其中。',
      en: 'Office {code} {name} is back from its backup. The backup ends at {madeAt}; what was done later is not in it.',
    },
    restoredBehind: {
      zh: '按本机的存证，此后还有 {n} 条记录。',
      en: 'By the anchor on this computer {n} more records followed.',
    },
    restoredNext: {
      zh: '请先按单据、流水和批量文件核对此后的业务，再继续办理。',
      en: 'Check what followed by papers, receipts and month-end files before you go on.',
    },
    restoredGoOn: { zh: '继续，去签到', en: 'Go on to sign-in' },
    notRestored: { zh: '没有恢复：对话框已关闭。', en: 'Not restored: the dialog was closed.' },
  },
  openBehind: {
    title: { zh: '按现状打开账目', en: 'Open the books as they are' },
    explain: {
      zh: '仅在无法放回正确账目时使用。由两人以这份账目中的密码证明身份，其中一人须为主管或管理员。缺少的记录不会补回，打开一事留档。',
      en: 'Use this only if the correct books cannot be put back. Two people identify themselves with their passwords in these books; one of them must be a supervisor or an administrator. Missing records will not be restored, and the opening is recorded.',
    },
    first: { zh: '经办人工号', en: "First person's code" },
    firstPassword: { zh: '经办人密码', en: "First person's password" },
    second: { zh: '授权人工号', en: "Second person's code" },
    secondPassword: { zh: '授权人密码', en: "Second person's password" },
    submit: { zh: '核对', en: 'Check' },
    incomplete: {
      zh: '请输入两人的四位工号和密码，账目没有打开。',
      en: 'Enter both four-digit codes and both passwords. The books have not been opened.',
    },
    sentence: {
      zh: '柜员 {first} 与 {second} 将按现状打开账目：存证所知而账目中没有的记录不再补回，业务由此继续，两人姓名留档。',
      en: 'Clerks {first} and {second} will open the books as they are. Records known to the anchor but missing from the books will not be restored, and work continues from here. Both names are recorded.',
    },
    now: { zh: '按现状打开账目', en: 'Open the books as they are' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    firstRun: typeof firstRunWords;
  }
}
