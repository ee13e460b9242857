/** What refusals at the holder's own door say: one sentence for all that could tell who is known (docs/rules.md 7). */
import type { ErrorCode } from '../kernel/errors.ts';
import type { WordPair } from './word-pair.ts';

export const onlineSentences = {
  ONLINE_TOO_MANY: {
    zh: '申请过于频繁，未办理任何业务。请稍后再试；急需挂失请拨打客服电话或到任一柜台。',
    en: 'There were too many requests; nothing was done. Please try again later; to report a loss at once, telephone or come to any counter.',
  },
  ONLINE_REFUSED: {
    zh: '信息不符或暂时不能登录，未办理任何业务。请核对后再试；连续多次不符时，网上入口会锁定 {minutes} 分钟。忘记登录方式可重新开通。',
    en: 'These details do not match, or signing in is not possible for now; nothing was done. Check them and try again; after several failures the online entrance is locked for {minutes} minutes. If you forgot how to sign in, register anew.',
  },
  CODE_WRONG: {
    zh: '验证码不正确，未办理任何业务[，还可再试 {left} 次]。请核对最近一条短信。',
    en: 'The code is not correct; nothing was done[. Attempts left: {left}]. Check the latest message.',
  },
  CODE_OVER: {
    zh: '这个验证码已不能使用（已过期、已用过，或输错次数已满），未办理任何业务。请重新获取。',
    en: 'This code can no longer be used (expired, used before, or tried too often); nothing was done. Please ask for a new one.',
  },
  PASSKEY_REFUSED: {
    zh: '通行密钥没有通过验证，未办理任何业务。请再试一次，或用其他方式。',
    en: 'The passkey was not accepted; nothing was done. Try again, or use another way.',
  },
  LOGIN_ABSENT: {
    zh: '该持卡人没有开通网上登录，未作任何改动。',
    en: 'This holder has no online login; nothing has changed.',
  },
  WITHDRAW_NOT_HERE: {
    zh: '只有报失时的这一次登录可以撤回，挂失仍然有效。找到卡后请持身份证到柜台办理。',
    en: 'Only the sign-in in which it was reported can withdraw it; the report stands. If the card was found, please come to a counter with your ID card.',
  },
  WITHDRAW_LATE: {
    zh: '报失已超过 {minutes} 分钟或已有后续办理，不能在网上撤回，挂失仍然有效。找到卡后请持身份证到柜台办理。',
    en: 'It was reported more than {minutes} minutes ago or has gone further; it cannot be withdrawn online, and the report stands. If the card was found, please come to a counter with your ID card.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
