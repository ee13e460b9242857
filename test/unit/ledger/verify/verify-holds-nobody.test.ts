/** `verify` over an office of some size: another clerk is answered meanwhile, and a fault is found in the thread too. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { allocationCsv, person, registerCsv } from '../../../offices/made-up-people.ts';
import { copyOf, makeTemplate, Office, visitOf, type Template } from '../../../offices/small-office.ts';

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const PEOPLE = 3_000;
/** Books of fewer pages are checked without a thread. */
const PAGES_OF_THREAD = 512;

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  await office.post.register(registerCsv(Array.from({ length: PEOPLE }, (_, at) => person(at))));
  const credits = Array.from({ length: PEOPLE }, (_, at) => ({ id: String(at + 1), to: person(at), amount: '1.00' }));
  await office.post.allocation(allocationCsv('YB70', `${PEOPLE}.00`, credits));
});
afterEach(() => office.close());

test('while verify runs, another clerk writes and reads, and it gives way every few hundred rows', async () => {
  const pages = await office.door.ledger.books.read(async ({ sql }) => Number(sql.values('PRAGMA page_count').get()));
  expect(pages).toBeGreaterThan(PAGES_OF_THREAD);
  const other = await office.signIn('1002');
  const order: string[] = [];
  let turns = 0;
  const verified = office.must('ledger.verify', {}, null).then((report) => {
    order.push('verified');
    return report;
  });
  const served = (async () => {
    const { visitId } = await office.must('visit.open', visitOf(0), other);
    await office.must('visit.finish', { visitId }, other);
    order.push('served');
    while (order.length < 2) {
      await turn();
      turns += 1;
    }
  })();
  expect(await verified).toMatchObject({ ok: true });
  await served;
  expect(order).toEqual(['served', 'verified']);
  expect(turns).toBeGreaterThanOrEqual(PEOPLE / 250);
});

test('a balance that is not the sum of its entries is named', async () => {
  await office.door.ledger.books.write(async ({ sql }) => {
    sql.script('UPDATE account SET balance_fen = balance_fen + 1 WHERE id = 7');
  });
  expect(await office.faults()).toEqual(expect.arrayContaining(['account-balances']));
});
