/** A holder reads what was reported lost and says yes or no: on record, and nothing else changes (docs/rules.md 3). */
import { expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { AGENT, type LossCounter } from '../../../offices/loss-counter.ts';
import { lossOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, PIN, type Counter, type Office } from '../../../offices/small-office.ts';

let counter: LossCounter;
let office: Office;
let clerk: Counter;
let number: string;
lossOfEachTest((opened) => ({ counter, office, clerk, number } = opened));

const asking = (other: Partial<Input<'customer.beginTask'>> = {}) =>
  ({ visitId: counter.visitId, task: 'acknowledge', second: null, lossNumber: number, ...other }) as const;

interface Recorded {
  readonly verb: string;
  readonly actor: string;
  readonly visit_id: string;
}

/** Everything on record about the report. */
function recorded(): Recorded[] {
  return behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[string], Recorded>('SELECT verb, actor, visit_id FROM audit WHERE subject = ? ORDER BY seq')
      .all(number),
  );
}

test('the holder reads what was reported, and their yes is on record and changes nothing else', async () => {
  const before = await office.must('loss.ofVisit', { visitId: counter.visitId }, clerk);
  const asked = await office.must('customer.beginTask', asking(), clerk);
  const [report] = before;
  if (!report) throw new Error('no report');
  const { object, kind, lostFrom, lapsesOn, reissueFrom, renewFrom } = report;
  const loss = { object, kind, lostFrom, lapsesOn, reissueFrom, renewFrom };
  const { holderNameMasked, cardMasked } = report;
  expect(asked).toMatchObject({ step: 'read', ended: null, lossNumber: number, loss, holderNameMasked, cardMasked });
  const { taskId } = asked;
  expect(await office.must('customer.takeAcknowledgement', { taskId }, clerk)).toMatchObject({ ended: 'done', loss });
  expect(recorded().slice(-2)).toEqual([
    { verb: 'customer.beginTask', actor: '1001', visit_id: counter.visitId },
    { verb: 'loss.acknowledge', actor: '1001', visit_id: counter.visitId },
  ]);
  expect(await office.must('loss.ofVisit', { visitId: counter.visitId }, clerk)).toEqual(before);
  expect(await office.codeOf('customer.takeAcknowledgement', { taskId }, clerk)).toBe('PIN_TASK_ENDED');
});

test('a no is on record with the number, and the report stands', async () => {
  const { taskId } = await office.must('customer.beginTask', asking(), clerk);
  expect(await office.must('customer.endTask', { taskId, how: 'cancelled' }, clerk)).toMatchObject({
    ended: 'cancelled',
  });
  expect(recorded().at(-1)).toMatchObject({ verb: 'loss.decline' });
  expect(await office.codeOf('customer.takeAcknowledgement', { taskId }, clerk)).toBe('PIN_TASK_ENDED');
  expect(await office.must('loss.ofVisit', { visitId: counter.visitId }, clerk)).toMatchObject([
    { number, status: 'reported' },
  ]);
});

test.each([[undefined], ['L01010000000000000'], ['']])('of %s there is nothing to read', async (lossNumber) => {
  const { lossNumber: _, ...rest } = asking();
  const input = lossNumber === undefined ? rest : { ...rest, lossNumber };
  expect(await office.codeOf('customer.beginTask', input, clerk)).toBe('LOSS_UNKNOWN');
});

test('of a report that has ended there is nothing to confirm', async () => {
  await counter.report();
  expect(await office.codeOf('customer.beginTask', asking(), clerk)).toBe('LOSS_STATE');
});

test('somebody else’s report is nobody’s to read', async () => {
  await counter.visitAgain(1);
  expect(await office.codeOf('customer.beginTask', asking(), clerk)).toBe('LOSS_UNKNOWN');
});

test('an agent does not acknowledge for the holder', async () => {
  await counter.visitAgain(0, { agent: AGENT });
  expect(await office.codeOf('customer.beginTask', asking(), clerk)).toBe('AGENT_MAY_NOT');
});

test('digits are no yes, a yes is no PIN, and neither comes late or from another session', async () => {
  const { taskId } = await office.must('customer.beginTask', asking(), clerk);
  expect(await office.codeOf('customer.takeEntry', { taskId, step: 'read', pin: Buffer.from(PIN) }, clerk)).toBe(
    'PIN_TASK_ENDED',
  );
  expect(await office.codeOf('customer.takeEntry', { taskId, step: 'new', pin: Buffer.from(PIN) }, clerk)).toBe(
    'PIN_TASK_ENDED',
  );
  const other = await office.signIn('1002');
  expect(await office.codeOf('customer.takeAcknowledgement', { taskId }, other)).toBe('PIN_TASK_ENDED');
  office.at += 60_000;
  expect(await office.codeOf('customer.takeAcknowledgement', { taskId }, clerk)).toBe('PIN_TASK_ENDED');
  const setting = await office.must('customer.beginTask', { ...asking(), task: 'first' }, clerk);
  expect(await office.codeOf('customer.takeAcknowledgement', { taskId: setting.taskId }, clerk)).toBe('PIN_TASK_ENDED');
});

const calledWrong = async () => (await office.must('paper.ofVisit', { visitId: counter.visitId }, clerk)).calledWrong;

async function says(how: 'yes' | 'cancelled' | 'abandoned'): Promise<void> {
  const { taskId } = await office.must('customer.beginTask', asking(), clerk);
  if (how === 'yes') await office.must('customer.takeAcknowledgement', { taskId }, clerk);
  else await office.must('customer.endTask', { taskId, how }, clerk);
}

test('the books know that the holder called it wrong, until they say that it is right', async () => {
  expect(await calledWrong()).toEqual([]);
  await says('cancelled');
  expect(await calledWrong()).toEqual([number]);
  // The clerk's own breaking off says nothing about the report.
  await says('abandoned');
  expect(await calledWrong()).toEqual([number]);
  await says('yes');
  expect(await calledWrong()).toEqual([]);
  await says('abandoned');
  expect(await calledWrong()).toEqual([]);
});

test('a report that was called wrong and is over is told no more', async () => {
  await says('cancelled');
  await counter.report();
  expect(await calledWrong()).toEqual([]);
});
