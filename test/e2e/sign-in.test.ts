/**
 * Signing in, being locked out, locking the window: nothing open is lost, and nobody else gets in
 * (docs/rules.md 2 and 5).
 */
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { verbs } from '../../electron/contract/verbs.ts';
import type { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import { expect, test } from './support/counter-test.ts';
import { throughDoor } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { languages } from './support/words.ts';

type DemoClerk = (typeof demoOffice.clerks)[0];
const [clerk, supervisor, administrator] = demoOffice.clerks as [DemoClerk, DemoClerk, DemoClerk];
const idleMs = 5 * 60_000;

for (const language of languages) {
  test(`one key fills in a demo clerk, Enter signs in (${language})`, async ({ desk }) => {
    await desk.useLanguage(language);
    await expect(desk.button(supervisor.password)).toBeVisible();
    await desk.press('Alt+2');
    await expect(desk.field('signIn.code')).toHaveValue(supervisor.code);
    await expect(desk.field('signIn.password')).toBeFocused();
    await desk.press('Enter');
    const { name, code } = supervisor;
    await desk.isTold(desk.t('header.clerk', { name, role: desk.t('role.supervisor'), code }));
    await desk.isTold(desk.t('header.businessDay', { date: '2025-01-31' }));
  });

  test(`five wrong passwords lock a clerk, and two persons unlock where the clerk sits (${language})`, async ({
    desk,
  }) => {
    await desk.useLanguage(language);
    await expect(desk.field('signIn.code')).toBeFocused();
    await desk.fill('signIn.code', clerk.code);
    await desk.press('Enter');
    for (let judged = 0; judged < 5;) {
      await desk.fill('signIn.password', `wrong-${judged}`);
      await desk.press('Enter');
      await expect(desk.field('signIn.password')).toHaveValue('');
      const tooSoon = desk.page.getByRole('timer');
      if (!(await tooSoon.isVisible())) judged += 1;
      // The window counts down what the ledger said; then the next try is taken.
      await expect(tooSoon).toBeHidden({ timeout: 10_000 });
    }
    await desk.fill('signIn.password', clerk.password);
    await desk.press('Enter');
    await expect(
      desk.page.getByRole('heading', { name: desk.t('unlockClerk.title', { code: clerk.code }) }),
    ).toBeVisible();
    // The locked clerk is none of the two.
    await typeInto(desk, [
      ['unlockClerk.code', clerk.code],
      ['unlockClerk.password', clerk.password],
      ['unlockClerk.otherCode', administrator.code],
      ['unlockClerk.otherPassword', administrator.password],
    ]);
    await desk.isRefused('SECOND_PERSON_SAME', { clerkCode: clerk.code });
    await typeInto(desk, [
      ['unlockClerk.code', supervisor.code],
      ['unlockClerk.password', supervisor.password],
      ['unlockClerk.otherPassword', administrator.password],
    ]);
    await desk.isTold(desk.t('unlockClerk.done', { code: clerk.code }));
    await desk.fill('signIn.password', clerk.password);
    await desk.press('Enter');
    await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
  });
}

async function typeInto(desk: Desk, fields: readonly (readonly [WordKey, string])[]): Promise<void> {
  for (const [label, text] of fields) {
    await desk.fill(label, text);
    await desk.press('Enter');
  }
}

for (const language of languages) {
  test(`a one-time password only leads to a new one, typed twice, and then to the counter (${language})`, async ({
    office,
    start,
  }) => {
    const oneTime = await throughDoor(office, giveOneTimePassword);
    const desk = await start();
    await desk.useLanguage(language);
    await desk.fill('signIn.code', clerk.code);
    await desk.press('Enter');
    await desk.fill('signIn.password', oneTime);
    await desk.press('Enter');
    await desk.isRefused('PASSWORD_EXPIRED', { clerkCode: clerk.code });
    await typeInto(desk, [
      ['newPassword.first', 'quiet-harbour-7'],
      ['newPassword.repeated', 'quiet-harbour-8'],
    ]);
    await desk.isTold(desk.t('newPassword.different'));
    await typeInto(desk, [
      ['newPassword.first', 'short'],
      ['newPassword.repeated', 'short'],
    ]);
    await desk.isRefused('PASSWORD_WEAK', { rule: 'password-short' });
    await typeInto(desk, [
      ['newPassword.first', 'quiet-harbour-7'],
      ['newPassword.repeated', 'quiet-harbour-7'],
    ]);
    await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
  });
}

/** By the administrator and the supervisor, before the program is started. */
async function giveOneTimePassword(door: Dispatcher): Promise<string> {
  const from = { counter: 'T1', operator: 'window' };
  const given = { clerkCode: administrator.code, password: administrator.password };
  const { session } = await door.answer({ ...from, verb: 'session.signIn', input: given, sessionToken: null });
  const authorisation = { clerkCode: supervisor.code, password: supervisor.password };
  const input = { clerkCode: clerk.code, authorisation };
  const verb = 'clerk.giveOneTimePassword';
  const { reply } = await door.answer({ ...from, verb, input, sessionToken: session ?? null });
  if (!reply.ok) throw new Error(reply.error.code);
  return verbs[verb].output.parse(reply.value).password;
}

test('what cannot be a code or password is said before anybody is asked', async ({ desk }) => {
  await desk.fill('signIn.code', '12');
  await desk.press('Enter');
  await desk.fill('signIn.password', 'x');
  await desk.press('Enter');
  await desk.isTold(desk.t('signIn.codeForm'));
  await expect(desk.field('signIn.code')).toBeFocused();
});

test('after five idle minutes the window locks over what is open, and unlocks with all of it', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.openStatement();
  await desk.press('5');
  await desk.fill('statement.from', '20240');
  await takeClock(desk);
  await desk.openStatement();
  await desk.press('5');
  await desk.fill('statement.from', '20240');
  await desk.page.clock.fastForward(idleMs - 2_000);
  await expect(desk.heading('lock.title')).toBeHidden();
  await desk.page.clock.fastForward(4_000);
  await expect(desk.heading('lock.title')).toBeVisible();
  await desk.press('F2', 'Control+K');
  await desk.fill('lock.password', 'not the password');
  await desk.press('Enter');
  await desk.isRefused('SIGN_IN_FAILED', { left: 4 });
  await desk.fill('lock.password', clerk.password);
  await desk.press('Enter');
  await expect(desk.heading('lock.title')).toBeHidden();
  await expect(desk.field('statement.from')).toHaveValue('20240');
  await expect(desk.counterPanel).toContainText(busiest.name);
});

/** From now on the window's clock moves when the test says so; the window is loaded anew for it. */
async function takeClock(desk: Desk): Promise<void> {
  await desk.page.clock.install();
  await desk.page.reload();
  await expect(desk.counterPanel).toContainText(busiest.name);
}

test('a key pressed in time keeps the window open', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await takeClock(desk);
  for (let at = 0; at < 3; at += 1) {
    await desk.page.clock.fastForward(idleMs - 2_000);
    await desk.press('F3');
  }
  await expect(desk.heading('statement.title')).toBeVisible();
  await expect(desk.heading('lock.title')).toBeHidden();
});

test('a locked window answers nobody, and someone else signs out and in without the customer', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('Control+L');
  await expect(desk.field('lock.password')).toBeFocused();
  await expect(desk.page.getByText(busiest.name, { exact: true })).toBeHidden();
  await desk.pushButton(desk.t('lock.signOut'));
  await desk.signIn('2001');
  await desk.nobodyIsThere();
});

test('a locked session is locked in the ledger too', async ({ desk }) => {
  await desk.signIn();
  await desk.press('Control+L');
  await expect(desk.field('lock.password')).toBeFocused();
  const reply = await desk.page.evaluate(() => window.medicard.invoke('visit.current', {}));
  expect(reply).toMatchObject({ ok: false, error: { code: 'SESSION_LOCKED' } });
});
