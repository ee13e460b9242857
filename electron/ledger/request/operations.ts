/** A command sent twice is done once: its operation id finds the first answer (docs/ledger.md 2). */
import { verbs, type JudgedAgainVerb, type OnceVerb, type Output, type Verb } from '../../contract/verbs.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findAnswer, keepAnswer, type OperationKey } from './operation-rows.ts';
import { storedJson } from '../books/stored-json.ts';
import { writeCountingGuesses } from './clerk/counted-guess.ts';
import type { Scope } from './scope.ts';
import { refuseVisitOver } from './visit/current-visit.ts';
import { touchVisit } from './visit/visit-rows.ts';

/** Reads a kept answer back through the verb's own schema. */
export function keptAnswer<V extends Verb>(verb: V, text: string): Output<V> {
  return storedJson<unknown>(verbs[verb].output, text, `answer of ${verb}`) as Output<V>;
}

/** A kept answer belongs to the clerk or holder who asked; what is asked without a session belongs to its counter. */
export function operationKey(scope: Scope, verb: Verb, id: string, input: unknown): OperationKey {
  const owner = scope.session?.hash ?? scope.holder?.hash ?? `counter:${scope.counter}`;
  return { id, verb, input, owner, clerkCode: scope.session?.clerk.code ?? null };
}

/** A request whose answer is kept. */
export interface OperationRequest<V extends Verb> extends Scope {
  readonly verb: V;
  readonly operation: OperationKey;
}

/** Judges whether a first answer may still be shown, and gives it as the books are now. */
type Again<V extends Verb> = (writing: Writing, kept: Output<V>) => Promise<Output<V>>;
type Work<V extends Verb> = (writing: Writing) => Promise<Output<V>>;
type KeptVerb = Exclude<OnceVerb, JudgedAgainVerb>;

/**
 * Runs `work` in one transaction unless the operation was answered before; the answer is kept in the same transaction, and
 * so is the count of a wrong guess (see counted-guess.ts).
 * The visit of a new command still goes on, and the command keeps it going; a first answer that is judged again needs its
 * visit too. Throws RefusalError OPERATION_REUSED for the id of other content or of another person.
 */
export async function answeredOnce<V extends KeptVerb>(asked: OperationRequest<V>, work: Work<V>): Promise<Output<V>>;
export async function answeredOnce<V extends JudgedAgainVerb>(
  asked: OperationRequest<V>,
  work: Work<V>,
  again: Again<V>,
): Promise<Output<V>>;
export async function answeredOnce<V extends OnceVerb>(asked: OperationRequest<V>, work: Work<V>, again?: Again<V>) {
  return writeCountingGuesses(asked, (writing) => answered(writing, asked, work, again));
}

/** The same inside a transaction that has begun. */
export async function answeredOnceIn<V extends KeptVerb>(
  writing: Writing,
  asked: OperationRequest<V>,
  work: Work<V>,
): Promise<Output<V>> {
  return answered(writing, asked, work, undefined);
}

async function answered<V extends OnceVerb>(
  writing: Writing,
  asked: OperationRequest<V>,
  work: Work<V>,
  again: Again<V> | undefined,
): Promise<Output<V>> {
  const { verb, operation } = asked;
  const kept = await findAnswer(writing, operation);
  if (kept !== null && again === undefined) return keptAnswer(verb, kept);
  await refuseVisitOver(writing, asked);
  if (kept !== null && again !== undefined) return again(writing, keptAnswer(verb, kept));
  if (asked.visit !== null) await touchVisit(writing, asked.visit.id);
  const answer = await work(writing);
  await keepAnswer(writing, operation, answer);
  return answer;
}

/** Thrown inside a posting's transaction when the same command was answered while this one waited for its turn. */
export class AnsweredBefore extends Error {
  /** The kept answer, as JSON text. */
  readonly text: string;

  constructor(text: string) {
    super('answered before');
    this.text = text;
  }
}

/** Looks again inside the transaction: two of one command may have come at once. */
export async function refuseSecondRun(reading: Reading, key: OperationKey | null): Promise<void> {
  const kept = key === null ? null : await findAnswer(reading, key);
  if (kept !== null) throw new AnsweredBefore(kept);
}
