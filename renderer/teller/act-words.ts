/** What each act of the journal is called, under the name by which it stands on record. */
import type { JournalAct } from '../../electron/contract/journal/journal-acts.ts';
import type { PairsOf } from '../shared/words/word-pairs.ts';

export const actWords = {
  visit: {
    open: { zh: '客户识别', en: 'Visit opened' },
    reveal: { zh: '查看完整信息', en: 'Full value shown' },
    openOfReport: { zh: '凭挂失编号识别客户', en: 'Visit by report number' },
    openWithoutCard: { zh: '无卡识别客户', en: 'Visit without the card' },
    finish: { zh: '办理结束', en: 'Visit finished' },
  },
  loss: {
    report: { zh: '挂失', en: 'Loss reported' },
    confirm: { zh: '口挂转书面挂失', en: 'Oral report confirmed in writing' },
    cancel: { zh: '解挂', en: 'Loss report cancelled' },
    takeBack: { zh: '撤销误挂', en: 'Loss report taken back' },
    reissue: { zh: '补卡', en: 'Card reissued' },
    addReference: { zh: '登记医保确认号', en: "Department's reference added" },
    correctReference: { zh: '更正医保确认号', en: "Department's reference corrected" },
    find: { zh: '查询挂失', en: 'Loss report looked up' },
    reportByTelephone: { zh: '电话挂失', en: 'Loss reported by telephone' },
  },
  pin: {
    first: { zh: '首次设置密码', en: 'First PIN set' },
    change: { zh: '修改密码', en: 'PIN changed' },
    reset: { zh: '密码重置', en: 'PIN reset' },
    telephone: { zh: '设置电话查询密码', en: 'Telephone password set' },
  },
  holder: {
    contact: { zh: '变更联系方式', en: 'Contact changed' },
    correct: { zh: '更正登记信息', en: 'Registered details corrected' },
    close: { zh: '销户', en: 'Account closed' },
  },
  entry: { correct: { zh: '账务更正', en: 'Entry corrected' } },
  balance: { byTelephone: { zh: '电话查询余额', en: 'Balance told by telephone' } },
  online: { endLogin: { zh: '注销网上登录', en: 'Online login ended' } },
  file: {
    post: { zh: '批量文件入账', en: 'File posted' },
    refuse: { zh: '批量文件退回', en: 'File rejected' },
    openAnswer: { zh: '保存回盘文件', en: 'Answer file saved' },
  },
  batchFile: { post: { zh: '批量文件入账', en: 'File posted' } },
  register: { load: { zh: '导入参保登记', en: 'Register loaded' } },
  registerFile: { load: { zh: '导入登记文件', en: 'Register file loaded' } },
  institutions: { load: { zh: '导入定点机构', en: 'Institutions loaded' } },
  intake: { end: { zh: '接收批量文件', en: 'File received' } },
  document: {
    print: { zh: '打印单据', en: 'Document printed' },
    reprint: { zh: '补打单据', en: 'Document reprinted' },
    save: { zh: '保存单据', en: 'Document saved' },
    exported: { zh: '保存单据', en: 'Document saved' },
  },
  print: {
    failed: { zh: '单据未打出', en: 'Document did not print' },
    issue: { zh: '打印单据', en: 'Document printed' },
    bytes: { zh: '取打印队列单据', en: 'Document taken from the queue' },
    settle: { zh: '登记打印结果', en: 'Print result noted' },
  },
  printQueue: { cancel: { zh: '取消打印', en: 'Printing cancelled' } },
  paper: {
    prepare: { zh: '制作单据', en: 'Document made' },
    ofReport: { zh: '查询挂失单据', en: 'Documents of a report looked up' },
    show: { zh: '预览单据', en: 'Document shown' },
  },
  statement: {
    draft: { zh: '预览对账单', en: 'Statement drafted' },
    prepare: { zh: '出具对账单', en: 'Statement made' },
  },
  customer: {
    beginTask: { zh: '客户窗口办理', en: "Step at the customer's window" },
    takeEntry: { zh: '客户输入密码', en: 'PIN entered by the customer' },
    takeAcknowledgement: { zh: '客户确认', en: 'Confirmed by the customer' },
    giveTime: { zh: '延长客户办理时间', en: 'More time for the customer' },
    endTask: { zh: '结束客户窗口办理', en: "Step at the customer's window ended" },
  },
  till: {
    close: { zh: '轧账', en: 'Till closed' },
    closeFor: { zh: '代为轧账', en: "Absent clerk's till closed" },
  },
  day: { close: { zh: '网点日终', en: 'Day closed' } },
} satisfies PairsOf<JournalAct>;
