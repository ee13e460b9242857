/** A file that waits for its second person: asked at one counter, decided at another, posted by who asked (docs/rules.md 5). */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { allocationCsv, person, registerCsv } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { PASSWORDS, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
/** At the second counter. */
let clerk: Counter;
/** At a desk of their own. */
let supervisor: Counter;
officeOfEachTest((opened) => {
  ({ office } = opened);
});
beforeEach(async () => {
  clerk = await office.signIn('1001', PASSWORDS['1001'], '02');
  supervisor = await office.signIn('2001', PASSWORDS['2001'], '03');
});

const credits = [0, 1, 2].map((at) => ({ id: String(at + 1), to: person(at), amount: '300.00' }));
const stranger = { id: '4', to: person(9), amount: '1.00' };
/** Of three good lines and one of a card there is not. */
const FILE = allocationCsv('YB9', '901.00', [...credits, stranger]);

async function askedFor(text = FILE) {
  const intakeId = await office.receive(text, clerk);
  await office.must('file.check', { operationId: randomUUID(), intakeId }, clerk);
  const asking = { operationId: randomUUID(), verb: 'file.post', input: { intakeId } } as const;
  office.changes.length = 0;
  const { requestId } = await office.must('approval.ask', asking, clerk);
  return { intakeId, requestId };
}

const decide = (requestId: string, decision: 'approve' | 'refuse', by = supervisor) => {
  const password = decision === 'approve' ? PASSWORDS[by.clerk]! : null;
  const reason = decision === 'approve' ? null : '与通知金额不符';
  return office.ask('approval.decide', { operationId: randomUUID(), requestId, decision, reason, password }, by);
};

const post = (intakeId: string, requestId: string, from = clerk) =>
  office.ask('file.post', { operationId: randomUUID(), intakeId, second: { requestId } }, from);

async function balance(): Promise<number> {
  const { visitId, balanceFen } = await office.openVisit(0, clerk);
  await office.must('visit.finish', { visitId }, clerk);
  return balanceFen;
}

test('every counter is told at once that something waits, and the desk sees all of the file', async () => {
  const { requestId } = await askedFor();
  expect(office.changes).toContain('approvals');
  const { items, waiting } = await office.must('approval.list', {}, supervisor);
  expect(waiting).toBe(1);
  expect(items[0]).toMatchObject({ requestId, verb: 'file.post', state: 'pending', askedBy: '1001' });
  const facts = Object.fromEntries((items[0]?.facts ?? []).map(({ name, value }) => [name, value]));
  expect(facts).toMatchObject({
    fileKind: 'allocation',
    batch: 'YB9',
    declaredCount: 4,
    declaredFen: 90_100,
    accepted: 3,
    amountFen: 90_000,
    rejectedCount: 1,
    rejectedFen: 100,
    refusedReasons: 'AC01 1',
  });
});

test('approved at the desk, the asker is called and posts it with that; it serves once', async () => {
  const { intakeId, requestId } = await askedFor();
  office.changes.length = 0;
  expect((await decide(requestId, 'approve')).ok).toBe(true);
  expect(office.changes).toContain('approvals');
  const { decided } = await office.must('approval.list', {}, clerk);
  expect(decided).toMatchObject([{ requestId, state: 'approved', decidedBy: '2001' }]);
  const before = await balance();
  expect(await post(intakeId, requestId)).toMatchObject({ ok: true, value: { posted: true, accepted: 3 } });
  expect(await balance()).toBe(before + 30_000);
  expect((await office.must('batch.list', {}, clerk)).items[0]).toMatchObject({ batch: 'YB9' });
  expect((await post(intakeId, requestId)).ok).toBe(false);
});

test('refused at the desk, nothing is posted, and the asker is told why', async () => {
  const { intakeId, requestId } = await askedFor();
  expect((await decide(requestId, 'refuse')).ok).toBe(true);
  expect(await post(intakeId, requestId)).toMatchObject({ error: { code: 'APPROVAL_REFUSED' } });
  const { decided } = await office.must('approval.list', {}, clerk);
  expect(decided).toMatchObject([{ requestId, state: 'refused', reason: '与通知金额不符' }]);
});

test('the yes is for this file at the asker’s counter: neither for another file nor for somebody else', async () => {
  const { requestId } = await askedFor();
  expect((await decide(requestId, 'approve')).ok).toBe(true);
  const other = await office.receive(allocationCsv('YB9', '300.00', credits.slice(0, 1)), clerk);
  expect(await post(other, requestId)).toMatchObject({ error: { code: 'APPROVAL_OTHER' } });
  const colleague = await office.signIn('1002', PASSWORDS['1002'], '04');
  const same = await office.receive(FILE, colleague);
  expect(await post(same, requestId, colleague)).toMatchObject({ error: { code: 'APPROVAL_OTHER' } });
});

test('where the books say otherwise by now, the decision finds it: the request ends and is asked again as it stands', async () => {
  const { intakeId, requestId } = await askedFor();
  await office.post.register(registerCsv([person(9)]));
  expect(await decide(requestId, 'approve')).toMatchObject({ error: { code: 'APPROVAL_CHANGED' } });
  const { items } = await office.must('approval.list', {}, supervisor);
  const renewed = items.find(({ state }) => state === 'pending');
  const facts = Object.fromEntries((renewed?.facts ?? []).map(({ name, value }) => [name, value]));
  expect(facts).toMatchObject({ accepted: 4, rejectedCount: 0, amountFen: 90_100 });
  expect(await post(intakeId, requestId)).toMatchObject({ ok: false });
  expect((await decide(renewed?.requestId ?? '', 'approve')).ok).toBe(true);
  expect(await post(intakeId, renewed?.requestId ?? '')).toMatchObject({ ok: true, value: { accepted: 4 } });
});

test('a yes is for what the decision found: what changes after it does not post', async () => {
  const { intakeId, requestId } = await askedFor();
  expect((await decide(requestId, 'approve')).ok).toBe(true);
  await office.post.register(registerCsv([person(9)]));
  expect(await post(intakeId, requestId)).toMatchObject({ error: { code: 'APPROVAL_OTHER' } });
});

test('a batch of the same number posted meanwhile is found at the decision', async () => {
  const { requestId } = await askedFor();
  await office.post.allocation(allocationCsv('YB9', '300.00', credits.slice(0, 1)));
  expect(await decide(requestId, 'approve')).toMatchObject({ error: { code: 'APPROVAL_CHANGED' } });
});

test('what leaves files alone has none checked again, and anything else tells the decider how far the check is', async () => {
  const checked = async (requestId: string): Promise<boolean> => {
    office.progress.length = 0;
    expect((await decide(requestId, 'approve')).ok).toBe(true);
    return office.progress.length > 0;
  };
  const first = await askedFor();
  const visit = await office.openVisit(1, clerk);
  await office.must('visit.finish', { visitId: visit.visitId }, clerk);
  expect(await checked(first.requestId)).toBe(false);
  const other = await askedFor(allocationCsv('YB10', '900.00', credits));
  await office.post.register(registerCsv([person(9)]));
  expect(await checked(other.requestId)).toBe(true);
});

test('a check that is cancelled decides nothing: the request waits as it did', async () => {
  const { requestId } = await askedFor();
  await office.post.register(registerCsv([person(9)]));
  const operationId = randomUUID();
  office.onProgress = () => office.cancel(operationId, supervisor);
  const deciding = { operationId, requestId, decision: 'approve', reason: null, password: PASSWORDS['2001']! } as const;
  expect(await office.ask('approval.decide', deciding, supervisor)).toMatchObject({
    error: { code: 'OPERATION_CANCELLED' },
  });
  office.onProgress = null;
  const { items } = await office.must('approval.list', {}, supervisor);
  expect(items).toMatchObject([{ requestId, state: 'pending' }]);
});

test('two supervisors at once: one decides, the other is told that it was', async () => {
  const { requestId } = await askedFor();
  const other = await office.signIn('2002', PASSWORDS['2002'], '04');
  const [one, two] = await Promise.all([decide(requestId, 'approve'), decide(requestId, 'refuse', other)]);
  expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
  const refused = one.ok ? two : one;
  expect(refused).toMatchObject({ error: { code: expect.stringMatching(/^APPROVAL_(USED|REFUSED)$/) } });
});
