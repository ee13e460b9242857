/** What has words of its own besides the refusals: reasons in files, and codes in the details of a refusal. */
import type {
  ALLOCATION_FILE_REASONS,
  ALLOCATION_LINE_REASONS,
  LossStatus,
  PinState,
  Role,
  SETTLEMENT_FILE_REASONS,
  SETTLEMENT_LINE_REASONS,
  WeakPassword,
} from '../kernel/vocabulary.ts';
import type { PrintFault } from '../printing/print-faults.ts';

/** Why one line of the register or of the list of institutions is refused. */
export type RegisterLineCode =
  | 'COLUMN_COUNT_WRONG'
  | 'INSTITUTION_DUPLICATE'
  | 'ID_NUMBER_INVALID'
  | 'NAME_INVALID'
  | 'EMPLOYER_INVALID'
  | 'INSURANCE_NUMBER_INVALID'
  | 'CARD_NUMBER_INVALID'
  | 'OPENING_DATE_INVALID'
  | 'HOLDER_DIFFERS'
  | 'CARD_REPLACED'
  | 'ACCOUNT_CLOSED'
  | 'INSTITUTION_CODE_INVALID'
  | 'INSTITUTION_NAME_INVALID'
  | 'INSTITUTION_TYPE_INVALID'
  | 'INSTITUTION_STOPPED'
  | 'TERMINAL_INVALID';

export type FileReason = (typeof ALLOCATION_FILE_REASONS | typeof SETTLEMENT_FILE_REASONS)[number];
export type LineReason = (typeof ALLOCATION_LINE_REASONS | typeof SETTLEMENT_LINE_REASONS)[number];
export type Reason = FileReason | LineReason | RegisterLineCode;

/** Why a folder or file cannot be used. */
export type DiskReason =
  | 'disk-no-permission'
  | 'disk-not-there'
  | 'disk-link-to-nowhere'
  | 'disk-link-circle'
  | 'disk-name-too-long'
  | 'disk-name-taken'
  | 'disk-name-unusable'
  | 'disk-not-a-folder'
  | 'disk-is-a-folder'
  | 'disk-busy'
  | 'disk-too-many-files'
  | 'disk-too-large'
  | 'disk-cannot-open'
  | 'disk-full'
  | 'disk-read-only'
  | 'disk-failing';

/** Codes that may stand in a detail and have words of their own. */
export type Term =
  | DiskReason
  | PrintFault
  | 'LENGTH'
  | 'CHARACTER'
  | 'BIRTH_DATE'
  | 'CHECK_DIGIT'
  | 'PREFIX'
  | Role
  | LossStatus
  | PinStateTerm
  | 'institution-code'
  | 'institution-name'
  | 'institution-terminals'
  | 'list-of-rates'
  | 'list-of-holidays'
  | WeakPassword;

/** `pin-none` and the like: the bare words mean other things elsewhere. */
export type PinStateTerm = `pin-${PinState}`;
