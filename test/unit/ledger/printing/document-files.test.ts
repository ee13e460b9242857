/** What a document that leaves the counter tells of itself: its name as a file, its content, and the office's settings on it. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { DocumentFormat } from '../../../../electron/contract/kernel/vocabulary.ts';
import { nameOnStatement } from '../../../../electron/ledger/statement/paper/statement-glyphs.ts';
import { authorised, copyOf, makeTemplate, Office, statementOf, type Template } from '../../../offices/small-office.ts';
import { pagesOf, squeezed } from '../loss/paper/loss-pages.ts';

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

const prepare = () => office.must('statement.prepare', statementOf(visitId), template.clerk);

async function file(documentNumber: string, format: DocumentFormat) {
  const { bytes, fileName } = await office.must('document.export', { visitId, documentNumber, format }, template.clerk);
  return { fileName, text: Buffer.from(bytes).toString('utf8') };
}

async function paperText(): Promise<string> {
  return (await pagesOf((await prepare()).pdf)).map(squeezed).join('');
}

test('a saved statement is named by office, last four of the card, period and number', async () => {
  const { documentNumber, period } = await prepare();
  const [from, to] = [period.from, period.to].map((date) => date.replaceAll('-', ''));
  for (const [format, ending] of [
    ['pdf', 'pdf'],
    ['csv', 'csv'],
    ['json', 'json'],
    ['camt053', 'xml'],
  ] as const) {
    const { fileName } = await file(documentNumber, format);
    expect(fileName).toMatch(new RegExp(`^对账单-0101-尾号\\d{4}-${from}至${to}-${documentNumber}\\.${ending}$`));
    expect(fileName).not.toMatch(/[<>:"/\\|?*]/);
  }
});

test('a statement as JSON and as CSV tells number, office, account, masked card and period', async () => {
  const { documentNumber, period } = await prepare();
  const json: unknown = JSON.parse((await file(documentNumber, 'json')).text);
  expect(json).toMatchObject({ documentNumber, period, office: { code: '0101' } });
  expect(json).toMatchObject({ card: expect.stringMatching(/^\d{6}\*+\d{4}$/), account: expect.stringMatching(/\d/) });
  const rows: Record<string, string>[] = parse((await file(documentNumber, 'csv')).text, { bom: true, columns: true });
  for (const row of rows) {
    expect(row).toMatchObject({ 凭证编号: documentNumber, 期间起: period.from, 期间止: period.to });
    expect(row['网点']).toMatch(/^0101 /);
    expect(row['医保卡号']).toMatch(/^\d{6}\*+\d{4}$/);
  }
});

test('an allocation is told by its file and line on paper and in CSV; other systems keep the line they know', async () => {
  const { documentNumber, entries } = await prepare();
  const allocation = entries.find(({ kind }) => kind === 'allocation');
  expect(allocation).toMatchObject({ batch: 'YB1', reference: '1' });
  expect(entries.filter(({ kind }) => kind !== 'allocation').map(({ batch }) => batch)).not.toContainEqual(
    expect.any(String),
  );
  expect(await paperText()).toContain('YB1-1');
  const { text } = await file(documentNumber, 'camt053');
  expect(text).toContain('<EndToEndId>1</EndToEndId>');
});

test.each([
  [1, '户名Holder张三'],
  [0, '户名Holder张*'],
])('with statementName %i a statement says %s', async (value, said) => {
  await office.changeSetting('statementName', value);
  expect(await paperText()).toContain(said);
});

test.each([
  ['张\u{20000}', 1, true],
  ['张\u{20000}', 0, false],
  ['张四', 1, false],
])('that %s is masked with statementName %i is told as %s', async (name, value, nameMasked) => {
  await office.changeSetting('statementName', value);
  const nothing = { idNumber: null, sex: null, document: '户口簿' };
  const correction = { operationId: randomUUID(), visitId, ...nothing, name, second: authorised('2001') };
  await office.must('holder.correct', correction, template.clerk);
  expect(await prepare()).toMatchObject({ nameMasked });
});

test('a name that the font cannot print whole is masked, and its holder gets the statement', () => {
  expect(nameOnStatement('张\u{20000}', true)).toBe('张*');
  expect(nameOnStatement('张三', true)).toBe('张三');
});

test("a statement names the office's telephone for queries once it is set", async () => {
  expect(await paperText()).not.toContain('查询电话');
  await office.changeSetting('queryTelephone', '010-65001234');
  expect(await paperText()).toContain('查询电话Enquiries：010-65001234');
});

test('the check of a statement masks the name that the paper has whole', async () => {
  const { documentNumber, verificationCode } = await prepare();
  const operationId = crypto.randomUUID();
  await office.must('document.exported', { operationId, visitId, documentNumber, format: 'pdf' }, template.clerk);
  const checked = await office.must('document.check', { documentNumber, verificationCode }, template.clerk);
  expect(checked.document?.holderNameMasked).toBe('张*');
});
