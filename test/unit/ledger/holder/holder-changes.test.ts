/**
 * What a counter and a register change about a holder: the later stands, what stood before stays on record
 * (docs/rules.md 2).
 */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RefusalError } from '../../../../electron/contract/kernel/errors.ts';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { deriveKeys } from '../../../../electron/ledger/books/sealing/keys.ts';
import { holderChanges } from '../../../../electron/ledger/books/sqlite/migrations/0007-holder-changes/migration.ts';
import { payeeText } from '../../../../electron/ledger/books/sealing/payee-text.ts';
import {
  allocationCsv,
  cardNumber,
  person,
  registerCsv,
  residentId,
  settlementCsv,
} from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import {
  authorised,
  DATA_KEY,
  lossOf,
  PIN,
  statementOf,
  visitOf,
  type Counter,
  type Office,
} from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((opened) => ({ office, clerk } = opened));

/** In a visit of the holder. */
async function inVisit<T>(at: number, work: (visitId: string) => Promise<T>): Promise<T> {
  const { visitId } = await office.openVisit(at, clerk);
  try {
    return await work(visitId);
  } finally {
    await office.must('visit.finish', { visitId }, clerk);
  }
}

type HolderVerb = 'holder.contact' | 'holder.correct' | 'holder.close';

/** Authorised by the supervisor. */
async function given<V extends HolderVerb>(verb: V, input: Input<V>) {
  const reply = await office.ask(verb, input, clerk);
  if (!reply.ok) throw new RefusalError(reply.error.code, reply.error.details);
  return reply.value;
}

const authorisation = authorised('2001');
const contact = (at: number, change: Partial<Input<'holder.contact'>>) =>
  inVisit(at, async (visitId) => {
    const wanted = { visitId, phone: null, address: null, authorisation, ...change };
    return (await given('holder.contact', wanted)).changed;
  });
const correction = (at: number, change: Partial<Input<'holder.correct'>>) =>
  inVisit(at, async (visitId) => {
    const nothing = { name: null, idNumber: null, sex: null, document: '户口簿' };
    return (
      await given('holder.correct', {
        operationId: randomUUID(),
        visitId,
        ...nothing,
        second: authorisation,
        ...change,
      })
    ).changed;
  });
const closing = (at: number, reference: string | null) =>
  inVisit(at, (visitId) =>
    given('holder.close', { operationId: randomUUID(), visitId, reference, second: authorisation }),
  );

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
  throw new Error('it was not refused');
}

interface Change {
  kind: string;
  second: string | null;
  before: Record<string, string>;
  after: Record<string, string>;
  document: string | null;
}

/** The record of holders, unsealed with the office's key; the values as they lie in the file are nowhere readable. */
async function record(): Promise<Change[]> {
  const keys = deriveKeys(DATA_KEY);
  const rows = await office.door.ledger.books.read(({ query }) =>
    query.selectFrom('holder_change').selectAll().orderBy('id').execute(),
  );
  return rows.map(({ kind, second: by, values_sealed, document_sealed }) => ({
    kind,
    second: by,
    ...(JSON.parse(keys.open('holder-change', values_sealed)) as Pick<Change, 'before' | 'after'>),
    document: document_sealed === null ? null : keys.open('holder-change', document_sealed),
  }));
}

const found = (at: number, phone: string) => {
  const { idNumber, name } = person(at);
  const rest = { networkCheck: 'match-photo', secondaryDocument: null, agent: null } as const;
  return office.codeOf('visit.openWithoutCard', { operationId: randomUUID(), idNumber, name, phone, ...rest }, clerk);
};

describe('contact', () => {
  test('changed at the counter stands from then on, in any way of writing, and the old one is kept sealed', async () => {
    expect(await contact(0, { phone: '+86 138-0000 0009', address: '人民路 1 号' })).toEqual(['phone', 'address']);
    expect(await record()).toEqual([
      {
        kind: 'contact',
        second: '2001',
        before: { phone: person(0).phone, address: '' },
        after: { phone: '13800000009', address: '人民路 1 号' },
        document: null,
      },
    ]);
    expect(await found(0, person(0).phone)).toBe('PAIR_MISMATCH');
    expect(await found(0, '0086 １３８ 0000 0009')).toBeNull();
  });

  test('of counter and register the later one stands', async () => {
    await contact(0, { phone: '13800000009' });
    await office.post.register(registerCsv([{ ...person(0), phone: '13700000001' }]));
    expect(await found(0, '13700000001')).toBeNull();
    expect((await record()).map(({ kind, before, after }) => [kind, before['phone'], after['phone']])).toEqual([
      ['contact', person(0).phone, '13800000009'],
      ['register', '13800000009', '13700000001'],
    ]);
  });

  test('a register that changes nothing leaves no record', async () => {
    expect(await office.post.register(registerCsv([person(0), person(1)]))).toMatchObject({ updated: 2 });
    expect(await record()).toEqual([]);
  });

  test('is refused where it is none, where nothing differs, and for an agent', async () => {
    expect(await refusalOf(contact(0, { phone: '12' }))).toBe('PHONE_INVALID');
    expect(await refusalOf(contact(0, { phone: person(0).phone }))).toBe('HOLDER_UNCHANGED');
    const agent = { idNumber: person(1).idNumber, name: '李四光', relation: '配偶', householdRegister: false };
    const { visitId } = await office.must('visit.open', { ...visitOf(0), agent }, clerk);
    const asAgent = { visitId, phone: '13800000009', address: null, authorisation };
    expect(await office.codeOf('holder.contact', asAgent, clerk)).toBe('AGENT_MAY_NOT');
    expect(await record()).toEqual([]);
  });

  test('no phone in the register makes the account all the same, says so, and takes none away', async () => {
    const [newcomer, known] = [
      { ...person(6), phone: '1.38E+10' },
      { ...person(0), phone: '无' },
    ];
    const run = await office.post.register(registerCsv([newcomer, known]));
    expect(run).toMatchObject({
      added: 1,
      updated: 1,
      notes: [{ key: 'phonesMissing', params: { count: 2, lines: '2, 3' } }],
    });
    const visit = await office.openVisit(6, clerk);
    expect(visit.phoneMasked).toBe('');
    const reveal = { operationId: randomUUID(), visitId: visit.visitId, field: 'phone', reason: '核对' } as const;
    expect(await office.codeOf('visit.reveal', reveal, clerk)).toBe('PHONE_MISSING');
    expect((await office.typePins(visit.visitId, 'first', [PIN, PIN], clerk)).ended).toBe('done');
    expect(await office.codeOf('loss.report', lossOf(visit.visitId), clerk)).toBeNull();
    await office.must('visit.finish', { visitId: visit.visitId }, clerk);
    for (const phone of ['', '无', '1.38E+10'])
      expect(await found(6, phone || ' '), 'nobody is found by no phone').not.toBeNull();
    expect(await found(0, person(0).phone)).toBeNull();
  });
});

describe('a correction', () => {
  const NEW_ID = residentId('19800229', 121);

  test('of name and ID number counts in every later comparison and paper', async () => {
    expect(await correction(2, { name: '欧阳明曰', idNumber: NEW_ID })).toEqual(['name', 'idNumber', 'sex']);
    expect(await record()).toMatchObject([
      {
        kind: 'correction',
        second: '2001',
        document: '户口簿',
        before: { name: '欧阳明日', idNumber: person(2).idNumber },
        after: { name: '欧阳明曰', idNumber: NEW_ID },
      },
    ]);
    expect(await office.codeOf('visit.open', visitOf(2), clerk)).toBe('PAIR_MISMATCH');
    const visit = await office.must('visit.open', { ...visitOf(2), idNumber: NEW_ID }, clerk);
    expect(visit).toMatchObject({ holderName: '欧阳明曰', sex: 'male' });
    await office.must('statement.prepare', statementOf(visit.visitId), clerk);
    await office.must('visit.finish', { visitId: visit.visitId }, clerk);
    const corrected = { ...person(2), name: '欧阳明曰', idNumber: NEW_ID };
    const credits = [
      { id: '1', to: corrected, amount: '1.00' },
      { id: '2', to: person(2), amount: '1.00' },
    ];
    const run = await office.post.allocation(allocationCsv('YB9', '2.00', credits));
    expect(Array.from(run.refused, ({ externalId, reason }) => [externalId, reason])).toEqual([['2', 'BE01']]);
  });

  test('is told to a register that still has the old value, also under another card, and the line is refused', async () => {
    await correction(2, { name: '欧阳明曰', idNumber: NEW_ID });
    const old = person(2);
    const run = await office.post.register(registerCsv([old, { ...old, card: cardNumber(3000) }]));
    expect(run).toMatchObject({ added: 0, updated: 0 });
    const told = Array.from(run.refused, ({ line, code, detail }) => [line, code, detail?.key, detail?.params]);
    expect(told).toEqual([2, 3].map((line) => [line, 'HOLDER_DIFFERS', 'correctedAtCounter', { date: '2024-02-05' }]));
    const other = { ...person(7), idNumber: old.idNumber, card: cardNumber(3001) };
    expect(
      await office.post.register(registerCsv([other])),
      'somebody else may have that number by right',
    ).toMatchObject({ added: 1 });
  });

  test('that nobody made yet is where the sentence about a changed name points to', async () => {
    const run = await office.post.register(registerCsv([{ ...person(2), name: '另一人' }]));
    expect(run.refused.first(1)[0]).toMatchObject({ code: 'HOLDER_DIFFERS', detail: { key: 'correctableAtCounter' } });
    expect(run.refused.first(1)[0]!.message).toContain('holder correct');
  });

  test('of the sex stands beside an ID number that says another one, until the number is corrected', async () => {
    const { sex } = await office.openVisit(2, clerk);
    await office.must('visit.finish', { visitId: (await office.must('visit.current', {}, clerk))!.visitId }, clerk);
    const other = sex === 'male' ? 'female' : 'male';
    expect(await correction(2, { sex: other })).toEqual(['sex']);
    const visit = await office.openVisit(2, clerk);
    expect(visit.sex).toBe(other);
    await office.must('visit.finish', { visitId: visit.visitId }, clerk);
    expect(await refusalOf(correction(2, { sex: other }))).toBe('HOLDER_UNCHANGED');
    await correction(2, { idNumber: NEW_ID });
    const after = await office.must('visit.open', { ...visitOf(2), idNumber: NEW_ID }, clerk);
    expect(after.sex).toBe('male');
  });

  test('is refused for what is no name or number, for a number of somebody else, and without a difference', async () => {
    expect(await refusalOf(correction(2, { name: '王\u200b明' }))).toBe('NAME_INVALID');
    expect(await refusalOf(correction(2, { name: ' ' }))).toBe('INPUT_INVALID');
    expect(await refusalOf(correction(2, { idNumber: '110105195001010014' }))).toBe('ID_NUMBER_INVALID');
    expect(await refusalOf(correction(2, { idNumber: person(3).idNumber }))).toBe('ID_NUMBER_TAKEN');
    expect(await refusalOf(correction(2, { name: person(2).name }))).toBe('HOLDER_UNCHANGED');
    expect(await record()).toEqual([]);
  });
});

describe('closing', () => {
  test('pays a balance out by the reference alone, balanced, and nothing more is entered', async () => {
    expect(await refusalOf(closing(2, null))).toBe('ACCOUNT_BALANCE');
    expect(await closing(2, 'YBJ-2024-7')).toMatchObject({
      paidOutFen: 30_000,
      closedOn: '2024-02-05',
      reference: 'YBJ-2024-7',
    });
    expect(await refusalOf(closing(2, 'YBJ-2024-8'))).toBe('ACCOUNT_CLOSED');
    const visit = await office.openVisit(2, clerk);
    expect(visit).toMatchObject({ accountStatus: 'closed', balanceFen: 0 });
    const { entries } = await office.must('statement.prepare', statementOf(visit.visitId), clerk);
    expect(entries.at(-1)).toMatchObject({
      kind: 'correction',
      amountFen: -30_000,
      balanceFen: 0,
      reference: 'YBJ-2024-7',
    });
    expect(await office.codeOf('loss.report', lossOf(visit.visitId), clerk)).toBe('ACCOUNT_CLOSED');
    const pin = { visitId: visit.visitId, task: 'first', second: null } as const;
    expect(await office.codeOf('customer.beginTask', pin, clerk)).toBe('ACCOUNT_CLOSED');
    await office.must('visit.finish', { visitId: visit.visitId }, clerk);
    const credits = [
      { id: '1', to: person(2), amount: '1.00' },
      { id: '2', to: person(3), amount: '1.00' },
    ];
    const run = await office.post.allocation(allocationCsv('YB9', '2.00', credits));
    expect(Array.from(run.refused, ({ reason }) => reason)).toEqual(['AC04']);
    const sale = { reference: 'P77', card: person(2).card, kind: '消费', amount: '1.00' } as const;
    const paid = await office.post.settlement(settlementCsv('QS9', '1.00', [sale]));
    expect(Array.from(paid.refused, ({ reason }) => reason)).toEqual(['CARD_UNKNOWN']);
    const load = await office.post.register(registerCsv([person(2)]));
    expect(Array.from(load.refused, ({ code }) => code)).toEqual(['ACCOUNT_CLOSED']);
    expect(await found(2, person(2).phone)).toBe('PAIR_MISMATCH');
  });

  test('needs no reference where there is nothing, and ends the telephone password', async () => {
    await office.post.register(registerCsv([person(6)]));
    const { visitId } = await office.openVisit(6, clerk);
    await office.typePins(visitId, 'telephone', [PIN, PIN], clerk);
    await office.must('visit.finish', { visitId }, clerk);
    expect(await closing(6, null)).toMatchObject({ paidOutFen: 0, reference: null });
    const visit = await office.openVisit(6, clerk);
    expect(visit).toMatchObject({ accountStatus: 'closed', telephonePasswordSet: false });
  });

  test('takes an open report off the worklist', async () => {
    const { visitId } = await office.openVisit(5, clerk);
    await office.must('loss.report', lossOf(visitId, { kind: 'formal' }), clerk);
    await office.must('visit.finish', { visitId }, clerk);
    expect((await office.must('loss.worklist', {}, clerk)).items).toMatchObject([{ clock: 'reissue-waiting' }]);
    await closing(5, 'YBJ-2024-9');
    expect((await office.must('loss.worklist', {}, clerk)).items).toEqual([]);
  });
});

test('what is on record cannot be changed or taken away, and a closed account not opened again', async () => {
  await contact(0, { phone: '13800000009' });
  await closing(2, 'YBJ-2024-7');
  office.whileClosed((connection) => {
    for (const sql of [
      "UPDATE holder_change SET second = 'x'",
      'DELETE FROM holder_change',
      "UPDATE account_closing SET reference = 'x'",
      'DELETE FROM account_closing',
      "UPDATE account SET status = 'open' WHERE status = 'closed'",
    ])
      expect(() => connection.exec(sql), sql).toThrow(/append-only|stays closed/);
  });
});

test('books of before are found by folded names once they are brought to this version', async () => {
  office.whileClosed((connection) => {
    const keys = deriveKeys(DATA_KEY);
    const { card, idNumber, name } = person(3);
    // As the version before indexed it, over the name as written.
    const unfolded = keys.blindIndex('payee', payeeText(card, idNumber, name.replace('·', '•')));
    connection
      .prepare('UPDATE card SET payee_index = ? WHERE number_index = ?')
      .run(unfolded, keys.blindIndex('card', card));
    holderChanges.seal?.(connection, keys);
  });
  const to = { ...person(3), name: person(3).name.replace('·', ' ・ ') };
  const file = allocationCsv('YB9', '1.00', [{ id: '1', to, amount: '1.00' }]);
  expect(await office.post.allocation(file)).toMatchObject({ accepted: 1 });
});
