/** What people do on the holder's pages, as they do it: without a script, by keyboard, with a passkey, in both languages. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { HOLDER_PLACES, REPORT_PLACES } from '../../electron/contract/online/holder-pages.ts';
import { faultWords, fieldWords, frameWords } from '../../renderer/holder/holder-words.ts';
import { noticeWords } from '../../renderer/holder/notice-words.ts';
import {
  codeWords,
  confirmWords,
  homeWords,
  phoneWords,
  registerWords,
  reportedWords,
  reportWords,
  signInWords,
  startWords,
  whoWords,
} from '../../renderer/holder/page-words.ts';
import { addAuthenticator } from './authenticator.ts';
import { expect, test } from './holder-test.ts';
import { CODE, HOLDER, LOSS_NUMBER, OFFICE } from './scripted-holder.ts';
import { fillPerson, toCode, toConfirm, toFollowUp, toHome, toRegister, toReported } from './walks.ts';
import { inWords } from './words.ts';

const zh = inWords('zh-CN');
const en = inWords('en');
const BUDGET_BYTES = 150_000;

test.describe('without a script', () => {
  test.use({ wishes: { language: 'zh-CN', size: 'telephone', script: false } });

  test('a card is reported lost, from the first page to the voucher', async ({ page, site }) => {
    await page.goto('/');
    await toReported(page, site, 'zh-CN');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(reportedWords.title));
    await expect(page.locator('.report-number')).toHaveText(LOSS_NUMBER);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: zh(reportedWords.voucher) }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('%PDF-');
    expect(download.suggestedFilename()).toBe('挂失凭证.pdf');
    // What only a script can do is not offered.
    await expect(page.getByRole('button', { name: zh(frameWords.print) })).toBeHidden();
    // Loading it anew sends nothing again.
    await page.reload();
    expect(site.ledger.operations.size).toBe(1);
  });

  test('a report is followed up by its number', async ({ page, site }) => {
    await page.goto('/');
    await toFollowUp(page, site, 'zh-CN');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(reportWords.title));
    await expect(page.locator('.report-number')).toHaveText(LOSS_NUMBER);
  });

  test('signing in and out goes by password, and no passkey is offered', async ({ page, site }) => {
    await page.goto(HOLDER_PLACES.signIn);
    await expect(page.getByRole('button', { name: zh(signInWords.passkey) })).toBeHidden();
    await toHome(page, site, 'zh-CN');
    await expect(page.getByText('1,234.56')).toBeVisible();
    await page.getByRole('button', { name: zh(frameWords.signOut) }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(noticeWords['signed-out'].title));
    await page.goBack();
    await expect(page.getByText('1,234.56')).toBeHidden();
  });

  test('wrong input leads to its field, and the code is asked for again', async ({ page, site }) => {
    await page.goto('/');
    await toCode(page, site, 'zh-CN');
    await page.getByLabel(zh(fieldWords.code)).fill('111111');
    await page.getByRole('button', { name: zh(codeWords.submit) }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toContainText(zh(faultWords.title));
    await summary.getByRole('link').click();
    await expect(page.getByLabel(zh(fieldWords.code))).toBeFocused();
    await page.keyboard.type(CODE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(confirmWords.title));
  });
});

test.describe('by keyboard alone', () => {
  test.use({ wishes: { language: 'en', size: 'desktop', script: true } });

  test('a card is reported lost', async ({ page }) => {
    await page.goto('/');
    await pressOn(page, page.getByRole('link', { name: en(startWords.lost) }));
    for (const [label, text] of [
      [fieldWords.idNumber, HOLDER.idNumber],
      [fieldWords.name, HOLDER.name],
      [fieldWords.phone, HOLDER.phone],
    ] as const) {
      await tabTo(page, page.getByLabel(en(label), { exact: true }));
      await page.keyboard.type(text);
    }
    await pressOn(page, page.getByRole('button', { name: en(whoWords.submit) }));
    await tabTo(page, page.getByLabel(en(fieldWords.code)));
    await page.keyboard.type(CODE);
    await page.keyboard.press('Enter');
    await pressOn(page, page.getByRole('button', { name: en(confirmWords.submit) }));
    await expect(page.locator('.report-number')).toHaveText(LOSS_NUMBER);
  });

  test('the focus stands on what is wrong', async ({ page }) => {
    await page.goto(HOLDER_PLACES.report);
    await pressOn(page, page.getByRole('button', { name: en(whoWords.submit) }));
    await expect(page.getByRole('alert')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(en(fieldWords.idNumber))).toBeFocused();
  });
});

test('a passkey registers and signs in', async ({ page, site, visitor }) => {
  await addAuthenticator(await visitor.newCDPSession(page));
  await page.goto('/');
  await toRegister(page, site, 'zh-CN');
  await page.getByRole('button', { name: zh(registerWords.passkey) }).click();
  await expect(page.getByLabel(zh(fieldWords.code))).toBeFocused();
  await page.keyboard.type(CODE);
  await page.getByRole('button', { name: zh(registerWords.passkey) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(homeWords.title));
  expect(site.ledger.passkey).not.toBeNull();
  await page.getByRole('button', { name: zh(frameWords.signOut) }).click();
  await page.getByRole('link', { name: zh(startWords.signIn) }).click();
  await page.getByRole('button', { name: zh(signInWords.passkey) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(homeWords.title));
});

test('a device that refuses its passkey is told, and the password is still there', async ({ page, visitor }) => {
  await addAuthenticator(await visitor.newCDPSession(page), { isUserVerified: false });
  await page.goto(HOLDER_PLACES.signIn);
  await page.getByRole('button', { name: zh(signInWords.passkey) }).click();
  await expect(page.getByRole('alert')).toContainText(zh(faultWords.noPasskey));
  await expect(page.getByLabel(zh(fieldWords.password))).toBeVisible();
});

test('the language is that of the browser at first, then the one that was chosen, on every page', async ({
  page,
  site,
}) => {
  await page.goto('/');
  await toCode(page, site, 'zh-CN');
  const place = page.url();
  await page.getByRole('link', { name: zh(frameWords.language) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en(codeWords.title));
  expect(page.url()).toBe(place);
  await page.goto('/');
  await expect(page.getByRole('link', { name: en(startWords.lost) })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the screen of a session that is over shows nothing of it', async ({ page, site }) => {
  await page.clock.install();
  await page.goto('/');
  await toHome(page, site, 'zh-CN');
  await expect(page.getByText('1,234.56')).toBeVisible();
  site.ledger.sessions.clear();
  await page.clock.fastForward('11:00');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(noticeWords.ended.title));
});

test('bank, office and service line stand on every page, and the first page is named once', async ({ page }) => {
  await page.goto(HOLDER_PLACES.start);
  await expect(page).toHaveTitle(zh(frameWords.service));
  const issuer = page.getByRole('banner').getByText(`${OFFICE.bankName} ${OFFICE.officeName}`);
  const line = page.getByRole('contentinfo').getByRole('link', { name: OFFICE.queryTelephone });
  for (const place of [HOLDER_PLACES.start, HOLDER_PLACES.report, HOLDER_PLACES.signIn, '/nowhere']) {
    await page.goto(place);
    await expect(issuer).toBeVisible();
    await expect(line).toHaveAttribute('href', 'tel:057188881234;ext=56');
  }
});

test('the demo office has its phone on the screen, where messages come by themselves', async ({
  page,
  site,
  visitor,
}) => {
  await page.goto(HOLDER_PLACES.start);
  await expect(page.getByText(zh(frameWords.demo))).toBeHidden();
  site.ledger.demo = true;
  await page.reload();
  await expect(page.getByText(zh(frameWords.demo))).toBeVisible();
  const [phone] = await Promise.all([
    visitor.waitForEvent('page'),
    page.getByRole('link', { name: zh(phoneWords.title) }).click(),
  ]);
  await expect(phone.getByText(zh(phoneWords.none))).toBeVisible();
  await site.phone.send({ key: '1', phone: HOLDER.phone, text: '验证码 482913' });
  await expect(phone.getByText('验证码 482913')).toBeVisible();
});

test('while the ledger is away one sentence says what stands, and what was typed is sent again', async ({
  page,
  site,
}) => {
  await page.goto(HOLDER_PLACES.report);
  await fillPerson(page, 'zh-CN');
  site.ledger.refusals.set('online.sendCode', 'LEDGER_RESTARTING');
  await page.getByRole('button', { name: zh(whoWords.submit) }).click();
  await expect(page.getByText(zh(noticeWords.away.text))).toBeVisible();
  await page.getByRole('button', { name: zh(whoWords.submit) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh(codeWords.title));
});

test('the page of a report is small, and no face keeps its text waiting', async ({ page, site }) => {
  await page.goto(`${site.origin}${HOLDER_PLACES.report}`, { waitUntil: 'networkidle' });
  const loaded = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => ({
      name: entry.name,
      bytes: (entry as PerformanceResourceTiming).transferSize,
    })),
  );
  const withoutFaces = loaded.filter(({ name }) => !name.endsWith('.woff2'));
  expect(withoutFaces.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  expect(withoutFaces.every(({ name }) => name.startsWith(site.origin))).toBe(true);
  // The faces come after everything that is read, and are swapped in.
  await expect(page.locator('body > link[rel=stylesheet]:last-child')).toHaveAttribute('href', /faces/);
  const faces = await page.evaluate(() =>
    [...document.fonts].map((face) => face.display).filter((display) => display !== 'swap'),
  );
  expect(faces).toEqual([]);
});

test('the last page of a report is printed on one sheet, number and days whole', async ({ page, site }) => {
  await page.goto('/');
  await toConfirm(page, site, 'zh-CN');
  await page.getByRole('button', { name: zh(confirmWords.submit) }).click();
  // Nothing is printed of a page that is being left.
  await expect(page.locator('.report-number')).toBeVisible();
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.report-number')).toBeVisible();
  await expect(page.getByRole('button', { name: zh(reportedWords.voucher) })).toBeHidden();
  await page.goto(`${REPORT_PLACES.report}/${LOSS_NUMBER}`);
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to ${target.toString()}`);
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
