/** Help for opening a visit. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const visitHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskVisit}。查验身份证，读卡或输入身份证号码；栏下随即显示校验结果、出生日期、年龄和性别。Enter 到下一栏。',
        en: 'Press {taskVisit}. Check the ID card, then read or type its number; the check, date of birth, age and sex appear below. Enter moves on.',
      },
    },
    {
      says: {
        zh: '读或输入医保卡号。卡已丢失的按 {cardLost}，改填登记的姓名和手机号。',
        en: 'Read or type the card number. If the card is lost, press {cardLost} and enter the name and phone number on file.',
      },
    },
    {
      says: {
        zh: '由他人代办的按 {agent}，登记代办人；未满 16 周岁的，登记监护人并查看户口簿。',
        en: '{agent} records an agent. For a holder under 16, record a guardian and check the household register.',
      },
    },
    {
      says: {
        zh: '办理联网核查，按 {networkCheck} 至 {networkCheckLast} 记下结果。姓名不符或号码不存在的，登记辅助证件。',
        en: '{networkCheck} to {networkCheckLast} record the result of the network check. If the name differs or the number is unknown, record a second document.',
      },
    },
    {
      says: {
        zh: 'Enter 开始办理；再按 Enter 进入最可能要办的业务。',
        en: 'Enter opens the visit; Enter again opens the task most likely to follow.',
      },
    },
    {
      says: {
        zh: '办完按 {finishVisit} 办理结束。无操作 15 分钟自行结束（参数 visitIdleMinutes）。',
        en: '{finishVisit} finishes the visit. After 15 minutes without activity it ends automatically (setting visitIdleMinutes).',
      },
    },
  ],
  rules: [
    ruled(2, {
      zh: '未经识别不得查看账户。身份证和医保卡均须出示，且属于同一人。',
      en: 'No account may be viewed without a visit. The ID card and the medical card must both be shown and belong to the same person.',
    }),
    ruled(2, {
      zh: '联网核查姓名不符或号码不存在，不因此拒绝办理，但须查看并登记辅助证件。',
      en: 'A name that differs or an unknown number is no reason to refuse, but a second document must be seen and recorded.',
    }),
    ruled(2, {
      zh: '代办人可以打印明细、挂失卡、查询余额；不得办理密码，不得解除挂失。',
      en: 'An agent may print a statement, report a card lost and ask the balance, but may not set a password or cancel a report.',
    }),
    {
      says: {
        zh: '卡号、证件号码、电话脱敏显示；按 {reveal} 填明理由，可显示一项 30 秒，记录在案。',
        en: 'Card, ID and phone numbers are masked. {reveal} shows one of them for 30 seconds; a reason is required and recorded.',
      },
      source: { zh: 'JR/T 0171-2020；业务规则第 2 节', en: 'JR/T 0171-2020; Rules, section 2' },
    },
    {
      says: { zh: '身份证号码按末位校验码核对。', en: 'An ID number is verified by its check character.' },
      source: { zh: 'GB 11643-1999', en: 'GB 11643-1999' },
    },
  ],
  faults: [
    {
      code: 'PAIR_MISMATCH',
      cause: {
        zh: '录入有误，或所持的卡、证不是一人。10 分钟内 5 次锁定柜员（参数 mismatchMinutes、mismatchLimit）。',
        en: 'A typing error, or the cards belong to different people. Five in ten minutes lock the clerk (settings mismatchLimit, mismatchMinutes).',
      },
    },
    {
      code: 'SECONDARY_DOCUMENT_REQUIRED',
      cause: {
        zh: '联网核查未一致，没有登记辅助证件。',
        en: 'The network check did not match, and no second document was recorded.',
      },
    },
    {
      code: 'GUARDIAN_REQUIRED',
      cause: { zh: '持卡人未满 16 周岁。', en: 'The holder is under 16.' },
    },
    {
      code: 'CARD_REPLACED',
      cause: { zh: '出示的是已补换的旧卡。', en: 'The card shown has been replaced by a new one.' },
    },
    {
      code: 'VISIT_ENDED',
      cause: { zh: '无操作已满时限，或已签退。', en: 'The visit was idle for too long, or the session ended.' },
    },
  ],
  near: ['statement', 'pin', 'loss', 'clerkLocked'],
};
