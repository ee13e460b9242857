/** A loss reported online: an oral one, confirmed at the counter, withdrawn where it was made (docs/rules.md 7). */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { maskCard } from '../../../../electron/ledger/numbers/masking.ts';
import { voucherText } from '../../../../electron/ledger/loss/voucher-code.ts';
import { codeFor, HolderDoor } from '../../../offices/holder-door.ts';
import { LossCounter, NEW_CARD } from '../../../offices/loss-counter.ts';
import { person } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { lossOf, MINUTE, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
let door: HolderDoor;
officeOfEachTest((open) => ({ office, clerk } = open));
beforeEach(() => {
  door = new HolderDoor(office);
});

const again = () => ({ operationId: randomUUID() });

async function byCode(at = 0): Promise<void> {
  await door.must('online.enter', await door.code('report', person(at)));
}

test('who has no login reports by a code, once, and keeps the voucher; the counter confirms it by its QR code', async () => {
  await byCode();
  const made = await door.report();
  expect(made).toMatchObject({ channel: 'online', kind: 'oral', status: 'reported', withdrawUntil: null });
  expect(await door.codeOf('online.report', again())).toBe('SIGN_IN_REQUIRED');
  expect(await door.must('online.progress', { number: made.number })).toMatchObject({ number: made.number });
  const voucher = await door.must('online.voucher', { number: made.number, language: 'zh-CN' });
  expect(Buffer.from(voucher.pdf.subarray(0, 5)).toString()).toBe('%PDF-');

  const worklist = await office.must('loss.worklist', {}, clerk);
  expect(worklist.items).toContainEqual(expect.objectContaining({ number: made.number, kind: 'oral' }));
  expect(office.changes).toContain('worklist');
  const qr = voucherText(made.number, voucher.verificationCode);
  const { idNumber } = person(0);
  const found = await office.must('loss.find', { number: qr, idNumber }, clerk);
  expect(found).toMatchObject({ number: made.number, possible: expect.arrayContaining(['confirm']) });
  const checked = (documentNumber: string, verificationCode: string) =>
    office.must('document.check', { documentNumber, verificationCode }, clerk);
  expect(await checked(qr, '')).toEqual({ genuine: true, voucherOf: made.number, document: null });
  expect(await checked(made.number, voucher.verificationCode)).toMatchObject({ voucherOf: made.number });
  expect(await checked(made.number, 'AAAA-AAAA')).toEqual({ genuine: false, voucherOf: null, document: null });
  const forged = voucherText(made.number, voucher.verificationCode === 'AAAA-AAAA' ? 'BBBB-BBBB' : 'AAAA-AAAA');
  expect(await office.codeOf('loss.find', { number: forged, idNumber }, clerk)).toBe('LOSS_UNKNOWN');

  const { visitId } = await office.openVisit(0, clerk);
  const confirmed = await office.must('loss.report', lossOf(visitId, { object: 'card', kind: 'formal' }), clerk);
  expect(confirmed).toMatchObject({ number: made.number, kind: 'formal', channel: 'online' });
});

test('one press is one report in two tabs, and the same press again is answered as the first', async () => {
  await door.registered(person(0));
  const pressed = again();
  const [one, other] = await Promise.all([door.must('online.report', pressed), door.must('online.report', pressed)]);
  expect(other.number).toBe(one.number);
  expect((await door.must('online.standing', {})).losses).toHaveLength(1);
  // Another press is a repeated oral report, which takes the place of the first.
  const second = await door.report();
  expect((await door.must('online.standing', {})).losses.map(({ status }) => status)).toEqual([
    'reported',
    'superseded',
  ]);
  expect(second.number).not.toBe(one.number);
});

test('the signed-in session that made it withdraws it within its minutes, and no other does', async () => {
  await door.registered(person(0));
  const { number, withdrawUntil } = await door.report();
  expect(withdrawUntil).toBe(office.at + 30 * MINUTE);
  expect((await door.must('online.standing', {})).isStopped).toBe(true);
  const other = new HolderDoor(office);
  const proof = { kind: 'password', idNumber: person(0).idNumber, password: 'a long phrase 41' } as const;
  await other.must('online.signIn', { proof });
  expect(await other.must('online.progress', { number })).toMatchObject({ withdrawUntil: null });
  expect(await other.codeOf('online.withdraw', { ...again(), number })).toBe('WITHDRAW_NOT_HERE');
  office.at += 14 * MINUTE;
  expect(await door.must('online.withdraw', { ...again(), number })).toMatchObject({ status: 'taken-back' });
  expect((await door.must('online.standing', {})).isStopped).toBe(false);
  expect(await door.codeOf('online.withdraw', { ...again(), number })).toBe('LOSS_STATE');
});

test('after its minutes, or once the counter went on with it, it is not withdrawn online', async () => {
  await door.registered(person(0));
  const late = await door.report();
  for (let used = 0; used < 3; used += 1) {
    office.at += 10 * MINUTE;
    await door.must('online.standing', {});
  }
  expect(await door.codeOf('online.withdraw', { ...again(), number: late.number })).toBe('WITHDRAW_LATE');
  const fresh = await door.report();
  const { visitId } = await office.openVisit(0, clerk);
  await office.must('loss.report', lossOf(visitId, { object: 'card', kind: 'formal' }), clerk);
  expect(await door.codeOf('online.withdraw', { ...again(), number: fresh.number })).toBe('WITHDRAW_LATE');
});

test('a card that is reported in writing, or an account that is closed, takes no other report', async () => {
  const { visitId } = await office.openVisit(0, clerk);
  await office.must('loss.report', lossOf(visitId, { object: 'card', kind: 'formal' }), clerk);
  await byCode();
  expect(await door.codeOf('online.report', again())).toBe('LOSS_ALREADY_REPORTED');
});

test.each([
  ['a middle dot of a phone’s keyboard', 3, '买买提•艾力'],
  ['a katakana dot with blanks around it', 3, ' 买买提 ・ 艾力 '],
  ['a character outside the first plane', 4, '娜𠀀'],
  ['the same between full-width blanks', 4, '　娜𠀀　'],
] as const)('a name typed with %s is the name on file', async (_, at, name) => {
  const { codeId, code } = await door.code('report', { ...person(at), name });
  expect(code).toMatch(/^\d{6}$/);
  await door.must('online.enter', { codeId, code });
  expect((await door.report()).status).toBe('reported');
});

test.each([
  ['买买提艾力', 3, 'done'],
  ['买买提-艾力', 3, 'done'],
  ['娜', 4, 'done'],
  ['娜?', 4, 'NAME_INVALID'],
  ['娜\uE000', 4, 'NAME_INVALID'],
] as const)('%s is another name, or none, and brings no code', async (name, at, answer) => {
  expect(await door.codeOf('online.sendCode', codeFor('report', { ...person(at), name }))).toBe(answer);
  expect(await door.codeSentTo(person(at).phone)).toBeNull();
});

test('after a new card a report is of that card, by login and by code, and the old one is told to nobody', async () => {
  await door.registered(person(0));
  const counter = await LossCounter.at(office, clerk);
  const { number } = await counter.report({ kind: 'formal' });
  await counter.toDay('2024-02-12');
  await counter.visitAgain(0);
  await office.must('loss.reissue', counter.reissueOf(number), clerk);
  await door.must('online.signIn', {
    proof: { kind: 'password', idNumber: person(0).idNumber, password: 'a long phrase 41' },
  });
  const cardMasked = maskCard(NEW_CARD);
  expect(await door.must('online.standing', {})).toMatchObject({ cardMasked, isStopped: false });
  expect(await door.report()).toMatchObject({ cardMasked, status: 'reported' });
  expect(await door.must('online.standing', {})).toMatchObject({ cardMasked, isStopped: true });
  const other = new HolderDoor(office, '198.51.100.4');
  await other.must('online.enter', await other.code('report', { ...person(0), card: NEW_CARD }));
  // An oral report may be given again.
  expect(await other.report()).toMatchObject({ cardMasked, status: 'reported' });
});

test('of another account’s report nothing is told', async () => {
  await byCode(1);
  const { number } = await door.report();
  const neighbour = new HolderDoor(office);
  await neighbour.registered(person(0));
  expect(await neighbour.codeOf('online.progress', { number })).toBe('LOSS_UNKNOWN');
  expect(await neighbour.codeOf('online.voucher', { number, language: 'en' })).toBe('LOSS_UNKNOWN');
  expect(await neighbour.codeOf('online.withdraw', { ...again(), number })).toBe('LOSS_UNKNOWN');
});

test('entries are those of twelve months, newest first and without references; totals are last year’s', async () => {
  await door.registered(person(0));
  const { items, total } = await door.must('online.entries', {});
  expect(total).toBe(items.length);
  expect(items.map(({ date }) => date)).toEqual(
    items
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  );
  const [newest] = items;
  expect(newest?.balanceFen).toBe((await door.must('online.standing', {})).balanceFen);
  expect(Object.keys(newest ?? {}).toSorted()).toEqual(['amountFen', 'at', 'balanceFen', 'date', 'kind', 'place']);
  expect(await door.must('online.totals', {})).toMatchObject({ year: 2023, totals: [] });
});

test('every act of a holder is on the audit record as theirs, and a refusal too', async () => {
  await byCode();
  await door.report();
  await door.ask('online.progress', { number: 'L0101202402059999X' });
  const rows = await office.door.ledger.books.read(({ sql }) =>
    Promise.resolve(
      sql.rows<[], { actor: string; verb: string; outcome: string }>('SELECT actor, verb, outcome FROM audit').all(),
    ),
  );
  const own = rows.filter(({ actor }) => /^holder:0101\d{11}$/.test(actor));
  expect(own.map(({ verb, outcome }) => `${verb} ${outcome}`)).toEqual([
    'online.enter done',
    'loss.report done',
    'online.progress LOSS_UNKNOWN',
  ]);
});
