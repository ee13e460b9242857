/** kill -9 at any moment: what was acknowledged is there, and nothing of what was not (docs/ledger.md 3). */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { behindTheBack, copyOf, makeTemplate, NEW_OFFICE, Office, type Template } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import { startDoomed } from './ledger-process.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

test('killed at random moments while it posts, it loses nothing it acknowledged and keeps nothing by halves', async () => {
  const folder = copyOf(template);
  const acknowledged = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (messages) => {
      const ledger = startDoomed('post', folder);
      await ledger.until(() => ledger.told.length >= messages);
      await ledger.kill();
      for (const { acknowledged: batch } of ledger.told) if (batch !== undefined) acknowledged.add(batch);

      const left = behindTheBack(folder, (connection) =>
        connection.prepare<[], string>("SELECT number FROM batch WHERE state = 'posted'").pluck().all(),
      );
      expect([...acknowledged].filter((batch) => !left.includes(String(batch)))).toEqual([]);
      const office = new Office(folder);
      // True where it was killed, and at the end to which the posting goes by itself.
      expect(await office.faults()).toEqual([]);
      await office.door.ledger.postings.atRest();
      expect(await office.faults()).toEqual([]);
      expect(existsSync(join(folder, 'scratch')) ? readdirSync(join(folder, 'scratch')) : []).toEqual([]);
      office.close();
      const unfinished = behindTheBack(folder, (connection) => [
        connection
          .prepare<[], string>(
            "SELECT number FROM batch WHERE state <> 'posted' OR accepted + rejected <> 40 AND id > 3",
          )
          .pluck()
          .all(),
        connection.prepare<[], number>('SELECT count(*) FROM checked_refusals').pluck().get(),
      ]);
      expect(unfinished).toEqual([[], 0]);
    }),
    { numRuns: 8 },
  );
  expect(acknowledged.size).toBeGreaterThan(0);
});

test('an office that was never finished is no office, and can be made', async () => {
  const folder = freshFolder();
  const ledger = startDoomed('make', folder);
  await ledger.until(({ grown }) => Number(grown) > 200_000);
  await ledger.kill();
  expect(existsSync(join(folder, 'ledger.db'))).toBe(true);
  expect(existsSync(join(folder, 'office.json'))).toBe(false);

  const office = new Office(folder);
  expect(office.door.officePresent).toBe(false);
  expect(await office.must('office.status', {}, null)).toEqual({
    office: null,
    businessDate: null,
    pastDayOpen: null,
    bankName: '',
    clockBehind: null,
    at: null,
    demoClerks: [],
  });
  expect(await office.codeOf('batch.list', {}, null)).toBe('OFFICE_ABSENT');
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
  expect(await office.must('ledger.verify', {}, null)).toMatchObject({ ok: true, accounts: 0, entries: 0 });
  office.close();
});

test('a backup is restored over the remains of an office that was never finished', async () => {
  const backup = join(freshFolder(), 'backup.db');
  const whole = new Office(copyOf(template));
  await whole.door.ledger.books.backUp(backup);
  whole.close();
  const folder = freshFolder();
  writeFileSync(join(folder, 'office.making'), '');
  writeFileSync(join(folder, 'ledger.db'), 'half');
  mkdirSync(join(folder, 'scratch'));
  writeFileSync(join(folder, 'scratch', 'half.db'), 'half');
  const office = new Office(folder);
  expect(await office.codeOf('office.restoreFrom', { path: backup, recoveryKeyTyped: true }, null)).toBeNull();
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('what a killed job left in scratch and spool is gone after the next start; whole received files stay', async () => {
  const folder = copyOf(template);
  const office = new Office(folder);
  const { intakeId } = await office.must('intake.begin', { name: 'a.csv', bytes: 9 }, template.clerk);
  const chunk = Buffer.from('123456789');
  await office.must('intake.chunk', { intakeId, offset: 0, chunk }, template.clerk);
  const kept = await office.receive('批次号,x\n', template.clerk);
  mkdirSync(join(folder, 'scratch'));
  writeFileSync(join(folder, 'scratch', 'left-behind.db'), 'x');
  office.reopen();
  expect(existsSync(join(folder, 'scratch'))).toBe(false);
  expect(readdirSync(join(folder, 'incoming')).filter((name) => name.startsWith(intakeId))).toEqual([]);
  expect(await office.codeOf('file.answerName', { intakeId: kept }, template.clerk)).toBeNull();
  office.close();
});
