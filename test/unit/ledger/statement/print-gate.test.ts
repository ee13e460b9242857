/** Statements, paper, and the count of entries that are not on it yet (docs/rules.md 1). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import type { DocumentFormat } from '../../../../electron/contract/kernel/vocabulary.ts';
import { allocationCsv, person, registerCsv } from '../../../offices/made-up-people.ts';
import { copyOf, makeTemplate, Office, statementOf, visitOf, type Template } from '../../../offices/small-office.ts';

let template: Template;
let office: Office;
let visitId = '';
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  ({ visitId } = await office.openVisit(0, template.clerk));
});
afterEach(() => office.close());

const prepare = (from?: string, to?: string) =>
  office.must('statement.prepare', statementOf(visitId, from, to), template.clerk);
const unprinted = async () => (await office.must('visit.current', {}, template.clerk))!.unprinted;

async function issue(documentNumber: string): Promise<string> {
  const request = { operationId: randomUUID(), visitId, documentNumber };
  return (await office.must('print.issue', request, template.clerk)).jobId;
}

const settle = (jobId: string, outcome: 'printed' | 'saved' | 'failed') =>
  office.must('print.settle', { jobId, outcome, printer: 'P', failure: null }, template.clerk);

test('preparing and previewing clear nothing, printing clears what the paper holds', async () => {
  const prepared = await prepare();
  expect(prepared).toMatchObject({ unprinted: 3, clears: 3, pages: 1 });
  expect(await unprinted()).toBe(3);
  const jobId = await issue(prepared.documentNumber);
  expect(await unprinted()).toBe(3);
  expect(await settle(jobId, 'printed')).toMatchObject({ state: 'printed', copy: 1, printer: 'P' });
  expect(await unprinted()).toBe(0);
});

test('a failed print stays in the queue with its reason and clears nothing; a later one clears', async () => {
  const jobId = await issue((await prepare()).documentNumber);
  const failed = { jobId, outcome: 'failed', printer: 'P', failure: 'out of paper' } as const;
  await office.must('print.settle', failed, template.clerk);
  expect(await unprinted()).toBe(3);
  expect(await office.must('printQueue.list', {}, template.clerk)).toMatchObject({
    items: [{ jobId, failure: 'out of paper' }],
  });
  await settle(jobId, 'printed');
  expect(await unprinted()).toBe(0);
  expect(await office.must('printQueue.list', {}, template.clerk)).toMatchObject({ items: [], total: 0 });
});

test('a print saved from the queue clears like paper', async () => {
  await settle(await issue((await prepare()).documentNumber), 'saved');
  expect(await unprinted()).toBe(0);
});

test('a cancelled print clears nothing and cannot be cancelled twice', async () => {
  const jobId = await issue((await prepare()).documentNumber);
  await office.must('printQueue.cancel', { jobId, reason: null }, template.clerk);
  expect(await office.codeOf('printQueue.cancel', { jobId, reason: null }, template.clerk)).toBe('PRINT_JOB_UNKNOWN');
  expect(await office.codeOf('print.bytes', { jobId, reason: null }, template.clerk)).toBe('PRINT_JOB_UNKNOWN');
  expect(await unprinted()).toBe(3);
});

test('the outcome of a print told twice counts once, and a late failure takes nothing back', async () => {
  const jobId = await issue((await prepare()).documentNumber);
  const first = await settle(jobId, 'printed');
  expect(await settle(jobId, 'printed')).toEqual(first);
  expect(await settle(jobId, 'failed')).toEqual(first);
  expect(await unprinted()).toBe(0);
  const records = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values("SELECT count(*) FROM audit WHERE verb = 'print.settle'").get(),
  );
  expect(records).toBe(2);
});

test.each([
  ['pdf', 0],
  ['csv', 3],
  ['camt053', 3],
  ['json', 3],
] as const)('saving as %s leaves %i entries unprinted', async (format: DocumentFormat, left) => {
  const { documentNumber } = await prepare();
  const request = { operationId: randomUUID(), visitId, documentNumber, format };
  await office.must('document.exported', request, template.clerk);
  expect(await unprinted()).toBe(left);
});

test('a statement of a part clears that part only, and the rest is offered as since the last print', async () => {
  await office.must('visit.finish', { visitId }, template.clerk);
  ({ visitId } = await office.openVisit(2, template.clerk));
  expect(await unprinted()).toBe(1);
  await office.post.allocation(allocationCsv('YB9', '7.00', [{ id: '1', to: person(2), amount: '7.00' }]));
  const late = await prepare('2024-02-01', '2024-02-05');
  expect(late).toMatchObject({ unprinted: 2, clears: 1 });
  await settle(await issue(late.documentNumber), 'printed');
  expect(await unprinted()).toBe(1);
  const presets = await office.must('statement.presets', { visitId }, template.clerk);
  expect(presets.sinceLastPrint).toEqual({ from: '2024-01-31', to: '2024-02-05' });
});

test('a statement filtered by kind clears nothing', async () => {
  const filtered = { ...statementOf(visitId), kinds: ['consumption' as const] };
  const prepared = await office.must('statement.prepare', filtered, template.clerk);
  expect(prepared.clears).toBe(0);
  expect(prepared.entries.map(({ kind }) => kind)).toEqual(['consumption']);
  await settle(await issue(prepared.documentNumber), 'printed');
  expect(await unprinted()).toBe(3);
});

test('asked again before it is issued, a statement keeps its number; after that there is a new one', async () => {
  const first = await prepare();
  const second = await prepare('2024-02-01', '2024-02-29');
  expect(second.documentNumber).toBe(first.documentNumber);
  expect(second.verificationCode).not.toBe(first.verificationCode);
  await issue(second.documentNumber);
  const third = await prepare();
  expect(Number(third.documentNumber.slice(13, 18))).toBe(Number(second.documentNumber.slice(13, 18)) + 1);
});

test('the paper is the preview to the byte; a reprint says so and is counted', async () => {
  const prepared = await prepare();
  const first = await issue(prepared.documentNumber);
  const { pdf } = await office.must('print.bytes', { jobId: first, reason: null }, template.clerk);
  expect(Buffer.from(pdf).equals(Buffer.from(prepared.pdf))).toBe(true);
  const second = await issue(prepared.documentNumber);
  const reprint = await office.must('print.bytes', { jobId: second, reason: null }, template.clerk);
  expect(Buffer.from(reprint.pdf).equals(Buffer.from(prepared.pdf))).toBe(false);
  await settle(first, 'printed');
  expect(await settle(second, 'printed')).toMatchObject({ copy: 2 });
  expect(await unprinted()).toBe(0);
});

test('an entry posted after a statement was prepared is not in it and stays unprinted', async () => {
  const prepared = await prepare();
  await office.post.allocation(allocationCsv('YB9', '7.00', [{ id: '1', to: person(0), amount: '7.00' }]));
  await settle(await issue(prepared.documentNumber), 'printed');
  expect(await unprinted()).toBe(1);
});

test('a period that ends before it begins is refused', async () => {
  const request = statementOf(visitId, '2024-02-01', '2024-01-31');
  expect(await office.codeOf('statement.prepare', request, template.clerk)).toBe('PERIOD_INVALID');
});

test('a document of another holder, or one that never was, is unknown', async () => {
  const { documentNumber } = await prepare();
  const other = await office.openVisit(1, template.supervisor);
  const request = { operationId: randomUUID(), visitId: other.visitId, documentNumber };
  expect(await office.codeOf('print.issue', request, template.supervisor)).toBe('DOCUMENT_UNKNOWN');
  const made = { operationId: randomUUID(), visitId, documentNumber: 'S010120240205000990' };
  expect(await office.codeOf('print.issue', made, template.clerk)).toBe('DOCUMENT_UNKNOWN');
  const stranger = { operationId: randomUUID(), visitId, documentNumber };
  expect(await office.codeOf('print.issue', stranger, template.supervisor)).toBe('VISIT_REQUIRED');
});

test('a document of an earlier visit of the same holder can be printed again', async () => {
  const jobId = await issue(template.documentNumber);
  expect(await settle(jobId, 'printed')).toMatchObject({ copy: 2, documentNumber: template.documentNumber });
});

test('a paper is genuine with its own number and code, typed anyhow or scanned, and with no other', async () => {
  const { documentNumber, verificationCode } = await prepare();
  const check = async (number: string, code: string) =>
    (await office.must('document.check', { documentNumber: number, verificationCode: code }, template.clerk)).genuine;
  expect(await check(documentNumber, verificationCode)).toBe(false);
  await issue(documentNumber);
  expect(await check(documentNumber, verificationCode)).toBe(true);
  expect(await check(documentNumber, verificationCode.toLowerCase().replaceAll('-', ' '))).toBe(true);
  expect(await check(`MC1|${documentNumber}|${verificationCode}`, '')).toBe(true);
  const swapped = verificationCode.startsWith('0') ? `1${verificationCode.slice(1)}` : `0${verificationCode.slice(1)}`;
  expect(await check(documentNumber, swapped)).toBe(false);
  expect(await check(template.documentNumber, verificationCode)).toBe(false);
  expect(await check(documentNumber, '')).toBe(false);
});

test('the business day of a closed day is not in the statement of the next', async () => {
  const { closingFen } = (await prepare()).totals;
  const later = await prepare('2024-03-01', '2024-03-31');
  expect(later.totals).toMatchObject({ openingFen: closingFen, closingFen, allocatedFen: 0 });
  const early = await prepare('2023-01-01', '2023-12-31');
  expect(early.totals).toMatchObject({ openingFen: 0, closingFen: 0 });
  expect(early.period.to).toBe(businessDate('2023-12-31'));
});

test('a name that the font cannot print is named before anything is drawn, and no document number is used up', async () => {
  const rare = { ...person(6), name: '\u{20000}娜' };
  await office.post.register(registerCsv([rare]));
  const { visitId: theirs } = await office.must('visit.open', visitOf(6), template.supervisor);
  const reply = await office.ask('statement.prepare', statementOf(theirs), template.supervisor);
  expect(reply).toMatchObject({ ok: false, error: { code: 'MISSING_GLYPH' } });
  expect(JSON.stringify(reply)).toContain('20000');
  expect((await prepare()).documentNumber.slice(13, 18)).toBe('00001');
});
