/** Help for following up a loss report. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const followUpHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskFollowUp}。当前客户的挂失直接显示；其他的输入挂失编号（或扫描申请书的二维码）和身份证号码，Enter 查询。',
        en: 'Press {taskFollowUp}. Reports of the customer at the counter are shown automatically; for any other, type the report number (or scan the QR code) and the ID number, then Enter.',
      },
    },
    {
      says: {
        zh: '核对状态和办理记录；按 {followUpAction} 至 {followUpActionLast} 办理今天可办的，暂不能办的下面写明原因。',
        en: 'Check status and timeline; {followUpAction} to {followUpActionLast} carry out what can be done today. What stands in the way is stated below.',
      },
    },
    {
      says: {
        zh: '解除挂失：持卡人在客户窗口输入密码（从未设置密码的免）。',
        en: "Cancelling: the holder enters the password at the customer's window, if one has been set.",
      },
      at: 'customerEntry',
    },
    {
      says: {
        zh: '解除书面挂失、补卡、更正医保确认号、撤销误挂：主管在此授权，或按 {askInQueue} 送入授权队列。',
        en: 'Cancelling a written report, issuing a new card, correcting the department number and taking back a mistake: a supervisor authorises here, or {askInQueue} sends the request to the queue.',
      },
      at: 'secondPerson',
    },
    {
      says: {
        zh: '不须主管授权的，核对提示，再按 Enter。',
        en: 'Where no supervisor is needed, read the sentence and press Enter again.',
      },
      at: 'secondPress',
    },
    {
      says: {
        zh: '打印回单：{printPaper}。{reportPaper} 补打这份挂失最近的单据；查另一份按 {anotherReport}。',
        en: 'Print the receipt: {printPaper}. {reportPaper} reprints the latest document of the report; {anotherReport} looks up another report.',
      },
      at: 'paper',
    },
  ],
  rules: [
    ruled(3, {
      zh: '解除挂失须在补卡之前，由持卡人本人凭身份证和密码办理。',
      en: 'A report is cancelled before a new card is issued, by the holder in person with ID card and password.',
    }),
    ruled(3, {
      zh: '补卡自书面挂失日起满 7 个自然日办理（参数 reissueWaitDays）；账户不变，旧卡永久停用。',
      en: 'A new card can be issued once 7 calendar days have passed since the written report (setting reissueWaitDays); the account stays the same, the old card can never be used again.',
    }),
    ruled(3, {
      zh: '工本费标准 20.00 元、优惠 10.00 元、免收三档（参数 reissueFeeStandard、reissueFeeReduced、reissueFeeExempt），只登记，不扣账户。',
      en: 'The fee is 20.00, 10.00 or none (settings reissueFeeStandard, reissueFeeReduced, reissueFeeExempt). It is recorded, not taken from the account.',
    }),
    ruled(2, {
      zh: '代办人不得解除挂失、不得领新卡、不得设置密码。',
      en: 'An agent may not cancel a report, collect a new card or set a password.',
    }),
    ruled(3, {
      zh: '持有挂失编号和身份证号码的人可以查询进度。',
      en: 'Anyone with the report number and the ID number may ask how the report stands.',
    }),
  ],
  faults: [
    {
      code: 'LOSS_UNKNOWN',
      cause: {
        zh: '录入有误，或编号不是此人的；与证件不符一并计数。',
        en: "A typing error, or another person's number; it counts as a mismatch.",
      },
    },
    {
      code: 'REISSUE_TOO_EARLY',
      cause: { zh: '未到可补卡日。', en: 'The date for a new card has not come yet.' },
    },
    {
      code: 'CARD_TAKEN',
      cause: { zh: '新卡号已属于别的账户。', en: 'The new number already belongs to an account.' },
    },
    { code: 'LOSS_STATE', cause: { zh: '别的柜台刚办过。', en: 'Another counter has just dealt with it.' } },
    {
      code: 'PIN_REQUIRED',
      cause: {
        zh: '持卡人还没有在客户窗口验证密码。',
        en: "The holder has not yet entered the password at the customer's window.",
      },
    },
    {
      code: 'REFERENCE_TAKEN',
      cause: { zh: '已记过一个医保确认号。', en: 'A department number has already been recorded.' },
    },
  ],
  near: ['loss', 'pin', 'worklist', 'visit'],
};
