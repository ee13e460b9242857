/** A kept answer is the asking clerk's, also after visit and session; what it shows of a holder is judged again. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Input, Output } from '../../../../electron/contract/verbs.ts';
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

test('the same id from another clerk is refused, and tells nothing of the answer', async () => {
  const request = visitOf(0);
  await office.must('visit.open', request, clerk);
  const other = await office.ask('visit.open', request, colleague);
  expect(other).toEqual({ ok: false, error: { code: 'OPERATION_REUSED', details: {} } });
});

test('a visit opened in one session is not shown in another of the same clerk', async () => {
  const request = visitOf(0);
  await office.must('visit.open', request, clerk);
  const again = await office.signIn('1001');
  expect(await office.codeOf('visit.open', request, again)).toBe('VISIT_REQUIRED');
});

test('a posted file is answered again to its clerk in a later session, and to nobody else', async () => {
  const file = allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]);
  const intakeId = await office.receive(file, clerk);
  const request = { operationId: randomUUID(), intakeId, second: authorised('2001') };
  const posted = await office.must('file.post', request, clerk);
  expect(posted.posted).toBe(true);
  expect(await office.codeOf('file.post', request, colleague)).toBe('OPERATION_REUSED');
  await office.must('session.signOut', {}, clerk);
  expect(await office.codeOf('file.post', request, clerk)).toBe('SIGN_IN_REQUIRED');
  const again = await office.signIn('1001');
  expect(await office.must('file.post', request, again)).toEqual(posted);
});

test('a lock lifted at one counter is not answered at another', async () => {
  const request = { operationId: randomUUID(), clerkCode: '1002', authorisation: authorised('2001') };
  await office.must('clerk.unlock', request, null);
  await office.must('clerk.unlock', request, null);
  const asked = { verb: 'clerk.unlock', input: request, sessionToken: null, operator: 'window' } as const;
  const elsewhere = { ...asked, door: 'teller' } as const;
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

describe('what was done in a visit, asked again once the visit is over', () => {
  let report: Input<'loss.report'>;
  let first: Output<'loss.report'>;
  beforeEach(async () => {
    const { visitId } = await office.openVisit(0, clerk);
    report = lossOf(visitId);
    first = await office.must('loss.report', report, clerk);
    await office.must('visit.finish', { visitId }, clerk);
  });

  test('is answered as the first time, and done once', async () => {
    expect(await office.must('loss.report', report, clerk)).toEqual(first);
    const { visitId } = await office.openVisit(0, clerk);
    expect(await office.must('loss.ofVisit', { visitId }, clerk)).toHaveLength(1);
  });

  test('is refused for any other content, for a new command, and to another clerk', async () => {
    expect(await office.codeOf('loss.report', { ...report, kind: 'formal' }, clerk)).toBe('OPERATION_REUSED');
    expect(await office.codeOf('loss.report', { ...report, operationId: randomUUID() }, clerk)).toBe('VISIT_ENDED');
    expect(await office.codeOf('loss.report', report, colleague)).toBe('OPERATION_REUSED');
  });

  test('is not answered over a locked window or without a session', async () => {
    await office.must('session.lock', {}, clerk);
    expect(await office.codeOf('loss.report', report, clerk)).toBe('SESSION_LOCKED');
    await office.must('session.signOut', {}, clerk);
    expect(await office.codeOf('loss.report', report, clerk)).toBe('SIGN_IN_REQUIRED');
    expect(await office.codeOf('loss.report', report, null)).toBe('SIGN_IN_REQUIRED');
  });

  test('is answered to the same clerk who signs in again', async () => {
    await office.must('session.signOut', {}, clerk);
    expect(await office.must('loss.report', report, await office.signIn('1001'))).toEqual(first);
  });
});

test('a number revealed in a visit is not shown again once the visit is over', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const request = { operationId: randomUUID(), visitId, field: 'idNumber', reason: '核对' } as const;
  await office.must('visit.reveal', request, clerk);
  await office.must('visit.finish', { visitId }, clerk);
  expect(await office.codeOf('visit.reveal', request, clerk)).toBe('VISIT_ENDED');
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
  await office.typePins(visitId, 'telephone', ['952740', '952740'], clerk);
  expect(await office.codeOf('balance.byTelephone', request, clerk)).toBe('TELEPHONE_PASSWORD_WRONG');
});
