/** Help for the card's PIN and the telephone password. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const pinHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '持卡人本人（未满 16 周岁为监护人）在场并已识别，按 {taskPin}。事项已按密码状态选好，可按 {pinChoice} 至 {pinChoiceLast} 改选。',
        en: 'With the holder here in person (under 16, the guardian) and a visit open, press {taskPin}. The service is preselected from the state of the password; {pinChoice} to {pinChoiceLast} choose another.',
      },
    },
    {
      says: {
        zh: '首次设置、修改、电话密码：Enter，核对提示，再按 Enter 请持卡人输入。',
        en: 'First password, change, telephone password: press Enter, read the sentence, and press Enter again to ask the holder to enter it.',
      },
      at: 'secondPress',
    },
    {
      says: {
        zh: '忘记密码：Enter 后由主管核对本人和身份证，在此输入工号、密码授权，或按 {askInQueue} 送入授权队列。旧密码随即作废。',
        en: 'Forgotten password: after Enter, a supervisor checks the holder and the ID card and authorises here, or {askInQueue} sends the request to the queue. The old password becomes void at once.',
      },
      at: 'secondPerson',
    },
    {
      says: {
        zh: '持卡人在客户窗口输入：修改先输一次旧密码，新密码均输两次。每次限时 60 秒（参数 pinEntrySeconds）。{stepBack} 结束等待。',
        en: "The holder enters it at the customer's window: for a change the old password once, the new one always twice, with 60 seconds per entry (setting pinEntrySeconds). {stepBack} ends the wait.",
      },
      at: 'customerEntry',
    },
    {
      says: {
        zh: '完成后打印回单：{printPaper} 打印，{savePaper} 保存。',
        en: 'Then give the receipt: {printPaper} prints, {savePaper} saves.',
      },
      at: 'paper',
    },
  ],
  rules: [
    ruled(4, {
      zh: '密码为六位数字，由持卡人在客户窗口或键盘自行输入；柜员不得询问、代输，本窗口不显示任何一位。',
      en: 'Six digits, entered by the holder alone. A clerk neither asks for nor enters them, and this window shows none of them.',
    }),
    ruled(4, {
      zh: '不得用：六位相同、连续数字、出生日期、证件号码或手机号或卡号末六位、123456、原密码。',
      en: 'Not allowed: six equal digits, consecutive digits, the date of birth, the last six digits of the ID, phone or card number, 123456, the previous password.',
    }),
    ruled(4, {
      zh: '连续输错 3 次锁定（参数 pinTries），须办理忘记密码。',
      en: 'Three wrong attempts in a row lock it (setting pinTries); it must then be reset as a forgotten password.',
    }),
    ruled(1, {
      zh: '忘记密码只在网点由本人办理：先密码挂失，再设置新密码。代办人不得办理。',
      en: 'A forgotten password is reset at an office, in person only: the old one is reported lost, then a new one is set. An agent may do neither.',
    }),
    ruled(5, {
      zh: '密码挂失和重置须由经办以外的主管授权。',
      en: 'The loss report and the reset must be authorised by a second person.',
    }),
  ],
  faults: [
    {
      what: { zh: '新密码太弱、两次不一致', en: 'The new password is too weak, or the two entries differ' },
      cause: { zh: '屏幕写明是哪一条，不显示数字。', en: 'The screen says which rule applies; it shows no digits.' },
      kept: {
        zh: '原密码不变，屏幕写明还可输入几次。',
        en: 'The password is unchanged; the screen says how many attempts are left.',
      },
      cure: {
        zh: '请持卡人另选一个；用完次数的，重新请持卡人输入。',
        en: 'Ask the holder to choose another one. When no attempts are left, ask the holder again.',
      },
    },
    {
      what: { zh: '旧密码连续三次输错，已锁定', en: 'The old password was wrong three times and is locked' },
      cause: { zh: '持卡人忘记了密码。', en: 'The holder has forgotten the password.' },
      kept: { zh: '账户不变；密码锁定，不能再修改。', en: 'The account is unchanged; the password is locked.' },
      cure: { zh: '按 Enter 改办忘记密码。', en: 'Press Enter to continue as a forgotten password.' },
    },
    { code: 'PIN_STATE', cause: { zh: '密码状态刚有变化。', en: 'The state of the password has just changed.' } },
    {
      code: 'PIN_RESET_WAITS',
      cause: {
        zh: '网点设有等待日（参数 pinResetWaitDays，默认 0）。',
        en: 'The office has set a waiting period (setting pinResetWaitDays, default 0).',
      },
    },
    { code: 'AGENT_MAY_NOT', cause: { zh: '当前是代办人。', en: 'An agent is at the counter.' } },
    {
      code: 'PIN_TASK_OPEN',
      cause: {
        zh: '客户窗口上一项输入还没有结束。',
        en: "An earlier entry at the customer's window has not ended yet.",
      },
    },
    { code: 'PIN_KEY_MISSING', cause: { zh: '密钥文件不在本机。', en: 'The key file is not on this computer.' } },
  ],
  near: ['visit', 'followUp', 'approvals'],
};
