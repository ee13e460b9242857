/** A command that was not answered is repeated under the same operation id, and only then. */
import { expect, test } from 'vitest';
import type { ErrorCode, Reply } from '../../../../electron/contract/kernel/errors.ts';
import { keptOperation } from '../../../../renderer/shared/kept-operation.ts';

const done: Reply<string> = { ok: true, value: 'done' };
const refused = (code: ErrorCode): Reply<string> => ({ ok: false, error: { code, details: {} } });

function setUp(): { ids: string[]; press: (content: string, reply: Reply<string>) => Promise<Reply<string>> } {
  let made = 0;
  const ids: string[] = [];
  const run = keptOperation(() => `id ${++made}`);
  return {
    ids,
    press: (content, reply) =>
      run(content, async (operationId) => {
        ids.push(operationId);
        return reply;
      }),
  };
}

const AWAY = [
  'LEDGER_RESTARTING',
  'SERVER_DID_NOT_ANSWER',
  'LEDGER_UNAVAILABLE',
  'SERVER_UNREACHABLE',
  'PROGRAM_OLDER',
  'COUNTER_REVOKED',
] as const;

test.each(AWAY)('%s is no answer: the id stays', async (code) => {
  const { ids, press } = setUp();
  await press('visit', refused(code));
  await press('visit', refused(code));
  await press('visit', done);
  expect(ids).toEqual(['id 1', 'id 1', 'id 1']);
});

test('after an answer, good or bad, the next press is another operation', async () => {
  const { ids, press } = setUp();
  await press('visit', done);
  await press('visit', refused('PAIR_MISMATCH'));
  await press('visit', done);
  expect(ids).toEqual(['id 1', 'id 2', 'id 3']);
});

test('other content is another operation, even when the first was not answered', async () => {
  const { ids, press } = setUp();
  await press('card 1', refused('LEDGER_RESTARTING'));
  await press('card 2', done);
  expect(ids).toEqual(['id 1', 'id 2']);
});
