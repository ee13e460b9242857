/** The queue of second persons: asked, decided at another sign-in, used once for exactly that (docs/rules.md 5). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { advanceTo } from '../../../../electron/ledger/day/days.ts';
import { allocationCsv, cardNumber, person } from '../../../offices/made-up-people.ts';
import {
  behindTheBack,
  copyOf,
  lossOf,
  makeTemplate,
  MINUTE,
  Office,
  PASSWORDS,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
let supervisor: Counter;
let visitId: string;
let number: string;
const NEW_CARD = cardNumber(5000);
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk, supervisor } = template);
  const visit = await office.openVisit(0, clerk);
  ({ number } = await office.must('loss.report', lossOf(visit.visitId, { kind: 'formal' }), clerk));
  await advanceTo(office.door.ledger, businessDate('2024-02-12'), '1001');
  ({ visitId } = visit);
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

type Reissue = Omit<Input<'loss.reissue'>, 'operationId' | 'second'>;

const newCardOf = (other: Partial<Reissue> = {}): Reissue => ({
  visitId,
  number,
  newCard: NEW_CARD,
  newInsuranceNumber: 'YB90000001',
  feeClass: 'standard',
  ...other,
});
const askFor = (verb: Input<'approval.ask'>['verb'], input: object, from = clerk) =>
  office.must('approval.ask', { operationId: randomUUID(), verb, input: { ...input } }, from);
const ask = (other: Partial<Reissue> = {}) => askFor('loss.reissue', newCardOf(other));
const askToCancel = () => askFor('loss.cancel', { visitId, number });
const RIGHT = PASSWORDS['2001']!;
const decide = (
  requestId: string,
  decision: 'approve' | 'refuse',
  reason: string | null,
  by: Counter,
  password: string | null = RIGHT,
) => office.ask('approval.decide', { operationId: randomUUID(), requestId, decision, reason, password }, by);
const codeOf = async (reply: ReturnType<typeof decide>) => {
  const answer = await reply;
  return answer.ok ? null : answer.error.code;
};
const reissue = (requestId: string, other: Partial<Input<'loss.reissue'>> = {}) =>
  office.codeOf('loss.reissue', { operationId: randomUUID(), ...newCardOf(), second: { requestId }, ...other }, clerk);

test('asked, approved at another sign-in, used once; both names stand on the report', async () => {
  const { requestId } = await ask();
  expect(await reissue(requestId)).toBe('APPROVAL_PENDING');
  const [pending] = (await office.must('approval.list', {}, supervisor)).items;
  expect(pending).toMatchObject({
    requestId,
    verb: 'loss.reissue',
    state: 'pending',
    askedBy: '1001',
    lossNumber: number,
  });
  expect(await codeOf(decide(requestId, 'approve', null, supervisor))).toBeNull();
  expect(await reissue(requestId)).toBeNull();
  const [report] = await office.must('loss.ofVisit', { visitId }, clerk);
  expect(report?.timeline.at(-1)).toMatchObject({ event: 'reissued', clerk: '1001', second: '2001' });
  expect((await office.must('approval.list', {}, clerk)).items[0]).toMatchObject({ state: 'used', decidedBy: '2001' });
  expect(await reissue(requestId)).toBe('LOSS_STATE');
});

test('a refusal needs a reason, is kept with both names, both times and the reason, and ends the matter', async () => {
  const { requestId } = await ask();
  expect(await codeOf(decide(requestId, 'refuse', null, supervisor))).toBe('REASON_REQUIRED');
  expect(await codeOf(decide(requestId, 'refuse', '照片不符', supervisor))).toBeNull();
  expect(await reissue(requestId)).toBe('APPROVAL_REFUSED');
  expect(await codeOf(decide(requestId, 'approve', null, supervisor))).toBe('APPROVAL_USED');
  const [kept] = (await office.must('approval.list', {}, clerk)).items;
  expect(kept).toMatchObject({
    state: 'refused',
    askedBy: '1001',
    decidedBy: '2001',
    reason: '照片不符',
    decidedAt: office.at,
  });
  expect(() => behindTheBack(office.folder, (connection) => connection.exec('DELETE FROM approval_request'))).toThrow(
    'never deleted',
  );
  expect(() =>
    behindTheBack(office.folder, (connection) => connection.exec("UPDATE approval_request SET outcome = 'approved'")),
  ).toThrow('never changed');
});

test('nobody approves what they ask themselves, nor does a clerk approve anything', async () => {
  const { requestId } = await ask();
  expect(await codeOf(decide(requestId, 'approve', null, clerk))).toBe('SECOND_PERSON_SAME');
  expect(await codeOf(decide(requestId, 'approve', null, await office.signIn('1002')))).toBe('SECOND_PERSON_ROLE');
  await office.must('visit.finish', { visitId }, clerk);
  const visit = await office.openVisit(1, supervisor);
  const own = await askFor('loss.report', lossOf(visit.visitId, { object: 'password' }), supervisor);
  expect(await codeOf(decide(own.requestId, 'approve', null, supervisor))).toBe('SECOND_PERSON_SAME');
});

test('somebody with a second code under the same name is the same person', async () => {
  const { requestId } = await ask();
  behindTheBack(office.folder, (connection) =>
    connection.exec("UPDATE clerk SET name = (SELECT name FROM clerk WHERE code = '1001') WHERE code = '2001'"),
  );
  expect(await codeOf(decide(requestId, 'approve', null, supervisor))).toBe('SECOND_PERSON_SAME');
  const { clerkCode, password } = { clerkCode: '2001', password: 'supervisor-password-2001' };
  expect(await reissue(requestId, { second: { clerkCode, password } })).toBe('SECOND_PERSON_SAME');
});

test('an approval of one thing is none of another', async () => {
  const { requestId } = await ask();
  await decide(requestId, 'approve', null, supervisor);
  expect(await reissue(requestId, { newCard: cardNumber(5001) })).toBe('APPROVAL_OTHER');
  const other = await askToCancel();
  await decide(other.requestId, 'approve', null, supervisor);
  expect(await reissue(other.requestId)).toBe('APPROVAL_OTHER');
  expect(await reissue('no-such-request')).toBe('APPROVAL_UNKNOWN');
  expect(await reissue(requestId)).toBeNull();
});

test('after its time it is neither decided nor used, and stays on record', async () => {
  const { requestId } = await ask();
  const approved = await askToCancel();
  await decide(approved.requestId, 'approve', null, supervisor);
  office.at += 119 * MINUTE;
  await office.must('visit.finish', { visitId }, clerk);
  ({ visitId } = await office.openVisit(0, clerk));
  office.at += MINUTE;
  expect(await codeOf(decide(requestId, 'approve', null, supervisor))).toBe('APPROVAL_EXPIRED');
  expect(await reissue(requestId)).toBe('APPROVAL_EXPIRED');
  const cancel = { operationId: randomUUID(), visitId, number, second: { requestId: approved.requestId } };
  expect(await office.codeOf('loss.cancel', cancel, clerk)).toBe('APPROVAL_EXPIRED');
  expect((await office.must('approval.list', {}, clerk)).items.map(({ state }) => state)).toEqual([
    'expired',
    'expired',
  ]);
});

test('a request about a report of nobody, or of somebody else, is refused', async () => {
  const asking = (about: { readonly visitId: string; readonly number: string }) =>
    office.codeOf('approval.ask', { operationId: randomUUID(), verb: 'loss.cancel', input: { ...about } }, clerk);
  expect(await asking({ visitId, number: 'no number' })).toBe('LOSS_UNKNOWN');
  await office.must('visit.finish', { visitId }, clerk);
  expect(await asking({ visitId, number })).toBe('VISIT_ENDED');
  const other = await office.openVisit(1, clerk);
  expect(await asking({ visitId: other.visitId, number })).toBe('LOSS_UNKNOWN');
});

test('a clerk is told of their own requests alone, who may decide of all', async () => {
  const { requestId } = await ask();
  const seenBy = async (by: Counter) =>
    (await office.must('approval.list', {}, by)).items.map((each) => each.requestId);
  expect(await seenBy(clerk)).toEqual([requestId]);
  expect(await seenBy(await office.signIn('1002'))).toEqual([]);
  expect(await seenBy(supervisor)).toEqual([requestId]);
  expect(await seenBy(await office.signIn('9001'))).toEqual([requestId]);
});

test('a decision calls its asker, and nobody else, until it was seen; also after signing in again', async () => {
  const decidedFor = async (by: Counter) =>
    (await office.must('approval.list', {}, by)).decided.map(({ requestId, state, reason }) => [
      requestId,
      state,
      reason,
    ]);
  const { requestId: refused } = await ask();
  const { requestId: approved } = await askToCancel();
  const { requestId: waiting } = await ask({ feeClass: 'reduced' });
  expect(await decidedFor(clerk)).toEqual([]);
  await decide(refused, 'refuse', '照片不符', supervisor);
  office.at += MINUTE;
  await decide(approved, 'approve', null, supervisor);
  const colleague = await office.signIn('1002');
  for (const other of [colleague, supervisor]) expect(await decidedFor(other)).toEqual([]);
  const both = [
    [refused, 'refused', '照片不符'],
    [approved, 'approved', null],
  ];
  expect(await decidedFor(clerk)).toEqual(both);
  const again = await office.signIn('1001');
  expect(await decidedFor(again)).toEqual(both);
  for (const by of [colleague, supervisor])
    expect(await office.codeOf('approval.seen', { requestId: refused }, by)).toBe('APPROVAL_UNKNOWN');
  expect(await office.codeOf('approval.seen', { requestId: waiting }, again)).toBe('APPROVAL_UNKNOWN');
  for (let time = 0; time < 2; time += 1) await office.must('approval.seen', { requestId: refused }, again);
  expect(await decidedFor(again)).toEqual(both.slice(1));
  // However long ago: what ran out meanwhile has to be asked for again.
  office.at += 26 * 60 * MINUTE;
  expect(await decidedFor(await office.signIn('1001'))).toEqual([[approved, 'expired', null]]);
});

test('what was used has been seen', async () => {
  const { requestId } = await ask();
  await decide(requestId, 'approve', null, supervisor);
  expect((await office.must('approval.list', {}, clerk)).decided).toHaveLength(1);
  expect(await reissue(requestId)).toBeNull();
  expect((await office.must('approval.list', {}, clerk)).decided).toEqual([]);
});

test('a yes is proven by the password of whoever is signed in; wrong ones are counted, told and lock', async () => {
  const { requestId } = await ask();
  expect(await codeOf(decide(requestId, 'approve', null, supervisor, null))).toBe('INPUT_INVALID');
  for (const left of [4, 3, 2, 1]) {
    expect(await decide(requestId, 'approve', null, supervisor, 'wrong')).toEqual({
      ok: false,
      error: { code: 'PASSWORD_WRONG', details: { clerkCode: '2001', left } },
    });
    office.at += MINUTE;
  }
  expect(await decide(requestId, 'approve', null, supervisor, 'wrong')).toMatchObject({
    error: { code: 'PASSWORD_WRONG', details: { left: 0, lockedUntil: expect.any(String) as unknown } },
  });
  expect(await codeOf(decide(requestId, 'approve', null, supervisor))).toBe('CLERK_LOCKED');
  // A no takes no password, and the session goes on.
  expect(await codeOf(decide(requestId, 'refuse', '照片不符', supervisor, null))).toBeNull();
});

test('the same yes sent twice is given once', async () => {
  const { requestId } = await ask();
  const yes = { operationId: randomUUID(), requestId, decision: 'approve', reason: null, password: RIGHT } as const;
  expect(await office.must('approval.decide', yes, supervisor)).toMatchObject({ state: 'approved' });
  expect(await office.must('approval.decide', yes, supervisor)).toMatchObject({ state: 'approved' });
});

test('what has changed since it was asked is not approved, ends, and is asked again as it stands now', async () => {
  await office.must('visit.finish', { visitId }, clerk);
  const visit = await office.openVisit(4, clerk);
  const both = lossOf(visit.visitId, { object: 'both', kind: 'formal' });
  const seen = await askFor('loss.report', both);
  await office.must('loss.report', lossOf(visit.visitId, { kind: 'oral' }), clerk);
  expect(await codeOf(decide(seen.requestId, 'approve', null, supervisor))).toBe('APPROVAL_CHANGED');
  const { items } = await office.must('approval.list', {}, supervisor);
  expect(items.map(({ state }) => state)).toEqual(['pending', 'expired']);
  expect(items[1]?.requestId).toBe(seen.requestId);
  expect(items[0]).toMatchObject({ askedBy: '1001', verb: 'loss.report' });
  expect(items[0]?.facts).toContainEqual({ name: 'kind', value: 'formal', was: 'oral' });
  expect(await codeOf(decide(seen.requestId, 'approve', null, supervisor))).toBe('APPROVAL_EXPIRED');
  expect(await codeOf(decide(items[0]!.requestId, 'approve', null, supervisor))).toBeNull();
  const given = { ...both, operationId: randomUUID(), second: { requestId: items[0]!.requestId } };
  expect(await office.codeOf('loss.report', given, clerk)).toBeNull();
});

test('what can be done no more is not approved, and not asked again', async () => {
  const file = allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]);
  const intakeId = await office.receive(file, clerk);
  const { requestId } = await askFor('file.post', { intakeId });
  await office.must('intake.discard', { intakeId }, clerk);
  expect(await codeOf(decide(requestId, 'approve', null, supervisor))).toBe('APPROVAL_CHANGED');
  expect((await office.must('approval.list', {}, supervisor)).items.map(({ state }) => state)).toEqual(['expired']);
});
