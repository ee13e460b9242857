/** Losses are reported at the counter and by telephone: the number, the form, and what stops (docs/rules.md 3). */
import type { Locator, Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from './support/counter-test.ts';
import { customerAt } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest, endsInX, type Holder } from './support/holders.ts';
import { reportNumber } from './support/loss-desk.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { pageCount, pdfText } from './support/paper.ts';

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

async function callerSays(desk: Desk, holder: Holder, password: string | null): Promise<void> {
  await desk.fill('visit.idNumber', holder.idNumber);
  await desk.press('Enter');
  await desk.fill('visit.name', holder.name);
  await desk.press('Enter');
  await desk.fill('visit.phone', holder.phone);
  await desk.press('Enter');
  if (password === null) return;
  await desk.fill('telephone.password', password);
  await desk.press('Enter');
}

test(`a lost card, from visit to the printed form in under ${most} keystrokes`, async ({ desk, office, places }) => {
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

/** It went down in another window and repeats in this one, on whatever has the focus here. */
async function keyStillDown(page: Page, key: string, focused: Locator): Promise<void> {
  await focused.blur();
  await page.keyboard.down(key);
  await focused.focus();
  await page.keyboard.down(key);
  await page.keyboard.up(key);
  await expect(focused).toBeFocused();
}

test('on one display the holder reads it, says no, it is taken back and reported anew, and they say yes', async ({
  desk,
  office,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('F5', 'F1');
  await expect(desk.page.getByRole('dialog')).toContainText('Alt+H');
  await desk.press('Escape', '5', 'Enter');
  await desk.confirm();
  const wrong = await reportNumber(desk);
  await desk.tabTo(desk.button(desk.t('loss.askHolder')));
  await desk.press('Enter');
  const customer = await customerAt(desk);
  await customer.isAsked('read');
  const facts = customer.page.getByRole('definition');
  for (const fact of [wrong, customer.t('customer.loss.object.card'), '2025-02-05'])
    await expect(facts.filter({ hasText: new RegExp(`^${fact}`) })).toBeVisible();
  await expect(customer.page.getByRole('main')).not.toContainText(busiest.card);
  await customer.press('Escape');
  await expect(customer.heading(customer.t('customer.declined'))).toBeVisible();
  await customer.handsBack();
  await desk.isTold(desk.t('followUp.declined'));
  expect(await reportsOfVisit(desk)).toEqual([{ number: wrong, status: 'reported', kind: 'oral' }]);
  await expect(desk.field('followUp.takeBackReason')).toBeFocused();
  await desk.press('Enter');
  await desk.authorise();
  await desk.isTold(desk.t('followUp.done.take-back'));
  expect(await reportsOfVisit(desk)).toEqual([{ number: wrong, status: 'taken-back', kind: 'oral' }]);
  await desk.press('F5', '5', 'Enter');
  await desk.confirm();
  const number = await reportNumber(desk);
  await desk.press('Alt+H');
  const again = await customerAt(desk);
  await again.isAsked('read');
  await again.press('Enter');
  await again.isAsked('read');
  await again.page.keyboard.press('Tab');
  await keyStillDown(again.page, 'Enter', again.button(again.t('customer.loss.yes')));
  await again.press('Enter');
  await again.isToldEnd('done');
  await again.handsBack();
  await desk.isTold(desk.t('entry.done.acknowledge'));
  // Said once, it is said.
  await expect(desk.button(desk.t('loss.askHolder'))).toHaveCount(0);
  await desk.press('Escape', '4');
  await expect(desk.page.getByText(desk.t('loss.outlook.confirms', { number }))).toBeVisible();
  await desk.app.close();
  const acknowledged = (await auditRecord(office)).filter(({ verb }) => verb === 'loss.acknowledge');
  expect(acknowledged.at(-1)).toMatchObject({ actor: '1001', subject: number, outcome: 'done' });
});

test('by telephone: an oral report without a password, the balance after it', async ({ twoDisplayDesk: desk }) => {
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
  await callerSays(desk, endsInX, null);
  await desk.confirm();
  await reportNumber(desk);
  await desk.press('Escape');
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.useLanguage('en');
  await desk.press('Shift+Tab', 'ArrowRight');
  await expect(desk.page.getByRole('radio', { name: desk.t('telephone.balance') })).toBeChecked();
  await desk.press('Tab');
  await callerSays(desk, endsInX, '111111');
  await expect(desk.page.getByRole('alert').filter({ hasText: '2' })).toBeVisible();
  await desk.fill('telephone.password', telephonePassword);
  await desk.press('Enter');
  await expect(desk.page.getByText(/^[\d,]+\.\d\d$/)).toBeVisible();
});
