/** What is changed about a holder at the counter, and an entry that is corrected: by keys, with its papers (docs/rules.md 1, 2). */
import { join } from 'node:path';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import { expect, test } from './support/counter-test.ts';
import { customerAt } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest, endsInX, neighbour } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { pdfText } from './support/paper.ts';

const NEW_PHONE = '13700000009';
const NEW_ADDRESS = '建国路88号';

async function begin(desk: Desk, key: string): Promise<void> {
  await desk.press('Alt+D');
  await expect(desk.page.getByRole('group', { name: desk.t('holderData.what') })).toBeVisible();
  await desk.press(key);
}

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[])
  test(`phone and address: the holder says no, then yes, at their own window (${language})`, async ({
    twoDisplayDesk: desk,
    office,
    places,
  }) => {
    await desk.signIn();
    if (language === 'en') await desk.useLanguage('en');
    await desk.openVisit(busiest);
    await begin(desk, '1');
    await expect(desk.field('holderData.phone')).toBeFocused();
    await desk.press('Enter');
    await expect(desk.page.getByText(desk.t('holderData.nothing'), { exact: true })).toBeVisible();
    await desk.type(NEW_PHONE);
    await desk.press('Tab');
    await desk.type(NEW_ADDRESS);
    await desk.press('Enter');
    const customer = await customerAt(desk);
    await expect(customer.heading(customer.t('customer.task.contact'))).toBeVisible();
    for (const value of [NEW_PHONE, NEW_ADDRESS])
      await expect(customer.page.getByRole('definition').filter({ hasText: value })).toBeVisible();
    await customer.press('Escape');
    await desk.isTold(desk.t('entry.contactDeclined'));
    await expect(desk.field('holderData.phone')).toBeFocused();
    await desk.press('Enter');
    await expect(customer.heading(customer.t('customer.task.contact'))).toBeVisible();
    await customer.press('Enter');
    await expect(customer.heading(customer.t('customer.task.contact'))).toBeVisible();
    await customer.press('*');
    await customer.isToldEnd('done');
    await desk.isTold(desk.t('holderData.done.contact'));
    await desk.paperShown();
    const receipt = join(places.saved, await desk.savePaper());
    for (const part of [NEW_PHONE, NEW_ADDRESS]) expect(pdfText(receipt)).toContain(part);
    expect(pdfText(receipt)).not.toContain(busiest.phone);
    await expect(desk.counterPanel).toContainText('137****0009');
    await desk.app.close();
    const done = (await auditRecord(office)).filter(({ verb }) => verb.startsWith('holder.'));
    expect(done.map(({ verb, second }) => [verb, second])).toEqual([
      ['holder.decline', null],
      ['holder.contact', null],
    ]);
    expect(await brokenChecks(office)).toEqual([]);
  });

test('a name is corrected and an account closed before a second person, each with its receipt', async ({
  desk,
  office,
  places,
}) => {
  await desk.signIn();
  await desk.openVisit(neighbour);
  await begin(desk, '2');
  await desk.type('更正姓名');
  await desk.press('Enter');
  await expect(desk.field('holderData.document')).toBeFocused();
  await desk.type('居民户口簿');
  await desk.press('Enter');
  await desk.authorise();
  await desk.isTold(desk.t('holderData.done.correct'));
  await desk.paperShown();
  const corrected = join(places.saved, await desk.savePaper());
  for (const part of ['更正姓名', '居民户口簿', '2001']) expect(pdfText(corrected)).toContain(part);
  await begin(desk, '3');
  await desk.type('YBJ-2025-7');
  await desk.press('Enter');
  await desk.authorise();
  await desk.isTold(desk.t('holderData.done.close'));
  await desk.paperShown();
  expect(pdfText(join(places.saved, await desk.savePaper()))).toContain('YBJ-2025-7');
  await expect(desk.counterPanel).toContainText(desk.t('panel.closed'));
  await desk.app.close();
  const done = (await auditRecord(office)).filter(({ verb }) => verb.startsWith('holder.'));
  expect(done.map(({ verb, second }) => [verb, second])).toEqual([
    ['holder.correct', '2001'],
    ['holder.close', '2001'],
  ]);
  expect(await brokenChecks(office)).toEqual([]);
});

test('a payment is corrected from its line in the statement, once', async ({ desk, office, places }) => {
  await desk.signIn();
  await desk.openVisit(endsInX);
  await desk.openStatement();
  await desk.statementShown();
  await desk.press('Alt+X');
  const rows = desk.page.locator('.statement-lines tbody tr');
  await expect(rows.last()).toHaveAttribute('aria-current', 'true');
  const kinds = await rows.locator('td:nth-child(2)').allTextContents();
  const paid = kinds.findLastIndex((kind) => kind.trim() === desk.t('statement.kind.consumption'));
  for (let at = kinds.length - 1; at > paid; at -= 1) await desk.press('ArrowUp');
  await expect(rows.nth(paid)).toHaveAttribute('aria-current', 'true');
  await expect(rows.nth(paid)).toBeInViewport();
  await desk.press('Alt+X');
  await expect(desk.field('statement.correctionReason')).toBeFocused();
  await desk.type('商户重复扣款');
  await desk.press('Enter');
  await desk.authorise();
  await desk.isTold(desk.t('statement.corrected'));
  await desk.paperShown();
  expect(pdfText(join(places.saved, await desk.savePaper()))).toContain('商户重复扣款');
  await desk.press('Escape');
  await expect(rows.last()).toContainText(desk.t('statement.kind.correction'));
  await desk.app.close();
  const [done] = (await auditRecord(office)).filter(({ verb }) => verb === 'entry.correct');
  expect(done).toMatchObject({ actor: '1001', second: '2001', outcome: 'done', details: { reason: '商户重复扣款' } });
  expect(await brokenChecks(office)).toEqual([]);
});
