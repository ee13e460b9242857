/**
 * A customer who walks away at each step of each task at their window, however that is noticed: nothing is half done, no
 * paper attests it, and it is begun anew as if it had never been asked (docs/rules.md 4).
 */
import { expect, test } from 'vitest';
import type { PinTask } from '../../../../electron/contract/loss/loss-views.ts';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import {
  authorised,
  behindTheBack,
  lossOf,
  MINUTE,
  PIN,
  type Counter,
  type Office,
} from '../../../offices/small-office.ts';
import { typedPins } from '../../../offices/typed-entry.ts';

let office: Office;
let clerk: Counter;
let visitId: string;
officeOfEachTest((open) => ({ office, clerk } = open));

const OTHER = '806153';

interface Step {
  /** Who is at the counter: the first has no PIN, the fifth has one. */
  readonly holder: 0 | 4;
  readonly task: Input<'customer.beginTask'>['task'];
  /** What was typed before they left. */
  readonly typed: readonly string[];
  readonly at: PinTask['step'];
}

const steps: readonly Step[] = [
  { holder: 0, task: 'first', typed: [], at: 'new' },
  { holder: 0, task: 'first', typed: ['111111'], at: 'new' },
  { holder: 0, task: 'first', typed: [OTHER], at: 'repeat' },
  { holder: 4, task: 'change', typed: [], at: 'old' },
  { holder: 4, task: 'change', typed: [PIN], at: 'new' },
  { holder: 4, task: 'change', typed: [PIN, OTHER], at: 'repeat' },
  { holder: 4, task: 'reset', typed: [], at: 'new' },
  { holder: 4, task: 'reset', typed: [OTHER], at: 'repeat' },
  { holder: 4, task: 'prove', typed: [], at: 'old' },
  { holder: 4, task: 'telephone', typed: [], at: 'new' },
  { holder: 4, task: 'telephone', typed: [OTHER], at: 'repeat' },
  { holder: 0, task: 'acknowledge', typed: [], at: 'read' },
  { holder: 0, task: 'contact', typed: [], at: 'read' },
];

/** How it is noticed. */
const endings: Readonly<Record<string, (taskId: string) => Promise<unknown>>> = {
  async 'their time is up'(taskId) {
    office.at += 2 * MINUTE;
    await office.must('customer.endTask', { taskId, how: 'timed-out' }, clerk);
  },
  'they cancel': (taskId) => office.must('customer.endTask', { taskId, how: 'cancelled' }, clerk),
  'the clerk ends it': (taskId) => office.must('customer.endTask', { taskId, how: 'abandoned' }, clerk),
  'the clerk finishes the visit': () => office.must('visit.finish', { visitId }, clerk),
  async 'the visit ends by itself'() {
    office.at += 61 * MINUTE;
    expect(await office.must('visit.current', {}, clerk)).toBeNull();
  },
};

const cases = Object.keys(endings).flatMap((ending) => steps.map((step) => ({ ...step, ending })));

/** Of holders, cards, PINs, reports, papers and money. */
const TABLES = [
  ...['account', 'card', 'control_account', 'control_line', 'debit_hold', 'document', 'entry', 'holder', 'loss_event'],
  ...['loss_number', 'loss_report', 'message', 'pin', 'posting', 'print_job', 'printed_range', 'telephone_password'],
];

/** Every row, but for the number of the record that counted a right try. */
function kept(): unknown[] {
  return behindTheBack(office.folder, (connection) =>
    TABLES.map((table) => {
      const rows = connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
      return { table, rows: rows.map((row) => ({ ...row, audit_seq: null })) };
    }),
  );
}

/** The report that the task is about, where it is about one. */
async function prepared({ task }: Step): Promise<Partial<Input<'customer.beginTask'>>> {
  if (task === 'reset')
    await office.must('loss.report', lossOf(visitId, { object: 'password', second: authorised('2001') }), clerk);
  if (task === 'contact') return { contact: { phone: '13800000009', address: null } };
  if (task !== 'acknowledge') return {};
  const { number } = await office.must('loss.report', lossOf(visitId), clerk);
  return { lossNumber: number };
}

test.each(cases)('$task at its step $at after $typed, $ending', async (given) => {
  ({ visitId } = await office.openVisit(given.holder, clerk));
  const about = await prepared(given);
  const begin = () => office.must('customer.beginTask', { visitId, task: given.task, second: null, ...about }, clerk);
  const before = kept();
  const begun = await begin();
  const standing = await typedPins(begun, given.typed, (typed) => office.must('customer.takeEntry', typed, clerk));
  expect(standing).toMatchObject({ step: given.at, ended: null });
  await endings[given.ending]?.(begun.taskId);

  expect(kept()).toEqual(before);
  const { taskId } = begun;
  if (given.at === 'read')
    expect(await office.codeOf('customer.takeAcknowledgement', { taskId }, clerk)).not.toBeNull();
  else {
    const late = { taskId, step: given.at, pin: Buffer.from(OTHER) };
    expect(await office.codeOf('customer.takeEntry', late, clerk)).not.toBeNull();
  }
  expect(kept()).toEqual(before);

  if ((await office.must('visit.current', {}, clerk)) === null)
    ({ visitId } = await office.openVisit(given.holder, clerk));
  const receipt = { visitId, kind: 'password-receipt', lossNumber: null, paper: null, language: 'zh-CN' } as const;
  expect(await office.codeOf('paper.prepare', receipt, clerk)).toBe('PAPER_UNFIT');
  // Nothing of the first attempt holds up or shortens the second.
  const again = await begin();
  expect(again).toMatchObject({ step: begun.step, ended: null, fault: null, moreTimeLeft: begun.moreTimeLeft });
  expect(again.taskId).not.toBe(taskId);
});
