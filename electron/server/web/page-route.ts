/** What a place of the pages answers, and what every one of them does with a refusal. */
import type { ErrorCode, Refusal } from '../../contract/kernel/errors.ts';
import type {
  FormFault,
  HolderField,
  HolderForm,
  HolderNotice,
  HolderPage,
} from '../../contract/online/holder-pages.ts';
import { emptyFaults, formAgain, refusalFaults } from './form-rules.ts';
import type { Visitor } from './visitor.ts';

export type Outcome =
  | { readonly show: HolderPage; readonly status?: number }
  /** Somewhere else, so that going back or loading anew sends nothing twice. */
  | { readonly goTo: string }
  | { readonly pdf: Uint8Array; readonly fileName: string };

export interface PageRoute {
  readonly method: 'GET' | 'POST';
  readonly place: string;
  readonly answer: (visitor: Visitor) => Promise<Outcome>;
}

const UNPROCESSABLE = 422;
const AWAY = 503;

/** The session is over, or never was. */
const WITHOUT_SESSION: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['SIGN_IN_REQUIRED']);

/** Nobody who asks can do anything about these; what is refused for them may be asked again. */
const OF_THE_LEDGER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'LEDGER_RESTARTING',
  'LEDGER_UNAVAILABLE',
  'REQUEST_ENDS_LEDGER',
  'OFFICE_ABSENT',
  'BOOKS_BEHIND',
  'BOOKS_OTHER',
  'BOOKS_GONE',
  'ANCHOR_MISSING',
  'ANCHOR_OUTDATED',
  'ANCHOR_UNWRITTEN',
  'FOLDER_UNUSABLE',
  'DISK_READ_ONLY',
  'DISK_FULL',
  'CLOCK_BEHIND',
]);

export function notice(name: HolderNotice, status: number, refusal: Refusal | null = null): Outcome {
  return { show: { page: 'notice', notice: name, refusal }, status };
}

/** A refusal that belongs to no form. */
export function refusedPage(visitor: Visitor, refusal: Refusal): Outcome {
  if (OF_THE_LEDGER.has(refusal.code)) return notice('away', AWAY);
  if (WITHOUT_SESSION.has(refusal.code)) return endedPage(visitor);
  if (refusal.code === 'LOSS_ALREADY_REPORTED') return notice('already', 409);
  return notice('refused', UNPROCESSABLE, refusal);
}

function endedPage(visitor: Visitor): Outcome {
  visitor.leave();
  return notice('ended', 401);
}

interface Filled {
  readonly fields: readonly HolderField[];
  /** The page with the form once more. */
  readonly again: (form: HolderForm) => Promise<HolderPage> | HolderPage;
}

/** The form again with what is wrong, or the page that says why it cannot go on. */
export async function refusedForm(visitor: Visitor, refusal: Refusal, { fields, again }: Filled): Promise<Outcome> {
  if (WITHOUT_SESSION.has(refusal.code)) return refusedPage(visitor, refusal);
  // What was typed stays, to be sent once more.
  if (OF_THE_LEDGER.has(refusal.code))
    return { show: await again(formAgain(visitor.sent, [{ field: null, why: 'away' }])), status: AWAY };
  return faultyForm(visitor, refusalFaults(refusal, fields), again);
}

export async function faultyForm(
  visitor: Visitor,
  faults: readonly FormFault[],
  again: Filled['again'],
): Promise<Outcome> {
  return { show: await again(formAgain(visitor.sent, faults)), status: UNPROCESSABLE };
}

/** What was left empty, told before the ledger is asked; null where nothing was. */
export async function emptyForm(visitor: Visitor, { fields, again }: Filled): Promise<Outcome | null> {
  const faults = emptyFaults(visitor.sent, fields);
  return faults.length === 0 ? null : faultyForm(visitor, faults, again);
}
