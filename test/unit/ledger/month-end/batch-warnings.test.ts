/** What the second person of a batch file looks at twice: warned of, never refused, and on record (docs/formats.md 3). */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { advanceTo } from '../../../../electron/ledger/day/days.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  makeTemplate,
  Office,
  type Template,
} from '../../../offices/small-office.ts';
import { allocationCsv, person, settlementCsv, type Credit } from '../../../offices/made-up-people.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const credit = (id: number, at: number, amount = '300.00'): Credit => ({ id: String(id), to: person(at), amount });
const ofMonth = (file: string, month: string): string => file.replace(',202401,', `,${month},`);

/** February's file, as much as January's 1,800.00 unless it is said. */
const february = (total: string, credits: readonly Credit[]): string =>
  ofMonth(allocationCsv('YB3', total, credits), '202402');
const six = [0, 1, 2, 3, 4, 5].map((at) => credit(at + 1, at));

async function checked(office: Office, file: string) {
  const intakeId = await office.receive(file, template.clerk);
  const outcome = await office.must('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
  if (outcome.kind !== 'allocation' && outcome.kind !== 'settlement') throw new Error(`checked as ${outcome.kind}`);
  return { ...outcome, intakeId, warned: outcome.warnings.map(({ key, params }) => ({ key, params })) };
}

test('a file of the month with the sum of last month is not warned of', async () => {
  const office = new Office(copyOf(template));
  expect(await checked(office, february('1800.00', six))).toMatchObject({ accepted: 6, warned: [], rejectedFen: 0 });
  office.close();
});

test('another month than that of the business day is warned of', async () => {
  const office = new Office(copyOf(template));
  const { warned } = await checked(office, allocationCsv('YB3', '1800.00', six));
  expect(warned).toEqual([{ key: 'monthDiffers', params: { month: '2024-01', current: '2024-02' } }]);
  office.close();
});

test.each([
  ['2160.00', '660.00', []],
  ['2160.01', '660.01', [expect.objectContaining({ key: 'sumFarFromLast' })]],
  ['1440.00', undefined, []],
  ['1439.99', undefined, [expect.objectContaining({ key: 'sumFarFromLast' })]],
])('a sum of %s after 1,800.00 the month before is held against the setting', async (total, last, expected) => {
  const office = new Office(copyOf(template));
  const short = total === '1440.00' ? '240.00' : '239.99';
  const credits =
    last === undefined ? [...six.slice(0, 4), credit(5, 4, short)] : [...six.slice(0, 5), credit(6, 5, last)];
  expect((await checked(office, february(total, credits))).warned).toEqual(expected);
  office.close();
});

test('the setting says how far a sum may be from that of last month', async () => {
  const office = new Office(copyOf(template));
  const half = february('900.00', six.slice(0, 3));
  const params = { sum: '900.00', lastSum: '1,800.00', batch: 'YB1', percent: 20 };
  expect((await checked(office, half)).warned).toEqual([{ key: 'sumFarFromLast', params }]);
  await office.changeSetting('monthEndSumTolerancePercent', 50);
  expect((await checked(office, half)).warned).toEqual([]);
  office.close();
});

test('without a file of the kind in the month before no sum is warned of', async () => {
  const office = new Office(copyOf(template));
  const sale = { reference: 'P50', card: person(2).card, kind: '消费', amount: '40.00' } as const;
  expect((await checked(office, settlementCsv('QS2', '40.00', [sale]))).warned).toEqual([]);
  await advanceTo(office.door.ledger, businessDate('2024-04-01'), '1001');
  expect(
    (await checked(office, ofMonth(allocationCsv('YB3', '1.00', [credit(1, 0, '1.00')]), '202404'))).warned,
  ).toEqual([]);
  office.close();
});

test('a settlement is held against its own kind, and its date against the business day', async () => {
  const office = new Office(copyOf(template));
  await advanceTo(office.door.ledger, businessDate('2024-03-01'), '1001');
  const sale = { reference: 'P50', card: person(2).card, kind: '消费', amount: '40.00' } as const;
  expect((await checked(office, settlementCsv('QS2', '40.00', [sale]))).warned).toEqual([
    { key: 'monthDiffers', params: { month: '2024-02', current: '2024-03' } },
    { key: 'sumFarFromLast', params: { sum: '40.00', lastSum: '130.50', batch: 'QS1', percent: 20 } },
  ]);
  office.close();
});

test('an account credited more than once is told with its first lines; a line that is refused does not count', async () => {
  const office = new Office(copyOf(template));
  const credits = [...six.slice(0, 5), credit(6, 1, '100.00'), credit(7, 2, '100.00'), credit(1, 3, '100.00')];
  const { warned, accepted, rejectedFen } = await checked(office, february('1800.00', credits));
  expect(warned).toEqual([{ key: 'accountsRepeated', params: { count: 2, lines: '5, 6, 9, 10' } }]);
  expect([accepted, rejectedFen]).toEqual([7, 10_000]);
  office.close();
});

test('what is refused is summed up beside its count, as far as it holds an amount', async () => {
  const office = new Office(copyOf(template));
  const credits = [...six, credit(7, 9, '12.50'), credit(8, 1, '1e5'), credit(9, 2, '20000.00')];
  expect(await checked(office, february('21812.50', credits))).toMatchObject({
    rejectedCount: 3,
    rejectedFen: 2_001_250,
  });
  const sales = [
    { reference: 'P50', card: person(2).card, kind: '消费', amount: '40.00' },
    { reference: 'P51', card: person(9).card, kind: '消费', amount: '7.00' },
    { reference: 'P52', card: person(9).card, kind: '退货', amount: '2.00', original: 'P51' },
  ] as const;
  expect(await checked(office, settlementCsv('QS2', '45.00', sales))).toMatchObject({
    rejectedCount: 2,
    rejectedFen: 500,
  });
  office.close();
});

test('a file refused whole is warned of nothing; without a good line its sum is told', async () => {
  const office = new Office(copyOf(template));
  const none = { warned: [], accepted: 0 };
  const wrong = allocationCsv('YB3', '1.00', [credit(1, 0)]);
  expect(await checked(office, wrong)).toMatchObject({ ...none, fileReason: 'AM10', rejectedFen: null });
  const strange = allocationCsv('YB3', '3.00', [credit(1, 9, '3.00')]);
  expect(await checked(office, strange)).toMatchObject({ ...none, fileReason: 'NO_GOOD_LINE', rejectedFen: 300 });
  office.close();
});

test('what was warned of is in what the second person answers for, and on record with the posting', async () => {
  const office = new Office(copyOf(template));
  const credits = [credit(1, 0), credit(2, 0), credit(3, 9, '5.00')];
  const { intakeId } = await checked(office, allocationCsv('YB3', '605.00', credits));
  const preview = { verb: 'file.post', input: { intakeId } } as const;
  const { facts } = await office.must('approval.preview', preview, template.clerk);
  expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
    otherMonth: '2024-01',
    lastMonthSum: '1,800.00',
    repeatedAccounts: 1,
    rejectedFen: 500,
  });
  const order = { operationId: randomUUID(), intakeId, second: authorised('2001') };
  const outcome = await office.must('file.post', order, template.clerk);
  expect(outcome).toMatchObject({ posted: true, warnings: [{}, {}, {}] });
  office.close();
  const details = behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[], string>(
        "SELECT details FROM audit WHERE verb = 'file.post' AND subject = 'YB3' AND outcome = 'done'",
      )
      .pluck()
      .get(),
  );
  expect(JSON.parse(details ?? '{}')).toMatchObject({
    rejectedFen: 500,
    warned: [
      'the file is for 2024-01, and the business day lies in 2024-02',
      'the sum of 605.00 yuan differs by more than 20 % from the 1,800.00 yuan of last month (batch YB1)',
      'accounts with more than one line in the file: 1 (first at lines 4, 5); each of their lines is posted',
    ].join('; '),
  });
});
