/**
 * Every refusal the program can answer with, in the order of precedence in which they are looked for:
 * the program itself, the line to the office server, the request, the office, the operation, the session, the visit, the second person, the subject.
 */
export const ERROR_CODES = [
  // The program.
  'LEDGER_RESTARTING',
  'LEDGER_UNAVAILABLE',
  'REQUEST_ENDS_LEDGER',
  // The line to the office server.
  'SERVER_UNREACHABLE',
  'SERVER_OTHER',
  'COUNTER_UNKNOWN',
  'COUNTER_REVOKED',
  'CERTIFICATE_EXPIRED',
  'PROGRAM_OLDER',
  'PROGRAM_NEWER',
  'JOINING_DAMAGED',
  'SERVER_DID_NOT_ANSWER',
  'ADDRESS_UNUSABLE',
  // The request.
  'NOT_ALLOWED_HERE',
  'INPUT_INVALID',
  // The office and its files.
  'OFFICE_ABSENT',
  'OFFICE_EXISTS',
  'COUNTER_JOINED',
  'JOINING_AND_BOOKS',
  'OFFICE_NOT_EMPTY',
  'FOLDER_NOT_EMPTY',
  'DATA_FOLDER_IN_USE',
  'KEY_MISSING',
  'KEY_EXPOSED',
  'KEY_WRONG',
  'DATABASE_NEWER',
  'DATABASE_DAMAGED',
  'BOOKS_BEHIND',
  'BOOKS_OTHER',
  'BOOKS_GONE',
  'ANCHOR_MISSING',
  'ANCHOR_OUTDATED',
  'ANCHOR_UNWRITTEN',
  'BOOKS_NOT_SHUT',
  'OFFICE_NOTE_MISSING',
  'FOLDER_UNUSABLE',
  'DISK_READ_ONLY',
  'DISK_FULL',
  'CLOCK_BEHIND',
  'CLOCK_NOT_BEHIND',
  // The operation.
  'OPERATION_REUSED',
  'OPERATION_CANCELLED',
  // The session.
  'SIGN_IN_REQUIRED',
  // By wrong passwords before one is judged; by wrong pairs once it was right.
  'CLERK_LOCKED',
  'PASSWORD_TOO_SOON',
  'SIGN_IN_FAILED',
  'PASSWORD_WRONG',
  'CLERK_DISABLED',
  'PASSWORD_EXPIRED',
  'SESSION_LOCKED',
  'ROLE_REQUIRED',
  // The visit.
  'ID_NUMBER_INVALID',
  'CARD_NUMBER_INVALID',
  'NAME_INVALID',
  'VISIT_OPEN',
  'VISIT_REQUIRED',
  'VISIT_ENDED',
  'PAIR_MISMATCH',
  'CARD_REPLACED',
  'GUARDIAN_REQUIRED',
  'AGENT_INVALID',
  'SECONDARY_DOCUMENT_REQUIRED',
  'ACCOUNT_CLOSED',
  'CARD_REQUIRED',
  'AGENT_MAY_NOT',
  'REASON_REQUIRED',
  // The second person.
  'SECOND_PERSON_REQUIRED',
  'SECOND_PERSON_SAME',
  'SECOND_PERSON_LOCKED',
  'SECOND_PERSON_FAILED',
  'SECOND_PERSON_ROLE',
  'APPROVAL_UNKNOWN',
  'APPROVAL_OTHER',
  'APPROVAL_CHANGED',
  'APPROVAL_EXPIRED',
  'APPROVAL_PENDING',
  'APPROVAL_REFUSED',
  'APPROVAL_USED',
  // The subject.
  'FILE_UNREADABLE',
  'FILE_UNKNOWN',
  'BATCH_FILE_NOT_KEPT',
  'FILE_BEING_POSTED',
  'DAY_BEING_CLOSED',
  'INTEREST_UNKNOWN',
  'POSTING_WAITS',
  'WORK_FILE_DAMAGED',
  'PERIOD_INVALID',
  'DATE_INVALID',
  'DAY_AHEAD',
  'DAY_NOT_YET',
  'DAY_CHANGED',
  'DAY_VISITS_OPEN',
  'DAY_TILLS_OPEN',
  'DAY_UNBALANCED',
  'DAY_REPORT_UNKNOWN',
  'TILL_VISIT_OPEN',
  'TILL_CLOSED',
  'TILL_DIFFERENCE',
  'OPENING_DATE_AHEAD',
  'MISSING_GLYPH',
  'DOCUMENT_UNKNOWN',
  'DOCUMENT_FILTERED',
  'PRINT_JOB_UNKNOWN',
  'SAVE_FAILED',
  'OUTPUT_FAILED',
  'PRINT_FAILED',
  'BACKUP_DAMAGED',
  'BACKUP_FAILED',
  'RECOVERY_KEY_WRONG',
  'LOCKS_STAND',
  'CLERK_UNKNOWN',
  'INSTITUTION_UNKNOWN',
  'TERMINAL_UNKNOWN',
  'INSTITUTION_EXISTS',
  'INSTITUTION_INVALID',
  'INSTITUTION_CHANGED',
  'INSTITUTION_STATE',
  'CLERK_EXISTS',
  'CLERK_STATE',
  'AUTHORISERS_TOO_FEW',
  'ADMINISTRATOR_LAST',
  'SERVER_NEVER_STARTED',
  'SERVER_RUNNING',
  'SERVER_LOST',
  'COUNTER_STATE',
  'COUNTER_NAME_TAKEN',
  'COUNTERS_FULL',
  'CERTIFICATE_REQUEST_INVALID',
  'ENROLMENT_CODE_UNKNOWN',
  'ENROLMENT_CODE_USED',
  'ENROLMENT_CODE_EXPIRED',
  'ENROLMENT_CODE_DEAD',
  'ENROLMENT_CODE_WRONG',
  'PASSWORD_WEAK',
  'SETTING_UNKNOWN',
  'SETTING_OUT_OF_RANGE',
  'SETTING_TEXT_INVALID',
  'SETTING_LIST_INVALID',
  'RATE_ALREADY_RUNS',
  'PHONE_INVALID',
  'PHONE_MISSING',
  'ID_NUMBER_TAKEN',
  'HOLDER_UNCHANGED',
  'ACCOUNT_BALANCE',
  'ENTRY_UNKNOWN',
  'ENTRY_IS_CORRECTION',
  'ENTRY_CORRECTED',
  'ENTRY_RETURNED',
  'CORRECTION_BELOW_ZERO',
  'DOCUMENT_PDF_ONLY',
  'PAPER_UNFIT',
  // The holder's own door.
  'ONLINE_TOO_MANY',
  'ONLINE_REFUSED',
  'CODE_WRONG',
  'CODE_OVER',
  'PASSKEY_REFUSED',
  'LOGIN_ABSENT',
  'WITHDRAW_NOT_HERE',
  'WITHDRAW_LATE',
  // Losses of card and PIN.
  'TELEPHONE_PASSWORD_UNSET',
  'TELEPHONE_PASSWORD_LOCKED',
  'TELEPHONE_PASSWORD_WRONG',
  'NOT_BY_TELEPHONE',
  'LOSS_UNKNOWN',
  'LOSS_TIME_INVALID',
  'LOSS_ALREADY_REPORTED',
  'LOSS_STATE',
  'REISSUE_TOO_EARLY',
  'TAKE_BACK_FOLLOWED',
  'TAKE_BACK_LATE',
  'CARD_TAKEN',
  'REFERENCE_TAKEN',
  'PIN_KEY_MISSING',
  'PIN_REQUIRED',
  'PIN_STATE',
  'PIN_RESET_WAITS',
  'PIN_TASK_OPEN',
  'PIN_TASK_ENDED',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * Why a desktop that has joined an office server does not reach it. Whatever is asked meanwhile is refused by one of these and is
 * not answered by it: the server may have done it before the line broke.
 */
const OF_THE_LINE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SERVER_UNREACHABLE',
  'SERVER_OTHER',
  'COUNTER_UNKNOWN',
  'COUNTER_REVOKED',
  'CERTIFICATE_EXPIRED',
  'PROGRAM_OLDER',
  'PROGRAM_NEWER',
  'JOINING_DAMAGED',
]);

/** Whether a command was done is not known, as its ledger, or the line to it, broke over it; it is given again as it comes back. */
export function isUnanswered(code: ErrorCode): boolean {
  return code === 'LEDGER_RESTARTING' || code === 'SERVER_DID_NOT_ANSWER';
}

export function isOfTheLine(code: ErrorCode): boolean {
  return OF_THE_LINE.has(code);
}

/** Details are for the sentence only: never a PIN, never an unmasked number. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Refusal };

export function accepted<Value>(value: Value): Reply<Value> {
  return { ok: true, value };
}

export function refused(
  code: ErrorCode,
  details: Refusal['details'] = {},
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, details } };
}

/**
 * A refusal on its way out of a transaction: thrown so that everything the transaction did is undone, caught at the
 * ledger's doors and answered as a value.
 */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(code: ErrorCode, details: Refusal['details'] = {}) {
    super(code);
    this.name = 'RefusalError';
    this.refusal = { code, details };
  }
}
