/** Help for the card's PIN and the telephone password. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const pinHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '持卡人本人（未满 16 周岁为监护人）在场并已识别，按 {taskPin}。事项已按密码状态选好，可按 {pinChoice} 至 {pinChoiceLast} 改选。',
        en: 'With the holder in person (under 16 the guardian) and a visit open, {taskPin}. The choice fits the state of the password; {pinChoice} to {pinChoiceLast} change it.',
      },
    },
    {
      says: {
        zh: '首次设置、修改、电话密码：Enter，看清将办的一句话，再按 Enter 请持卡人输入。',
        en: 'First, change, telephone: Enter, read the sentence, Enter again asks the holder to type.',
      },
      at: 'secondPress',
    },
    {
      says: {
        zh: '忘记密码：Enter 后由主管核对本人和身份证，在此输入工号、密码授权，或按 {askInQueue} 送入授权队列。旧密码随即作废。',
        en: 'Forgotten: after Enter a supervisor checks holder and ID card and authorises here, or {askInQueue} asks in the queue. The old password is void at once.',
      },
      at: 'secondPerson',
    },
    {
      says: {
        zh: '持卡人在客户窗口输入：修改先输一次旧密码，新密码均输两次。每次限时 60 秒（参数 pinEntrySeconds）。{stepBack} 结束等待。',
        en: "The holder types in the customer's window: the old password once for a change, the new one always twice, 60 seconds an entry (setting pinEntrySeconds). {stepBack} ends it.",
      },
      at: 'customerEntry',
    },
    {
      says: {
        zh: '完成后打印回单：{printPaper} 打印，{savePaper} 保存。',
        en: 'Then the receipt: {printPaper} prints, {savePaper} saves.',
      },
      at: 'paper',
    },
  ],
  rules: [
    ruled(4, {
      zh: '密码为六位数字，由持卡人在客户窗口或键盘自行输入；柜员不得询问、代输，本窗口不显示任何一位。',
      en: 'Six digits, typed by the holder alone; a clerk neither asks for nor types them, and this window shows none.',
    }),
    ruled(4, {
      zh: '不得用：六位相同、连续数字、出生日期、证件号码或手机号或卡号末六位、123456、原密码。',
      en: 'Refused: six equal digits, a run, the birth date, the last six of ID number, phone or card, 123456, the previous one.',
    }),
    ruled(4, {
      zh: '连续输错 3 次锁定（参数 pinTries），须办理忘记密码。',
      en: 'Three wrong tries lock it (setting pinTries); a reset lifts that.',
    }),
    ruled(1, {
      zh: '忘记密码只在网点由本人办理：先密码挂失，再设置新密码。代办人不得办理。',
      en: 'A forgotten password is reset at an office, in person: a loss report of the old one, then a new one. An agent does neither.',
    }),
    ruled(5, {
      zh: '密码挂失和重置须由经办以外的主管授权。',
      en: 'The loss report and the reset take a second person.',
    }),
  ],
  faults: [
    {
      what: { zh: '新密码太弱、两次不一致', en: 'Too weak, or the two differ' },
      cause: { zh: '屏幕写明是哪一条，不显示数字。', en: 'The screen says which rule, and no digit.' },
      kept: {
        zh: '原密码不变，屏幕写明还可输入几次。',
        en: 'The password stays; the screen says how many tries are left.',
      },
      cure: {
        zh: '请持卡人另选一个；用完次数的，重新请持卡人输入。',
        en: 'The holder chooses another one; once the tries are used up, ask again.',
      },
    },
    {
      what: { zh: '旧密码连续三次不对，已锁定', en: 'The old password was wrong three times' },
      cause: { zh: '持卡人忘记了密码。', en: 'The holder has forgotten it.' },
      kept: { zh: '账户不变；密码锁定，不能再修改。', en: 'The account is unchanged; the password is locked.' },
      cure: { zh: '按 Enter 改办忘记密码。', en: 'Enter goes on with a forgotten one.' },
    },
    { code: 'PIN_STATE', cause: { zh: '密码状态刚有变化。', en: 'The state of the password has just changed.' } },
    {
      code: 'PIN_RESET_WAITS',
      cause: {
        zh: '网点设有等待日（参数 pinResetWaitDays，默认 0）。',
        en: 'The office has days to wait (setting pinResetWaitDays).',
      },
    },
    { code: 'AGENT_MAY_NOT', cause: { zh: '当前是代办人。', en: 'An agent is at the counter.' } },
    {
      code: 'PIN_TASK_OPEN',
      cause: { zh: '客户窗口上一项输入还没有结束。', en: "Something else is still asked at the customer's window." },
    },
    { code: 'PIN_KEY_MISSING', cause: { zh: '密钥文件不在本机。', en: 'The key file is not on this computer.' } },
  ],
  near: ['visit', 'followUp', 'approvals'],
};
