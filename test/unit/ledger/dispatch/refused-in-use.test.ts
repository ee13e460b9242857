/**
 * What the use cases themselves refuse: papers and requests of others, and the operation id of another session. Nothing of the
 * books changes, and a command that was answered before is answered again without its second person.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import type { Reply } from '../../../../electron/contract/kernel/errors.ts';
import { policyOf, type LedgerVerb } from '../../../../electron/contract/verbs.ts';
import { asksForHolder } from '../../../../electron/ledger/request/session/holder-session.ts';
import { insertHolderSession } from '../../../../electron/ledger/request/session/holder-session-rows.ts';
import { doorOf } from '../../../offices/office-care.ts';
import { allocationCsv, person } from '../../../offices/made-up-people.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  MINUTE,
  lossOf,
  makeTemplate,
  Office,
  statementOf,
  type Counter,
} from '../../../offices/small-office.ts';
import { ABOUT_NOTHING, LEDGER_VERBS, SAMPLES, type About } from './verb-samples.ts';

let office: Office;
let clerk: Counter;
let colleague: Counter;
let about: About;

beforeAll(async () => {
  const { documentNumber, ...template } = await makeTemplate();
  office = new Office(copyOf({ documentNumber, ...template }));
  clerk = await office.signIn('1001');
  colleague = await office.signIn('1002');
  const calling = (await office.openVisit(4, clerk)).visitId;
  await office.typePins(calling, 'telephone', ['381605', '381605'], clerk);
  await office.must('visit.finish', { visitId: calling }, clerk);
  const { visitId } = await office.openVisit(0, clerk);
  const { number: lossNumber } = await office.must('loss.report', lossOf(visitId, { kind: 'formal' }), clerk);
  const file = allocationCsv('YB9', '5.00', [{ id: '1', to: person(2), amount: '5.00' }]);
  const intakeId = await office.receive(file, clerk);
  const asking = { operationId: randomUUID(), verb: 'loss.cancel', input: { visitId, number: lossNumber } } as const;
  const { requestId } = await office.must('approval.ask', asking, clerk);
  const drafted = await office.must('statement.prepare', statementOf(visitId), clerk);
  const issue = { operationId: randomUUID(), visitId, documentNumber: drafted.documentNumber };
  const { jobId } = await office.must('print.issue', issue, clerk);
  about = { ...ABOUT_NOTHING, visitId, lossNumber, intakeId, requestId, documentNumber, jobId };
});
afterAll(() => office.close());

async function answer(verb: LedgerVerb, input: unknown, { token }: Counter): Promise<Reply<unknown>> {
  const request = { verb, input, sessionToken: token, door: doorOf(verb) };
  return (await office.door.answer({ ...request, counter: 'T1', operator: 'window' })).reply;
}

/** Every row but those that say that somebody asked. */
function books(): string {
  return behindTheBack(office.folder, (connection) => {
    const tables = connection
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    const rows = tables
      .filter((table) => !['audit', 'audit_head'].includes(table))
      .map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).all()]);
    return JSON.stringify(rows);
  });
}

async function isRefused(verb: LedgerVerb, from: Counter, code: string): Promise<void> {
  const before = books();
  expect(await answer(verb, SAMPLES[verb](about), from)).toMatchObject({ ok: false, error: { code } });
  expect(books()).toBe(before);
}

test('a clerk decides on nothing', async () => {
  await isRefused('approval.decide', colleague, 'SECOND_PERSON_ROLE');
  await isRefused('approval.decide', clerk, 'SECOND_PERSON_SAME');
});

test('the paper of another clerk is none of a clerk’s', async () => {
  await isRefused('print.bytes', colleague, 'PRINT_JOB_UNKNOWN');
  await isRefused('printQueue.cancel', colleague, 'PRINT_JOB_UNKNOWN');
  await isRefused('print.settle', colleague, 'PRINT_JOB_UNKNOWN');
});

/** Asked at the web by a holder who signed in, at the telephone by a caller who is proven. */
async function ofHolder(verb: LedgerVerb, input: unknown): Promise<Reply<unknown>> {
  const [token, door] = [randomUUID(), doorOf(verb)];
  const session = {
    token,
    kind: door === 'telephone' ? 'call' : 'login',
    accountId: 1,
    lossNumber: null,
    endsAt: (office.at + MINUTE) as Instant,
  } as const;
  await office.door.ledger.books.write((writing) => insertHolderSession(writing, session));
  const from = { door, counter: door, operator: door };
  return (await office.door.answer({ verb, input, sessionToken: token, ...from })).reply;
}

const KEPT = LEDGER_VERBS.filter((verb) => policyOf(verb).once.startsWith('kept'));

test.each(KEPT)('%s under the operation id of another session is refused', async (verb) => {
  const input = SAMPLES[verb](about) as { readonly operationId: string };
  behindTheBack(office.folder, (connection) =>
    connection
      .prepare(
        "INSERT INTO operation (id, verb, input_hash, reply, at, owner) VALUES (?, ?, '', x'00', 1, 'another session')",
      )
      .run(input.operationId, verb),
  );
  const { session, actor } = policyOf(verb);
  const isSupervisors = typeof actor === 'object' && !actor.roles.includes('clerk');
  const from = isSupervisors ? await office.signIn('2001') : clerk;
  const reply = asksForHolder(session) ? await ofHolder(verb, input) : await answer(verb, input, from);
  expect(reply).toMatchObject({ ok: false, error: { code: 'OPERATION_REUSED' } });
});

test('what was done before two persons is answered again although the second may not authorise any more', async () => {
  const input = SAMPLES['file.refuse'](about);
  expect(await office.must('file.refuse', input, clerk)).toEqual({});
  const disabling = { clerkCode: '2001', reason: '离职', authorisation: authorised('2002') };
  await office.must('clerk.disable', disabling, await office.signIn('9001'));
  expect(await office.must('file.refuse', input, clerk)).toEqual({});
  expect(await office.codeOf('file.refuse', { ...input, operationId: randomUUID() }, clerk)).toBe('CLERK_DISABLED');
});

test('the books are sound after all of it', async () => {
  expect(await office.faults()).toEqual([]);
});
