/** Signing in, being locked out, locking the window: nothing open is lost, and nobody else gets in. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { at, refusedWith } from '../../renderer/gallery/fake/fake-state.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';

const idleMs = 5 * 60_000;

test.each(languages)('one key fills in a demo clerk, Enter signs in (%s)', async (language) => {
  const clerk = await clerkAt({}, language);
  await clerk.press('Alt+3');
  await expect.element(clerk.field('signIn.code')).toHaveValue('2001');
  await expect.element(clerk.field('signIn.password')).toHaveFocus();
  await clerk.press('Enter');
  const role = clerk.t('role.supervisor');
  await clerk.isTold(clerk.t('header.clerk', { name: '李建国', role, code: '2001' }));
  await clerk.isTold(clerk.t('header.businessDay', { date: '2025-02-03' }));
});

test('who leaves the unlocking with Esc is back at the code', async () => {
  const clerk = await clerkAt({});
  await clerk.fill('signIn.code', '1001');
  await clerk.press('Enter');
  clerk.program.refuseNext('session.signIn', { code: 'CLERK_LOCKED', details: { clerkCode: '1001', seconds: 1800 } });
  await clerk.fill('signIn.password', 'demo-1001');
  await clerk.press('Enter');
  await expect.element(clerk.heading('unlockClerk.title', { code: '1001' })).toBeVisible();
  await clerk.press('Escape');
  await expect.element(clerk.field('signIn.code')).toHaveFocus();
});

test.each(languages)(
  'a wait is counted down, a lock is lifted by two persons where the clerk sits (%s)',
  async (language) => {
    const clerk = await clerkAt({}, language);
    await clerk.fill('signIn.code', '1001');
    await clerk.press('Enter');
    clerk.program.refuseNext('session.signIn', { code: 'PASSWORD_TOO_SOON', details: { seconds: 1 } });
    await clerk.fill('signIn.password', 'wrong');
    await clerk.press('Enter');
    await expect.element(clerk.field('signIn.password')).toHaveValue('');
    await expect.element(page.getByRole('timer')).toBeVisible();
    await expect.element(page.getByRole('timer'), { timeout: 3000 }).not.toBeInTheDocument();

    const locked = { clerkCode: '1001', seconds: 1800 };
    clerk.program.refuseNext('session.signIn', { code: 'CLERK_LOCKED', details: locked });
    await clerk.fill('signIn.password', 'demo-1001');
    await clerk.press('Enter');
    await expect.element(clerk.heading('unlockClerk.title', { code: '1001' })).toBeVisible();
    // The locked clerk is none of the two.
    await clerk.fillAll([
      ['unlockClerk.code', '1001'],
      ['unlockClerk.password', 'demo-1001'],
      ['unlockClerk.otherCode', '9001'],
      ['unlockClerk.otherPassword', 'demo-9001'],
    ]);
    await clerk.isRefused('SECOND_PERSON_SAME', { clerkCode: '1001' });
    await clerk.fillAll([
      ['unlockClerk.code', '2001'],
      ['unlockClerk.password', 'demo-2001'],
      ['unlockClerk.otherPassword', 'demo-9001'],
    ]);
    await clerk.isTold(clerk.t('unlockClerk.done', { code: '1001' }));
    await clerk.fill('signIn.password', 'demo-1001');
    await clerk.press('Enter');
    await expect.element(page.getByRole('main', { name: clerk.t('task.visit') })).toBeVisible();
  },
);

test.each(languages)(
  'a one-time password only leads to a new one, typed twice, and then to the counter (%s)',
  async (language) => {
    const clerk = await clerkAt({}, language);
    clerk.program.refuseNext('session.signIn', { code: 'PASSWORD_EXPIRED', details: { clerkCode: '1001' } });
    await clerk.fillAll([
      ['signIn.code', '1001'],
      ['signIn.password', 'one-time'],
    ]);
    await clerk.isRefused('PASSWORD_EXPIRED', { clerkCode: '1001' });
    await clerk.fillAll([
      ['newPassword.first', 'quiet-harbour-7'],
      ['newPassword.repeated', 'quiet-harbour-8'],
    ]);
    await clerk.isTold(clerk.t('newPassword.different'));
    await clerk.fillAll([
      ['newPassword.first', 'short'],
      ['newPassword.repeated', 'short'],
    ]);
    await clerk.isRefused('PASSWORD_WEAK', { rule: 'password-short' });
    await clerk.fillAll([
      ['newPassword.first', 'demo-1001-and-more'],
      ['newPassword.repeated', 'demo-1001-and-more'],
    ]);
    // The new one is what the window signs in with by itself.
    expect(clerk.program.asked.at(-1)).toMatchObject({
      verb: 'session.signIn',
      input: { clerkCode: '1001', password: 'demo-1001-and-more' },
    });
  },
);

test.each(['12', '10011', '1001a'])('%s is no code, which is said before anybody is asked', async (code) => {
  const clerk = await clerkAt({});
  await clerk.fillAll([
    ['signIn.code', code],
    ['signIn.password', 'x'],
  ]);
  await clerk.isTold(clerk.t('signIn.codeForm'));
  await expect.element(clerk.field('signIn.code')).toHaveFocus();
  expect(clerk.program.asked.some(({ verb }) => verb === 'session.signIn')).toBe(false);
});

/**
 * A clerk with a customer, whose window's clock moves when the test says so. A polling assertion lets its time run on, so the
 * lock is looked at once, with `isLockedAfter`.
 */
async function clerkOnOwnClock(): Promise<Clerk> {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  return clerkAt({ clerk: '1001', customer: 'zhang' });
}

async function isLockedAfter(clerk: Clerk, milliseconds: number): Promise<boolean> {
  vi.advanceTimersByTime(milliseconds);
  await clerk.desk.settled();
  return clerk.heading('lock.title').query() !== null;
}

test('after five idle minutes the window locks over what is open, and unlocks with all of it', async () => {
  const clerk = await clerkOnOwnClock();
  await clerk.press('F3', '5');
  await clerk.fill('statement.from', '20240');
  expect(await isLockedAfter(clerk, idleMs - 2000)).toBe(false);
  expect(await isLockedAfter(clerk, 4000)).toBe(true);
  await expect.element(clerk.heading('lock.title')).toBeVisible();
  await clerk.press('F2', 'Control+k');
  await clerk.fill('lock.password', 'not the password');
  await clerk.press('Enter');
  await clerk.isRefused('PASSWORD_WRONG', { left: 4 });
  await clerk.fill('lock.password', 'demo-1001');
  await clerk.press('Enter');
  await expect.element(clerk.heading('lock.title')).not.toBeInTheDocument();
  await expect.element(clerk.field('statement.from')).toHaveValue('20240');
  await expect.element(clerk.panel).toMatchTextContent(zhang.name);
});

test('a key pressed in time keeps the window open, and the ledger is told', async () => {
  const clerk = await clerkOnOwnClock();
  for (let at = 0; at < 3; at += 1) {
    expect(await isLockedAfter(clerk, idleMs - 2000)).toBe(false);
    await clerk.press('F3');
  }
  expect(await isLockedAfter(clerk, 1000)).toBe(false);
  await expect.element(clerk.heading('statement.title')).toBeVisible();
  expect(clerk.program.asked.some(({ verb }) => verb === 'session.touch')).toBe(true);
});

test('a locked window shows nothing, and someone else signs out and in without the customer', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  await clerk.press('Control+l');
  await expect.element(clerk.field('lock.password')).toHaveFocus();
  await expect.element(page.getByText(zhang.name, { exact: true })).not.toBeVisible();
  await clerk.pushButton('lock.signOut');
  await clerk.fillAll([
    ['signIn.code', '2001'],
    ['signIn.password', 'demo-2001'],
  ]);
  await clerk.nobodyIsThere();
});

test('a clerk who signs in while the books refuse is told why, and may try again', async () => {
  const clerk = await clerkAt({ answers: { 'session.signIn': () => refusedWith('LEDGER_RESTARTING') } });
  await clerk.fillAll([
    ['signIn.code', '1001'],
    ['signIn.password', 'demo-1001'],
  ]);
  await clerk.isRefused('LEDGER_RESTARTING');
  await expect.element(clerk.field('signIn.password')).toHaveFocus();
});

test.each(languages)(
  'a window that wrong passwords have locked is unlocked by two persons, with all of it (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' }, language);
    await clerk.press('Control+l');
    const lockedUntil = '2025-02-03 10:42:30';
    clerk.program.refuseNext('session.unlock', { code: 'PASSWORD_WRONG', details: { left: 0, lockedUntil } });
    await clerk.fill('lock.password', 'not the password');
    await clerk.press('Enter');
    await clerk.isTold(clerk.refusal('PASSWORD_WRONG', { left: 0, lockedUntil }));
    await clerk.fillAll([
      ['unlockClerk.code', '2001'],
      ['unlockClerk.password', 'demo-2001'],
      ['unlockClerk.otherCode', '9001'],
      ['unlockClerk.otherPassword', 'demo-9001'],
    ]);
    await clerk.isTold(clerk.t('unlockClerk.done', { code: '1001' }));
    await clerk.fill('lock.password', 'demo-1001');
    await clerk.press('Enter');
    await expect.element(clerk.panel).toMatchTextContent(zhang.name);
  },
);

test('the last wrong password at sign-in leads to the two who lift the lock', async () => {
  const clerk = await clerkAt({});
  const details = { clerkCode: '1001', left: 0, lockedUntil: '2025-02-03 10:42:30' };
  clerk.program.refuseNext('session.signIn', { code: 'SIGN_IN_FAILED', details });
  await clerk.fillAll([
    ['signIn.code', '1001'],
    ['signIn.password', 'wrong'],
  ]);
  await clerk.isTold(clerk.refusal('SIGN_IN_FAILED', details));
  await expect.element(clerk.field('unlockClerk.code')).toHaveFocus();
  await expect.element(clerk.field('unlockClerk.otherCode')).toBeVisible();
});

test.each(languages)(
  'who is disabled elsewhere is signed out at once and told why, with all that is open (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' }, language);
    await expect.element(clerk.panel).toMatchTextContent(zhang.name);
    clerk.program.state.session = null;
    clerk.program.emit('ledger.changed', { kinds: ['session'] });
    await clerk.isTold(clerk.t('signIn.ended'));
    await expect.element(clerk.field('signIn.code')).toHaveValue('1001');
    await clerk.fill('signIn.password', 'demo-1001');
    await clerk.press('Enter');
    await expect.element(clerk.panel).toMatchTextContent(zhang.name);
  },
);

test('a lock does not keep it from being told', async () => {
  const clerk = await clerkAt({ clerk: '1001' });
  await clerk.press('Control+l');
  await expect.element(clerk.field('lock.password')).toHaveFocus();
  clerk.program.state.session = null;
  clerk.program.emit('ledger.changed', { kinds: ['session'] });
  await clerk.isTold(clerk.t('signIn.ended'));
});

test('another role counts at once, and nothing is interrupted', async () => {
  const clerk = await clerkAt({ clerk: '1001' });
  await clerk.fill('visit.idNumber', zhang.idNumber.slice(0, 6));
  const { session } = clerk.program.state;
  if (session) clerk.program.state.session = { ...session, clerk: { ...session.clerk, role: 'supervisor' } };
  clerk.program.emit('ledger.changed', { kinds: ['session'] });
  await clerk.isTold(clerk.t('header.clerk', { name: '王敏', role: clerk.t('role.supervisor'), code: '1001' }));
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await expect.element(clerk.field('visit.idNumber')).toHaveValue(zhang.idNumber.slice(0, 6));
});

test.each(languages)('a password that ends soon is told as its owner begins (%s)', async (language) => {
  const ends = Date.UTC(2025, 1, 8, 1, 0);
  const clerk = await clerkAt({ clerk: '1001', passwordExpiresAt: at(ends) }, language);
  await clerk.isTold(clerk.t('ownPasswordEnds', { at: '2025-02-08 09:00', key: 'Ctrl+K' }));
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
});
