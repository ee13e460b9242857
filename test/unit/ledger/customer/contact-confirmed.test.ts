/** A new phone and address stand from the holder's own yes at their window, on record and on a receipt (docs/rules.md 2). */
import { expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { person, registerCsv } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { behindTheBack, visitOf, type Counter, type Office } from '../../../offices/small-office.ts';
import { pagesOf, squeezed } from '../loss/paper/loss-pages.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((opened) => ({ office, clerk } = opened));

const NEW = { phone: '+86 138-0000 0009', address: '人民路 1 号' };

const asking = (visitId: string, other: Partial<Input<'customer.beginTask'>> = {}) =>
  ({ visitId, task: 'contact', second: null, contact: NEW, ...other }) as const;
const receiptOf = (visitId: string) =>
  ({ visitId, kind: 'contact-receipt', lossNumber: null, paper: 'a5', language: 'zh-CN' }) as const;

interface Recorded {
  readonly verb: string;
  readonly actor: string;
  readonly second: string | null;
  readonly details: string;
}

function recorded(visitId: string): Recorded[] {
  return behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[string], Recorded>('SELECT verb, actor, second, details FROM audit WHERE visit_id = ? ORDER BY seq')
      .all(visitId),
  );
}

const changes = () =>
  behindTheBack(office.folder, (connection) =>
    connection.prepare<[], number>('SELECT count(*) FROM holder_change').pluck().get(),
  );

test('the holder is shown what would stand, and their yes changes it without a second person', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const asked = await office.must('customer.beginTask', asking(visitId), clerk);
  expect(asked).toMatchObject({ step: 'read', contact: { phone: '13800000009', address: '人民路 1 号' }, loss: null });
  expect(changes()).toBe(0);
  expect(await office.must('customer.takeAcknowledgement', { taskId: asked.taskId }, clerk)).toMatchObject({
    ended: 'done',
  });
  const [record] = recorded(visitId).slice(-1);
  expect(record).toMatchObject({ verb: 'holder.contact', actor: '1001', second: null });
  expect(JSON.parse(record!.details)).toEqual({ phone: true, address: true, confirmed: 'holder' });
  expect((await office.must('visit.current', {}, clerk))?.phoneMasked).toBe('138****0009');
  expect(changes()).toBe(1);
  expect(await office.faults()).toEqual([]);
});

test('the receipt tells the new values whole and the earlier phone masked, and is among the papers of the holder', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  expect(await office.codeOf('paper.prepare', receiptOf(visitId), clerk)).toBe('PAPER_UNFIT');
  const { taskId } = await office.must('customer.beginTask', asking(visitId), clerk);
  await office.must('customer.takeAcknowledgement', { taskId }, clerk);
  const receipt = await office.must('paper.prepare', receiptOf(visitId), clerk);
  expect(receipt.documentNumber).toMatch(/^K/);
  const pages = (await pagesOf(receipt.pdf)).map(squeezed);
  expect(pages).toHaveLength(2);
  for (const text of pages) {
    expect(text).toContain('现联系电话Phonenow13800000009');
    expect(text).toContain('现联系地址Addressnow人民路1号');
    expect(text).toContain(`原联系电话Phonebefore${maskedPhone(0)}`);
    expect(text).not.toContain(person(0).phone);
  }
  const papers = await office.must('paper.ofVisit', { visitId }, clerk);
  const [newest] = papers.items;
  expect(newest).toMatchObject({ documentNumber: receipt.documentNumber, kind: 'contact-receipt', state: 'never' });
});

const maskedPhone = (at: number): string => {
  const { phone } = person(at);
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
};

test('a no changes nothing and is on record', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const { taskId } = await office.must('customer.beginTask', asking(visitId), clerk);
  await office.must('customer.endTask', { taskId, how: 'cancelled' }, clerk);
  expect(recorded(visitId).at(-1)).toMatchObject({ verb: 'holder.decline' });
  expect(await office.codeOf('customer.takeAcknowledgement', { taskId }, clerk)).toBe('PIN_TASK_ENDED');
  expect(changes()).toBe(0);
});

test('what the register changed while the holder read is not changed again, and what it is now stands', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const contact = { phone: '13800000009', address: null };
  const { taskId } = await office.must('customer.beginTask', asking(visitId, { contact }), clerk);
  await office.post.register(registerCsv([{ ...person(0), phone: '13800000009' }]));
  expect(await office.codeOf('customer.takeAcknowledgement', { taskId }, clerk)).toBe('HOLDER_UNCHANGED');
});

test('is refused for no phone, for what stands already, for nothing, and for an agent', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  const codeOf = (contact: Input<'customer.beginTask'>['contact']) =>
    office.codeOf('customer.beginTask', asking(visitId, { contact }), clerk);
  expect(await codeOf({ phone: '12', address: null })).toBe('PHONE_INVALID');
  expect(await codeOf({ phone: person(0).phone, address: null })).toBe('HOLDER_UNCHANGED');
  expect(await codeOf({ phone: null, address: null })).toBe('HOLDER_UNCHANGED');
  expect(await codeOf(undefined)).toBe('INPUT_INVALID');
  await office.must('visit.finish', { visitId }, clerk);
  const agent = { idNumber: person(1).idNumber, name: '李四光', relation: '配偶', householdRegister: false };
  const other = await office.must('visit.open', { ...visitOf(0), agent }, clerk);
  expect(await office.codeOf('customer.beginTask', asking(other.visitId), clerk)).toBe('AGENT_MAY_NOT');
});
