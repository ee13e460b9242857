/** Losses are reported at the counter and by telephone: the number, the form, and what stops (docs/rules.md 3). */
import type { Locator, Page } from '@playwright/test';
import { join } from 'node:path';
import { axeObjections } from './support/axe-objections.ts';
import { expect, test } from './support/counter-test.ts';
import { customerAt, looksRight } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { holdAnswers, whatIsReadAgain } from './support/held-answers.ts';
import { busiest, endsInX, neighbour, type Holder } from './support/holders.ts';
import { reportFormally, reportNumber } from './support/loss-desk.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { pageCount, pdfText } from './support/paper.ts';
import { languages } from './support/words.ts';

const most = 30;
const telephonePassword = '731946';

/** What the ledger says of the reports of whoever is at the counter. */
function reportsOfVisit(desk: Desk): Promise<readonly { number: string; status: string; kind: string }[]> {
  return desk.page.evaluate(async () => {
    const visit = await window.medicard.invoke('visit.current', {});
    if (!visit.ok || !visit.value) throw new Error('nobody is at the counter');
    const reports = await window.medicard.invoke('loss.ofVisit', { visitId: visit.value.visitId });
    if (!reports.ok) throw new Error(reports.error.code);
    return reports.value.map(({ number, status, kind }) => ({ number, status, kind }));
  });
}

async function callerSays(desk: Desk, holder: Holder, password: string): Promise<void> {
  await desk.fill('visit.idNumber', holder.idNumber);
  await desk.press('Enter');
  await desk.fill('visit.name', holder.name);
  await desk.press('Enter');
  await desk.fill('visit.phone', holder.phone);
  await desk.press('Enter');
  await desk.fill('telephone.password', password);
  await desk.press('Enter');
}

/** The caller's card is stopped by a second press. */
async function callerReports(desk: Desk, holder: Holder, password: string): Promise<void> {
  await callerSays(desk, holder, password);
  await desk.confirm();
}

for (const language of languages) {
  test(`a lost card, from visit to the printed form in under ${most} keystrokes (${language})`, async ({
    desk,
    office,
    places,
  }) => {
    await desk.useLanguage(language);
    await desk.signIn();
    await expect(desk.field('visit.idNumber')).toBeFocused();
    const before = desk.keystrokes;
    await desk.press('Alt+K');
    await desk.read(busiest.idNumber);
    await desk.press('Enter');
    await expect(desk.field('visit.name')).toBeFocused();
    await desk.type(busiest.name);
    await desk.press('Enter');
    await desk.type(busiest.phone);
    await desk.press('Enter', '1', 'Enter');
    await expect(desk.page.getByRole('main').getByRole('button').first()).toBeFocused();
    await desk.press('Enter');
    await expect(desk.page.getByRole('status').filter({ hasText: '2025-02-07' })).toBeVisible();
    await desk.press('Enter');
    await desk.confirm();
    await desk.paperShown();
    await desk.press('Enter');
    const used = desk.keystrokes - before;
    await expect(desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') })).toBeVisible();
    expect(used).toBeLessThan(most);

    const number = await reportNumber(desk);
    await expect(desk.counterPanel).toContainText(desk.t('panel.cardLost.formal', { number }));
    const name = await desk.savePaper();
    const form = join(places.saved, name);
    expect(pageCount(form)).toBe(2);
    for (const part of [number, busiest.idNumber, busiest.card, busiest.phone]) expect(pdfText(form)).toContain(part);
    await desk.app.close();
    const reported = (await auditRecord(office)).filter(
      ({ verb, outcome }) => verb === 'loss.report' && outcome === 'done',
    );
    expect(reported).toHaveLength(1);
    expect(await brokenChecks(office)).toEqual([]);
  });
}

test('an oral report says its number, is repeated and confirmed; a time ahead and a second formal one are not', async ({
  desk,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('F5');
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await desk.press('5');
  await expect(desk.page.getByRole('status').filter({ hasText: '2025-02-05 24' })).toBeVisible();
  await desk.tabTo(desk.field('loss.from'));
  await desk.type('yesterday');
  await desk.isTold(desk.t('loss.sinceWrong'));
  await desk.press('Enter');
  await expect(desk.field('loss.from')).toBeFocused();
  await desk.fill('loss.from', '20250201 1000');
  await desk.press('Enter');
  await desk.confirm();
  await expect(desk.page.getByRole('alert').filter({ hasText: '2025-01-31' })).toBeVisible();
  await desk.fill('loss.from', '20250130 0815');
  await desk.isTold(desk.t('loss.since', { at: '2025-01-30 08:15' }));
  // Pressed twice, it is one report.
  const answer = await holdAnswers(desk.app, ['loss.report']);
  await desk.press('Enter');
  await desk.confirm();
  await desk.press('Enter');
  await answer();
  const first = await reportNumber(desk);
  await expect(desk.page.getByText('2025-01-30 08:15:00')).toBeVisible();
  await expect(desk.counterPanel).toContainText(desk.t('panel.cardLost.oral', { number: first }));
  expect(await reportsOfVisit(desk)).toHaveLength(1);

  await desk.useLanguage('en');
  await desk.press('F5', 'Escape', '5');
  await expect(desk.page.getByText(desk.t('loss.outlook.supersedes', { number: first }))).toBeVisible();
  // The next key has its place before the window has read anew how things stand.
  const readAgain = await holdAnswers(desk.app, whatIsReadAgain);
  await desk.press('Enter');
  await desk.confirm();
  const reported = desk.page.getByRole('region', { name: desk.t('loss.reported') });
  await expect(reported.getByRole('button', { name: desk.t('task.followUp') })).toBeFocused();
  await readAgain();
  await expect(desk.counterPanel).not.toContainText(first);
  const second = await reportNumber(desk);
  await desk.press('Escape', '4');
  await expect(desk.page.getByText(desk.t('loss.outlook.confirms', { number: second }))).toBeVisible();
  await desk.press('Enter');
  await desk.confirm();
  await desk.paperShown();
  expect(await reportNumber(desk)).toBe(second);
  expect(await reportsOfVisit(desk)).toEqual([
    { number: second, status: 'waiting', kind: 'formal' },
    { number: first, status: 'superseded', kind: 'oral' },
  ]);
  await desk.press('Escape');
  await expect(desk.button(desk.t('loss.report'))).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  await desk.isRefused('LOSS_ALREADY_REPORTED', { number: second });
});

/** It went down in another window and repeats in this one, on whatever has the focus here. */
async function keyStillDown(page: Page, key: string, focused: Locator): Promise<void> {
  await focused.blur();
  await page.keyboard.down(key);
  await focused.focus();
  await page.keyboard.down(key);
  await page.keyboard.up(key);
  await expect(focused).toBeFocused();
}

for (const language of languages) {
  test(`the holder reads at their window what was reported, and confirms it (${language})`, async ({
    twoDisplayDesk: desk,
    office,
  }, info) => {
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.openVisit(busiest);
    const number = await reportFormally(desk);
    await desk.press('Alt+H');
    const customer = await customerAt(desk);
    await customer.isAsked('read');
    await expect(desk.page.getByRole('status').filter({ hasText: desk.t('entry.waiting') })).toBeVisible();
    const facts = customer.page.getByRole('definition');
    for (const fact of [number, customer.t('customer.loss.object.card'), '2025-02-07'])
      await expect(facts.filter({ hasText: new RegExp(`^${fact}$`) })).toBeVisible();
    await expect(customer.page.getByRole('main')).not.toContainText(busiest.card);
    await desk.page.screenshot({ path: info.outputPath('loss-asked.png') });
    expect.soft(await axeObjections(desk.page)).toEqual([]);
    await looksRight(customer, info.outputPath('loss-reading.png'));
    await customer.press('Enter');
    await expect(customer.heading(customer.t('customer.endedRead.done'))).toBeVisible();
    await desk.isTold(desk.t('entry.done.acknowledge'));
    // Said once, it is said.
    await expect(desk.button(desk.t('loss.askHolder'))).toHaveCount(0);
    await desk.app.close();
    const acknowledged = (await auditRecord(office)).filter(({ verb }) => verb === 'loss.acknowledge');
    expect(acknowledged).toMatchObject([{ actor: '1001', subject: number, outcome: 'done' }]);
  });
}

test('on one display the holder says no, is asked again, says yes, and the clerk goes on where they were', async ({
  desk,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('F5', 'F1');
  await expect(desk.page.getByRole('dialog')).toContainText('Alt+H');
  await desk.press('Escape', '5', 'Enter');
  await desk.confirm();
  const number = await reportNumber(desk);
  await desk.tabTo(desk.button(desk.t('loss.askHolder')));
  await desk.press('Enter');
  const customer = await customerAt(desk);
  await customer.isAsked('read');
  await customer.press('Escape');
  await expect(customer.heading(customer.t('customer.endedRead.cancelled'))).toBeVisible();
  await customer.handsBack();
  await desk.isTold(desk.t('entry.declined'));
  expect(await reportsOfVisit(desk)).toEqual([{ number, status: 'reported', kind: 'oral' }]);
  await desk.press('Alt+H');
  const again = await customerAt(desk);
  await again.isAsked('read');
  await keyStillDown(again.page, 'Enter', again.button(again.t('customer.loss.yes')));
  await again.press('Enter');
  await expect(again.heading(again.t('customer.endedRead.done'))).toBeVisible();
  await again.handsBack();
  await desk.isTold(desk.t('entry.done.acknowledge'));
  await desk.press('Escape', '4');
  await expect(desk.page.getByText(desk.t('loss.outlook.confirms', { number }))).toBeVisible();
});

test('by telephone: after the telephone password an oral report or the balance, and nothing else', async ({
  twoDisplayDesk: desk,
}) => {
  await desk.signIn();
  await desk.openVisit(endsInX);
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.first') })).toBeFocused();
  await desk.press('4', 'Enter');
  await desk.confirm();
  const customer = await customerAt(desk);
  await customer.isAsked('new');
  await customer.typeOnNumpad(telephonePassword);
  await customer.typeOnNumpad(telephonePassword);
  await desk.isTold(desk.t('entry.done.telephone'));
  await desk.paperShown();
  await desk.finishVisit();

  await desk.press('F5');
  await expect(desk.button(desk.t('loss.byTelephone'))).toBeFocused();
  await desk.press('Alt+T');
  await callerReports(desk, endsInX, '111111');
  await expect(desk.page.getByRole('alert').filter({ hasText: '2' })).toBeVisible();
  await desk.fill('telephone.password', telephonePassword);
  const release = await holdAnswers(desk.app, whatIsReadAgain);
  await desk.press('Enter');
  await desk.confirm();
  const number = await reportNumber(desk);
  await desk.press('Escape');
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await release();
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.useLanguage('en');
  await desk.press('Shift+Tab', 'ArrowRight');
  await expect(desk.page.getByRole('radio', { name: desk.t('telephone.balance') })).toBeChecked();
  await desk.press('Tab');
  await callerSays(desk, endsInX, telephonePassword);
  await expect(desk.page.getByText(/^[\d,]+\.\d\d$/)).toBeVisible();
  await desk.press('Escape', 'Shift+Tab', 'ArrowLeft', 'Tab');
  await callerReports(desk, neighbour, telephonePassword);
  await desk.isRefused('TELEPHONE_PASSWORD_UNSET');
  await desk.nobodyIsThere();

  // The loss of a card formally reported meanwhile is not reported again.
  await desk.openVisit(endsInX);
  await expect(desk.counterPanel).toContainText(number);
  await desk.press('F5');
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  await desk.paperShown();
  await desk.press('Alt+T');
  await callerReports(desk, endsInX, telephonePassword);
  await desk.isRefused('LOSS_ALREADY_REPORTED', { number });
});
