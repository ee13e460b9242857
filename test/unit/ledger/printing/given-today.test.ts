/** A paper given out today is given again out of the journal: a clerk's own, to a supervisor anybody's for a reason (docs/rules.md 3). */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { LossCounter } from '../../../offices/loss-counter.ts';
import { lossCounterOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, statementOf, type Counter, type Office } from '../../../offices/small-office.ts';

let counter: LossCounter;
let office: Office;
let clerk: Counter;
lossCounterOfEachTest((opened) => ({ counter, office, clerk } = opened));

const ofToday = (documentNumber: string, reason: string | null = null) => ({
  ...{ operationId: randomUUID(), visitId: null, report: null },
  ...{ documentNumber, ofToday: { reason } },
});

/** Printed in the visit of the first clerk, whose customer then goes. */
async function printedPaper(): Promise<string> {
  const { visitId } = counter;
  const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
  const issued = { operationId: randomUUID(), visitId, documentNumber };
  const { jobId } = await office.must('print.issue', issued, clerk);
  await office.must('print.settle', { jobId, outcome: 'printed', printer: 'HP', failure: null }, clerk);
  await office.must('visit.finish', { visitId }, clerk);
  return documentNumber;
}

function recorded(documentNumber: string): unknown[] {
  return behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[string], { actor: string; details: string }>(
        "SELECT actor, details FROM audit WHERE verb = 'document.print' AND subject = ? ORDER BY seq",
      )
      .all(documentNumber)
      .map(({ actor, details }) => [actor, JSON.parse(details) as unknown]),
  );
}

test('their own paper of today a clerk gives again without the customer, as a numbered copy', async () => {
  const documentNumber = await printedPaper();
  const { operationId: _id, ...identity } = ofToday(documentNumber);
  expect(await office.must('paper.show', identity, clerk)).toMatchObject({ documentNumber, copy: 2 });
  await office.must('print.issue', ofToday(documentNumber), clerk);
  expect(recorded(documentNumber)).toEqual([
    ['1001', { copy: 1 }],
    ['1001', { copy: 2 }],
  ]);
});

test("another clerk's paper is refused like one that does not exist, also with a reason", async () => {
  const documentNumber = await printedPaper();
  const colleague = await office.signIn('1002');
  for (const reason of [null, '客户要求']) {
    expect(await office.codeOf('print.issue', ofToday(documentNumber, reason), colleague)).toBe('DOCUMENT_UNKNOWN');
    const { operationId: _id, ...identity } = ofToday(documentNumber, reason);
    expect(await office.codeOf('paper.show', identity, colleague)).toBe('DOCUMENT_UNKNOWN');
  }
  expect(recorded(documentNumber)).toHaveLength(1);
});

test('so is a paper of another day, and one that was never given out, to a supervisor too', async () => {
  const unprinted = await office.must('statement.prepare', statementOf(counter.visitId), clerk);
  expect(await office.codeOf('print.issue', ofToday(unprinted.documentNumber), clerk)).toBe('DOCUMENT_UNKNOWN');
  const documentNumber = await printedPaper();
  await counter.toDay('2024-02-06');
  const supervisor = await office.signIn('2001');
  expect(await office.codeOf('print.issue', ofToday(documentNumber), clerk)).toBe('DOCUMENT_UNKNOWN');
  const asked = ofToday(documentNumber, '客户回单遗失');
  expect(await office.codeOf('print.issue', asked, supervisor)).toBe('DOCUMENT_UNKNOWN');
});

test('a supervisor says why, and whose paper it was stays on record', async () => {
  const documentNumber = await printedPaper();
  const supervisor = await office.signIn('2001');
  for (const reason of [null, 'x'])
    expect(await office.codeOf('print.issue', ofToday(documentNumber, reason), supervisor)).toBe('REASON_REQUIRED');
  await office.must('print.issue', ofToday(documentNumber, '客户回单遗失'), supervisor);
  expect(recorded(documentNumber).at(-1)).toEqual(['2001', { copy: 2, clerk: '1001', reason: '客户回单遗失' }]);
});
