/**
 * Commands already answered: the same id again returns the first answer, other content is refused (docs/ledger.md 2).
 */
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
  return keys.blindIndex('input', `${verb}\n${JSON.stringify(input)}`);
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
