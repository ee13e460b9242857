/**
 * Closing days through the command line alone, in an office by the calendar and in one by its books
 * (docs/formats.md 6).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { addDays, businessDate, localTime, type Instant } from '../../electron/contract/kernel/dates.ts';
import { freshFolder } from '../offices/test-folders.ts';
import { commandLine } from './command-line.ts';

const calendar = commandLine();
const books = commandLine();
let people: { code: string; password: string }[];

const init = ['init', '--office', '测试所', '--office-code', '0101', '--opening-date', '2024-01-31'];

beforeAll(async () => {
  const made = await calendar.json(...init);
  people = made.clerks;
  expect(made.office.livesBy).toBe('calendar');
  expect((await books.json(...init, '--clock', 'books')).office.livesBy).toBe('books');
});

const clerk = () => people[0]!;
const supervisor = () => people[1]!;

test('the day is shown to anybody, and a past one that is open is told on standard error', async () => {
  const shown = await calendar.run('day', '--json');
  expect([shown.exit, JSON.parse(shown.out)]).toEqual([0, { businessDate: '2024-01-31' }]);
  expect(shown.problem).toMatch(
    /^Business day 2024-01-31 is over \(today is \d{4}-\d\d-\d\d\) and still open; .*'day --close'/,
  );
  expect((await books.run('day')).problem).toBe('');
});

test('a supervisor closes it, at the clerk’s side or alone', async () => {
  const close = () => calendar.run('day', '--close', '--json');
  calendar.actAs(null);
  const nobody = await close();
  expect([nobody.exit, JSON.parse(nobody.out).error.code]).toEqual([1, 'SIGN_IN_REQUIRED']);
  calendar.actAs(clerk());
  const alone = await close();
  expect([alone.exit, JSON.parse(alone.out).error.code]).toEqual([1, 'SECOND_PERSON_REQUIRED']);
  calendar.actAs(clerk(), supervisor());
  expect(JSON.parse((await close()).out)).toEqual({ businessDate: '2024-02-01' });
  calendar.actAs(supervisor());
  expect(JSON.parse((await close()).out)).toEqual({ businessDate: '2024-02-02' });
  calendar.actAs(null, supervisor());
  expect(await calendar.json('day', '--advance-to', '2024-02-29')).toEqual({ businessDate: '2024-02-29' });
});

test('it goes no further than the calendar', async () => {
  calendar.actAs(supervisor());
  const ahead = await calendar.run('day', '--advance-to', '2999-01-01', '--json');
  expect([ahead.exit, JSON.parse(ahead.out).error.code]).toEqual([1, 'DAY_AHEAD']);
  expect(await calendar.json('day')).toEqual({ businessDate: '2024-02-29' });
  expect(await calendar.json('day', '--advance-to', '2024-02-28')).toMatchObject({ error: { code: 'DATE_INVALID' } });
});

test('an office by its books goes where it is told, without a question', async () => {
  expect(await books.json('day', '--advance-to', '2030-12-31')).toEqual({ businessDate: '2030-12-31' });
  expect(await books.json('day', '--close')).toEqual({ businessDate: '2031-01-01' });
});

test('the day end writes its report, of one day by the books, and of all that are over by the calendar', async () => {
  const report = join(freshFolder(), 'day.pdf');
  const ended = await books.json('day', '--close', '--report', report);
  expect(ended).toMatchObject({ businessDate: '2031-01-02', closed: [{ businessDate: '2031-01-01' }], warning: null });
  expect(ended.closed[0].report).toMatch(/^D0101203101010{4}1\d$/);
  expect(readFileSync(report, 'latin1')).toMatch(/^%PDF-/);
  expect((await books.run('day', '--report', report)).exit).toBe(2);

  calendar.actAs(clerk());
  const alone = await calendar.run('day', '--close', '--report', report, '--json');
  expect([alone.exit, JSON.parse(alone.out).error.code]).toEqual([1, 'SECOND_PERSON_REQUIRED']);
  calendar.actAs(supervisor());
  const today = businessDate(localTime(Date.now() as Instant, 'Asia/Shanghai').slice(0, 10));
  const since = addDays(today, -3);
  expect(await calendar.json('day', '--advance-to', since)).toEqual({ businessDate: since });
  const caughtUp = await calendar.json('day', '--close', '--report', report);
  expect(caughtUp.closed[0]).toMatchObject({ businessDate: since });
  expect(caughtUp.businessDate).toBe((await calendar.json('day')).businessDate);
  expect((await calendar.run('day')).problem).toBe('');
  expect(await calendar.json('verify')).toMatchObject({ ok: true });
});

test('a clock that is neither makes no office', async () => {
  expect((await commandLine().run(...init, '--clock', 'lunar')).exit).toBe(2);
});
