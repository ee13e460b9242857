/** The same pages before the real ledger of a small office: what is typed, sent, signed and kept, from registering to the voucher. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { HOLDER_PLACES } from '../../electron/contract/online/holder-pages.ts';
import { OfficeLedger } from '../../electron/server/office-ledger.ts';
import { builtPages } from '../../electron/server/web/built-pages.ts';
import { WebDoor } from '../../electron/server/web/web-door.ts';
import { fieldWords, frameWords, lossWords } from '../../renderer/holder/holder-words.ts';
import { noticeWords } from '../../renderer/holder/notice-words.ts';
import {
  codeWords,
  confirmWords,
  homeWords,
  loginWords,
  registerWords,
  reportedWords,
  reportWords,
  signInWords,
  startWords,
  whoWords,
  withdrawWords,
} from '../../renderer/holder/page-words.ts';
import { HolderDoor } from '../offices/holder-door.ts';
import { person, type Person } from '../offices/made-up-people.ts';
import { copyOf, makeTemplate, Office, type Template } from '../offices/small-office.ts';
import { addAuthenticator } from './authenticator.ts';
import { expect, test as base } from './holder-test.ts';
import { inWords } from './words.ts';

const say = inWords('zh-CN');
const HOLDER = person(0);
const PASSWORD = 'a long phrase 41';

interface RealOffice {
  readonly office: Office;
  readonly origin: string;
  /** The digits of the last message to the phone on file. */
  readonly code: (who?: Person) => Promise<string>;
}

const test = base.extend<{ real: RealOffice }, { template: Template }>({
  template: [async ({}, use) => use(await makeTemplate()), { scope: 'worker' }],
  real: async ({ template, identity }, use) => {
    const office = new Office(copyOf(template));
    const ledger = new OfficeLedger();
    ledger.serve(office.door);
    const door = await WebDoor.open({
      ...{ host: '127.0.0.1', port: 0, identity, ledger, now: () => office.at },
      pages: await builtPages(),
      note: (event, details) => {
        throw new Error(`${event}: ${JSON.stringify(details)}`);
      },
    });
    const phones = new HolderDoor(office);
    await use({
      office,
      origin: `https://localhost:${door.address.port}`,
      code: async (who = HOLDER) => (await phones.codeSentTo(who.phone)) ?? '',
    });
    await door.close();
    expect(await office.faults()).toEqual([]);
    office.close();
  },
});

async function press(page: Page, words: (typeof whoWords)['submit']): Promise<void> {
  await page.getByRole('button', { name: say(words), exact: true }).click();
}

async function fill(page: Page, field: keyof typeof fieldWords, text: string): Promise<void> {
  await page.getByLabel(say(fieldWords[field]), { exact: true }).fill(text);
}

async function title(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

async function sayWho(page: Page, { idNumber, name, phone }: Person): Promise<void> {
  await fill(page, 'idNumber', idNumber);
  await fill(page, 'name', name);
  await fill(page, 'phone', phone);
}

async function begin(page: Page, { origin }: RealOffice, place: string, who = HOLDER): Promise<void> {
  await page.goto(`${origin}${place}`);
  await sayWho(page, who);
  if (place === HOLDER_PLACES.register) await fill(page, 'cardEnd', who.card.slice(-4));
  await press(page, whoWords.submit);
}

async function registerByPassword(page: Page, real: RealOffice): Promise<void> {
  await begin(page, real, HOLDER_PLACES.register);
  await fill(page, 'code', await real.code());
  await fill(page, 'newPassword', PASSWORD);
  await fill(page, 'repeated', PASSWORD);
  await press(page, registerWords.submit);
  expect(await title(page)).toBe(say(homeWords.title));
}

test('a passkey registers, signs in, reports the card lost, keeps the voucher and withdraws the report', async ({
  page,
  real,
  visitor,
}) => {
  await addAuthenticator(await visitor.newCDPSession(page));
  await begin(page, real, HOLDER_PLACES.register);
  await fill(page, 'code', await real.code());
  await press(page, registerWords.passkey);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(homeWords.title));
  await press(page, frameWords.signOut);
  await page.getByRole('link', { name: say(startWords.signIn) }).click();
  await press(page, signInWords.passkey);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(homeWords.title));
  await page.getByRole('link', { name: say(homeWords.lost) }).click();
  await press(page, confirmWords.submit);
  expect(await title(page)).toBe(say(reportedWords.title));
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, reportedWords.voucher)]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await page.getByRole('link', { name: say(reportedWords.details) }).click();
  await page.getByRole('link', { name: say(reportWords.withdraw) }).click();
  await press(page, withdrawWords.submit);
  await expect(page.getByText(say(lossWords.status['taken-back']))).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ wishes: { language: 'zh-CN', size: 'telephone', script: false } });

  test('a lost card is stopped by a code alone, and followed up by its number', async ({ page, real }) => {
    await begin(page, real, HOLDER_PLACES.report);
    expect(await title(page)).toBe(say(codeWords.title));
    await fill(page, 'code', await real.code());
    await press(page, codeWords.submit);
    const until = /\d{4}-\d\d-\d\d/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    await press(page, confirmWords.submit);
    expect(await title(page)).toBe(say(reportedWords.title));
    // What was foretold is what the ledger has done.
    await expect(page.getByText(say(reportedWords.until, { date: until }))).toBeVisible();
    const number = (await page.locator('.report-number').innerText()).replace(/\s/g, '');
    await press(page, frameWords.signOut);
    await page.goto(`${real.origin}${HOLDER_PLACES.followUp}`);
    await fill(page, 'number', number);
    await sayWho(page, HOLDER);
    await press(page, whoWords.submit);
    await fill(page, 'code', await real.code());
    await press(page, codeWords.submit);
    expect(await title(page)).toBe(say(reportWords.title));
    await expect(page.getByText(say(lossWords.channel.online), { exact: true })).toBeVisible();
    // A code for one matter opens no other.
    await page.goto(`${real.origin}${HOLDER_PLACES.home}`);
    expect(await title(page)).toBe(say(noticeWords.ended.title));
  });

  test('who is known and who is not look the same; a wrong code, a used one and a late one say what to do', async ({
    page,
    real,
  }) => {
    const pages: string[] = [];
    for (const who of [HOLDER, { ...HOLDER, name: '李四' }, person(4_000)]) {
      await begin(page, real, HOLDER_PLACES.report, who);
      pages.push((await page.getByRole('main').innerText()).trim());
    }
    expect(new Set(pages).size).toBe(1);
    await begin(page, real, HOLDER_PLACES.report);
    const code = await real.code();
    await fill(page, 'code', code === '000000' ? '111111' : '000000');
    await press(page, codeWords.submit);
    await expect(page.getByRole('alert')).toContainText('验证码不正确');
    const place = page.url();
    await fill(page, 'code', code);
    await press(page, codeWords.submit);
    expect(await title(page)).toBe(say(confirmWords.title));
    await page.goto(place);
    await fill(page, 'code', code);
    await press(page, codeWords.submit);
    await expect(page.getByRole('alert')).toContainText('已不能使用');
    await begin(page, real, HOLDER_PLACES.report);
    const late = await real.code();
    real.office.at += 6 * 60_000;
    await fill(page, 'code', late);
    await press(page, codeWords.submit);
    await expect(page.getByRole('alert')).toContainText('已不能使用');
  });

  test('a password signs in, entries and totals are there, and the way to sign in is changed', async ({
    page,
    real,
  }) => {
    await registerByPassword(page, real);
    await page.getByRole('link', { name: say(homeWords.entries) }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await page.goto(`${real.origin}${HOLDER_PLACES.totals}`);
    expect(await title(page)).toMatch(/^\d{4} 年合计$/);
    await page.goto(`${real.origin}${HOLDER_PLACES.login}`);
    await fill(page, 'idNumber', HOLDER.idNumber);
    await fill(page, 'password', PASSWORD);
    await fill(page, 'newPassword', 'another phrase 52');
    await fill(page, 'repeated', 'another phrase 52');
    await press(page, loginWords.submit);
    expect(await title(page)).toBe(say(homeWords.title));
    await press(page, frameWords.signOut);
    await page.goto(`${real.origin}${HOLDER_PLACES.signIn}`);
    await fill(page, 'idNumber', HOLDER.idNumber);
    await fill(page, 'password', PASSWORD);
    await press(page, signInWords.submit);
    await expect(page.getByRole('alert')).toContainText('信息不符');
    await fill(page, 'password', 'another phrase 52');
    await press(page, signInWords.submit);
    expect(await title(page)).toBe(say(homeWords.title));
  });

  test('two tabs of one sign-in make one report', async ({ page, real, visitor }) => {
    await registerByPassword(page, real);
    const other = await visitor.newPage();
    for (const tab of [page, other]) await tab.goto(`${real.origin}${HOLDER_PLACES.reportConfirm}`);
    const numbers: string[] = [];
    for (const tab of [page, other]) {
      await press(tab, confirmWords.submit);
      numbers.push(await tab.locator('.report-number').innerText());
    }
    expect(numbers[1]).toBe(numbers[0]);
    await page.goto(`${real.origin}${HOLDER_PLACES.home}`);
    await expect(page.getByText(say(homeWords.stopped))).toBeVisible();
    await expect(page.getByRole('link', { name: /^L\d/ })).toHaveCount(1);
  });
});
