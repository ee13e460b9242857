/** The supervisor closes the office: what must be closed before, the report, and the day that follows (docs/rules.md 9). */
import { randomUUID } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../../../electron/contract/kernel/money.ts';
import { advanceTo } from '../../../../../electron/ledger/day/days.ts';
import { DEMO_HOLIDAYS } from '../../../../../electron/contract/office/demo-holidays.ts';
import { failNextCommit } from '../../../../offices/failing-commit.ts';
import { allocationCsv, INSTITUTIONS, person, registerCsv } from '../../../../offices/made-up-people.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  NEW_OFFICE,
  Office,
  visitOf,
  type Counter,
  type Template,
} from '../../../../offices/small-office.ts';
import { freshFolder } from '../../../../offices/test-folders.ts';

let template: Template;
let office: Office;
let supervisor: Counter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  supervisor = await office.signIn('2001');
});
afterEach(async () => {
  const faults = await office.faults();
  office.close();
  expect(faults).toEqual([]);
});

const day = () => office.must('day.view', {}, supervisor);
const endOf = (date: string) => ({ operationId: randomUUID(), businessDate: businessDate(date) });
/** The template's clerk posted files on this day. */
const closeTill = () => office.must('till.close', counted(), template.clerk);
const counted = () => ({ operationId: randomUUID(), countedFen: fen(0), reason: null });

/** The words of a paper, page after page. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const { numPages, getPage } = await task.promise.then((document) => ({
    numPages: document.numPages,
    getPage: (number: number) => document.getPage(number),
  }));
  const words: string[] = [];
  for (let number = 1; number <= numPages; number += 1) {
    const { items } = await (await getPage(number)).getTextContent({ disableNormalization: true });
    words.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])));
  }
  await task.destroy();
  return words.join(' ');
}

test('a received file is open until something has come of it, whichever that is', async () => {
  const { clerk } = template;
  const waiting = async () => (await day()).figures.filesReceived;
  const second = authorised('2001');
  const bytes = Buffer.from(registerCsv([person(7)]));
  const { intakeId: halfReceived } = await office.must('intake.begin', { name: 'a.csv', bytes: bytes.length }, clerk);
  await office.must('intake.chunk', { intakeId: halfReceived, offset: 0, chunk: bytes.subarray(0, 9) }, clerk);
  const allocation = allocationCsv('YB9', '7.00', [{ id: '1', to: person(0), amount: '7.00' }]);
  const files = [allocation, registerCsv([person(8)]), `${INSTITUTIONS}H0002,区中医医院,医院,T7\n`];
  const received = [];
  for (const file of files) received.push(await office.receive(file, clerk));
  const declined = await office.receive(registerCsv([person(6)]), clerk);
  expect(await waiting()).toBe(5);
  for (const intakeId of received)
    await office.must('file.post', { operationId: randomUUID(), intakeId, second }, clerk);
  expect(await waiting()).toBe(2);
  // What was posted is still there for its answer.
  const answer = await office.must('file.answerName', { intakeId: received[0] ?? '' }, clerk);
  expect(answer.fileName).toContain('YB9');
  const refusing = { operationId: randomUUID(), intakeId: declined, authorisation: second, reason: '不是本行的文件' };
  await office.must('file.refuse', refusing, clerk);
  expect(await waiting()).toBe(1);
  await office.must('intake.discard', { intakeId: halfReceived }, clerk);
  expect(await waiting()).toBe(0);
});

test('the trial balance holds the holders against the control accounts, with what the day moved', async () => {
  await office.post.allocation(allocationCsv('YB9', '7.00', [{ id: '1', to: person(0), amount: '7.00' }]));
  const { figures } = await day();
  const sum = (where: string) =>
    office.door.ledger.books.read(({ sql }) =>
      Promise.resolve(sql.values<[], number>(`SELECT coalesce(sum(amount_fen), 0) FROM entry ${where}`).get() ?? 0),
    );
  const all = await sum('');
  expect(figures.holdersFen).toBe(all);
  expect(figures.controlFen).toBe(-all);
  const [holders, ...controls] = figures.balances;
  expect(holders).toMatchObject({ account: 'holders', closingFen: all });
  expect((holders?.creditFen ?? 0) - (holders?.debitFen ?? 0)).toBe(await sum("WHERE business_date = '2024-02-05'"));
  for (const line of figures.balances) expect(line.openingFen + line.creditFen - line.debitFen).toBe(line.closingFen);
  expect(controls.reduce((sum, { closingFen }) => sum + closingFen, 0)).toBe(-all);
  expect(figures.files).toContainEqual({
    kind: 'allocation',
    files: expect.any(Number),
    accepted: expect.any(Number),
    rejected: expect.any(Number),
  });
});

test('a visit that is open, then a till that is not closed, stand in the way by name', async () => {
  const { visitId } = await office.must('visit.open', visitOf(0), template.clerk);
  expect(await office.ask('day.end', endOf('2024-02-05'), supervisor)).toMatchObject({
    error: { code: 'DAY_VISITS_OPEN', details: { who: '1001 柜员1001 (T1)' } },
  });
  await office.must('visit.finish', { visitId }, template.clerk);
  expect(await day()).toMatchObject({ obstacle: 'tills-open' });
  expect(await office.ask('day.end', endOf('2024-02-05'), supervisor)).toMatchObject({
    error: { code: 'DAY_TILLS_OPEN', details: { who: '1001 柜员1001' } },
  });
  await office.must('till.close', counted(), template.clerk);
  expect(await day()).toMatchObject({ obstacle: null });
  expect(await office.must('day.end', endOf('2024-02-05'), supervisor)).toMatchObject({ businessDate: '2024-02-06' });
});

test('it is closed once: the same command answers alike, another one finds the day gone', async () => {
  await closeTill();
  const command = endOf('2024-02-05');
  const ended = await office.must('day.end', command, supervisor);
  expect(await office.must('day.end', command, supervisor)).toEqual({ ...ended, copies: null });
  expect(await office.ask('day.end', endOf('2024-02-05'), supervisor)).toMatchObject({
    error: { code: 'DAY_CHANGED', details: { businessDate: '2024-02-06' } },
  });
  expect(await day()).toMatchObject({
    businessDate: '2024-02-06',
    last: { businessDate: '2024-02-05', closedBy: '2001' },
  });
});

test('a disk that is full at the commit leaves the day open, and the same command closes it once there is room', async () => {
  await closeTill();
  const command = endOf('2024-02-05');
  office.clerksIdle = true;
  failNextCommit();
  expect(await office.codeOf('day.end', command, supervisor)).toBe('DISK_FULL');
  expect(await day()).toMatchObject({ businessDate: '2024-02-05', last: null, obstacle: null });
  expect(await office.must('day.end', command, supervisor)).toMatchObject({ businessDate: '2024-02-06' });
});

test('no clerk sees the office, or closes it', async () => {
  expect(await office.codeOf('day.view', {}, template.clerk)).toBe('ROLE_REQUIRED');
  expect(await office.codeOf('day.end', endOf('2024-02-05'), template.clerk)).toBe('ROLE_REQUIRED');
  expect(await office.codeOf('day.drawReport', { businessDate: businessDate('2024-02-05') }, supervisor)).toBe(
    'DAY_REPORT_UNKNOWN',
  );
});

test('the report says what the books said, bears a number and the record that closed the day', async () => {
  await office.openVisit(0, template.clerk);
  await office.must('session.signOut', {}, template.clerk);
  const asked = { ...counted(), countedFen: fen(1_234), clerkCode: '1001', reason: '多出现金，待查' };
  await office.must('till.closeFor', asked, supervisor);
  const { figures } = await day();
  const { closed, head } = await office.must('day.end', endOf('2024-02-05'), supervisor);
  const { pdf, fileName } = await office.must(
    'day.drawReport',
    { businessDate: businessDate('2024-02-05') },
    supervisor,
  );
  expect(fileName).toBe('day-end-0101-2024-02-05.pdf');
  const text = await textOf(pdf);
  const [report] = closed;
  for (const said of ['1001 柜员1001', '多出现金，待查', '12.34', '已轧账 closed 2001']) expect(text).toContain(said);
  expect(text).toContain(report?.report);
  expect(text).toContain('日终报告 Day-end report');
  expect(text).toContain((figures.holdersFen / 100).toLocaleString('en', { minimumFractionDigits: 2 }));
  expect(text).toContain(`${head?.split(' ')[0] ?? '?'} `);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
  const checked = (verificationCode: string) =>
    office.must('document.check', { documentNumber: report?.report ?? '', verificationCode }, supervisor);
  expect(await checked(code)).toEqual({ genuine: true, voucherOf: null, document: null, dayReportOf: '2024-02-05' });
  expect(await checked('AAAA-AAAA-AAAA')).toEqual({ genuine: false, voucherOf: null, document: null });
  const again = await office.must('day.drawReport', { businessDate: businessDate('2024-02-05') }, supervisor);
  expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true);
});

test('the next day goes by the list of holidays, and a list that ends is said', async () => {
  await office.changeSetting('holidays', DEMO_HOLIDAYS.replace('2025: ', '2024: 0210-0217 +0218; 2025: '));
  expect(await day()).toMatchObject({ nextDate: '2024-02-06', warning: null });
  await closeTill();
  for (const date of ['2024-02-05', '2024-02-06', '2024-02-07', '2024-02-08'])
    await office.must('day.end', endOf(date), supervisor);
  expect(await office.must('day.end', endOf('2024-02-09'), supervisor)).toMatchObject({ businessDate: '2024-02-18' });
});

test('what holders did at their own doors is counted by door and is in no till', async () => {
  await office.door.ledger.books.write(async (writing) => {
    const { appendAudit } = await import('../../../../../electron/ledger/books/audit/audit-chain.ts');
    const record = { actor: 'holder:1', subject: null, outcome: 'done' };
    await appendAudit(writing, { ...record, verb: 'online.signIn' });
    await appendAudit(writing, { ...record, verb: 'telephone.balance' });
    await appendAudit(writing, { ...record, verb: 'telephone.balance', outcome: 'TELEPHONE_PASSWORD_WRONG' });
  });
  const { figures } = await day();
  expect(figures.doors).toEqual([
    { door: 'online', done: 1, losses: 0, refusals: 0 },
    { door: 'telephone', done: 1, losses: 0, refusals: 1 },
  ]);
  expect(figures.tills.map(({ clerk }) => clerk.code)).toEqual(['1001']);
});

test('what the closing settles of interest is told before it, and whether there are rates', async () => {
  expect((await day()).interestDue).toBeNull();
  await advanceTo(office.door.ledger, businessDate('2024-03-20'), '2001');
  expect((await day()).interestDue).toEqual({ settledTo: '2024-03-20', hasRates: false });
  await office.changeSetting('interestDemandRate', '2024-03-01 0.35');
  expect((await day()).interestDue).toEqual({ settledTo: '2024-03-20', hasRates: true });
});

test('what became of the copies is told place by place, and nothing of them where the command is only answered again', async () => {
  await closeTill();
  const copied = { place: 1, path: '/srv/copies', name: 'a.copy', bytes: 9, reason: null };
  const failed = { place: 2, path: '/srv/away', name: null, bytes: null, reason: 'disk-not-there' };
  const kept = { atDayEnd: () => Promise.resolve([copied, failed]), fault: () => null, close: () => undefined };
  const { ledger } = office.door;
  Object.assign(ledger, { backups: kept });
  const command = endOf('2024-02-05');
  expect((await office.must('day.end', command, supervisor)).copies).toEqual([copied, failed]);
  expect((await office.must('day.end', command, supervisor)).copies).toBeNull();
  Object.assign(ledger, { backups: null });
  expect((await office.must('day.end', endOf('2024-02-06'), supervisor)).copies).toEqual([]);
});

describe('in an office by the calendar', () => {
  /** Its books stand at Friday 5 January, its clock at nine of that day. */
  beforeEach(async () => {
    office.close();
    office = new Office(freshFolder(), Date.UTC(2024, 0, 5, 1));
    const openingDate = businessDate('2024-01-05');
    await office.must('office.create', { ...NEW_OFFICE, openingDate, livesBy: 'calendar', demoFolder: null }, null);
    supervisor = await office.signIn('2001');
  });

  test('today is closed in the evening, once, and the next day stands open in the morning', async () => {
    expect(await day()).toMatchObject({ obstacle: 'day-not-yet', fromHour: 16 });
    expect(await office.ask('day.end', endOf('2024-01-05'), supervisor)).toMatchObject({
      error: { code: 'DAY_NOT_YET', details: { hour: 16 } },
    });
    office.at = Date.UTC(2024, 0, 5, 8);
    expect(await office.must('day.end', endOf('2024-01-05'), supervisor)).toMatchObject({ businessDate: '2024-01-06' });
    expect(await office.codeOf('day.end', endOf('2024-01-06'), supervisor)).toBe('DAY_NOT_YET');
    office.at = Date.UTC(2024, 0, 6, 1);
    expect(await office.must('office.status', {}, null)).toMatchObject({ pastDayOpen: null });
  });

  test('a week in which nobody was there is closed at once, each day with its report', async () => {
    office.at = Date.UTC(2024, 0, 12, 1);
    const { businessDate: open, closed } = await office.must('day.end', endOf('2024-01-05'), supervisor);
    expect(open).toBe('2024-01-12');
    expect(closed.map((each) => each.businessDate)).toEqual(
      ['05', '06', '07', '08', '09', '10', '11'].map((date) => `2024-01-${date}`),
    );
    expect(new Set(closed.map(({ report }) => report)).size).toBe(7);
  });

  test('the interest that falls due on the way is booked on its own day, before the later ones are closed', async () => {
    await office.changeSetting('passwordExpiryDays', 0);
    await office.changeSetting('interestDemandRate', '2024-01-05 0.35');
    await office.post.register(registerCsv([person(0)]));
    await office.post.allocation(allocationCsv('YB1', '9000.00', [{ id: '1', to: person(0), amount: '9000.00' }]));
    office.at = Date.UTC(2024, 6, 2, 1);
    supervisor = await office.signIn('2001');
    await office.must('till.closeFor', { ...counted(), clerkCode: '1001', reason: '柜员休假' }, supervisor);
    const command = endOf('2024-01-05');
    const { businessDate: open, closed, interest } = await office.must('day.end', command, supervisor);
    expect(open).toBe('2024-07-02');
    expect(closed).toHaveLength(179);
    expect(interest).toEqual([
      { from: '2024-01-05', to: '2024-03-20', accounts: 1, amountFen: 665 },
      { from: '2024-03-21', to: '2024-06-20', accounts: 1, amountFen: 806 },
    ]);
    const booked = await office.door.ledger.books.read(async ({ sql }) =>
      sql
        .rows<[], { date: string; amount: number }>(
          "SELECT business_date AS date, amount_fen AS amount FROM entry WHERE kind = 'interest' ORDER BY seq",
        )
        .all(),
    );
    // 76 days of 9,000 yuan; then 92 of that with its interest.
    expect(booked).toEqual([
      { date: '2024-03-20', amount: 665 },
      { date: '2024-06-20', amount: 806 },
    ]);
    expect(await office.must('day.end', command, supervisor)).toMatchObject({ closed });
  });

  test('with holidays the days off are passed over', async () => {
    await office.changeSetting('holidays', '2024: 0101');
    office.at = Date.UTC(2024, 0, 9, 1);
    const { closed } = await office.must('day.end', endOf('2024-01-05'), supervisor);
    expect(closed.map((each) => each.businessDate)).toEqual(['2024-01-05', '2024-01-08']);
  });
});
