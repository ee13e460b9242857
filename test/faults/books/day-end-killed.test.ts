/** kill -9 at any moment of a day end: the day is closed with its report, or it is not (docs/rules.md 9). */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { behindTheBack, copyOf, makeTemplate, Office, type Template } from '../../offices/small-office.ts';
import { startDoomed } from './ledger-process.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

interface Left {
  readonly open: string;
  readonly ended: readonly { readonly day: string; readonly next: string }[];
  readonly recorded: readonly string[];
}

function left(folder: string): Left {
  return behindTheBack(folder, (connection) => ({
    open: connection.prepare<[], string>('SELECT business_date FROM office').pluck().get() ?? '',
    ended: connection
      .prepare<[], { day: string; next: string }>(
        'SELECT business_date AS day, next_date AS next FROM day_end ORDER BY business_date',
      )
      .all(),
    recorded: connection
      .prepare<[], string>(
        "SELECT subject FROM audit WHERE verb = 'day.close' AND outcome = 'done' AND json_extract(details, '$.report') IS NOT NULL ORDER BY seq",
      )
      .pluck()
      .all(),
  }));
}

test('killed at random moments, it has closed every day it acknowledged, and none by halves', async () => {
  const folder = copyOf(template);
  const acknowledged = new Set<unknown>();
  let unanswered = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (messages) => {
      const ledger = startDoomed('days', folder);
      await ledger.until(() => ledger.told.length >= messages);
      await ledger.kill();
      for (const { ended } of ledger.told) if (ended !== undefined) acknowledged.add(ended);
      if (ledger.told.at(-1)?.['ending'] !== undefined) unanswered += 1;

      const { open, ended, recorded } = left(folder);
      const days = ended.map(({ day }) => day);
      expect([...acknowledged].filter((day) => !days.includes(String(day)))).toEqual([]);
      expect(recorded).toEqual(days);
      // Each day began as the one before it ended, and the last one that ended opened the present one.
      expect([...days, open]).toEqual([days[0] ?? open, ...ended.map(({ next }) => next)]);
      const office = new Office(folder);
      expect(await office.faults()).toEqual([]);
      const supervisor = await office.signIn('2001');
      for (const day of days.slice(-1)) {
        const { pdf } = await office.must('day.drawReport', { businessDate: businessDate(day) }, supervisor);
        expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      }
      office.close();
    }),
    { numRuns: 8 },
  );
  expect([acknowledged.size > 0, unanswered > 0]).toEqual([true, true]);
});
