/** What refusals of the session, the visit and the second person say. */
import type { ErrorCode } from '../kernel/errors.ts';
import type { WordPair } from './word-pair.ts';

export const counterSentences = {
  SIGN_IN_REQUIRED: {
    zh: '请先[以 {clerkCode} ]签到。已办结的业务全部保留。[命令行请用 {option} 指明柜员。][密码取自 {variable}，或在终端输入。]',
    en: 'Please sign in[ as {clerkCode}]. All completed work has been kept.[ On the command line, name the clerk with {option}.][ The password is read from {variable} or asked for at a terminal.]',
  },
  CLERK_LOCKED: {
    zh: '[柜员 {clerkCode} ]已被锁定[，{until} 自行解除]，已办结的业务全部保留。可由主管在签到或锁屏界面输入工号和密码解锁[；密码输错的锁定（还剩 {seconds} 秒）须两位有授权资格的人同时解锁，或等候]。',
    en: 'Clerk[ {clerkCode}] is locked[ until {until}]; all completed work has been kept. A supervisor can unlock at the sign-in or lock screen with code and password[; after wrong passwords ({seconds} s left) two people who can authorise must unlock together, or wait].',
  },
  PASSWORD_TOO_SOON: {
    zh: '密码刚输错，[{seconds} 秒后][（{until}）]才受理下一次；这一次没有核对，也不计次数。已办结的业务全部保留。',
    en: 'After a wrong password the next attempt is accepted[ in {seconds} s][ (at {until})]; this one was neither checked nor counted. All completed work has been kept.',
  },
  SIGN_IN_FAILED: {
    zh: '工号或密码错误，没有签到。请核对后重新输入[，还可再试 {left} 次，用完即锁定][；此工号在本柜台已锁定至 {lockedUntil}，在此之前须由两位有授权资格的人解锁]。',
    en: 'The clerk code or password is incorrect; nobody was signed in. Check both and enter them again[. Attempts left before the code is locked: {left}][. The code is now locked at this counter until {lockedUntil}; before then, two people who can authorise may unlock it].',
  },
  PASSWORD_WRONG: {
    zh: '密码错误，未作任何改动，打开的内容都在。请重新输入[，还可再试 {left} 次，用完即锁定][；密码在本柜台已锁定至 {lockedUntil}，在此之前须由两位有授权资格的人解锁]。',
    en: 'The password is incorrect; nothing has changed and everything you had open has been kept. Enter it again[. Attempts left before it is locked: {left}][. It is now locked at this counter until {lockedUntil}; before then, two people who can authorise may unlock it].',
  },
  CLERK_DISABLED: {
    zh: '[柜员 {clerkCode} ]已停用，不能签到或授权，记录全部保留。请管理员核实，需要时重新启用。',
    en: 'Clerk[ {clerkCode}] is disabled and can neither sign in nor authorise; all records are kept. An administrator can enable the clerk again.',
  },
  PASSWORD_EXPIRED: {
    zh: '[柜员 {clerkCode} 的]密码是一次性的或已到期，没有签到也没有办理任何业务。请先由本人设置新密码[（命令行：{option}）]。',
    en: 'The password[ of {clerkCode}] is a one-time password or has expired; nobody was signed in and nothing was done. Its owner must set a new one first[ ({option})].',
  },
  SESSION_LOCKED: {
    zh: '窗口已锁定，打开的内容全部保留。请输入密码解锁。',
    en: 'The window is locked; everything you had open has been kept. Enter your password to unlock it.',
  },
  ROLE_REQUIRED: {
    zh: '这项操作须由{role}办理，未作任何改动。请以{role}的工号签到后再办。',
    en: 'This can only be done by {role}; nothing has changed. Sign in as {role} and try again.',
  },
  ID_NUMBER_INVALID: {
    zh: '身份证号码无效[：{fault}]，未办理任何业务。请对照证件重新输入。',
    en: 'This is not a valid ID number[: {fault}]; nothing was done. Enter it again from the ID card.',
  },
  CARD_NUMBER_INVALID: {
    zh: '卡号无效[：{fault}]，未办理任何业务。请对照卡片重新输入。',
    en: 'This is not a valid card number[: {fault}]; nothing was done. Enter it again from the card.',
  },
  NAME_INVALID: {
    zh: '姓名中的 {character} 不能保存，未办理任何业务。请按证件重新输入姓名。',
    en: 'The name contains {character}, which cannot be stored; nothing was done. Enter the name as on the ID card.',
  },
  VISIT_OPEN: {
    zh: '当前还有一位客户在办理中，资料没有变动。请先结束当前办理。',
    en: 'Another customer is still being served; nothing has changed. Finish that visit first.',
  },
  VISIT_REQUIRED: {
    zh: '当前没有客户。请先凭身份证和医保卡开始办理。',
    en: 'There is no customer. Open a visit with the ID card and the medical card first.',
  },
  VISIT_ENDED: {
    zh: '本次办理已经结束，已打印和保存的单据不受影响。请重新识别客户。',
    en: 'This visit has ended; documents already printed or saved are not affected. Open a new visit.',
  },
  PAIR_MISMATCH: {
    zh: '所给的资料不属于同一个人，没有开始办理，本次已记录。请核对证件和录入内容[；再错 {left} 次将锁定柜员][；柜员 {lockedClerk} 已锁定，请主管解锁]。',
    en: 'These details do not belong to the same person; no visit was opened and the attempt was recorded. Check the cards and the details entered[. Attempts left before the clerk is locked: {left}][. Clerk {lockedClerk} is now locked; ask a supervisor to unlock].',
  },
  CARD_REPLACED: {
    zh: '这张卡已补换新卡，原挂失已办结，未办理任何业务。请出示新卡，或按无卡方式查找持卡人。',
    en: 'This card has been replaced by a new one and its loss report is closed; nothing was done. Ask for the new card, or identify the holder without a card.',
  },
  GUARDIAN_REQUIRED: {
    zh: '持卡人未满 16 周岁，没有开始办理。请登记监护人并出示户口簿。',
    en: 'The holder is under 16; no visit was opened. Record a guardian with the household register.',
  },
  AGENT_INVALID: {
    zh: '代办人资料不完整或身份证号码无效[：{fault}]，没有开始办理。请改正代办人一栏。',
    en: "The agent's details are incomplete or the ID number is invalid[: {fault}]; no visit was opened. Correct the agent's details.",
  },
  SECONDARY_DOCUMENT_REQUIRED: {
    zh: '联网核查未一致，没有开始办理。请查看并登记辅助证件。',
    en: 'The network check did not match; no visit was opened. Check and record a second document.',
  },
  ACCOUNT_CLOSED: {
    zh: '该账户[（{account}）]已销户，未作任何改动。历史明细仍可查询和打印。',
    en: 'This account is closed[ ({account})]; nothing has changed. Its history can still be viewed and printed.',
  },
  CARD_REQUIRED: {
    zh: '本次办理没有出示医保卡，未办理任何业务。打印明细须凭卡：请带两证重新识别客户。',
    en: 'This visit was opened without the medical card; nothing was done. A statement requires the card: open a new visit with both cards.',
  },
  AGENT_MAY_NOT: {
    zh: '代办人不能办理这项业务，未作任何改动。须持卡人本人持身份证前来。',
    en: 'An agent may not do this; nothing has changed. The holder must come in person with the ID card.',
  },
  REASON_REQUIRED: {
    zh: '请写明理由（至少两个字），未作任何改动。',
    en: 'Give a reason of at least two characters; nothing has changed.',
  },
  SECOND_PERSON_REQUIRED: {
    zh: '这项业务须主管授权，尚未办理，填写的内容都在。请主管在此输入工号和密码。',
    en: 'This must be authorised by a supervisor; nothing has been done yet and your entries have been kept. Ask a supervisor to enter their code and password here.',
  },
  SECOND_PERSON_SAME: {
    zh: '授权人不能是经办人本人（同名的另一工号也不行），没有授权，填写的内容都在。请换一位主管授权。',
    en: 'The supervisor must not be the same person, or have the same name, as the clerk; nothing was authorised and your entries have been kept. Ask another supervisor.',
  },
  SECOND_PERSON_LOCKED: {
    zh: '授权人[ {clerkCode} ]已被锁定[，在本柜台至 {until}]，没有授权，填写的内容都在。请换一位主管授权，或先解除锁定。',
    en: 'The supervisor[ ({clerkCode})] is locked[ at this counter until {until}]; nothing was authorised and your entries have been kept. Ask another supervisor, or have this one unlocked first.',
  },
  SECOND_PERSON_FAILED: {
    zh: '授权人的工号或密码错误，没有授权，填写的内容都在。请授权人重新输入[，还可再试 {left} 次，用完即锁定][；授权人在本柜台已锁定至 {lockedUntil}，请换一位主管授权]。',
    en: "The supervisor's code or password is incorrect; nothing was authorised and your entries have been kept. Enter them again[. Attempts left before the supervisor is locked: {left}][. The supervisor is now locked at this counter until {lockedUntil}; ask another supervisor].",
  },
  SECOND_PERSON_ROLE: {
    zh: '授权人的岗位没有授权资格，没有授权，填写的内容都在。请主管或管理员输入。',
    en: "This person's role does not allow them to authorise; nothing was authorised and your entries have been kept. Ask a supervisor or an administrator.",
  },
  APPROVAL_UNKNOWN: {
    zh: '没有这项授权申请，未作任何改动。请查看刷新后的授权列表。',
    en: 'There is no such request; nothing has changed. Check the refreshed list under Approvals.',
  },
  APPROVAL_OTHER: {
    zh: '这项授权是为另一件事给的，未办理任何业务。请为本次业务重新申请。',
    en: 'This approval was given for something else; nothing was done. Send a new request for exactly this.',
  },
  APPROVAL_CHANGED: {
    zh: '申请的内容在提交之后有了变化，没有授权，原申请已失效留档。还能办理的，已按现在的内容重新列出，请核对后再授权；没有列出的，请经办人重新办理。',
    en: 'The request has changed since it was made; nothing was approved, and the request has ended and is kept on record. If it can still be done, it is listed again as it now stands: check it before you approve. If it is not listed, the clerk must start again.',
  },
  APPROVAL_EXPIRED: {
    zh: '这项授权申请已过期，未办理任何业务，申请留档。请重新申请。',
    en: 'This request has expired; nothing was done and it is kept on record. Send a new request.',
  },
  APPROVAL_PENDING: {
    zh: '这项申请尚未处理，未办理任何业务。请主管在“授权”中处理。',
    en: 'This request has not been decided yet; nothing was done. A supervisor will find it under Approvals.',
  },
  APPROVAL_REFUSED: {
    zh: '这项申请已被 {decidedBy} 拒绝[：{reason}]，未办理任何业务。拒绝记录留档。',
    en: 'This request was refused by {decidedBy}[: {reason}]; nothing was done. The refusal is kept on record.',
  },
  APPROVAL_USED: {
    zh: '这项申请已处理或已使用，没有重复办理。请查看授权列表。',
    en: 'This request has already been decided or used; nothing was done twice. Check the list under Approvals.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
