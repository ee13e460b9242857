/** The audit record: what it says, what it never says, and that it stays one chain (docs/ledger.md 5). */
import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import { appendAudit } from '../../../../../electron/ledger/books/audit/audit-chain.ts';
import { auditHash, GENESIS_HASH } from '../../../../../electron/ledger/books/audit/audit-row.ts';
import { closeDay } from '../../../../../electron/ledger/day/days.ts';
import { cardNumber, person, registerCsv } from '../../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  statementOf,
  visitOf,
  type Template,
} from '../../../../offices/small-office.ts';

interface AuditRow {
  readonly seq: number;
  readonly actor: string;
  readonly second: string | null;
  readonly visit_id: string | null;
  readonly verb: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
}

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

function records(): Promise<AuditRow[]> {
  return office.door.ledger.books.read(async ({ sql }) =>
    sql.rows<[], AuditRow>('SELECT * FROM audit ORDER BY seq').all(),
  );
}

async function lastRecord(): Promise<AuditRow> {
  return (await records()).at(-1)!;
}

test('each hash is SHA-256 over the record and the hash before it, from zero on', async () => {
  const rows = await records();
  expect(rows[0]?.previous_hash).toBe(GENESIS_HASH);
  for (const [at, row] of rows.entries()) {
    const { hash, ...rest } = row;
    expect(hash).toBe(
      createHash('sha256')
        .update(JSON.stringify(Object.values(rest)))
        .digest('hex'),
    );
    expect(hash).toBe(auditHash(row as never));
    expect(rows[at + 1]?.previous_hash ?? hash).toBe(hash);
    expect(row.seq).toBe(at + 1);
  }
});

test('no two fields of a record can be traded for one another under the same hash', () => {
  const row: Parameters<typeof auditHash>[0] = {
    ...{ seq: 7, at: 8, business_date: '2024-01-01', actor: '1001', second: '2001', visit_id: 'v', verb: 'a.b' },
    ...{ subject: 's', outcome: 'done', details: '{}', previous_hash: GENESIS_HASH },
  };
  const hashes = new Set([
    auditHash(row),
    auditHash({ ...row, actor: `${row.actor},null` }),
    auditHash({ ...row, second: row.verb, verb: '' }),
    auditHash({ ...row, subject: null }),
    auditHash({ ...row, subject: '' }),
    auditHash({ ...row, subject: 'null' }),
    auditHash({ ...row, seq: row.seq + 1 }),
    auditHash({ ...row, at: row.at + 1 }),
  ]);
  expect(hashes.size).toBe(8);
});

test('many requests at once leave one unbroken chain with a record for each', async () => {
  const before = (await records()).length;
  const wrong = { ...visitOf(0), card: cardNumber(77) };
  const visit = await office.openVisit(1, template.clerk);
  const requests = Array.from({ length: 60 }, (_, at) => {
    const operationId = randomUUID();
    if (at % 4 === 0) return office.ask('session.signOut', {}, at === 8 ? template.supervisor : null);
    if (at % 4 === 1) return office.ask('statement.prepare', statementOf(visit.visitId), template.clerk);
    if (at % 4 === 2)
      return office.ask(
        'visit.reveal',
        { operationId, visitId: visit.visitId, field: 'phone', reason: '核对' },
        template.clerk,
      );
    return at === 7
      ? office.ask('visit.open', { ...wrong, operationId }, template.clerk)
      : closeDay(office.door.ledger, '1001');
  });
  await Promise.all(requests);
  const rows = await records();
  const verbs = rows.slice(before).map(({ verb, outcome }) => `${verb} ${outcome}`);
  expect(verbs.filter((verb) => verb === 'visit.reveal done')).toHaveLength(15);
  expect(verbs.filter((verb) => verb === 'day.close done')).toHaveLength(14);
  expect(verbs.filter((verb) => verb === 'session.signOut done')).toHaveLength(1);
  expect(verbs).toContain('visit.open VISIT_OPEN');
  expect(await office.faults()).toEqual([]);
});

test('half a character breaks no chain: a request with one is refused, and a record from elsewhere keeps what the disk keeps', async () => {
  const half = '𠮷'.slice(0, 1);
  expect(await office.ask('visit.finish', { visitId: half }, template.clerk)).toMatchObject({
    ok: false,
    error: { code: 'INPUT_INVALID', details: { field: 'visitId', problem: 'brokenText' } },
  });
  const record = { actor: `operator:${half}`, second: half, visitId: half, verb: 'note.made', subject: half };
  await office.door.ledger.books.write((writing) =>
    appendAudit(writing, { ...record, outcome: 'done', details: { reason: half } }),
  );
  expect(await lastRecord()).toMatchObject({ actor: 'operator:\ufffd', subject: '\ufffd', verb: 'note.made' });
  expect(await office.faults()).toEqual([]);
});

test('a wrong pair is recorded without either number', async () => {
  const wrong = { ...visitOf(0), card: cardNumber(77) };
  expect(await office.codeOf('visit.open', wrong, template.clerk)).toBe('PAIR_MISMATCH');
  const record = await lastRecord();
  expect(record).toMatchObject({ actor: '1001', verb: 'visit.open', outcome: 'PAIR_MISMATCH' });
  // A hash in hexadecimal has as many digits in a row now and then.
  const said = JSON.stringify(record).replaceAll(/"[0-9a-f]{64}"/g, '""');
  expect(said).not.toMatch(/\d{14}[\dX]/);
});

test('a revealed number is recorded with field, reason and visit, and without the number', async () => {
  const { visitId } = await office.openVisit(0, template.clerk);
  const { idNumber } = person(0);
  const request = { operationId: randomUUID(), visitId, field: 'idNumber', reason: '打印挂失申请书' } as const;
  const shown = await office.must('visit.reveal', request, template.clerk);
  expect(shown).toEqual({ value: idNumber, until: office.at + 30_000 });
  const record = await lastRecord();
  expect(record).toMatchObject({ actor: '1001', visit_id: visitId, verb: 'visit.reveal', outcome: 'done' });
  expect(JSON.parse(record.details)).toEqual({ field: 'idNumber', reason: '打印挂失申请书' });
  expect(JSON.stringify(await records())).not.toContain(idNumber);
});

test.each(['', ' ', '　\n'])('a number is not revealed for the reason %j', async (reason) => {
  const { visitId } = await office.openVisit(0, template.clerk);
  const request = { operationId: randomUUID(), visitId, field: 'phone', reason } as const;
  expect(await office.codeOf('visit.reveal', request, template.clerk)).toBe('REASON_REQUIRED');
});

test('a refused sign-in is recorded under the window, with the code that was tried', async () => {
  const request = { clerkCode: '1002', password: 'not-the-password' };
  expect(await office.codeOf('session.signIn', request, null)).toBe('SIGN_IN_FAILED');
  const record = await lastRecord();
  expect(record).toMatchObject({ actor: 'window', verb: 'session.signIn', outcome: 'SIGN_IN_FAILED' });
  expect(record.details).not.toContain('not-the-password');
});

test('a posted file is recorded with both people, counts, sum and hash of the file', async () => {
  const before = (await records()).length;
  const text = registerCsv([person(6)]);
  await office.post.register(text);
  expect((await records()).slice(before)).toMatchObject([{ actor: '1001', verb: 'register.load', outcome: 'done' }]);
  const posted = (await records()).filter(({ verb }) => verb === 'file.post');
  expect(posted.map(({ actor, second, subject }) => [actor, second, subject])).toEqual([
    ['1001', '2001', 'YB1'],
    ['1001', '2001', 'QS1'],
    ['1001', '2001', 'YB2'],
  ]);
  expect(JSON.parse(posted[0]!.details)).toMatchObject({
    kind: 'allocation',
    accepted: 6,
    rejected: 1,
    amountFen: 180_000,
  });
  expect(JSON.parse(posted[0]!.details).sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a second person who declines stays on record with both names, both times and the reason', async () => {
  const intakeId = await office.receive(registerCsv([person(6)]), template.clerk);
  office.at += MINUTE;
  const refusing = { operationId: randomUUID(), intakeId, authorisation: authorised('2001'), reason: '金额不符' };
  await office.must('file.refuse', refusing, template.clerk);
  expect(await lastRecord()).toMatchObject({ actor: '1001', second: '2001', verb: 'file.refuse', outcome: 'done' });
  const decisions = await office.door.ledger.books.read(async ({ sql }) =>
    sql.rows("SELECT * FROM approval WHERE outcome = 'refused'").all(),
  );
  expect(decisions).toMatchObject([
    { requested_by: '1001', requested_at: office.at, decided_by: '2001', decided_at: office.at, reason: '金额不符' },
  ]);
});

test('a refusal that changed nothing still leaves its record, on the business day it happened', async () => {
  await closeDay(office.door.ledger, '1001');
  const { visitId } = await office.openVisit(0, template.clerk);
  const backwards = {
    ...statementOf(visitId),
    period: { from: businessDate('2024-02-01'), to: businessDate('2024-01-01') },
  };
  expect(await office.codeOf('statement.prepare', backwards, template.clerk)).toBe('PERIOD_INVALID');
  expect(await lastRecord()).toMatchObject({
    verb: 'statement.prepare',
    outcome: 'PERIOD_INVALID',
    visit_id: visitId,
    business_date: '2024-02-06',
  });
});

test.each(['subject', 'visit_id'])('a record is found by its %s without reading the whole chain', async (column) => {
  const steps = await office.door.ledger.books.read(async ({ sql }) =>
    sql
      .rows<[string], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT seq FROM audit WHERE verb IN ('a', 'b') AND outcome = 'done' AND ${column} = ?
          ORDER BY seq DESC LIMIT 1`,
      )
      .all('x'),
  );
  expect(steps.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH audit USING INDEX/)]);
});
