/**
 * The overview against figures that are reckoned here from the single rows, over an office that is drawn at random; the lines
 * behind a figure come to it; and nobody is named in it (docs/screens.md, Overview).
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { businessDate, localTime, type Instant } from '../../../../electron/contract/kernel/dates.ts';
import { yuanGrouped, type Fen } from '../../../../electron/contract/kernel/money.ts';
import type { Overview, OverviewFigure, OverviewLine } from '../../../../electron/contract/overview/overview-verbs.ts';
import { JOURNAL_ACTS } from '../../../../electron/contract/journal/journal-acts.ts';
import { advanceTo } from '../../../../electron/ledger/day/days.ts';
import { Chance } from '../../../model/seeded-chance.ts';
import { allocationCsv, person, registerCsv, settlementCsv, type Sale } from '../../../offices/made-up-people.ts';
import { copyOf, lossOf, makeTemplate, MINUTE, Office, visitOf, type Counter } from '../../../offices/small-office.ts';

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000_000);
const chance = new Chance(seed);
const PEOPLE = 12;
const CODES = Array.from({ length: 15 }, (_, at) => `H1${String(at).padStart(3, '0')}`);
const year = { from: businessDate('2024-01-01'), until: businessDate('2024-12-31') };
let office: Office;
let clerk: Counter;
let supervisor: Counter;

beforeAll(async () => {
  const template = await makeTemplate();
  office = new Office(copyOf(template));
  ({ clerk } = template);
  supervisor = await office.signIn('2001');
  await office.post.institutions(
    `机构编号,机构名称,机构类型,终端号\n${CODES.map((code) => `${code},第${code}医院,医院,T1`).join('\n')}\n`,
  );
  await office.post.register(registerCsv(Array.from({ length: PEOPLE }, (_, at) => person(at))));
  for (const day of ['2024-02-29', '2024-03-01', '2024-03-29', '2024-05-06']) await liveDay(day);
});
afterAll(async () => {
  const faults = await office.faults();
  office.close();
  expect(faults).toEqual([]);
});

const yuan = (amount: number): string => `${amount}.${String(chance.below(100)).padStart(2, '0')}`;
const sumOf = (amounts: readonly string[]): string => {
  const all = amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
  return `${Math.floor(all / 100)}.${String(all % 100).padStart(2, '0')}`;
};

/** Files of any size, and some customers, a refusal and a loss at hours that chance takes. */
async function liveDay(day: string): Promise<void> {
  await advanceTo(office.door.ledger, businessDate(day), '1001');
  const tag = day.replaceAll('-', '');
  const credits = Array.from({ length: PEOPLE }, (_, at) => ({
    ...{ id: String(at + 1), to: person(at), amount: yuan(100 + chance.below(300)) },
  }));
  await office.post.allocation(allocationCsv(`YB${tag}`, sumOf(credits.map(({ amount }) => amount)), credits));
  const sales: Sale[] = Array.from({ length: 20 + chance.below(60) }, (_, at) => ({
    ...{
      reference: `${tag}P${at}`,
      card: person(chance.below(5)).card,
      kind: '消费',
      amount: yuan(1 + chance.below(9)),
    },
    ...{ institution: chance.pick(CODES), terminal: 'T1', time: `${tag}101500` },
  }));
  await office.post.settlement(settlementCsv(`QS${tag}`, sumOf(sales.map(({ amount }) => amount)), sales));
  for (let visits = 1 + chance.below(4); visits > 0; visits -= 1) {
    office.at += chance.below(100) * MINUTE;
    const { visitId } = await office.openVisit(chance.below(5), clerk);
    await office.must('visit.finish', { visitId }, clerk);
  }
  await office.codeOf('visit.open', { ...visitOf(0), card: person(1).card }, clerk);
  const loser = await office.openVisit(PEOPLE - 1 - chance.below(5), clerk);
  await office.ask('loss.report', lossOf(loser.visitId), clerk);
  await office.must('visit.finish', { visitId: loser.visitId }, clerk);
}

const view = (period = year): Promise<Overview> => office.must('overview.view', period, supervisor);

/** All pages. */
async function linesBehind(figure: OverviewFigure, period = year): Promise<OverviewLine[]> {
  const lines: OverviewLine[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const found = await office.must('overview.lines', { period, figure, page }, supervisor);
    lines.push(...found.items);
    ({ pages } = found);
  }
  return lines;
}

const allRows = <Row>(sql: string): Promise<Row[]> =>
  office.door.ledger.books.read((reading) => Promise.resolve(reading.sql.rows<[], Row>(sql).all()));

interface Entry {
  readonly date: string;
  readonly kind: string;
  readonly institution: string | null;
  readonly amount: Fen;
}
const entries = () =>
  allRows<Entry>(
    'SELECT business_date AS date, kind, institution_code AS institution, amount_fen AS amount FROM entry',
  );

function tallied<Row>(rows: readonly Row[], keyOf: (row: Row) => string, amountOf: (row: Row) => number) {
  const tally: Record<string, readonly [number, number]> = {};
  for (const row of rows) {
    const [count, amount] = tally[keyOf(row)] ?? [0, 0];
    tally[keyOf(row)] = [count + 1, amount + amountOf(row)];
  }
  return tally;
}

describe(`an office drawn by seed ${seed} (FC_SEED)`, () => {
  test('movements are what the entries come to, of the whole year and of a part of it', async () => {
    const all = await entries();
    for (const period of [year, { from: businessDate('2024-02-05'), until: businessDate('2024-03-01') }]) {
      const { movements } = await view(period);
      const within = all.filter(({ date }) => date >= period.from && date <= period.until);
      expect(
        Object.fromEntries(movements.map((each) => [`${each.month} ${each.kind}`, [each.entries, each.amountFen]])),
      ).toEqual(
        tallied(
          within,
          ({ date, kind }) => `${date.slice(0, 7)} ${kind}`,
          ({ amount }) => amount,
        ),
      );
    }
  });

  test('institutions are what they were paid, the largest first, and the rest is all of the rest', async () => {
    const paid = (await entries()).filter(({ institution }) => institution !== null);
    const tally = tallied(
      paid,
      ({ institution }) => institution ?? '',
      ({ amount }) => -amount,
    );
    const { institutions, others } = await view();
    for (const { code, entries: count, amountFen } of institutions) expect([count, amountFen]).toEqual(tally[code]);
    const amounts = institutions.map(({ amountFen }) => amountFen);
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    expect(amounts.reduce((sum, amount) => sum + amount, 0) + others.amountFen).toBe(
      -paid.reduce((sum, { amount }) => sum + amount, 0),
    );
    expect(institutions.length + others.institutions).toBe(Object.keys(tally).length);
  });

  test('losses, refusals and hours are what stands on record', async () => {
    const { losses, refusals, hours } = await view();
    const reports = await allRows<{ day: string }>('SELECT reported_on AS day FROM loss_report');
    expect(Object.fromEntries(losses.map(({ month, reports: count }) => [month, [count, 0]]))).toEqual(
      tallied(
        reports,
        ({ day }) => day.slice(0, 7),
        () => 0,
      ),
    );
    expect(losses.every(({ channel }) => channel === 'counter')).toBe(true);
    const records = await allRows<{ at: Instant; verb: string; outcome: string; actor: string }>('SELECT * FROM audit');
    const refused = records.filter(({ outcome }) => outcome !== 'done');
    expect(refused.length).toBeGreaterThan(0);
    expect(refusals.reduce((sum, { count }) => sum + count, 0)).toBe(refused.length);
    const visits = records.filter(({ verb, outcome }) => verb === 'visit.open' && outcome === 'done');
    expect(
      Object.fromEntries(hours.filter((each) => each.visits > 0).map(({ hour, visits: n }) => [hour, [n, 0]])),
    ).toEqual(
      tallied(
        visits,
        ({ at }) => String(Number(localTime(at, 'Asia/Shanghai').slice(11, 13))),
        () => 0,
      ),
    );
  });

  test('the lines behind each figure come to it', async () => {
    const { movements, institutions, others, losses, refusals, hours } = await view();
    const sum = (lines: readonly OverviewLine[]) =>
      lines.reduce<readonly [number, number]>(
        ([count, amount], line) =>
          'amountFen' in line ? [count + line.entries, amount + line.amountFen] : [count + 1, amount],
        [0, 0],
      );
    for (const { month, kind, entries: count, amountFen } of movements)
      expect(sum(await linesBehind({ of: 'movement', month, kind })), `${month} ${kind}`).toEqual([count, amountFen]);
    for (const { code, entries: count, amountFen } of institutions)
      expect(sum(await linesBehind({ of: 'institution', code })), code).toEqual([count, amountFen]);
    expect(sum(await linesBehind({ of: 'others' }))).toEqual([others.entries, others.amountFen]);
    for (const { month, channel, reports } of losses)
      expect(sum(await linesBehind({ of: 'loss', month, channel }))).toEqual([reports, 0]);
    for (const { code, count } of refusals) expect(sum(await linesBehind({ of: 'refusal', code }))).toEqual([count, 0]);
    for (const { hour, visits, acts } of hours) {
      expect(sum(await linesBehind({ of: 'hour', hour, what: 'visits' }))).toEqual([visits, 0]);
      const lines = await linesBehind({ of: 'hour', hour, what: 'acts' });
      expect(sum(lines)).toEqual([acts, 0]);
      for (const line of lines) expect(JOURNAL_ACTS).toContain('act' in line ? line.act : null);
    }
  });

  test('nobody is named in any answer, nor on the paper, which has every figure', async () => {
    const overview = await view();
    const { movements, institutions, losses, refusals, hours } = overview;
    const figures: OverviewFigure[] = [
      ...movements.map(({ month, kind }) => ({ of: 'movement' as const, month, kind })),
      ...institutions.map(({ code }) => ({ of: 'institution' as const, code })),
      ...losses.map(({ month, channel }) => ({ of: 'loss' as const, month, channel })),
      ...refusals.map(({ code }) => ({ of: 'refusal' as const, code })),
      ...hours.map(({ hour }) => ({ of: 'hour' as const, hour, what: 'acts' as const })),
      { of: 'others' },
    ];
    const lines: OverviewLine[] = [];
    for (const figure of figures) lines.push(...(await linesBehind(figure)));
    const { pdf, fileName } = await office.must('overview.drawReport', year, supervisor);
    const paper = await textOf(pdf);
    expect(fileName).toBe('overview-0101-2024-01-01-2024-12-31.pdf');
    const accounts = await allRows<{ number: string }>('SELECT number FROM account');
    for (const text of [JSON.stringify(overview), JSON.stringify(lines), paper]) {
      for (let at = 0; at < PEOPLE; at += 1) {
        const { idNumber, card, phone, insurance, name } = person(at);
        for (const secret of [idNumber, card, phone, insurance]) expect(text).not.toContain(secret);
        if (name.length > 1) expect(text).not.toContain(name);
      }
      for (const { number } of accounts) expect(text).not.toContain(number);
      expect(text).not.toContain('柜员1001');
    }
    for (const { amountFen } of [...movements, ...institutions]) expect(paper).toContain(yuanGrouped(amountFen));
    expect(paper).toMatch(/O0101\d+/);
    expect(paper).toContain('所给的资料不属于同一个人');
  });
});

test('the number of the paper stays on record, and the next paper has another', async () => {
  const drawn = () => office.must('overview.drawReport', year, supervisor).then(({ pdf }) => textOf(pdf));
  const numberOn = (text: string) => /O0101\d+/.exec(text)?.[0];
  const [one, other] = [numberOn(await drawn()), numberOn(await drawn())];
  expect(one).not.toBe(other);
  const kept = await allRows<{ subject: string }>(
    "SELECT subject FROM audit WHERE verb = 'overview.report' ORDER BY seq",
  );
  expect(kept.map(({ subject }) => subject).slice(-2)).toEqual([one, other]);
});

test('a clerk is told whom it takes; a period the wrong way round is none', async () => {
  expect(await office.codeOf('overview.view', year, clerk)).toBe('ROLE_REQUIRED');
  expect(await office.codeOf('overview.lines', { period: year, figure: { of: 'others' } }, clerk)).toBe(
    'ROLE_REQUIRED',
  );
  expect(await office.codeOf('overview.drawReport', year, clerk)).toBe('ROLE_REQUIRED');
  expect(await office.codeOf('overview.view', { from: year.until, until: year.from }, supervisor)).toBe(
    'INPUT_INVALID',
  );
  expect((await view({ from: businessDate('2030-01-01'), until: businessDate('2030-02-01') })).movements).toEqual([]);
});

/** The words of a paper, page after page. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const words: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    words.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])));
  }
  await task.destroy();
  return words.join(' ');
}
