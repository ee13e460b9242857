/** A loss form is known with its report, and the text of its QR code finds the report itself. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { copyOf, lossOf, makeTemplate, Office } from '../../../offices/small-office.ts';
import { person } from '../../../offices/made-up-people.ts';

test('a loss form that was handed out is genuine, names its report, and leads to it', async () => {
  const template = await makeTemplate();
  const { clerk } = template;
  const office = new Office(copyOf(template));
  const { visitId } = await office.openVisit(1, clerk);
  const report = await office.must('loss.report', lossOf(visitId), clerk);
  const wanted = { visitId, kind: 'loss-form', lossNumber: report.number, paper: 'a4', language: 'zh-CN' } as const;
  const { documentNumber, verificationCode } = await office.must('paper.prepare', wanted, clerk);
  await office.must('print.issue', { operationId: randomUUID(), visitId, documentNumber }, clerk);
  const qrText = `MC1|${documentNumber}|${verificationCode}`;
  const checked = await office.must('document.check', { documentNumber: qrText, verificationCode: '' }, clerk);
  expect(checked).toMatchObject({ genuine: true, document: { kind: 'loss-form', lossNumber: report.number } });
  const { idNumber } = person(1);
  expect(await office.must('loss.find', { number: qrText, idNumber }, clerk)).toMatchObject({ number: report.number });
  expect(await office.faults()).toEqual([]);
  office.close();
});
