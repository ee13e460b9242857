/** Tills: each clerk closes their own, a supervisor that of one who is away (docs/rules.md 9). */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import type { LossCounter } from '../../../../offices/loss-counter.ts';
import { lossCounterOfEachTest } from '../../../../offices/office-of-each-test.ts';
import { unguard, type Counter, type Office } from '../../../../offices/small-office.ts';

let counter: LossCounter;
let office: Office;
let clerk: Counter;
lossCounterOfEachTest((opened) => ({ counter, office, clerk } = opened));

const counted = (yuan: number, reason: string | null = null) => ({
  ...{ operationId: randomUUID(), countedFen: fen(yuan * 100), reason },
});
const finish = () => office.must('visit.finish', { visitId: counter.visitId }, clerk);

/** A card is replaced for the standard fee, in cash. */
async function replaceCard(): Promise<void> {
  const { number } = await counter.report({ kind: 'formal' });
  await counter.toDay('2024-02-12');
  await counter.visitAgain(0);
  await office.must('loss.reissue', counter.reissueOf(number), clerk);
}

test('says what was done today and what fees should be there, and is closed by what was counted', async () => {
  await replaceCard();
  const till = await office.must('till.view', {}, clerk);
  expect(till).toMatchObject({ businessDate: '2024-02-12', state: 'open', visitOpen: true, closings: [] });
  expect(till.figures).toMatchObject({
    kinds: [
      { kind: 'visit', counted: 1 },
      { kind: 'card-replaced', counted: 1 },
    ],
    fees: [{ feeClass: 'standard', counted: 1, amountFen: 2_000 }],
    expectedFen: 2_000,
  });
  await finish();
  const closed = await office.must('till.close', counted(20), clerk);
  expect(closed).toMatchObject({ state: 'closed', visitOpen: false });
  expect(closed.closings).toMatchObject([{ number: 1, expectedFen: 2_000, countedFen: 2_000, closedBy: '1001' }]);
});

test('a difference takes a reason, and both stay on record', async () => {
  await replaceCard();
  await finish();
  expect(await office.ask('till.close', counted(19.5), clerk)).toMatchObject({
    error: { code: 'TILL_DIFFERENCE', details: { counted: '19.50', expected: '20.00' } },
  });
  const { closings } = await office.must('till.close', counted(19.5, '找零错误'), clerk);
  expect(closings).toMatchObject([{ countedFen: 1_950, expectedFen: 2_000, reason: '找零错误' }]);
});

test('is not closed with a customer there, nor twice; the same command is answered alike', async () => {
  expect(await office.codeOf('till.close', counted(0), clerk)).toBe('TILL_VISIT_OPEN');
  await finish();
  const command = counted(0);
  const closed = await office.must('till.close', command, clerk);
  expect(await office.must('till.close', command, clerk)).toEqual(closed);
  expect(await office.codeOf('till.close', counted(0), clerk)).toBe('TILL_CLOSED');
});

test('is opened again by what is done afterwards, and counted anew', async () => {
  await finish();
  const { figures } = await office.must('till.close', counted(0), clerk);
  const before = figures.visits;
  await counter.visitAgain(1);
  expect(await office.must('till.view', {}, clerk)).toMatchObject({ state: 'open', figures: { visits: before + 1 } });
  await finish();
  const { closings } = await office.must('till.close', counted(0), clerk);
  expect(closings.map(({ number }) => number)).toEqual([1, 2]);
});

test('a visit that was left alone is over, and hinders nobody', async () => {
  office.at += 15 * 60_000;
  expect(await office.must('till.close', counted(0), clerk)).toMatchObject({ state: 'closed' });
});

test('of a clerk who is away it is a supervisor who closes it, for a reason', async () => {
  await finish();
  const [supervisor, colleague] = [await office.signIn('2001'), await office.signIn('1002')];
  const asked = { ...counted(0), clerkCode: '1001', reason: '柜员请假' };
  expect(await office.codeOf('till.closeFor', asked, colleague)).toBe('ROLE_REQUIRED');
  const unknown = { ...asked, operationId: randomUUID(), clerkCode: '1999' };
  expect(await office.codeOf('till.closeFor', unknown, supervisor)).toBe('CLERK_UNKNOWN');
  const { closings } = await office.must('till.closeFor', { ...asked, operationId: randomUUID() }, supervisor);
  expect(closings).toMatchObject([{ closedBy: '2001', reason: '柜员请假' }]);
});

test.each([
  ['a figure', 'UPDATE till_count SET counted = counted + 1'],
  ['a fee', 'UPDATE till_fee SET amount_fen = amount_fen - 1'],
  ['what was expected', 'UPDATE till_closing SET expected_fen = 1, counted_fen = 1'],
  ['what was counted', "UPDATE till_closing SET counted_fen = 1, reason = 'x'"],
  ['a line left out', "DELETE FROM till_count WHERE name = 'visit.open'"],
])('verify names %s that is not as the record says', async (_what, breaking) => {
  await replaceCard();
  await finish();
  await office.must('till.close', counted(20), clerk);
  const before: string[] = await office.faults();
  office.whileClosed((connection) => {
    unguard(connection);
    connection.exec(
      'BEGIN; CREATE TABLE kept AS SELECT * FROM till_closing; CREATE TABLE counts AS SELECT * FROM till_count; CREATE TABLE fees AS SELECT * FROM till_fee; COMMIT',
    );
    connection.exec(breaking);
  });
  expect([before, await office.faults()]).toEqual([[], ['tills-and-days']]);
  office.whileClosed((connection) => {
    connection.exec(`
      DELETE FROM till_count; DELETE FROM till_fee; DELETE FROM till_closing;
      INSERT INTO till_closing SELECT * FROM kept; INSERT INTO till_count SELECT * FROM counts;
      INSERT INTO till_fee SELECT * FROM fees; DROP TABLE kept; DROP TABLE counts; DROP TABLE fees;`);
  });
});
