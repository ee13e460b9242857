/** F8: a file from choosing to its answer. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import type { TellerVerb } from '../../../electron/contract/verbs.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';
import type { FileOutcome } from '../../../electron/contract/office/office-views.ts';
import { largeFen } from '../fake/fake-visit.ts';
import { refusedWith, ok } from '../fake/fake-state.ts';
import { noAnswer } from '../fake/fake-wire.ts';
import { tellerScreen } from '../screen.ts';

/** A file is chosen; what the system's dialog hands over stands in the field at once. */
export async function takeFile(desk: Desk<FakeBridge>, name = 'YB20250131001.csv'): Promise<void> {
  await desk.press('taskMonthEnd');
  await desk.finds('input[type="file"]');
  const field = document.querySelector<HTMLInputElement>('input[type="file"]');
  const given = new DataTransfer();
  given.items.add(new File(['序号,姓名\n'], name));
  if (field) field.files = given.files;
  field?.dispatchEvent(new Event('change'));
  await desk.settled();
}

async function checked(desk: Desk<FakeBridge>, name?: string): Promise<void> {
  await takeFile(desk, name);
  await desk.sees('monthEnd.outcome');
}

const longest: FileOutcome = {
  kind: 'allocation',
  posted: false,
  batch: 'YB202501310010000000000000000000001',
  declaredCount: 1_000_386,
  declaredFen: largeFen,
  accepted: 1_000_384,
  amountFen: largeFen,
  rejectedCount: 2,
  rejectedFen: largeFen,
  rejected: ['AC01', 'BE01'].map((reason, index) => ({
    line: 1_000_384 + index,
    id: `YB20250131001-${'0'.repeat(20)}${index}`,
    reason,
    cardMasked: '621330******0011',
    nameMasked: '阿*',
    amountText: '1,234,567.89',
  })),
  fileReason: null,
  fault: null,
  notes: [],
  warnings: [],
};

async function authorise(desk: Desk<FakeBridge>): Promise<void> {
  await desk.fill('second.code', '2001');
  await desk.fill('second.password', 'demo-2001');
  await desk.pressKeys('Enter');
}

async function waiting(desk: Desk<FakeBridge>, verb: TellerVerb): Promise<void> {
  await takeFile(desk);
  await desk.asks(verb);
}

/** How far the checking or posting under way has come. */
async function progress(desk: Desk<FakeBridge>, phase: 'checking' | 'posting'): Promise<void> {
  const { input } = await desk.asks(phase === 'checking' ? 'file.check' : 'file.post');
  const operationId = (input as { readonly operationId: string }).operationId;
  desk.program.emit('operation.progress', { operationId, phase, done: 412_000, total: 1_000_386 });
  await desk.settled();
}

export const monthEndScreen = tellerScreen(
  'month-end',
  { clerk: '1001' },
  {
    'no batch yet': {
      program: { answers: { 'batch.list': () => ok({ items: [], page: 1, pages: 1, total: 0 }) } },
      show: (desk) => desk.press('taskMonthEnd'),
    },
    'posted batches': { show: (desk) => desk.press('taskMonthEnd') },
    'a batch being posted': {
      program: { underWay: { waitsFor: null } },
      show: (desk) => desk.press('taskMonthEnd'),
    },
    'a posting that waits': {
      program: { underWay: { waitsFor: 'DISK_FULL' } },
      show: (desk) => desk.press('taskMonthEnd'),
    },
    'a posting that stopped': {
      program: { underWay: { waitsFor: 'LEDGER_UNAVAILABLE', stopped: true } },
      show: (desk) => desk.press('taskMonthEnd'),
    },
    'the longest numbers and amounts': {
      program: { answers: { 'file.check': () => ok(longest) } },
      show: (desk) => checked(desk, `${'YB202501310010000000000000000000001'.repeat(2)}.csv`),
    },
    'rejected lines of a batch': {
      async show(desk) {
        await desk.press('taskMonthEnd');
        await desk.finds('.posted-batches td:nth-last-child(2) button');
        document.querySelector<HTMLElement>('.posted-batches td:nth-last-child(2) button')?.click();
        await desk.sees('monthEnd.back');
      },
    },
    'the answer of a batch given again': {
      async show(desk) {
        await desk.press('taskMonthEnd');
        await desk.finds('.posted-batches td:last-child button');
        document.querySelector<HTMLElement>('.posted-batches td:last-child button')?.click();
        await desk.settled();
      },
    },
    'no file kept of a batch': {
      program: { answers: { 'batch.saveAnswer': () => refusedWith('BATCH_FILE_NOT_KEPT') } },
      async show(desk) {
        await desk.press('taskMonthEnd');
        await desk.finds('.posted-batches td:last-child button');
        document.querySelector<HTMLElement>('.posted-batches td:last-child button')?.click();
        await desk.settled();
      },
    },
    receiving: { program: { answers: { 'intake.chunk': noAnswer } }, show: (desk) => waiting(desk, 'intake.chunk') },
    checking: {
      program: { answers: { 'file.check': noAnswer } },
      async show(desk) {
        await takeFile(desk);
        await progress(desk, 'checking');
      },
    },
    checked: { program: { lines: 0 }, show: (desk) => checked(desk) },
    'checked, lines rejected': { show: (desk) => checked(desk) },
    'checked, thousands rejected': { program: { lines: 6000 }, show: (desk) => checked(desk) },
    'checked, a settlement': { show: (desk) => checked(desk, 'settlement-202501.csv') },
    'checked, a register': { show: (desk) => checked(desk, 'register.csv') },
    'checked, with warnings': { show: (desk) => checked(desk, 'odd-202411.csv') },
    'the whole file refused': { show: (desk) => checked(desk, 'bad.csv') },
    unreadable: {
      program: { answers: { 'intake.end': () => refusedWith('FILE_UNREADABLE', { line: 1, detail: 'bad.xlsx' }) } },
      show: (desk) => takeFile(desk, 'bad.xlsx'),
    },
    'the second person': {
      async show(desk) {
        await checked(desk);
        await desk.fill('second.code', '2001');
      },
    },
    'the second person refuses': {
      async show(desk) {
        await checked(desk);
        await desk.click('second.refuse');
      },
    },
    posting: {
      program: { answers: { 'file.post': noAnswer } },
      async show(desk) {
        await checked(desk);
        await authorise(desk);
        await progress(desk, 'posting');
      },
    },
    posted: {
      async show(desk) {
        await checked(desk);
        await authorise(desk);
        await desk.sees('monthEnd.posted');
      },
    },
    'answer saved': {
      async show(desk) {
        await checked(desk);
        await authorise(desk);
        await desk.sees('monthEnd.posted');
        await desk.press('saveAnswer');
      },
    },
    'posting begun, and waiting': {
      program: {
        underWay: { waitsFor: 'DISK_FULL' },
        answers: { 'file.post': () => refusedWith('POSTING_WAITS', { reason: 'disk-full' }) },
      },
      async show(desk) {
        await checked(desk);
        await authorise(desk);
        await desk.sees('monthEnd.batches');
      },
    },
    'posting refused': {
      program: { answers: { 'file.post': () => refusedWith('SECOND_PERSON_FAILED') } },
      async show(desk) {
        await checked(desk);
        await authorise(desk);
      },
    },
    'nothing to post': {
      program: {
        answers: {
          'file.check': () =>
            ok({
              kind: 'allocation',
              posted: false,
              batch: 'YB20250131001',
              declaredCount: 2,
              declaredFen: fen(60_000),
              accepted: 0,
              amountFen: fen(0),
              rejectedCount: 0,
              rejected: [],
              fileReason: 'DU01',
              fault: null,
              notes: [],
              rejectedFen: null,
              warnings: [],
            }),
        },
      },
      show: (desk) => checked(desk),
    },
  },
);
