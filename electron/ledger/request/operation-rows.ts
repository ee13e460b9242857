/**
 * Commands already answered: the same id again returns the first answer, other content is refused (docs/ledger.md 2).
 */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Reading, Writing } from '../books/books.ts';

export interface OperationKey {
  readonly id: string;
  readonly verb: string;
  readonly input: unknown;
  /** Whose answer it is: no other session or counter is given it. */
  readonly owner: string;
}

function inputHash({ keys }: Reading, { verb, input }: OperationKey): string {
  return keys.blindIndex('input', `${verb}\n${JSON.stringify(input)}`);
}

/** The first answer as JSON text, null when the id is new. Throws RefusalError OPERATION_REUSED on other content or another owner. */
export async function findAnswer(reading: Reading, key: OperationKey): Promise<string | null> {
  const row = await reading.query.selectFrom('operation').selectAll().where('id', '=', key.id).executeTakeFirst();
  if (row === undefined) return null;
  if (row.owner !== key.owner || row.input_hash !== inputHash(reading, key)) throw new RefusalError('OPERATION_REUSED');
  return reading.keys.open('reply', row.reply);
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
