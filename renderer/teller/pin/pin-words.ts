/** The words of setting and changing a PIN. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const pinWords = {
  pin: {
    title: { zh: '密码', en: 'Password' },
    needVisit: {
      zh: '要办理密码业务，请先按 {key} 识别持卡人本人。',
      en: 'For a password, the holder must be here in person: open a visit with {key} first.',
    },
    what: { zh: '办理什么', en: 'Service' },
    choice: {
      first: { zh: '首次设置', en: 'First password' },
      change: { zh: '修改密码', en: 'Change password' },
      forgotten: { zh: '忘记密码', en: 'Forgotten password' },
      telephone: { zh: '电话密码', en: 'Telephone password' },
    },
    explain: {
      first: {
        zh: '持卡人在客户窗口输入两次自己选的六位密码。',
        en: "The holder enters six digits of their own choice twice at the customer's window.",
      },
      change: {
        zh: '持卡人在客户窗口输入一次旧密码、两次新密码。',
        en: "The holder enters the old password once and the new one twice at the customer's window.",
      },
      forgotten: {
        zh: '先办理密码挂失，旧密码作废；主管授权后，持卡人在客户窗口输入两次新密码。须本人办理。',
        en: "The old password is reported lost and becomes void. After a supervisor has authorised it, the holder enters a new one twice at the customer's window. For the holder in person only.",
      },
      telephone: {
        zh: '持卡人在客户窗口输入两次电话密码，只用于电话挂失和查询余额，不得与卡的密码相同。',
        en: "The holder enters a telephone password twice at the customer's window. It is used only for loss reports and balances by telephone, and must differ from the card's password.",
      },
    },
    continue: {
      zh: '密码挂失 {number} 尚未办结，旧密码已作废；{date} 起持卡人可以在客户窗口输入两次新密码。',
      en: "Password loss {number} is not completed and the old password is void. From {date} the holder may enter a new one twice at the customer's window.",
    },
    report: { zh: '挂失旧密码，请主管授权', en: 'Report it lost; ask a supervisor' },
    ask: { zh: '请持卡人输入', en: 'Ask the holder to enter it' },
    secondExplain: {
      zh: '主管核对持卡人本人和身份证后，输入自己的工号和密码。',
      en: 'The supervisor checks the holder and the ID card, then enters their own code and password.',
    },
    again: { zh: '请持卡人再输入一次', en: 'Ask the holder again' },
    toForgotten: { zh: '改办忘记密码', en: 'Continue as a forgotten password' },
    startOver: { zh: '返回选择', en: 'Back to the choice' },
  },
  final: {
    pin: {
      first: {
        zh: '将请{name}在客户窗口为卡 {card} 设置首个密码。',
        en: "{name} will be asked at the customer's window to set the first password of card {card}.",
      },
      change: {
        zh: '将请{name}在客户窗口修改卡 {card} 的密码。',
        en: "{name} will be asked at the customer's window to change the password of card {card}.",
      },
      forgotten: {
        zh: '将请{name}在客户窗口为卡 {card} 设置新密码，了结密码挂失 {number}。',
        en: "{name} will be asked at the customer's window to set a new password for card {card}, which completes password loss {number}.",
      },
      telephone: {
        zh: '将请{name}在客户窗口设置电话密码（卡 {card}），原有的电话密码随即失效。',
        en: "{name} will be asked at the customer's window to set a telephone password (card {card}); any earlier one becomes void.",
      },
    },
    reset: {
      zh: '将准许{name}为卡 {card} 设置新密码，原密码已作废。',
      en: '{name} will be allowed to set a new password for card {card}; the old one is void.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    pin: typeof pinWords;
  }
}
