/** The second person of a command, as its use case is given them: proven already, or to be held against its matter. */
import type { AskedFact } from '../../contract/approvals/approval-views.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import type { SecondVerb } from '../../contract/verbs.ts';
import type { Reading, Writing } from '../books/books.ts';

/** Everything that a second person is asked for. */
export interface AskedOfSecond {
  readonly verb: SecondVerb;
  readonly accountId: number | null;
  readonly cardId: number | null;
  readonly lossNumber: string | null;
  readonly subject: string;
  readonly facts: readonly AskedFact[];
  /** Equal for equal commands alone. */
  readonly binding: string;
}

/** What a use case says of the matter, and hears of the second person; the dispatcher checks that it did before the commit. */
export interface SecondOfCommand {
  /** False where the input spares the command a second person. */
  readonly isAsked: boolean;
  /**
   * Who they are, before long work is begun: an approval that does not fit is refused at once. Throws what `approver` throws.
   * @param describe what an approval from the queue is held against.
   */
  foreseen(describe: () => Promise<(reading: Reading) => Promise<AskedOfSecond>>): Promise<string>;
  /**
   * Who says yes to exactly this, with the decision on record; an approval from the queue is used up. Throws RefusalError
   * SECOND_PERSON_REQUIRED, APPROVAL_UNKNOWN, _OTHER, _REFUSED, _USED, _EXPIRED or _PENDING.
   */
  approver(writing: Writing, matter: AskedOfSecond): Promise<string>;
  /** Says that by the verb's own rule none is needed this time. */
  spare(): null;
}

/** Those who lift a lock: the other one is there for a lock by wrong passwords. */
export interface LiftedBy {
  readonly first: Clerk;
  readonly other: Clerk | null;
}

/** Two persons who prove themselves to each other where nobody can be signed in. */
export interface TwoPersons {
  readonly first: Clerk;
  readonly second: Clerk;
}

/** The one person of a decision that needs no other, signed in or not. */
export interface Decider {
  readonly decider: Clerk;
}

export type ProvenSecond = Clerk | LiftedBy | TwoPersons | Decider | SecondOfCommand;
