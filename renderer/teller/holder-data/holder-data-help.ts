/** Help for what is changed about a holder. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const holderDataHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '持卡人本人（未满 16 周岁为监护人）在场并已识别，按 {taskHolderData}，再按 {holderDataAct} 至 {holderDataActLast} 选办理事项。',
        en: 'With the holder here in person (under 16, the guardian) and a visit open, press {taskHolderData}, then {holderDataAct} to {holderDataActLast} for what is to be done.',
      },
    },
    {
      says: {
        zh: '电话和地址：填写新的内容，Enter 请持卡人在客户窗口确认；持卡人按“正确”即生效，按“有误”不变。{stepBack} 结束等待。',
        en: "Phone and address: enter what is new; Enter asks the holder, who confirms it at the customer's window. Their yes changes it, their no changes nothing. {stepBack} ends the wait.",
      },
      at: 'customerEntry',
    },
    {
      says: {
        zh: '更正和销户：填写后由主管在此授权，或按 {askInQueue} 送入授权队列。',
        en: 'Correction and closing: a supervisor authorises here, or {askInQueue} sends the request to the queue.',
      },
      at: 'secondPerson',
    },
    {
      says: {
        zh: '办完打印回单：{printPaper} 打印，{savePaper} 保存。',
        en: 'Then give the receipt: {printPaper} prints, {savePaper} saves.',
      },
      at: 'paper',
    },
  ],
  rules: [
    ruled(2, {
      zh: '联系方式凭持卡人本人在客户窗口的确认更改；医保部门的登记文件也会更新，以后到的为准。',
      en: "Contact is changed on the holder's own confirmation at their window; the register updates it too, and the later one stands.",
    }),
    ruled(2, {
      zh: '姓名、证件号码、性别有误的，核对证件，由主管授权更正，原登记内容留档。',
      en: 'A wrong name, ID number or sex is corrected against a document before a second person; the old value stays on record.',
    }),
    ruled(2, {
      zh: '销户须余额为零，或有医保部门划付余额的文号；卡、密码和网上登录随之失效，历史保留。',
      en: "An account is closed at zero, or when the department's reference instructs the pay-out; card and logins end with it, its history stays.",
    }),
    ruled(2, { zh: '代办人不得办理其中任何一项。', en: 'An agent may do none of these.' }),
  ],
  faults: [
    { code: 'PHONE_INVALID', cause: { zh: '号码位数或格式不对。', en: 'The number has a wrong length or form.' } },
    {
      code: 'HOLDER_UNCHANGED',
      cause: { zh: '填写的与登记的相同。', en: 'What was entered is what is on file.' },
    },
    {
      code: 'ID_NUMBER_TAKEN',
      cause: { zh: '号码录错，或另一人登记错了。', en: 'The number was mistyped, or another holder has a wrong one.' },
    },
    { code: 'ACCOUNT_BALANCE', cause: { zh: '没有填写划付文号。', en: 'No reference for the pay-out was given.' } },
    { code: 'AGENT_MAY_NOT', cause: { zh: '当前是代办人。', en: 'An agent is at the counter.' } },
  ],
  near: ['visit', 'papers', 'approvals'],
};
