/** What refusals about losses of card and PIN say. */
import type { ErrorCode } from '../kernel/errors.ts';
import type { WordPair } from './word-pair.ts';

export const lossSentences = {
  TELEPHONE_PASSWORD_UNSET: {
    zh: '该持卡人没有设置电话密码，未办理任何业务。可持身份证到任一柜台挂失。',
    en: 'This holder has not set a telephone password; nothing was done. The loss can be reported at any counter with the ID card.',
  },
  TELEPHONE_PASSWORD_LOCKED: {
    zh: '电话密码输错次数已满，已锁定，不会自行解除，未办理任何业务。请持卡人持身份证到柜台重新设置。',
    en: 'The telephone password is locked after too many wrong attempts and will not unlock by itself; nothing was done. The holder must set a new one at a counter with the ID card.',
  },
  TELEPHONE_PASSWORD_WRONG: {
    zh: '电话密码错误，未办理任何业务，本次已记录。请来电人再报一次[，还可再试 {left} 次，用完即锁定][；已输错 {lockedAfter} 次，电话密码锁定，不会自行解除，须持卡人持身份证到柜台重新设置]。',
    en: 'The telephone password is incorrect; nothing was done and the attempt was recorded. Ask the caller for it again[. Attempts left before it is locked: {left}][. After {lockedAfter} wrong attempts it is now locked and will not unlock by itself; the holder must set a new one at a counter with the ID card].',
  },
  NOT_BY_TELEPHONE: {
    zh: '电话只能办理卡的口头挂失，未作任何改动。其他业务请持卡人到柜台。',
    en: 'By telephone a card can only be reported lost orally; nothing has changed. For anything else the holder must come to a counter.',
  },
  LOSS_UNKNOWN: {
    zh: '挂失编号与身份证号码不符，未办理任何业务，本次已记录。请核对两个号码[；再错 {left} 次将锁定柜员][；柜员 {lockedClerk} 已锁定，请主管解锁]。',
    en: 'This report number and this ID number do not belong together; nothing was done and the attempt was recorded. Check both[. Attempts left before the clerk is locked: {left}][. Clerk {lockedClerk} is now locked; a supervisor can unlock].',
  },
  LOSS_TIME_INVALID: {
    zh: '遗失时间不存在或晚于现在（{now}），没有挂失。请改正时间。',
    en: 'The time of the loss does not exist or is later than now ({now}); nothing was reported. Correct the time.',
  },
  LOSS_ALREADY_REPORTED: {
    zh: '已有挂失 {number}，止付继续有效，没有重复登记。请跟进那一份挂失。',
    en: 'This has already been reported lost under {number}; debits stay stopped and no second report was made. Follow up that report.',
  },
  LOSS_STATE: {
    zh: '挂失 {number} 目前为“{status}”，不能再办这一项，未作任何改动。请查看办理记录。',
    en: 'Report {number} is now: {status}. This can no longer be done and nothing has changed. Check its timeline.',
  },
  REISSUE_TOO_EARLY: {
    zh: '最早 {date} 起可以补卡，未作任何改动。在此之前止付继续有效。',
    en: 'A new card can be issued from {date} at the earliest; nothing has changed. Debits stay stopped until then.',
  },
  TAKE_BACK_FOLLOWED: {
    zh: '挂失 {number} 登记之后已有后续办理，不能撤销误挂，未作任何改动。卡已找回的，请办理解除挂失。',
    en: 'Further steps have been taken on report {number} since it was made, so it cannot be taken back; nothing has changed. If the card has been found, cancel the report.',
  },
  TAKE_BACK_LATE: {
    zh: '误挂只能在登记当日 {minutes} 分钟内撤销，现在已过，未作任何改动。请办理解除挂失。',
    en: 'A report made by mistake can only be taken back within {minutes} minutes on the same day. That time has passed; nothing has changed. Cancel the report instead.',
  },
  CARD_TAKEN: {
    zh: '这个新卡号已在使用，未作任何改动，旧卡仍止付。请换一张新卡。',
    en: 'This new card number is already in use; nothing has changed and debits on the old card stay stopped. Use another card.',
  },
  REFERENCE_TAKEN: {
    zh: '这份挂失已有医保确认号 {reference}，没有改动。写错的请办理更正。',
    en: 'The report already has department number {reference}; it was not changed. If it is wrong, correct it.',
  },
  PIN_KEY_MISSING: {
    zh: '本机缺少密码密钥，没有核对也没有改动任何密码。请管理员放回密钥文件；其他业务照常办理。',
    en: 'The PIN key is missing on this computer; no password was checked or changed. Ask the administrator to put the key file back; all other work can continue.',
  },
  PIN_REQUIRED: {
    zh: '须先验证持卡人的密码，未作任何改动。请持卡人在客户窗口输入。',
    en: "The holder's password must be verified first; nothing has changed. Ask the holder to enter it at the customer's window.",
  },
  PIN_STATE: {
    zh: '此卡密码目前为“{state}”，不能这样办理，未作任何改动。请选择相应的业务。',
    en: "The card's password is now: {state}. This cannot be done; nothing has changed. Choose the service that applies.",
  },
  PIN_RESET_WAITS: {
    zh: '最早 {date} 起可以设置新密码，旧密码仍然作废，其他没有改变。',
    en: 'A new password can be set from {date} at the earliest; the old one stays void. Nothing else has changed.',
  },
  PIN_TASK_OPEN: {
    zh: '客户窗口正在办理一项输入，不受影响。请先完成或结束它。',
    en: "The customer's window is already in use for another entry, which is not affected. Finish it or stop it first.",
  },
  PIN_TASK_ENDED: {
    zh: '这次输入已经结束，没有留下任何内容。请重新开始。',
    en: 'This entry has ended and nothing of it was kept. Start again.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
