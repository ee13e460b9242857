/** Every screen in both languages: nothing axe objects to, nothing that scrolls sideways; and a picture of each. */
import AxeBuilder from '@axe-core/playwright';
import { demoOffice } from '../../electron/contract/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest, endsInX, neighbour } from './support/holders.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { languages } from './support/words.ts';

const file = allocationCsv('YB20250228001', 55_000, [
  goodLine(1, busiest, 30_000),
  goodLine(2, endsInX, 10_000),
  { ...goodLine(3, neighbour, 15_000), name: '别人' },
]);

/** Looks at the screen as it is now. */
type Look = (name: string) => Promise<void>;

function looking(desk: Desk, picture: (name: string) => string): Look {
  return async (name) => {
    // Dialogs and tables come in with a short fade, during which colours are not yet theirs.
    await expect.poll(() => desk.page.evaluate(() => document.getAnimations().length)).toBe(0);
    await desk.page.screenshot({ path: picture(`${name}-${desk.language}.png`) });
    // Electron has no second page for what axe would gather across frames; there is one frame.
    const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect.soft(found, name).toEqual([]);
    const sideways = await desk.page.evaluate(() =>
      [...document.querySelectorAll('body, main, aside, nav, header, [role="dialog"]')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect.soft(sideways, `${name} scrolls sideways`).toEqual([]);
  };
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
    await desk.press('Enter');
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
}
