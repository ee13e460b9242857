/**
 * Both keys on paper: for an administrator, or for those who have just set the office up; for nobody else
 * (docs/rules.md 5).
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DATA_KEY, NEW_OFFICE, PIN_KEY, Office, type Counter } from '../../../offices/small-office.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

let office: Office;
beforeEach(async () => {
  office = new Office(freshFolder());
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
});
afterEach(() => office.close());

/** Overwritten by whoever gets them. */
const keys = () => ({ dataKey: Buffer.from(DATA_KEY), pinKey: Buffer.from(PIN_KEY) });
const sheet = (from: Counter | null) => office.codeOf('office.recoveryPdf', keys(), from);

test('right after set-up it is printed without a sign-in, at that counter alone', async () => {
  const asked = { verb: 'office.recoveryPdf', input: keys(), sessionToken: null, operator: 'window' } as const;
  const elsewhere = { ...asked, door: 'own-program' } as const;
  const { reply } = await office.door.answer({ ...elsewhere, counter: 'another counter' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REQUIRED' } });
  expect(await sheet(null)).toBeNull();
});

test('after the first sign-in, and after a restart, it takes an administrator', async () => {
  const clerk = await office.signIn('1001');
  expect(await sheet(null)).toBe('SIGN_IN_REQUIRED');
  expect(await sheet(clerk)).toBe('NOT_ALLOWED_HERE');
  expect(await sheet(await office.signIn('2001'))).toBe('NOT_ALLOWED_HERE');
  const administrator = await office.signIn('9001');
  expect(await sheet(administrator)).toBeNull();
  await office.must('session.lock', {}, administrator);
  expect(await sheet(administrator)).toBe('SESSION_LOCKED');
  office.reopen();
  expect(await sheet(null)).toBe('SIGN_IN_REQUIRED');
});

test('who got it, and who asked in vain, stands on record', async () => {
  await office.signIn('1001');
  await sheet(null);
  await sheet(await office.signIn('9001'));
  const records = await office.door.ledger.books.read(async ({ query }) =>
    query.selectFrom('audit').select(['actor', 'verb', 'outcome']).where('verb', 'like', 'office.recovery%').execute(),
  );
  expect(records).toMatchObject([
    { verb: 'office.recoveryPdf', outcome: 'SIGN_IN_REQUIRED' },
    { verb: 'office.recoverySheet', actor: '9001', outcome: 'done' },
  ]);
});
