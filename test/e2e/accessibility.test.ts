/** Every screen in both languages: nothing axe objects to, nothing that scrolls sideways; and a picture of each. */
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { axeObjections } from './support/axe-objections.ts';
import { clippedTexts, wrappedLabels } from './support/clipped-text.ts';
import { expect, test } from './support/counter-test.ts';
import { customerAt } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { drawnFaces } from './support/drawn-faces.ts';
import { busiest, endsInX, neighbour } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { changeSetting } from './support/office-setting.ts';
import { languages } from './support/words.ts';

const file = allocationCsv('YB20250228001', 55_000, [
  goodLine(1, busiest, 30_000),
  goodLine(2, endsInX, 10_000),
  { ...goodLine(3, neighbour, 15_000), name: '别人' },
]);

/** Looks at the screen as it is now. */
type Look = (name: string) => Promise<void>;

const enlargedTo = { width: 1024, height: 640, deviceScaleFactor: 1.25 };

function looking(desk: Desk, picture: (name: string) => string): Look {
  return async (name) => {
    // Dialogs and tables come in with a short fade, during which colours are not yet theirs.
    await expect.poll(() => desk.page.evaluate(() => document.getAnimations().length)).toBe(0);
    await desk.page.screenshot({ path: picture(`${name}-${desk.language}.png`) });
    expect.soft(await axeObjections(desk.page), name).toEqual([]);
    const { bySystem, ours } = await drawnFaces(desk.page);
    expect.soft(bySystem, `${name} is drawn with the system's faces`).toEqual([]);
    expect.soft(ours, name).toBeGreaterThan(0);
    await nothingLost(desk, name);
    await enlarged(desk, async () => {
      await desk.page.screenshot({ path: picture(`${name}-${desk.language}-enlarged.png`) });
      await nothingLost(desk, `${name}, enlarged`);
    });
  };
}

async function nothingLost(desk: Desk, name: string): Promise<void> {
  expect.soft(await clippedTexts(desk.page), `${name} cuts texts off`).toEqual([]);
  expect.soft(await wrappedLabels(desk.page), `${name} wraps a label of the strip`).toEqual([]);
  const sideways = await desk.page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .filter((part) => part === document.body || ['auto', 'scroll'].includes(getComputedStyle(part).overflowX))
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );
  expect.soft(sideways, `${name} scrolls sideways`).toEqual([]);
}

/** On a display of the designed size whose system enlarges everything to 125 % (docs/screens.md 1). */
async function enlarged({ page }: Desk, look: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { ...enlargedTo, mobile: false });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([1024, 640]);
  await look();
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
}

for (const language of languages) {
  test(`before an office and before sign-in (${language})`, async ({ start }, info) => {
    const desk = await start();
    const look = looking(desk, (name) => info.outputPath(name));
    await expect(desk.heading('firstRun.title')).toBeVisible();
    await desk.useLanguage(language);
    await look('first-run');
    await desk.press('2');
    await expect(desk.field('firstRun.officeName')).toBeFocused();
    await desk.type('城东储蓄所');
    await desk.press('Enter');
    await desk.fill('firstRun.officeCode', '02');
    await desk.press('Enter');
    await desk.fill('firstRun.openingDate', '20260105');
    await desk.press('Enter');
    await look('set-up-fault');
    await desk.tabTo(desk.field('firstRun.officeCode'));
    await desk.fill('firstRun.officeCode', '0217');
    await desk.press('Enter');
    await expect(desk.field('firstRun.clerkCode').first()).toBeFocused();
    await look('set-up-people');
    await desk.press('Escape', 'Escape', '3');
    await expect(desk.heading('firstRun.restore')).toBeVisible();
    await look('restore');
  });

  test(`sign-in, locks, visit (${language})`, async ({ desk }, info) => {
    const look = looking(desk, (name) => info.outputPath(name));
    await desk.useLanguage(language);
    await expect(desk.button(demoOffice.clerks[0]!.password)).toBeVisible();
    await look('sign-in');
    await desk.signIn();
    await look('visit-empty');
    await desk.enterCards({ idNumber: '110105195001010014', card: busiest.card }, '3');
    await desk.press('Alt+A');
    await expect(desk.field('visit.agentIdNumber')).toBeFocused();
    await look('visit-full');
    await desk.press('Alt+A');
    await desk.tabTo(desk.field('visit.idNumber'));
    await desk.press('Control+A');
    await desk.type(busiest.idNumber);
    // Another number, another person: the network check is asked for anew.
    await desk.press('Enter', '3');
    await desk.fill('visit.secondaryDocument', '护照 E12345678');
    await desk.press('Enter');
    await expect(desk.button(desk.t('visit.openStatement'))).toBeFocused();
    await look('visit-open');
    await desk.press('Alt+R');
    await expect(desk.page.getByRole('radio', { name: desk.t('panel.idNumber') })).toBeFocused();
    await look('reveal');
    await desk.press('Escape', 'Control+L');
    await expect(desk.field('lock.password')).toBeFocused();
    await look('locked');
  });

  test(`statement, print queue, document check (${language})`, async ({ desk }, info) => {
    const look = looking(desk, (name) => info.outputPath(name));
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.press('F3');
    await look('statement-nobody');
    await desk.openVisit(busiest);
    await desk.openStatement();
    await look('statement');
    await desk.press('Alt+L');
    await desk.statementShown();
    await desk.press('5');
    await expect(desk.field('statement.from')).toBeFocused();
    await desk.type('20240230');
    await look('statement-own-dates');
    await desk.press('Control+A');
    await desk.press('Delete', 'Escape');
    await desk.tabTo(desk.page.getByRole('radio', { name: desk.t('statement.ownDates') }));
    await desk.press('2');
    await desk.statementShown();
    await desk.press('Enter');
    await expect(desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') })).toBeVisible();
    await look('statement-queued');
    await desk.press('Alt+Q');
    await expect(desk.page.getByRole('table')).toBeVisible();
    await look('print-queue');
    await desk.press('Alt+C');
    await desk.fill('documentCheck.number', 'S010120250131000015');
    await desk.press('Tab');
    await desk.fill('documentCheck.code', 'AAAA-BBBB-CCCC');
    await desk.press('Enter');
    await desk.isTold(desk.t('documentCheck.notGenuine'));
    await look('document-check');
  });

  test(`month-end, palette, keys, help (${language})`, async ({ desk, places }, info) => {
    const look = looking(desk, (name) => info.outputPath(name));
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.press('F8');
    await expect(desk.page.getByRole('table')).toBeVisible();
    await look('month-end');
    await desk.receive(places.root, 'allocation-202502.csv', file);
    await look('month-end-checked');
    await desk.pushButton(desk.t('second.refuse'));
    await expect(desk.field('second.reason')).toBeFocused();
    await look('month-end-refusing');
    await desk.pushButton(desk.t('common.cancel'));
    await desk.fill('second.code', '2001');
    await desk.press('Enter');
    await desk.fill('second.password', demoOffice.clerks[1]!.password);
    await desk.press('Enter');
    await expect(desk.heading('monthEnd.posted')).toBeVisible();
    await look('month-end-posted');
    await desk.pushButton(desk.t('monthEnd.another'));
    await desk.receive(places.root, 'broken.csv', '批次号,入账年月\n');
    await look('month-end-broken');
    await desk.press('Control+K');
    await expect(desk.page.getByRole('combobox', { name: desk.t('palette.title') })).toBeFocused();
    await look('palette');
    await desk.press('Escape');
    await expect(desk.page.getByRole('dialog')).toBeHidden();
    await desk.press('Shift+?');
    await expect(desk.page.getByRole('dialog')).toBeVisible();
    await look('keys');
    await desk.press('Escape');
    await expect(desk.page.getByRole('dialog')).toBeHidden();
    await desk.press('F1');
    await expect(desk.page.getByRole('dialog')).toBeVisible();
    await look('help');
  });

  test(`losses: visit without the card, report, telephone (${language})`, async ({ desk }, info) => {
    const look = looking(desk, (name) => info.outputPath(name));
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.press('F5');
    await expect(desk.button(desk.t('loss.byTelephone'))).toBeFocused();
    await look('loss-nobody');
    await desk.press('Alt+T');
    await desk.fill('visit.idNumber', busiest.idNumber);
    await look('telephone');
    await desk.press('Alt+T', 'F2');
    await expect(desk.field('visit.idNumber')).toBeFocused();
    await desk.press('Alt+K');
    await desk.fill('visit.idNumber', busiest.idNumber);
    await desk.press('Enter');
    await desk.fill('visit.name', busiest.name);
    await desk.press('Enter');
    await desk.fill('visit.phone', busiest.phone);
    await desk.press('Enter', '1');
    await look('visit-without-card');
    await desk.press('Enter');
    await expect(desk.button(desk.t('task.loss')).first()).toBeVisible();
    await look('visit-without-card-open');
    await desk.press('F3');
    await look('statement-without-card');
    await desk.press('F5');
    await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
    await desk.press('5');
    await look('loss-oral');
    await desk.press('4');
    await look('loss-formal');
    await desk.press('Enter');
    await expect(desk.finalAct).toBeVisible();
    await look('loss-final');
    await desk.confirm();
    await desk.paperShown();
    await look('loss-reported');
  });

  test(`losses: follow-up, new card, worklist, approvals (${language})`, async ({ office, start }, info) => {
    await changeSetting(office, 'reissueWaitDays', 0);
    const desk = await start();
    const look = looking(desk, (name) => info.outputPath(name));
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.openVisit(busiest);
    await reportFormally(desk);
    await desk.press('F6');
    await expect(desk.heading('followUp.title')).toBeVisible();
    await look('follow-up');
    await desk.press('3');
    await desk.fill('followUp.newCard', '6213300100000009018');
    await desk.isTold(desk.t('visit.cardFault.CHECK_DIGIT'));
    await look('reissue');
    await desk.press('Escape', '2');
    await expect(desk.field('second.code')).toBeFocused();
    await look('cancel');
    await desk.press('Alt+W');
    await expect(desk.button(desk.t('second.ask'))).toBeHidden();
    await look('cancel-asked');
    await desk.press('F7');
    await expect(desk.heading('worklist.title')).toBeVisible();
    await look('worklist');
    await desk.press('F9');
    await expect(desk.page.getByRole('table')).toBeVisible();
    await look('approvals-own');
    await desk.press('F6');
    await expect(desk.field('second.code')).toBeFocused();
    await desk.press('Alt+N');
    await expect(desk.field('followUp.number')).toBeFocused();
    await look('follow-up-empty');
    await desk.signOut();
    await desk.signIn('2001');
    await desk.press('F9');
    await expect(desk.button(desk.t('approvals.verb.loss.cancel'))).toBeFocused();
    await look('approvals');
    await desk.pushButton(desk.t('second.refuse'));
    await expect(desk.field('second.reason')).toBeFocused();
    await look('approvals-refusing');
  });

  test(`passwords: choice, the customer typing, receipt (${language})`, async ({ twoDisplayDesk: desk }, info) => {
    const look = looking(desk, (name) => info.outputPath(name));
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.press('F4');
    await look('password-nobody');
    await desk.openVisit(busiest);
    await desk.press('F4');
    await expect(desk.page.getByRole('radio', { name: desk.t('password.choice.first') })).toBeFocused();
    await look('password');
    await desk.press('Enter');
    await expect(desk.finalAct).toBeVisible();
    await look('password-final');
    await desk.confirm();
    const customer = await customerAt(desk);
    await customer.typeOnNumpad('111111');
    await expect(desk.page.getByText(desk.t('entry.weak.ALL_EQUAL'))).toBeVisible();
    await look('password-weak');
    await customer.typeOnNumpad('918273');
    await customer.typeOnNumpad('918273');
    await desk.paperShown();
    await look('password-receipt');
    await desk.press('Alt+P');
    await desk.paperShown();
    await look('password-slip');
    await desk.pushButton(desk.t('password.startOver'));
    await desk.press('2', 'Enter');
    await desk.confirm();
    await customer.isAsked('old');
    await customer.press('Escape');
    await expect(desk.page.getByText(desk.t('entry.ended.cancelled'))).toBeVisible();
    await look('password-cancelled');
  });
}
