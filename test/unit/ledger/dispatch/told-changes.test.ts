/**
 * After a commit it is told that something may read otherwise: whatever a window shows of approvals, worklist, print queue and
 * day is never another afterwards without its kind having been told, and nothing is told of what was not committed.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { RefusalError } from '../../../../electron/contract/kernel/errors.ts';
import { ZERO_FEN } from '../../../../electron/contract/kernel/money.ts';
import type { ChangeKind } from '../../../../electron/contract/protocol.ts';
import { appendAudit } from '../../../../electron/ledger/books/audit/audit-chain.ts';
import type { Writing } from '../../../../electron/ledger/books/books.ts';
import { closeDays } from '../../../../electron/ledger/day/days.ts';
import { COMMAND_LINE } from '../../../../electron/ledger/request/scope.ts';
import { failNextCommit } from '../../../offices/failing-commit.ts';
import {
  authorised,
  copyOf,
  lossOf,
  makeTemplate,
  Office,
  PASSWORDS,
  statementOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
let supervisor: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  supervisor = await office.signIn('2001');
});
afterEach(() => office.close());

/** What windows show of each kind. */
async function shown(): Promise<Record<Exclude<ChangeKind, 'customer-task'>, unknown>> {
  const by = [clerk, supervisor];
  return {
    approvals: await Promise.all(by.map((each) => office.must('approval.list', {}, each))),
    worklist: await office.must('loss.worklist', {}, clerk),
    'print-queue': await Promise.all(by.map((each) => office.must('printQueue.list', {}, each))),
    day: await office.must('office.status', {}, null),
    files: await office.must('batch.list', {}, clerk),
    counters: await office.must('counter.list', {}, null),
    session: await Promise.all(by.map(signedInAs)),
  };
}

/** Who is signed in there, as what; the day is a kind of its own. */
async function signedInAs(at: Counter): Promise<unknown> {
  const session = await office.must('session.current', {}, at);
  return session && [session.clerk, session.idleLockMinutes, session.isSupervisorDesk];
}

/** The kinds that were told, which are at least those that read otherwise now. */
async function toldOf(act: () => Promise<unknown>): Promise<ChangeKind[]> {
  const before = await shown();
  office.changes.length = 0;
  await act();
  const told = [...new Set(office.changes)];
  const after = await shown();
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
    (kind) => JSON.stringify(after[kind]) !== JSON.stringify(before[kind]),
  );
  expect(told).toEqual(expect.arrayContaining(changed));
  return told.toSorted();
}

test('each step of a loss report that a second person is asked for', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  let number = '';
  const report = async (): Promise<void> => {
    const input = lossOf(visitId, { kind: 'formal', address: '人民路一号' });
    ({ number } = await office.must('loss.report', input, clerk));
  };
  expect(await toldOf(report)).toContain('worklist');
  let requestId = '';
  const cancelling = () => ({ visitId, number });
  const ask = async (): Promise<void> => {
    const asked = { operationId: randomUUID(), verb: 'loss.cancel', input: cancelling() } as const;
    ({ requestId } = await office.must('approval.ask', asked, clerk));
  };
  expect(await toldOf(ask)).toEqual(['approvals']);
  const decide = () =>
    office.must(
      'approval.decide',
      { operationId: randomUUID(), requestId, decision: 'approve', reason: null, password: PASSWORDS['2001']! },
      supervisor,
    );
  expect(await toldOf(decide)).toEqual(['approvals']);
  const cancel = () =>
    office.must('loss.cancel', { operationId: randomUUID(), ...cancelling(), second: { requestId } }, clerk);
  expect(await toldOf(cancel)).toEqual(['approvals', 'worklist']);
});

test('a paper that waits, fails, is printed or taken out', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
  let jobId = '';
  const issue = async (): Promise<void> => {
    const printing = { operationId: randomUUID(), visitId, documentNumber };
    ({ jobId } = await office.must('print.issue', printing, clerk));
  };
  const settle = (outcome: 'failed' | 'printed') => () =>
    office.must('print.settle', { jobId, outcome, printer: 'P', failure: 'print-refused' }, clerk);
  expect(await toldOf(issue)).toEqual(['print-queue']);
  expect(await toldOf(settle('failed'))).toEqual(['print-queue']);
  expect(await toldOf(settle('printed'))).toEqual(['print-queue']);
  await issue();
  expect(await toldOf(() => office.must('printQueue.cancel', { jobId, reason: null }, clerk))).toEqual(['print-queue']);
});

test('a day that the command line closes', async () => {
  const { token } = await office.signIn('2001', undefined, COMMAND_LINE);
  const asked = { sessionToken: token, operator: 'operator:t' };
  const close = () => office.door.perform('day.close', asked, (scope) => closeDays(scope, null, authorised('2002')));
  expect(await toldOf(close)).toEqual(['day', 'worklist']);
  const till = { operationId: randomUUID(), countedFen: ZERO_FEN, reason: '无业务' };
  expect(await toldOf(() => office.must('till.close', till, clerk))).toEqual(['day']);
});

test('a customer’s task, at every change', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  expect(await toldOf(() => office.typePins(visitId, 'first', ['750291'], clerk))).toContain('customer-task');
  const cancelled = { taskId: office.tasks.at(-1)!.taskId, how: 'cancelled' } as const;
  expect(await toldOf(() => office.must('customer.endTask', cancelled, clerk))).toEqual(['customer-task']);
});

test('a question and a refusal tell nothing', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const request = { operationId: randomUUID(), visitId, number: 'no such report', second: null };
  const asked = async (): Promise<void> => {
    expect(await office.codeOf('loss.cancel', request, clerk)).not.toBeNull();
    await office.must('loss.ofVisit', { visitId }, clerk);
  };
  expect(await toldOf(asked)).toEqual([]);
});

describe('a transaction tells', () => {
  const books = () => office.door.ledger.books;
  const record = { actor: '1001', verb: 'loss.report', outcome: 'done' };
  const recording = (end: (writing: Writing) => void) =>
    books().write(async (writing) => {
      await appendAudit(writing, record);
      end(writing);
    });

  test('nothing before its commit, and what its records change after it', async () => {
    office.changes.length = 0;
    const early: ChangeKind[] = [];
    await recording(() => early.push(...office.changes));
    expect([early, office.changes]).toEqual([[], ['approvals', 'worklist']]);
  });

  test.each<readonly [string, (writing: Writing) => void, () => void]>([
    ['its commit fails', () => undefined, failNextCommit],
    ['it is undone', (writing) => writing.undo(), () => undefined],
    [
      'it throws',
      () => {
        throw new RefusalError('INPUT_INVALID');
      },
      () => undefined,
    ],
  ])('nothing where %s', async (_, end, before) => {
    office.changes.length = 0;
    before();
    await recording(end).catch((error: unknown) => expect(error).toBeInstanceOf(RefusalError));
    await books().read(() => Promise.resolve());
    expect(office.changes).toEqual([]);
  });
});

describe('with the commit itself, and by no clock', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] }));
  afterEach(() => void vi.useRealTimers());

  /** What has been told by the time the command is answered, while no timer ever comes due. */
  async function toldBefore(answer: Promise<unknown>): Promise<ChangeKind[]> {
    office.changes.length = 0;
    return answer.then(() => [...office.changes]);
  }

  test('of the worklist, of approvals and of the print queue', async () => {
    const { visitId } = await office.openVisit(0, clerk);
    const report = office.must('loss.report', lossOf(visitId, { kind: 'formal', address: '人民路一号' }), clerk);
    expect(await toldBefore(report)).toContain('worklist');
    const { number } = await report;
    const asked = { operationId: randomUUID(), verb: 'loss.cancel', input: { visitId, number } } as const;
    const asking = office.must('approval.ask', asked, clerk);
    expect(await toldBefore(asking)).toEqual(['approvals']);
    const { requestId } = await asking;
    const password = PASSWORDS['2001']!;
    const said = { operationId: randomUUID(), requestId, decision: 'approve', reason: null, password } as const;
    expect(await toldBefore(office.must('approval.decide', said, supervisor))).toEqual(['approvals']);
    const paper = { visitId, kind: 'loss-form', lossNumber: number, paper: 'a4', language: 'zh-CN' } as const;
    const { documentNumber } = await office.must('paper.prepare', paper, clerk);
    const printing = { operationId: randomUUID(), visitId, documentNumber };
    const issue = office.must('print.issue', printing, clerk);
    expect(await toldBefore(issue)).toEqual(['print-queue']);
    const settled = { jobId: (await issue).jobId, outcome: 'printed', printer: 'P', failure: null } as const;
    expect(await toldBefore(office.must('print.settle', settled, clerk))).toEqual(['print-queue']);
  });
});
