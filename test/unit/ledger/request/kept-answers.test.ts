/** A kept answer is the asking session's, and is held against the books as they are now before it is given again. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { allocationCsv, person } from '../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  lossOf,
  makeTemplate,
  MINUTE,
  Office,
  PIN,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
let colleague: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  colleague = await office.signIn('1002');
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('the same id from another session is refused, and tells nothing of the answer', async () => {
  const request = visitOf(0);
  await office.must('visit.open', request, clerk);
  const other = await office.ask('visit.open', request, colleague);
  expect(other).toEqual({ ok: false, error: { code: 'OPERATION_REUSED', details: {} } });
  const again = await office.signIn('1001');
  expect(await office.codeOf('visit.open', request, again)).toBe('OPERATION_REUSED');
});

test('a file posted in one session is not answered in another', async () => {
  const file = allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]);
  const intakeId = await office.receive(file, clerk);
  const request = { operationId: randomUUID(), intakeId, second: authorised('2001') };
  expect((await office.must('file.post', request, clerk)).posted).toBe(true);
  expect(await office.codeOf('file.post', request, colleague)).toBe('OPERATION_REUSED');
});

test('a lock lifted at one counter is not answered at another', async () => {
  const request = { operationId: randomUUID(), clerkCode: '1002', authorisation: authorised('2001') };
  await office.must('clerk.unlock', request, null);
  await office.must('clerk.unlock', request, null);
  const elsewhere = { verb: 'clerk.unlock', input: request, sessionToken: null, operator: 'window' } as const;
  const { reply } = await office.door.answer({ ...elsewhere, counter: 'another counter' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'OPERATION_REUSED' } });
});

test('the same session gets its answer after the ledger was started again', async () => {
  const request = visitOf(0);
  const first = await office.must('visit.open', request, clerk);
  office.reopen();
  expect(await office.must('visit.open', request, clerk)).toEqual(first);
});

test('a replayed opening shows the visit as it is now', async () => {
  const request = visitOf(4);
  const { visitId, pinState } = await office.must('visit.open', request, clerk);
  expect(pinState).toBe('set');
  const wrong = PIN.split('').toReversed().join('');
  await office.typePins(visitId, 'prove', [wrong, wrong, wrong], clerk);
  expect(await office.must('visit.open', request, clerk)).toMatchObject({ visitId, pinState: 'locked' });
});

test.each([
  ['finished', (visitId: string) => office.must('visit.finish', { visitId }, clerk)],
  [
    'idle',
    () => {
      office.at += 16 * MINUTE;
      return Promise.resolve({});
    },
  ],
] as const)('a replayed opening of a visit that is %s is VISIT_ENDED, by card or by person', async (_, end) => {
  const { idNumber, name, phone } = person(1);
  const withoutCard: Input<'visit.openWithoutCard'> = {
    operationId: randomUUID(),
    ...{ idNumber, name, phone },
    networkCheck: 'match-photo',
    secondaryDocument: null,
    agent: null,
  };
  const byPerson = await office.must('visit.openWithoutCard', withoutCard, clerk);
  await end(byPerson.visitId);
  expect(await office.codeOf('visit.openWithoutCard', withoutCard, clerk)).toBe('VISIT_ENDED');
  const byCard = visitOf(0);
  const { visitId } = await office.must('visit.open', byCard, clerk);
  await end(visitId);
  expect(await office.codeOf('visit.open', byCard, clerk)).toBe('VISIT_ENDED');
});

test('nothing done in a visit is answered again once the visit is over', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const report = lossOf(visitId);
  await office.must('loss.report', report, clerk);
  await office.must('visit.finish', { visitId }, clerk);
  expect(await office.codeOf('loss.report', report, clerk)).toBe('VISIT_ENDED');
});

test('a revealed number is shown for 30 seconds and not again under the same record', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const request = { operationId: randomUUID(), visitId, field: 'idNumber', reason: '核对' } as const;
  const first = await office.must('visit.reveal', request, clerk);
  office.at += 29_000;
  expect(await office.must('visit.reveal', request, clerk)).toEqual(first);
  office.at += 1_000;
  expect(await office.codeOf('visit.reveal', request, clerk)).toBe('OPERATION_REUSED');
});

test('a balance told by telephone is told again only while the password holds', async () => {
  const { visitId } = await office.openVisit(4, clerk);
  await office.typePins(visitId, 'telephone', ['381605', '381605'], clerk);
  const { idNumber, name, phone } = person(4);
  const caller = { idNumber, name, phone, telephonePassword: '381605' };
  const request = { operationId: randomUUID(), caller };
  const told = await office.must('balance.byTelephone', request, clerk);
  expect(await office.must('balance.byTelephone', request, clerk)).toEqual(told);
  const reported = { operationId: randomUUID(), caller };
  const { number } = await office.must('loss.reportByTelephone', reported, clerk);
  await office.typePins(visitId, 'telephone', ['952740', '952740'], clerk);
  expect(await office.codeOf('balance.byTelephone', request, clerk)).toBe('TELEPHONE_PASSWORD_WRONG');
  expect(await office.codeOf('loss.reportByTelephone', reported, clerk)).toBe('TELEPHONE_PASSWORD_WRONG');
  expect(number).toMatch(/^L/);
});
