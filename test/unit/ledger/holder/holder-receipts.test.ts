/** What a counter has corrected or closed is told on a receipt, and what a second person is asked for is all of it. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { person, residentId } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, visitOf, type Counter, type Office } from '../../../offices/small-office.ts';
import { pagesOf, squeezed } from '../loss/paper/loss-pages.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((opened) => ({ office, clerk } = opened));

const NEW_ID = residentId('19800229', 121);
const correcting = (visitId: string, other: Partial<Input<'holder.correct'>> = {}) => ({
  ...{ operationId: randomUUID(), visitId, name: '欧阳明曰', idNumber: NEW_ID, sex: null, document: '户口簿' },
  ...{ second: authorised('2001'), ...other },
});

async function textsOf(visitId: string, kind: Input<'paper.prepare'>['kind']): Promise<string[]> {
  const wanted = { visitId, kind, lossNumber: null, paper: 'a5', language: 'zh-CN' } as const;
  return (await pagesOf((await office.must('paper.prepare', wanted, clerk)).pdf)).map(squeezed);
}

test('a corrected name and number stand on the receipt whole, what stood before masked, with the document seen', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  await office.must('holder.correct', correcting(visitId), clerk);
  for (const text of await textsOf(visitId, 'identity-receipt')) {
    expect(text).toContain('原姓名Namebefore欧阳*');
    expect(text).toContain('现姓名Namenow欧阳明曰');
    expect(text).toContain(`现证件号码IDnumbernow${NEW_ID}`);
    expect(text).toContain('核对证件Documentseen户口簿');
    expect(text).toContain('授权主管Authorisedby2001');
    expect(text).not.toContain(person(2).idNumber);
  }
});

test('a closed account tells what was paid out and by which reference, and its receipt is made in the visit that closed it', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const closing = { operationId: randomUUID(), visitId, reference: 'YBJ-2024-7', second: authorised('2001') };
  await office.must('holder.close', closing, clerk);
  for (const text of await textsOf(visitId, 'closing-receipt')) {
    expect(text).toContain('销户日期Closedon2024-02-05划付余额Paidout300.00元CNY');
    expect(text).toContain('医保划付文号Departmentref.YBJ-2024-7');
  }
  await office.must('visit.finish', { visitId }, clerk);
  const later = await office.openVisit(2, clerk);
  const wanted = { visitId: later.visitId, kind: 'closing-receipt', lossNumber: null, paper: null } as const;
  expect(await office.codeOf('paper.prepare', { ...wanted, language: 'en' }, clerk)).toBe('PAPER_UNFIT');
});

test('given twice it is done once', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const command = correcting(visitId);
  const first = await office.must('holder.correct', command, clerk);
  expect(await office.must('holder.correct', command, clerk)).toEqual(first);
  expect(await office.codeOf('holder.correct', { ...command, name: '另一个名' }, clerk)).toBe('OPERATION_REUSED');
});

test('the queue shows the second person every value whole, and what cannot be done is not asked for', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const input = { visitId, name: '欧阳明曰', idNumber: NEW_ID, sex: null, document: '户口簿' };
  const ask = (verb: 'holder.correct' | 'holder.close', other: object) =>
    office.codeOf('approval.ask', { operationId: randomUUID(), verb, input: { ...input, ...other } }, clerk);
  expect(await ask('holder.correct', { idNumber: person(3).idNumber })).toBe('ID_NUMBER_TAKEN');
  expect(await ask('holder.close', { reference: null })).toBe('ACCOUNT_BALANCE');
  const { facts, binding } = await office.must('approval.preview', { verb: 'holder.correct', input }, clerk);
  const told = Object.fromEntries(facts.map(({ name, value }) => [name, value]));
  expect(told).toMatchObject({ name: '欧阳明曰', newIdNumber: NEW_ID, sex: 'male', document: '户口簿' });
  const others = [
    { name: '欧阳明' },
    { idNumber: residentId('19800229', 123) },
    { document: '护照' },
    { sex: 'female' },
  ];
  for (const other of others) {
    const changed = { verb: 'holder.correct', input: { ...input, ...other } } as const;
    expect((await office.must('approval.preview', changed, clerk)).binding).not.toBe(binding);
  }
  const asked = { operationId: randomUUID(), verb: 'holder.correct', input } as const;
  const { requestId } = await office.must('approval.ask', asked, clerk);
  const supervisor = await office.signIn('2001');
  const decision = { operationId: randomUUID(), requestId, decision: 'approve', reason: null } as const;
  await office.must('approval.decide', { ...decision, password: authorised('2001').password }, supervisor);
  const other = correcting(visitId, { name: '欧阳明', second: { requestId } });
  expect(await office.codeOf('holder.correct', other, clerk)).toBe('APPROVAL_OTHER');
  const done = await office.must('holder.correct', correcting(visitId, { second: { requestId } }), clerk);
  expect(done.changed).toEqual(['name', 'idNumber', 'sex']);
  expect(await office.faults()).toEqual([]);
});

test('an agent does neither, and nothing is corrected of a closed account', async () => {
  const agent = { idNumber: person(1).idNumber, name: '李四光', relation: '配偶', householdRegister: false };
  const asAgent = await office.must('visit.open', { ...visitOf(2), agent }, clerk);
  expect(await office.codeOf('holder.correct', correcting(asAgent.visitId), clerk)).toBe('AGENT_MAY_NOT');
  const closing = { operationId: randomUUID(), reference: 'YBJ-2024-7', second: authorised('2001') };
  expect(await office.codeOf('holder.close', { ...closing, visitId: asAgent.visitId }, clerk)).toBe('AGENT_MAY_NOT');
  await office.must('visit.finish', { visitId: asAgent.visitId }, clerk);
  const { visitId } = await office.openVisit(2, clerk);
  await office.must('holder.close', { ...closing, operationId: randomUUID(), visitId }, clerk);
  expect(await office.codeOf('holder.correct', correcting(visitId), clerk)).toBe('ACCOUNT_CLOSED');
});
