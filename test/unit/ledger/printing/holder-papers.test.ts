/** A paper that was made is found by its holder and by its report, and given again as what it was (docs/papers.md 3). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Input, Output } from '../../../../electron/contract/verbs.ts';
import { person } from '../../../offices/made-up-people.ts';
import { LossCounter } from '../../../offices/loss-counter.ts';
import { makeTemplate, statementOf, type Counter, type Office, type Template } from '../../../offices/small-office.ts';

let template: Template;
let counter: LossCounter;
let office: Office;
let clerk: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  counter = await LossCounter.open(template);
  ({ office, clerk } = counter);
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

/** The statement that the first holder had before. */
const EARLIER = 'S010120240131000016';

type Given = Pick<Input<'print.issue'>, 'visitId' | 'report'>;

const inVisit = (): Given => ({ visitId: counter.visitId, report: null });
const byReport = (number: string, at = 0): Given => ({
  visitId: null,
  report: { number, idNumber: person(at).idNumber },
});

function form(number: string): Promise<Output<'paper.prepare'>> {
  const { visitId } = counter;
  const asked = { visitId, kind: 'loss-form', lossNumber: number, paper: null, language: 'zh-CN' } as const;
  return office.must('paper.prepare', asked, clerk);
}

async function printed(documentNumber: string, given: Given = inVisit(), by = clerk): Promise<Uint8Array> {
  const { jobId } = await office.must('print.issue', { operationId: randomUUID(), ...given, documentNumber }, by);
  const { pdf } = await office.must('print.bytes', { jobId, reason: null }, by);
  await office.must('print.settle', { jobId, outcome: 'printed', printer: 'HP', failure: null }, by);
  return pdf;
}

async function papers(): Promise<[string, string, number][]> {
  const { items } = await office.must('paper.ofVisit', { visitId: counter.visitId }, clerk);
  return items
    .filter(({ documentNumber }) => documentNumber !== EARLIER)
    .map(({ documentNumber, state, copies }) => [documentNumber, state, copies]);
}

test('a form that was never printed is found in the next visit, and printed as what it was', async () => {
  const { number } = await counter.report();
  const prepared = await form(number);
  const { documentNumber } = prepared;
  const { visitId } = counter;
  expect(await office.must('paper.ofVisit', { visitId }, clerk)).toMatchObject({
    notGiven: [documentNumber],
    notGivenBefore: 0,
  });
  await counter.visitAgain(0);
  expect(await office.must('paper.ofVisit', { visitId: counter.visitId }, clerk)).toMatchObject({
    items: [
      { documentNumber, kind: 'loss-form', lossNumber: number, clerk: '1001', state: 'never', copies: 0 },
      { documentNumber: EARLIER },
    ],
    notGiven: [],
    notGivenBefore: 1,
  });
  const shown = await office.must('paper.show', { visitId: counter.visitId, report: null, documentNumber }, clerk);
  expect(shown).toMatchObject({ documentNumber, verificationCode: prepared.verificationCode, copy: 1 });
  expect(Buffer.from(shown.pdf).equals(Buffer.from(prepared.pdf))).toBe(true);
  expect(Buffer.from(await printed(documentNumber)).equals(Buffer.from(prepared.pdf))).toBe(true);
  expect(await papers()).toEqual([[documentNumber, 'printed', 1]]);
});

test('a copy is shown as it is printed, with number and code of the original, its count and who gives it', async () => {
  const { number } = await counter.report();
  const { documentNumber, verificationCode, pdf } = await form(number);
  await printed(documentNumber);
  const shown = await office.must(
    'paper.show',
    { ...byReport(number), report: { number, idNumber: person(0).idNumber }, documentNumber },
    clerk,
  );
  expect(shown).toMatchObject({ documentNumber, verificationCode, copy: 2 });
  expect(Buffer.from(shown.pdf).equals(Buffer.from(pdf))).toBe(false);
  const copy = await printed(documentNumber, byReport(number));
  expect(Buffer.from(copy).equals(Buffer.from(shown.pdf))).toBe(true);
  const colleague = await office.signIn('1002');
  const other = await printed(documentNumber, byReport(number), colleague);
  expect(Buffer.from(other).equals(Buffer.from(copy))).toBe(false);
  const check = { documentNumber, verificationCode };
  expect(await office.must('document.check', check, clerk)).toMatchObject({ genuine: true, document: { copies: 3 } });
  const records = await office.door.ledger.books.read(({ query }) =>
    query
      .selectFrom('audit')
      .select(['actor', 'details'])
      .where('verb', '=', 'document.print')
      .where('subject', '=', documentNumber)
      .execute(),
  );
  expect(records.map(({ actor, details }) => [actor, JSON.parse(details)])).toEqual([
    ['1001', { copy: 1 }],
    ['1001', { copy: 2 }],
    ['1002', { copy: 3 }],
  ]);
});

test('by number and ID number a report gives its own papers and no others, and guessing counts', async () => {
  const { number } = await counter.report();
  const { documentNumber } = await form(number);
  await printed(documentNumber);
  const { documentNumber: statement } = await office.must('statement.prepare', statementOf(counter.visitId), clerk);
  await printed(statement);
  await counter.visitAgain(1);
  const { number: other } = await counter.report();
  const { documentNumber: foreign } = await form(other);
  const listed = await office.must(
    'paper.ofReport',
    { ...byReport(number), report: { number, idNumber: person(0).idNumber } },
    clerk,
  );
  expect(listed.map((paper) => paper.documentNumber)).toEqual([documentNumber]);
  for (const wrong of [statement, foreign]) {
    const asked = { ...byReport(number), operationId: randomUUID(), documentNumber: wrong };
    expect(await office.codeOf('print.issue', asked, clerk)).toBe('DOCUMENT_UNKNOWN');
  }
  const nobody = { operationId: randomUUID(), visitId: null, report: null, documentNumber };
  expect(await office.codeOf('print.issue', nobody, clerk)).toBe('VISIT_REQUIRED');
  const inOthersVisit = { ...inVisit(), operationId: randomUUID(), documentNumber };
  expect(await office.codeOf('print.issue', inOthersVisit, clerk)).toBe('DOCUMENT_UNKNOWN');
  const guess = { visitId: null, report: { number, idNumber: person(5).idNumber } };
  for (let time = 0; time < 5; time += 1)
    expect(await office.codeOf('paper.ofReport', guess, clerk)).toBe('LOSS_UNKNOWN');
  expect(await office.codeOf('paper.ofReport', guess, clerk)).toBe('CLERK_LOCKED');
});

test('a statement given again moves no print gate, and one that was only looked at is no paper', async () => {
  const first = await office.must('statement.prepare', statementOf(counter.visitId), clerk);
  expect(await papers()).toEqual([]);
  await printed(first.documentNumber);
  const unprinted = async () => (await office.must('visit.current', {}, clerk))?.unprinted;
  const left = await unprinted();
  await printed(first.documentNumber);
  expect(await unprinted()).toBe(left);
  const ranges = await office.door.ledger.books.read(({ query }) =>
    query.selectFrom('printed_range').select('document_number').where('document_number', '<>', EARLIER).execute(),
  );
  expect(ranges).toEqual([{ document_number: first.documentNumber }]);
  expect(await papers()).toEqual([[first.documentNumber, 'printed', 2]]);
});

test('two reports of one visit have a form each; a form made again after it was printed is no new one', async () => {
  const { number } = await counter.report();
  const first = await form(number);
  await printed(first.documentNumber);
  await form(number);
  expect(await papers()).toEqual([[first.documentNumber, 'printed', 1]]);
  const { number: second } = await counter.report({ kind: 'formal' });
  expect(second).toBe(number);
  const confirmed = await form(number);
  expect(await papers()).toEqual([
    [confirmed.documentNumber, 'never', 0],
    [first.documentNumber, 'printed', 1],
  ]);
});

test('the form of a report that was taken back is no paper any more; one that was printed stays listed', async () => {
  const { number } = await counter.report();
  const first = await form(number);
  await printed(first.documentNumber);
  await office.must('loss.takeBack', counter.takeBackOf(number), clerk);
  const { number: second } = await counter.report();
  const { documentNumber } = await form(second);
  const notGiven = async () => (await office.must('paper.ofVisit', { visitId: counter.visitId }, clerk)).notGiven;
  expect(await notGiven()).toEqual([documentNumber]);
  await office.must('loss.takeBack', counter.takeBackOf(second), clerk);
  expect(await notGiven()).toEqual([]);
  expect(await papers()).toEqual([[first.documentNumber, 'printed', 1]]);
});

test('nobody signs the form of a report that its holder calls wrong, until they say that it is right', async () => {
  const { number } = await counter.report();
  const { documentNumber } = await form(number);
  const { visitId } = counter;
  const asked = { visitId, task: 'acknowledge', second: null, lossNumber: number } as const;
  const no = await office.must('customer.beginTask', asked, clerk);
  await office.must('customer.endTask', { taskId: no.taskId, how: 'cancelled' }, clerk);
  expect(await office.must('paper.ofVisit', { visitId }, clerk)).toMatchObject({ notGiven: [], calledWrong: [number] });
  expect(await papers()).toEqual([]);
  const yes = await office.must('customer.beginTask', asked, clerk);
  await office.must('customer.takeAcknowledgement', { taskId: yes.taskId }, clerk);
  expect(await office.must('paper.ofVisit', { visitId }, clerk)).toMatchObject({
    notGiven: [documentNumber],
    calledWrong: [],
  });
});

test('what was saved at its preview is told as saved, what was taken out of the queue as that', async () => {
  const { number } = await counter.report();
  const { documentNumber } = await form(number);
  const { visitId } = counter;
  const issue = { operationId: randomUUID(), visitId, documentNumber };
  const { jobId } = await office.must('print.issue', issue, clerk);
  expect(await papers()).toEqual([[documentNumber, 'queued', 0]]);
  await office.must('printQueue.cancel', { jobId, reason: null }, clerk);
  expect(await papers()).toEqual([[documentNumber, 'cancelled', 0]]);
  const saved = { operationId: randomUUID(), visitId, documentNumber, format: 'pdf' } as const;
  await office.must('document.exported', saved, clerk);
  expect(await papers()).toEqual([[documentNumber, 'saved', 1]]);
});

test('papers of the holder at the counter are found by the end of their number, and nobody else’s', async () => {
  const { number } = await counter.report();
  const { documentNumber } = await form(number);
  const find = async (ending: string) =>
    (await office.must('paper.find', { visitId: counter.visitId, ending }, clerk)).map((paper) => paper.documentNumber);
  expect(await find(documentNumber)).toEqual([documentNumber]);
  expect(await find(documentNumber.slice(-4))).toEqual([documentNumber]);
  expect(await find(`9${documentNumber.slice(-4)}`)).toEqual([]);
  await counter.visitAgain(1);
  expect(await find(documentNumber)).toEqual([]);
});
