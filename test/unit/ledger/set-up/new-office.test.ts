/** Making an office: once, whole, and with clerks who can be told apart. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { businessDate } from '../../../../electron/contract/kernel/dates.ts';
import { sentence } from '../../../../electron/contract/messages/messages.ts';
import { DATA_KEY, NEW_OFFICE, Office, OFFICE_ID, PIN_KEY } from '../../../offices/small-office.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

test('before there is an office, only the question whether there is one is answered', async () => {
  const office = new Office(freshFolder());
  expect(await office.must('office.status', {}, null)).toEqual({
    office: null,
    businessDate: null,
    pastDayOpen: null,
    bankName: '',
    clockBehind: null,
    at: null,
    demoClerks: [],
  });
  expect(await office.must('session.current', {}, null)).toBeNull();
  expect(await office.codeOf('session.signIn', { clerkCode: '1001', password: 'x' }, null)).toBe('OFFICE_ABSENT');
  expect(await office.codeOf('ledger.verify', {}, null)).toBe('OFFICE_ABSENT');
  expect(
    await office.codeOf('office.recoveryPdf', { dataKey: Buffer.from(DATA_KEY), pinKey: Buffer.from(PIN_KEY) }, null),
  ).toBe('OFFICE_ABSENT');
  office.close();
});

test('an office is made once, begins on its opening day, and proves itself', async () => {
  const folder = freshFolder();
  const office = new Office(folder);
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
  expect(await office.must('office.status', {}, null)).toMatchObject({ businessDate: '2024-01-01' });
  expect(await office.must('ledger.verify', {}, null)).toMatchObject({
    ok: true,
    accounts: 0,
    entries: 0,
    balanceFen: 0,
  });
  expect(await office.codeOf('office.create', { ...NEW_OFFICE, demoFolder: null }, null)).toBe('OFFICE_EXISTS');
  office.reopen();
  expect(await office.codeOf('office.create', { ...NEW_OFFICE, demoFolder: null }, null)).toBe('OFFICE_EXISTS');
  office.close();
  const note: unknown = JSON.parse(readFileSync(join(folder, 'office.json'), 'utf8'));
  expect(note).toEqual({ officeId: OFFICE_ID, code: '0101', name: NEW_OFFICE.name });
});

test('nobody else on the machine may read what lies in the folder', async () => {
  const folder = join(freshFolder(), 'office');
  const office = new Office(folder);
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toContain('ledger.db');
  office.close();
});

test('two clerks of one code are refused, and the office can be made afterwards', async () => {
  const office = new Office(freshFolder());
  const [first] = NEW_OFFICE.clerks;
  const doubled = { ...NEW_OFFICE, clerks: [first!, { ...first!, name: '另一人' }], demoFolder: null };
  expect(await office.codeOf('office.create', doubled, null)).toBe('INPUT_INVALID');
  expect(await office.codeOf('office.create', { ...NEW_OFFICE, demoFolder: null }, null)).toBeNull();
  office.close();
});

test.each([
  ['a code of three digits', { code: '101' }],
  ['an opening date that does not exist', { openingDate: '2023-02-29' as never }],
  ['a name of blanks', { name: '  ' }],
  ['no clerk at all', { clerks: [] }],
])('%s is refused', async (_, change) => {
  const office = new Office(freshFolder());
  expect(await office.codeOf('office.create', { ...NEW_OFFICE, demoFolder: null, ...change }, null)).toBe(
    'INPUT_INVALID',
  );
  office.close();
});

test('an office by the calendar opens today or earlier, one by its books on any day', async () => {
  const office = new Office(freshFolder());
  const opening = (livesBy: 'calendar' | 'books', day: string) =>
    office.ask('office.create', { ...NEW_OFFICE, livesBy, openingDate: businessDate(day), demoFolder: null }, null);
  const details = { date: '2024-02-06', today: '2024-02-05' };
  expect(await opening('calendar', '2024-02-06')).toEqual({
    ok: false,
    error: { code: 'OPENING_DATE_AHEAD', details },
  });
  expect(sentence('zh-CN', 'OPENING_DATE_AHEAD', details)).toMatch(/2024-02-06.*2024-02-05/);
  expect(await opening('calendar', '2024-02-05')).toMatchObject({ ok: true });
  office.close();
  const replay = new Office(freshFolder());
  expect(
    await replay.codeOf(
      'office.create',
      { ...NEW_OFFICE, openingDate: businessDate('2024-02-06'), demoFolder: null },
      null,
    ),
  ).toBeNull();
  replay.close();
});
