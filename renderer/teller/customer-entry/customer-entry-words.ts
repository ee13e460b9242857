/** How the customer's typing goes, as the clerk is told. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const customerEntryWords = {
  entry: {
    title: { zh: '客户窗口', en: "Customer's window" },
    step: {
      old: { zh: '旧密码', en: 'Old password' },
      new: { zh: '新密码', en: 'New password' },
      repeat: { zh: '再输一次', en: 'Repeat' },
      read: { zh: '核对挂失', en: 'Loss report' },
      contact: { zh: '核对联系方式', en: 'Phone and address' },
    },
    waiting: { zh: '等待持卡人', en: 'Waiting for the holder' },
    typing: { zh: '持卡人正在输入', en: 'The holder is entering it' },
    leftLabel: { zh: '持卡人剩余时间', en: 'Time left for the holder' },
    abandon: { zh: '结束等待', en: 'Stop waiting' },
    tooWeak: {
      zh: '新密码太弱：{rule}；还可输入 {left} 次。',
      en: 'The new password is too weak: {rule}. Attempts left: {left}.',
    },
    wrong: {
      zh: '密码错误；还可输入 {left} 次，用完即锁定。',
      en: 'The password is incorrect. Attempts left before it is locked: {left}.',
    },
    different: { zh: '两次输入不一致；还可输入 {left} 次。', en: 'The two do not match. Attempts left: {left}.' },
    weak: {
      FORM: { zh: '不是六位数字', en: 'it is not six digits' },
      ALL_EQUAL: { zh: '六位相同', en: 'all six digits are the same' },
      ISSUER_DEFAULT: { zh: '是发卡初始密码', en: 'it is the default issued with the card' },
      RUN: { zh: '是连续数字', en: 'it is a run of consecutive digits' },
      BIRTH_DATE: { zh: '是出生日期', en: 'it is the date of birth' },
      ID_NUMBER: { zh: '是身份证号码末六位', en: 'it is the last six digits of the ID number' },
      PHONE: { zh: '是手机号末六位', en: 'it is the last six digits of the phone number' },
      CARD: { zh: '是卡号末六位', en: 'it is the last six digits of the card number' },
      PREVIOUS: { zh: '与旧密码相同', en: 'it is the same as the old password' },
      SAME_AS_OTHER: { zh: '与另一个密码相同', en: 'it is the same as the other password' },
    },
    done: {
      first: { zh: '两次一致，密码已设置。', en: 'Both entries match; the password has been set.' },
      change: { zh: '两次一致，密码已修改。', en: 'Both entries match; the password has been changed.' },
      reset: { zh: '两次一致，新密码已设置。', en: 'Both entries match; the new password has been set.' },
      prove: { zh: '密码正确。', en: 'The password is correct.' },
      telephone: { zh: '两次一致，电话密码已设置。', en: 'Both entries match; the telephone password has been set.' },
      acknowledge: {
        zh: '持卡人已在客户窗口核对，内容无误。',
        en: "The holder has checked the report at the customer's window and confirmed it.",
      },
      contact: {
        zh: '持卡人已在客户窗口确认，联系方式已更改。',
        en: "The holder has confirmed it at the customer's window; phone and address have been changed.",
      },
    },
    contactDeclined: {
      zh: '持卡人表示内容有误，未作任何改动。请问明后更正再请确认。',
      en: 'The holder says it is not right; nothing has changed. Ask what is wrong, correct it and ask again.',
    },
    declined: {
      zh: '持卡人表示内容有误，请问明情况。在撤销误挂或解除之前，本次挂失仍然有效。',
      en: 'The holder says the report is not right. Ask what is wrong; the report stays in force until it is taken back or cancelled.',
    },
    ended: {
      locked: {
        zh: '输错次数已满，密码已锁定，不会自行解除，其他没有改变。请按“忘记密码”办理重置。',
        en: 'No attempts are left: the password is locked and will not unlock by itself; nothing else has changed. Reset it as a forgotten password.',
      },
      tries: {
        zh: '次数已满，没有设置新密码，原来的不变。可以再来一次。',
        en: 'No attempts are left. No new password was set and the present one is unchanged. You can ask again.',
      },
      'timed-out': {
        zh: '持卡人没有在时限内完成，未作任何改动。可以再来一次。',
        en: 'The holder did not finish in time; nothing has changed. You can ask again.',
      },
      cancelled: { zh: '持卡人取消了输入，未作任何改动。', en: 'The holder cancelled; nothing has changed.' },
      abandoned: { zh: '已由柜员结束，未作任何改动。', en: 'Stopped by the clerk; nothing has changed.' },
      interrupted: {
        zh: '办理中断了，未作任何改动。可以再来一次。',
        en: 'This was interrupted; nothing has changed. You can ask again.',
      },
      lost: {
        zh: '办理中断了，最后一步是否已办成还不清楚；账务系统恢复后会在这里显示结果，请稍候。',
        en: 'This was interrupted, and it is not yet known whether the last step was done. The result will be shown here when the ledger is back; please wait.',
      },
      unknown: {
        zh: '办理中断了，最后一步是否已办成查不出来。请先核对客户栏，再请持卡人重新办理；已经设好新密码的，以新密码为准。',
        en: 'This was interrupted, and whether the last step was done cannot be found out. Check the panel first, then ask the holder again; a new password that was set is the one that counts.',
      },
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    customerEntry: typeof customerEntryWords;
  }
}
