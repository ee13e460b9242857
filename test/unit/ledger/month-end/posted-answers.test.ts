/** A posted batch gives its answer again, the same line by line, named after the batch (docs/formats.md 3). */
import { beforeAll, expect, test } from 'vitest';
import { behindTheBack, copyOf, makeTemplate, Office, unguard, type Template } from '../../../offices/small-office.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

async function answerOf(office: Office, number: string) {
  const { items } = await office.must('batch.list', {}, template.clerk);
  const batchId = items.find(({ batch }) => batch === number)?.batchId ?? 0;
  const { fileName } = await office.must('batch.answerName', { batchId }, template.clerk);
  const bytes = await office.answer(await office.must('batch.openAnswer', { batchId }, template.clerk), template.clerk);
  return { fileName, text: bytes.toString() };
}

test('an allocation, weeks later and after the ledger was closed', async () => {
  const office = new Office(copyOf(template));
  const { fileName, text } = await answerOf(office, 'YB1');
  expect(fileName).toBe('answer-YB1.xml');
  expect(text).toContain('<OrgnlMsgId>YB1</OrgnlMsgId>');
  expect(text.match(/<TxSts>\w+|<Cd>\w+/g)).toEqual([
    ...Array.from({ length: 6 }, () => '<TxSts>ACSC'),
    '<TxSts>RJCT',
    '<Cd>AC01',
  ]);
  office.close();
  const details = behindTheBack(office.folder, (connection) =>
    connection.prepare<[], string>("SELECT subject FROM audit WHERE verb = 'batch.saveAnswer'").pluck().all(),
  );
  expect(details).toEqual(['YB1']);
});

test('a settlement, with every line as it was received', async () => {
  const office = new Office(copyOf(template));
  const { fileName, text } = await answerOf(office, 'QS1');
  expect(fileName).toBe('answer-QS1.csv');
  expect(text.trim().split(/\r?\n/)).toHaveLength(7);
  expect(text).toContain('CARD_UNKNOWN');
  office.close();
});

test('a batch of an earlier version, whose file was not kept, says what to do', async () => {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => {
    unguard(connection);
    connection.exec('DELETE FROM batch_file WHERE batch_id = 1');
  });
  const office = new Office(folder);
  expect(await office.codeOf('batch.answerName', { batchId: 1 }, template.clerk)).toBe('BATCH_FILE_NOT_KEPT');
  expect(await office.codeOf('batch.answerName', { batchId: 99 }, template.clerk)).toBe('BATCH_FILE_NOT_KEPT');
  office.close();
});
