/** A posted entry is corrected by its linked opposite: once, with a reason, before a second person (docs/rules.md 1). */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { allocationCsv, person, settlementCsv } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, statementOf, visitOf, type Counter, type Office } from '../../../offices/small-office.ts';
import { pagesOf, squeezed } from '../loss/paper/loss-pages.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((opened) => ({ office, clerk } = opened));

const correcting = (visitId: string, seq: number, other: Partial<Input<'entry.correct'>> = {}) => ({
  ...{ operationId: randomUUID(), visitId, seq, reason: '医保部门重复划入', second: authorised('2001') },
  ...other,
});
const codeOf = (visitId: string, seq: number, other: Partial<Input<'entry.correct'>> = {}) =>
  office.codeOf('entry.correct', correcting(visitId, seq, other), clerk);

async function entriesOf(visitId: string) {
  return (await office.must('statement.prepare', statementOf(visitId), clerk)).entries;
}

test('an allocation of an earlier day is taken back on today’s business day, linked to it, and the books are sound', async () => {
  const { visitId, balanceFen } = await office.openVisit(2, clerk);
  const [original] = (await entriesOf(visitId)).slice(-1);
  if (original === undefined) throw new Error('an account without entries');
  expect(original).toMatchObject({ kind: 'allocation', date: '2024-01-31', amountFen: 30_000 });
  const done = await office.must('entry.correct', correcting(visitId, original.seq), clerk);
  expect(done).toEqual({
    ...{ seq: original.seq + 1, originalSeq: original.seq, businessDate: '2024-02-05' },
    ...{ amountFen: -30_000, balanceFen: balanceFen - 30_000 },
  });
  expect((await entriesOf(visitId)).at(-1)).toMatchObject({
    ...{ kind: 'correction', date: '2024-02-05', amountFen: -30_000, seq: done.seq },
    ...{ corrects: { seq: original.seq, date: '2024-01-31' }, text: `更正 2024-01-31 第 ${original.seq} 笔` },
  });
  expect((await office.must('visit.current', {}, clerk))?.balanceFen).toBe(balanceFen - 30_000);
  expect(await office.faults()).toEqual([]);
});

test('none twice, none of a correction, none that is not there, none below zero', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const { seq } = (await entriesOf(visitId)).at(-1)!;
  expect(await codeOf(visitId, seq + 1)).toBe('ENTRY_UNKNOWN');
  const { seq: ofIt } = await office.must('entry.correct', correcting(visitId, seq), clerk);
  expect(await codeOf(visitId, seq)).toBe('ENTRY_CORRECTED');
  expect(await codeOf(visitId, ofIt)).toBe('ENTRY_IS_CORRECTION');
  await office.must('visit.finish', { visitId }, clerk);
  await office.post.settlement(
    settlementCsv('QS9', '100.00', [{ reference: 'P77', card: person(3).card, kind: '消费', amount: '100.00' }]),
  );
  const other = await office.openVisit(3, clerk);
  const entries = await entriesOf(other.visitId);
  const allocation = entries.find(({ kind, amountFen }) => kind === 'allocation' && amountFen > other.balanceFen);
  expect(allocation, 'an allocation of which a part is spent').toBeDefined();
  expect(await codeOf(other.visitId, allocation!.seq)).toBe('CORRECTION_BELOW_ZERO');
  expect(await office.faults()).toEqual([]);
});

test('a payment taken back is no original of a void or refund, and one that was given back is not taken back', async () => {
  const sale = { reference: 'P77', card: person(3).card, kind: '消费', amount: '10.00' } as const;
  const other = { ...sale, reference: 'P78' };
  await office.post.settlement(settlementCsv('QS9', '20.00', [sale, other]));
  const { visitId } = await office.openVisit(3, clerk);
  const paid = (await entriesOf(visitId)).filter(({ kind }) => kind === 'consumption');
  const seqOf = (reference: string) => paid.find((entry) => entry.reference === reference)!.seq;
  expect(await office.must('entry.correct', correcting(visitId, seqOf('P77')), clerk)).toMatchObject({
    amountFen: 1000,
  });
  const back = (reference: string, original: string) =>
    ({ ...sale, reference, kind: '退货', original }) as Parameters<typeof settlementCsv>[2][number];
  const run = await office.post.settlement(settlementCsv('QS10', '-20.00', [back('R1', 'P77'), back('R2', 'P78')]));
  expect(Array.from(run.refused, ({ reason }) => reason)).toEqual(['NO_ORIGINAL']);
  expect(await codeOf(visitId, seqOf('P78'))).toBe('ENTRY_RETURNED');
  const refund = (await entriesOf(visitId)).find(({ reference }) => reference === 'R2')!;
  await office.must('entry.correct', correcting(visitId, refund.seq), clerk);
  expect(await codeOf(visitId, seqOf('P78'))).toBeNull();
  expect(await office.faults()).toEqual([]);
});

test('wants a reason and a second person, and an agent or a closed account corrects nothing', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const { seq } = (await entriesOf(visitId)).at(-1)!;
  expect(await codeOf(visitId, seq, { reason: ' ' })).toBe('INPUT_INVALID');
  expect(await codeOf(visitId, seq, { second: null })).toBe('SECOND_PERSON_REQUIRED');
  expect(await codeOf(visitId, seq, { second: authorised('1001') })).toBe('SECOND_PERSON_SAME');
  await office.must('visit.finish', { visitId }, clerk);
  const agent = { idNumber: person(1).idNumber, name: '李四光', relation: '配偶', householdRegister: false };
  const asAgent = await office.must('visit.open', { ...visitOf(2), agent }, clerk);
  expect(await codeOf(asAgent.visitId, seq)).toBe('AGENT_MAY_NOT');
  await office.must('visit.finish', { visitId: asAgent.visitId }, clerk);
  const again = await office.openVisit(2, clerk);
  const closing = { operationId: randomUUID(), reference: 'YBJ-2024-7', second: authorised('2001') };
  await office.must('holder.close', { ...closing, visitId: again.visitId }, clerk);
  expect(await codeOf(again.visitId, seq)).toBe('ACCOUNT_CLOSED');
  expect(await office.faults()).toEqual([]);
});

test('given twice it is posted once, and the receipt and camt.053 tell the original', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const { seq } = (await entriesOf(visitId)).at(-1)!;
  const command = correcting(visitId, seq);
  const done = await office.must('entry.correct', command, clerk);
  expect(await office.must('entry.correct', command, clerk)).toEqual(done);
  const wanted = { visitId, kind: 'correction-receipt', lossNumber: null, paper: 'a5', language: 'zh-CN' } as const;
  const receipt = await office.must('paper.prepare', wanted, clerk);
  for (const text of (await pagesOf(receipt.pdf)).map(squeezed)) {
    expect(text).toContain(`被更正的序号Entrycorrected${seq}（2024-01-31）`);
    expect(text).toContain('更正金额Amount-300.00元CNY');
    expect(text).toContain('更正理由Reason医保部门重复划入');
  }
  const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
  const save = { visitId, documentNumber, format: 'camt053' } as const;
  const { bytes } = await office.must('document.export', save, clerk);
  const xml = Buffer.from(bytes).toString('utf8');
  expect(xml.match(/<RvslInd>true<\/RvslInd>/g)).toHaveLength(1);
});

test('the queue asks for exactly this entry and reason, and is not asked for what cannot be posted', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const { seq } = (await entriesOf(visitId)).at(-1)!;
  const input = { visitId, seq, reason: '医保部门重复划入' };
  const { facts } = await office.must('approval.preview', { verb: 'entry.correct', input }, clerk);
  expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
    ...{ seq, reason: '医保部门重复划入', entryKind: 'allocation', entryDate: '2024-01-31', amountFen: -30_000 },
  });
  const unknown = { verb: 'entry.correct', input: { ...input, seq: seq + 1 } } as const;
  expect(await office.codeOf('approval.preview', unknown, clerk)).toBe('ENTRY_UNKNOWN');
  const asked = { operationId: randomUUID(), verb: 'entry.correct', input } as const;
  const { requestId } = await office.must('approval.ask', asked, clerk);
  const supervisor = await office.signIn('2001');
  const decision = { operationId: randomUUID(), requestId, decision: 'approve', reason: null } as const;
  await office.must('approval.decide', { ...decision, password: authorised('2001').password }, supervisor);
  expect(await codeOf(visitId, seq, { reason: '别的理由', second: { requestId } })).toBe('APPROVAL_OTHER');
  expect(await codeOf(visitId, seq, { second: { requestId } })).toBeNull();
});

test('what is on record of a correction is never changed or taken away', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const { seq } = (await entriesOf(visitId)).at(-1)!;
  await office.must('entry.correct', correcting(visitId, seq), clerk);
  office.whileClosed((connection) => {
    for (const sql of ["UPDATE correction SET reason = 'x'", 'DELETE FROM correction'])
      expect(() => connection.exec(sql), sql).toThrow(/append-only/);
  });
});

test('a file posted after a correction goes on as ever', async () => {
  const { visitId } = await office.openVisit(2, clerk);
  const { seq } = (await entriesOf(visitId)).at(-1)!;
  await office.must('entry.correct', correcting(visitId, seq), clerk);
  await office.post.allocation(allocationCsv('YB9', '1.00', [{ id: '1', to: person(2), amount: '1.00' }]));
  expect((await entriesOf(visitId)).at(-1)).toMatchObject({ kind: 'allocation', amountFen: 100 });
  expect(await office.faults()).toEqual([]);
});
