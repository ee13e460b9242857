/**
 * Commands already answered: the same id again returns the first answer, other content is refused (docs/ledger.md 2).
 */
import { commandContent } from '../../contract/kernel/command-content.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Reading, Writing } from '../books/books.ts';

export interface OperationKey {
  readonly id: string;
  readonly verb: string;
  readonly input: unknown;
  /** Whose answer it is: a session, or a counter where nobody was signed in. */
  readonly owner: string;
  /** The clerk of that session, who may ask again in a later one; null for a counter. */
  readonly clerkCode: string | null;
}

function inputHash({ keys }: Reading, { verb, input }: OperationKey): string {
  return keys.blindIndex('input', `${verb}\n${commandContent(input)}`);
}

/** The first answer as JSON text, null when the id is new. Throws RefusalError OPERATION_REUSED on other content or for another person. */
export async function findAnswer(reading: Reading, key: OperationKey): Promise<string | null> {
  const row = await reading.query.selectFrom('operation').selectAll().where('id', '=', key.id).executeTakeFirst();
  if (row === undefined) return null;
  const isOwn = row.owner === key.owner || (await isOwnEarlierSession(reading, row.owner, key));
  if (!isOwn || row.input_hash !== inputHash(reading, key)) throw new RefusalError('OPERATION_REUSED');
  return reading.keys.open('reply', row.reply);
}

/** The command was given in another session of the same clerk, who has signed in again since. */
async function isOwnEarlierSession(
  { query }: Reading,
  owner: string | null,
  { clerkCode }: OperationKey,
): Promise<boolean> {
  if (owner === null || clerkCode === null) return false;
  const session = await query
    .selectFrom('session')
    .select('clerk_code')
    .where('token_hash', '=', owner)
    .executeTakeFirst();
  return session?.clerk_code === clerkCode;
}

/** A command whose answer comes later, as it is kept until then: what it was asked for is in its hash. */
export interface WaitingOperation {
  readonly id: string;
  readonly verb: string;
  readonly hash: string;
  readonly owner: string;
}

export function waitingOperation(reading: Reading, key: OperationKey): WaitingOperation {
  return { id: key.id, verb: key.verb, hash: inputHash(reading, key), owner: key.owner };
}

/** Throws RefusalError OPERATION_REUSED where it is not the command of that key. */
export async function refuseOtherOperation(
  reading: Reading,
  waiting: Omit<WaitingOperation, 'owner'> & { readonly owner: string | null },
  key: OperationKey,
): Promise<void> {
  const isOwn = waiting.owner === key.owner || (await isOwnEarlierSession(reading, waiting.owner, key));
  if (!isOwn || waiting.hash !== inputHash(reading, key)) throw new RefusalError('OPERATION_REUSED');
}

/** Another command that was given the same id meanwhile has its answer there already. */
export async function keepLateAnswer(
  { query, keys, at }: Writing,
  { id, verb, hash, owner }: WaitingOperation,
  reply: unknown,
): Promise<void> {
  const row = { id, verb, input_hash: hash, owner, reply: keys.seal('reply', JSON.stringify(reply)), at };
  await query
    .insertInto('operation')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function keepAnswer(writing: Writing, key: OperationKey, reply: unknown): Promise<void> {
  await writing.query
    .insertInto('operation')
    .values({
      id: key.id,
      verb: key.verb,
      input_hash: inputHash(writing, key),
      owner: key.owner,
      reply: writing.keys.seal('reply', JSON.stringify(reply)),
      at: writing.at,
    })
    .execute();
}
