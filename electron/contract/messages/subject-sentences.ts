/** What refusals of the subject say: files, days, papers, clerks, settings and holders. */
import type { ErrorCode } from '../kernel/errors.ts';
import { daySentences } from './day-sentences.ts';
import type { WordPair } from './word-pair.ts';

export const subjectSentences = {
  FILE_UNREADABLE: {
    zh: '文件无法读取[：第 {line} 行][第 {column} 列][，{detail}][，{reason}][：已接收的文件 {dropped} 在本机磁盘上损坏，已删除]，未记账。请重新选择文件；仍无法读取时请向发出单位索取正确的文件。',
    en: 'The file cannot be read[: line {line}][, column {column}][, {detail}][, {reason}][: the received file {dropped} was damaged on this disk and has been deleted]; nothing was posted. Choose the file again; if it still cannot be read, ask the sender for a correct one.',
  },
  FILE_UNKNOWN: {
    zh: '这个文件已不在接收区，未记账。请重新选择文件。',
    en: 'This file is no longer among the received files; nothing was posted. Choose the file again.',
  },
  BATCH_FILE_NOT_KEPT: {
    zh: '账内没有留存该批次的原文件（由较早版本的程序记账），没有保存回盘文件。请重新选择原文件，即可保存其回盘文件。',
    en: 'The books hold no copy of the file of this batch, which was posted by an earlier version; no answer file was saved. Choose the original file again to save its answer file.',
  },
  FILE_BEING_POSTED: {
    zh: '批次 {batch} 正在记账，还没有记完，什么都没有改变。请等它记完再操作；进度见“批量文件”（F8）。',
    en: 'Batch {batch} is being posted and not at its end; nothing was changed. Wait until it is posted and try again; Month-end (F8) shows how far it is.',
  },
  DAY_BEING_CLOSED: {
    zh: '{date} 已开始结息，当日不能再记账，未作任何改动。请由主管在“日终”（F10）办完日终，之后记到下一营业日。',
    en: 'The interest of {date} is being settled, so nothing more can be posted on that day; nothing has changed. Have a supervisor finish Day end (F10); it is posted on the next business day then.',
  },
  INTEREST_UNKNOWN: {
    zh: '{date} 没有结息，没有生成结息计算单。结息日为每季末月 20 日。',
    en: 'No interest was settled on {date}; no worksheet was made. It is settled on the 20th of the last month of each quarter.',
  },
  POSTING_WAITS: {
    zh: '该文件经授权后已开始记账，目前暂停[：{reason}]。已记账的部分不会丢失，排除原因后会自动继续，每行只入账一次。请不要重新提交，稍后在“批量文件”（F8）查看。',
    en: 'The posting of this file was begun by two persons and waits at present[: {reason}]. What is posted stays, and it goes on by itself once that is put right, each line once. Do not send the file again; look at Month-end (F8) later.',
  },
  WORK_FILE_DAMAGED: {
    zh: '处理过程中，本机上的临时工作文件损坏或被删除，未记账，账本和已接收的文件都没有改变。请重新操作；再次出现时请检查磁盘。',
    en: 'A temporary file was damaged or removed on this computer during processing; nothing was posted, and the books and the received file are unchanged. Start again; if it happens again, have the disk checked.',
  },
  PERIOD_INVALID: {
    zh: '起止日期有误，没有生成单据。开始日期不能晚于结束日期。',
    en: 'These dates do not make a valid period; no document was made. The start date must not be later than the end date.',
  },
  DATE_INVALID: {
    zh: '日期不存在或不可用[：{date}]，未作任何改动。请按 年-月-日 重新输入。',
    en: 'This date does not exist or cannot be used[: {date}]; nothing has changed. Enter it as year-month-day.',
  },
  DAY_AHEAD: {
    zh: '今天是 {today}，营业日不能走到 {date}，未作任何改动。本网点按日历营业，当天要过了 24 点才能结账。',
    en: 'Today is {today}, so the business day cannot advance to {date}; nothing has changed. An office that runs by the calendar can close a day only after 24:00 of that day.',
  },
  ...daySentences,
  OPENING_DATE_AHEAD: {
    zh: '开业日期 {date} 晚于今天（{today}），没有建立网点。按日历营业的网点不能在开业之前办理业务，请填写今天或更早的日期。',
    en: "The opening date {date} is later than today ({today}); no office was set up. An office that runs by the calendar cannot work before it opens: enter today's date or an earlier one.",
  },
  MISSING_GLYPH: {
    zh: '字库中没有“{characters}”这个字，单据没有打印，以免印成空框。请报告管理员补充字库。',
    en: 'The document font lacks "{characters}"; nothing was printed, to avoid blank boxes. Inform the administrator.',
  },
  DOCUMENT_UNKNOWN: {
    zh: '没有这个编号的单据，未作任何改动。请核对凭证编号。',
    en: 'There is no document with this number; nothing has changed. Check the number.',
  },
  DOCUMENT_FILTERED: {
    zh: '本明细只列出部分种类，camt.053 无法表示。请列出全部种类后再保存，或保存为 PDF。',
    en: 'This statement lists only some kinds of entry, which camt.053 cannot express; nothing was saved. Include all kinds and save again, or save it as PDF.',
  },
  PRINT_JOB_UNKNOWN: {
    zh: '打印队列里已没有这一项，可能已打印或取消。请查看刷新后的队列。',
    en: 'This document is no longer in the print queue; it may have been printed or removed. Check the refreshed queue.',
  },
  SAVE_FAILED: {
    zh: '文件没有保存成功[：{reason}]，单据仍在，账目没有变动。请排除后再保存，或换一个位置。',
    en: 'The file was not saved[: {reason}]; the document has been kept and the books are unchanged. Put that right and save again, or choose another location.',
  },
  OUTPUT_FAILED: {
    zh: '无法写出文件[：{path}][（{reason}）]，账目没有变动。请排除后再试，或换一个位置。',
    en: 'The file could not be written[: {path}][ ({reason})]; the books are unchanged. Put that right and try again, or choose another location.',
  },
  PRINT_FAILED: {
    zh: '没有打印：{reason}，内容没有丢失。请排除后再打印，或保存为 PDF。',
    en: 'Not printed: {reason}. Nothing has been lost. Put that right and print again, or save it as PDF.',
  },
  BACKUP_FAILED: {
    zh: '备份自 {since} 起没有写成（共 {places} 处，第 {place} 处）：{reason}。账目和办理照常，程序每 5 分钟再试；请管理员在系统管理的“运行状况”页查看并修复。',
    en: 'Backups have failed since {since} (place {place} of {places}): {reason}. The books and all work go on, and it is tried again every 5 minutes; an administrator looks at Health in Administration and mends it.',
  },
  BACKUP_DAMAGED: {
    zh: '备份文件损坏或不完整[（{verdict}）]，没有恢复任何内容，原文件未动。请换一个备份。',
    en: 'The backup is damaged or incomplete[ ({verdict})]; nothing was restored and the file is untouched. Use another backup.',
  },
  RECOVERY_KEY_WRONG: {
    zh: '恢复密钥错误，锁定没有解除，本次已记录。请对照恢复单重新输入[，还可再试 {left} 次，用完即暂停][；已暂停受理至 {lockedUntil}，请到时再试]。',
    en: 'The recovery key is incorrect; nobody was unlocked and the attempt was recorded. Enter it again from the recovery sheet[. Attempts left before a pause: {left}][. No key is accepted until {lockedUntil}; try again then].',
  },
  LOCKS_STAND: {
    zh: '仍有能授权的人可以签到，不能用恢复密钥解锁，未作任何改动。请由他们解锁，或等锁定自行解除。',
    en: 'Someone who can authorise can still sign in, so the recovery key cannot be used; nothing has changed. Ask them to unlock, or wait until the locks end.',
  },
  CLERK_UNKNOWN: {
    zh: '没有这个工号的柜员[：{clerkCode}]，未作任何改动。请核对工号。',
    en: 'There is no clerk with this code[: {clerkCode}]; nothing has changed. Check the code.',
  },
  INSTITUTION_UNKNOWN: {
    zh: '没有编号为 {code} 的定点机构，未作任何改动。请核对编号。',
    en: 'There is no designated institution with the number {code}; nothing has changed. Check the number.',
  },
  TERMINAL_UNKNOWN: {
    zh: '机构 {code} 没有终端 {terminal}，未作任何改动。请核对终端号。',
    en: 'Institution {code} has no terminal {terminal}; nothing has changed. Check the number of the terminal.',
  },
  INSTITUTION_EXISTS: {
    zh: '机构编号 {code} 已经登记，未作任何改动。请核对编号，或更改原来的机构。',
    en: 'The institution number {code} is already registered; nothing has changed. Check the number, or change the one that is there.',
  },
  INSTITUTION_INVALID: {
    zh: '机构资料不能这样登记[：{problem}]，未作任何改动。请改正后再提交。',
    en: 'The institution cannot be stored like this[: {problem}]; nothing has changed. Correct it and submit again.',
  },
  INSTITUTION_CHANGED: {
    zh: '机构 {code} 刚被他人更改，未作任何改动。请看过现在的内容后再更改。',
    en: 'Institution {code} was changed by somebody else in the meantime; nothing has changed. Look at it as it is now, then change it.',
  },
  INSTITUTION_STATE: {
    zh: '机构 {code} 目前已是这样，未作任何改动。请查看定点机构列表。',
    en: 'Institution {code} is already like that; nothing has changed. Check the list of institutions.',
  },
  CLERK_EXISTS: {
    zh: '工号 {clerkCode} 已有人使用（停用的工号也保留），未作任何改动。请另选一个工号。',
    en: 'The code {clerkCode} is already in use (codes of disabled clerks are kept); nothing has changed. Choose another code.',
  },
  CLERK_STATE: {
    zh: '柜员 {clerkCode} 目前已是这个状态，未作任何改动。请查看柜员列表。',
    en: 'Clerk {clerkCode} is already in that state; nothing has changed. Check the list of clerks.',
  },
  AUTHORISERS_TOO_FEW: {
    zh: '至少要有两个能授权的人（主管或管理员，姓名不同），未作任何改动。请先增加一名，再办这一项。',
    en: 'At least two people with different names must be able to authorise (supervisors or administrators); nothing has changed. Add another one first.',
  },
  ADMINISTRATOR_LAST: {
    zh: '柜员 {clerkCode} 是最后一名管理员，未作任何改动；没有管理员，柜员和参数都不能再维护。请先增加一名管理员，再办这一项。',
    en: 'Clerk {clerkCode} is the last administrator; nothing has changed. Without one, clerks and settings could be changed by nobody. Add another administrator first.',
  },
  PASSWORD_WEAK: {
    zh: '新密码不能用：{rule}，原密码不变。请换一个至少 10 个字符的密码。',
    en: 'The new password cannot be used: {rule}; the present one is unchanged. Choose another one of at least 10 characters.',
  },
  SETTING_UNKNOWN: {
    zh: '没有名为 {name} 的参数，未作任何改动。请用 setting list 查看全部参数。',
    en: 'There is no setting named {name}; nothing has changed. `setting list` shows them all.',
  },
  SETTING_OUT_OF_RANGE: {
    zh: '{name} 须为 {min} 至 {max} 的整数，收到的是“{value}”，原值 {present} 不变。请改正后再设。',
    en: '{name} must be a whole number from {min} to {max}, not "{value}"; it stays at {present}. Correct the value and set it again.',
  },
  SETTING_TEXT_INVALID: {
    zh: '{name} 最多 {max} 个字符，电话号码只用数字、横线、括号，名称只用文字、数字和常用标点；收到的是“{value}”，原值“{present}”不变。请改正后再设。',
    en: '{name} can have at most {max} characters (a telephone number: digits, hyphens and brackets; a name: letters, digits and common punctuation), not "{value}". It stays at "{present}". Correct it and set it again.',
  },
  SETTING_LIST_INVALID: {
    zh: '{name} 的写法有误：{form}；收到的是“{value}”，原值“{present}”不变。请改正后再设。',
    en: '{name} is not written as it must be: {form}. It was given "{value}" and stays at "{present}". Correct it and set it again.',
  },
  RATE_ALREADY_RUNS: {
    zh: '{date} 起的利率已在计息，不能更改或补入，原值“{present}”不变。新利率最早从 {open} 起。',
    en: 'Interest already runs by the rate of {date}, so it cannot be changed or added; the setting stays at "{present}". A new rate may begin on {open} at the earliest.',
  },
  PHONE_INVALID: {
    zh: '这不是有效的电话号码，未作任何改动。请输入 11 位手机号，或带区号的固定电话。',
    en: 'This is not a valid phone number; nothing has changed. Enter a mobile number of 11 digits, or a landline number with area code.',
  },
  PHONE_MISSING: {
    zh: '该持卡人没有登记手机号。请通过更改联系方式补登。',
    en: 'No phone number is on file for this holder; nothing was done. Add one as a change of contact details.',
  },
  ID_NUMBER_TAKEN: {
    zh: '另一持卡人已登记此证件号码，未作任何改动。请与证件核对。',
    en: 'Another holder is registered with this ID number; nothing has changed. Compare it with the ID document.',
  },
  HOLDER_UNCHANGED: {
    zh: '登记的就是这些内容，未作任何改动。请输入有变化的内容。',
    en: 'These details are already on file; nothing has changed. Enter what is different.',
  },
  ACCOUNT_BALANCE: {
    zh: '账户尚有余额 {balance} 元，没有销户。请填写医保部门划付余额的依据文号。',
    en: "The account still holds {balance} yuan, so it was not closed. Enter the department's reference that instructs the pay-out.",
  },
  ENTRY_UNKNOWN: {
    zh: '该账户没有第 {entry} 笔，没有更正。请在明细中重新选择。',
    en: 'This account has no entry {entry}; nothing was corrected. Choose it again in the statement.',
  },
  ENTRY_IS_CORRECTION: {
    zh: '第 {entry} 笔本身就是更正或销户划付，不能再更正，未作任何改动。更正有误的，请按实际情况由医保部门补正。',
    en: 'Entry {entry} is itself a correction or the pay-out of a closing and cannot be corrected; nothing has changed. What it got wrong is put right by the department.',
  },
  ENTRY_CORRECTED: {
    zh: '第 {entry} 笔已经更正过，每笔只能更正一次，未作任何改动。',
    en: 'Entry {entry} was corrected before, and each can be corrected once; nothing has changed.',
  },
  ENTRY_RETURNED: {
    zh: '第 {entry} 笔消费的款已经退回（撤销或退货），没有更正。退回有误的，请更正退回的那一笔。',
    en: 'Entry {entry} was voided or refunded, so the money has gone back already; nothing was corrected. If the return is wrong, correct the return.',
  },
  CORRECTION_BELOW_ZERO: {
    zh: '账户余额 {balance} 元，更正第 {entry} 笔后会低于零，没有更正。请与医保部门商定追回办法。',
    en: 'The account holds {balance} yuan and correcting entry {entry} would bring it below zero; nothing was corrected. Agree with the department how the money is recovered.',
  },
  DOCUMENT_PDF_ONLY: {
    zh: '这种单据只有 PDF 一种形式，没有保存。请保存为 PDF。',
    en: 'This document is available only as PDF; nothing was saved. Save it as PDF.',
  },
  PAPER_UNFIT: {
    zh: '这份挂失目前的状态没有这种单据，没有生成。请选择与所办业务相符的单据。',
    en: 'There is no such document for this report in its present state; nothing was made. Choose the document that belongs to what was done.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
