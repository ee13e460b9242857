/** Who gets a paper out of the print queue, what is on record of it, and that its bytes are sealed while it waits. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  copyOf,
  makeTemplate,
  Office,
  statementOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let clerk: Counter;
let colleague: Counter;
let jobId: string;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  colleague = await office.signIn('1002');
  const { visitId } = await office.openVisit(0, clerk);
  const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
  ({ jobId } = await office.must('print.issue', { operationId: randomUUID(), visitId, documentNumber }, clerk));
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

/** Everything that gets at a paper, or does away with it. */
const ways = {
  bytes: (by: Counter, reason: string | null) => office.codeOf('print.bytes', { jobId, reason }, by),
  cancel: (by: Counter, reason: string | null) => office.codeOf('printQueue.cancel', { jobId, reason }, by),
} as const;

test.each(Object.entries(ways))('%s: the issuing clerk needs no reason', async (_, ask) => {
  expect(await ask(clerk, null)).toBeNull();
});

test.each(Object.entries(ways))('%s: another clerk gets no paper, whatever reason is given', async (_, ask) => {
  expect(await ask(colleague, null)).toBe('PRINT_JOB_UNKNOWN');
  expect(await ask(colleague, '同事请我打印')).toBe('PRINT_JOB_UNKNOWN');
  const settling = { jobId, outcome: 'printed', printer: null, failure: null } as const;
  expect(await office.codeOf('print.settle', settling, colleague)).toBe('PRINT_JOB_UNKNOWN');
  expect(await office.must('printQueue.list', {}, clerk)).toMatchObject({ total: 1 });
});

test.each(Object.entries(ways))('%s: a supervisor takes it with a reason, on record', async (_, ask) => {
  expect(await ask(template.supervisor, null)).toBe('REASON_REQUIRED');
  expect(await ask(template.supervisor, ' ')).toBe('REASON_REQUIRED');
  expect(await ask(template.supervisor, '柜员已下班')).toBeNull();
  const records = await office.door.ledger.books.read(async ({ query }) =>
    query.selectFrom('audit').select(['actor', 'details']).where('verb', '=', 'printQueue.take').execute(),
  );
  const taken = records.map(({ actor, details }) => ({ actor, ...(JSON.parse(details) as object) }));
  expect(taken).toEqual([{ actor: '2001', clerk: '1001', copy: 1, reason: '柜员已下班' }]);
});

test('a clerk sees their own papers, a supervisor and an administrator all', async () => {
  const seenBy = async (by: Counter) => (await office.must('printQueue.list', {}, by)).items.map((job) => job.jobId);
  expect(await seenBy(clerk)).toEqual([jobId]);
  expect(await seenBy(colleague)).toEqual([]);
  expect(await seenBy(template.supervisor)).toEqual([jobId]);
  expect(await seenBy(await office.signIn('9001'))).toEqual([jobId]);
});

test('a paper that waits is sealed in the books, and comes out as it went in', async () => {
  const { pdf } = await office.must('print.bytes', { jobId, reason: null }, clerk);
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const [kept] = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values<[], Uint8Array>('SELECT pdf_sealed FROM print_job WHERE pdf_sealed IS NOT NULL').all(),
  );
  expect(kept).toBeDefined();
  expect(Buffer.from(kept!).includes('%PDF-')).toBe(false);
  await office.must('print.settle', { jobId, outcome: 'printed', printer: 'P', failure: null }, clerk);
  expect(await office.codeOf('print.bytes', { jobId, reason: null }, clerk)).toBe('PRINT_JOB_UNKNOWN');
});

test('an employer is sealed in the books, and shown in the visit', async () => {
  const visit = await office.must('visit.current', {}, clerk);
  expect(visit?.employer).toBe('第0工厂');
  const rows = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values<[], Uint8Array>('SELECT employer_sealed FROM holder').all(),
  );
  expect(Buffer.concat(rows).includes('工厂')).toBe(false);
});
