/** A check of a file works on a snapshot and takes turns: another clerk is answered meanwhile, and it says what posting does. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FileOutcome } from '../../../../electron/contract/office/office-views.ts';
import { runAllocation } from '../../../../electron/ledger/month-end/allocation/allocations.ts';
import { runInstitutions, runRegister } from '../../../../electron/ledger/month-end/registers/registers.ts';
import { runSettlement } from '../../../../electron/ledger/month-end/settlement/settlements.ts';
import type { Questions } from '../../../../electron/ledger/books/prepared.ts';
import {
  allocationCsv,
  INSTITUTIONS,
  person,
  registerCsv,
  settlementCsv,
  type Sale,
} from '../../../offices/made-up-people.ts';
import { copyOf, inMemory, makeTemplate, Office, visitOf, type Template } from '../../../offices/small-office.ts';

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(() => office.close());

const LINES = 6_000;
/** In one piece, as far as the reader is concerned: what gives way is the check itself. */
const LONG_FILES: Readonly<Record<string, string>> = {
  register: registerCsv(Array.from({ length: LINES }, (_, at) => person(at))),
  allocation: allocationCsv(
    'YB90',
    `${LINES}.00`,
    Array.from({ length: LINES }, (_, at) => ({ id: String(at + 1), to: person(at % 12), amount: '1.00' })),
  ),
  settlement: settlementCsv(
    'QS90',
    `${LINES}.00`,
    Array.from({ length: LINES }, (_, at) => ({
      reference: `R${at}`,
      card: person(at % 12).card,
      kind: '消费' as const,
      amount: '1.00',
    })),
  ),
};

test.each(Object.keys(LONG_FILES))('while a long %s is checked, another clerk writes and reads', async (kind) => {
  const intakeId = await office.receive(LONG_FILES[kind]!, template.clerk);
  const other = await office.signIn('1002');
  const order: string[] = [];
  const served: Promise<void>[] = [];
  office.onProgress = () => {
    if (served.length > 0) return;
    const serve = async (): Promise<void> => {
      const { visitId } = await office.must('visit.open', visitOf(0), other);
      await office.must('visit.current', {}, other);
      await office.must('visit.finish', { visitId }, other);
      order.push('served');
    };
    served.push(serve());
  };
  const outcome = await office.must('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
  order.push('checked');
  await Promise.all(served);
  expect(order).toEqual(['served', 'checked']);
  expect(outcome.fault).toBeNull();
  expect(await office.faults()).toEqual([]);
});

test.each(Object.keys(LONG_FILES))('a check of a long %s gives way every few hundred lines', async (kind) => {
  const source = inMemory(LONG_FILES[kind]!);
  const { ledger } = office.door;
  const run = { register: runRegister, allocation: runAllocation, settlement: runSettlement }[kind]!;
  let turns = 0;
  const check = { done: false };
  const counting = (async () => {
    while (!check.done) {
      await turn();
      turns += 1;
    }
  })();
  await run(ledger, source, null, null);
  check.done = true;
  await counting;
  // An allocation's lines are matched four thousand in one statement, and read in one piece here.
  expect(turns).toBeGreaterThanOrEqual(kind === 'allocation' ? 4 : LINES / 250);
});

test('a check sees the books as they were when it began, and leaves nothing in them', async () => {
  const before = await office.door.ledger.books.read(async ({ sql }) => countOf(sql));
  const intakeId = await office.receive(LONG_FILES['settlement']!, template.clerk);
  const posted: Promise<unknown>[] = [];
  office.onProgress = () => {
    const credits = [0, 1, 2, 3, 4, 5].map((at) => ({ id: String(at + 1), to: person(at), amount: '9000.00' }));
    if (posted.length === 0) posted.push(office.post.allocation(allocationCsv('YB91', '54000.00', credits)));
  };
  const checked = await office.must('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
  office.onProgress = null;
  await Promise.all(posted);
  const after = await office.door.ledger.books.read(async ({ sql }) => countOf(sql));
  expect(after).toEqual({ ...before, entries: before.entries + 6, batches: before.batches + 1 });
  // With the allocation that came in between more of it can be paid.
  const again = await office.must('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
  expect(acceptedOf(again)).toBeGreaterThan(acceptedOf(checked));
});

function acceptedOf(outcome: FileOutcome): number {
  return 'accepted' in outcome ? outcome.accepted : outcome.added;
}

function countOf(sql: Questions) {
  return sql
    .rows(
      `SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM holder) AS holders,
         (SELECT count(*) FROM settlement_line) AS lines, (SELECT count(*) FROM batch) AS batches`,
    )
    .get() as { entries: number; holders: number; lines: number; batches: number };
}

const sale: fc.Arbitrary<Sale> = fc.record({
  reference: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'P1', 'P5'),
  card: fc.integer({ min: 0, max: 6 }).map((at) => person(at).card),
  kind: fc.constantFrom('消费' as const, '撤销' as const, '退货' as const),
  amount: fc.constantFrom('1.00', '10.00', '150.00', '300.00', '0.00'),
  original: fc.constantFrom('', 'A', 'B', 'C', 'P1', 'P5'),
});

test('what a check of a settlement says is what its posting does, line by line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 12 }), async (sales) => {
      const one = new Office(copyOf(template));
      const net = sales.reduce(
        (sum, { kind, amount }) => sum + (kind === '消费' ? 1 : -1) * Math.round(Number(amount) * 100),
        0,
      );
      const text = settlementCsv('QS92', (net / 100).toFixed(2), sales);
      const checked = await runSettlement(one.door.ledger, inMemory(text), null, null);
      const posted = await one.post.settlement(text);
      one.close();
      expect({ ...checked, posted: null, refused: [...checked.refused] }).toEqual({
        ...posted,
        posted: null,
        refused: [...posted.refused],
      });
    }),
    { numRuns: 40 },
  );
});

test('what a check of a register says is what loading it does, line by line', async () => {
  const line = fc.record({
    who: fc.integer({ min: 0, max: 9 }),
    named: fc.integer({ min: 0, max: 9 }),
    card: fc.integer({ min: 0, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 15 }), async (lines) => {
      const one = new Office(copyOf(template));
      const people = lines.map(({ who, named, card }) => ({
        ...person(who),
        name: person(named).name,
        card: person(card).card,
      }));
      const text = registerCsv(people);
      const checked = await runRegister(one.door.ledger, inMemory(text), null, null);
      const loaded = await one.post.register(text);
      one.close();
      expect({ ...checked, posted: null, refused: [...checked.refused] }).toEqual({
        ...loaded,
        posted: null,
        refused: [...loaded.refused],
      });
    }),
    { numRuns: 40 },
  );
});

test('institutions are checked without a change', async () => {
  const text = `${INSTITUTIONS}H0009,新医院,医院,T9\nH0009,新医院,医院,T9\n`;
  const { ledger } = office.door;
  const checked = await runInstitutions(ledger, inMemory(text), null, null);
  expect(checked).toMatchObject({ added: 1, updated: 2, posted: false });
  expect(await runInstitutions(ledger, inMemory(text), null, null)).toMatchObject({ added: 1, updated: 2 });
  expect(await office.post.institutions(text)).toMatchObject({ added: 1, updated: 2, posted: true });
});
