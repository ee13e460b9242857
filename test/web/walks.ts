/** How a person comes to each page, through the pages before it. */
import type { Page } from '@playwright/test';
import type { Locale } from '../../electron/contract/messages/word-pair.ts';
import { HOLDER_PLACES, REPORT_PLACES } from '../../electron/contract/online/holder-pages.ts';
import { fieldWords } from '../../renderer/holder/holder-words.ts';
import {
  codeWords,
  confirmWords,
  phoneWords,
  registerWords,
  reportWords,
  signInWords,
  startWords,
  whoWords,
  withdrawWords,
} from '../../renderer/holder/page-words.ts';
import type { HolderSite } from './holder-test.ts';
import { CODE, HOLDER, LOSS_NUMBER, PASSWORD } from './scripted-holder.ts';
import { inWords } from './words.ts';

export type Walk = (page: Page, site: HolderSite, language: Locale) => Promise<void>;

const toWho: Walk = async (page, _site, language) => {
  await page.getByRole('link', { name: inWords(language)(startWords.lost) }).click();
};

export async function fillPerson(page: Page, language: Locale): Promise<void> {
  const say = inWords(language);
  await page.getByLabel(say(fieldWords.idNumber)).fill(HOLDER.idNumber);
  await page.getByLabel(say(fieldWords.name), { exact: true }).fill(HOLDER.name);
  await page.getByLabel(say(fieldWords.phone)).fill(HOLDER.phone);
}

export const toCode: Walk = async (page, site, language) => {
  await toWho(page, site, language);
  await fillPerson(page, language);
  await page.getByRole('button', { name: inWords(language)(whoWords.submit) }).click();
};

export const toConfirm: Walk = async (page, site, language) => {
  await toCode(page, site, language);
  await page.getByLabel(inWords(language)(fieldWords.code)).fill(CODE);
  await page.getByRole('button', { name: inWords(language)(codeWords.submit) }).click();
};

export const toReported: Walk = async (page, site, language) => {
  await toConfirm(page, site, language);
  await page.getByRole('button', { name: inWords(language)(confirmWords.submit) }).click();
};

export const toFollowUp: Walk = async (page, _site, language) => {
  const say = inWords(language);
  await page.getByRole('link', { name: say(startWords.followUp) }).click();
  await page.getByLabel(say(fieldWords.number)).fill(LOSS_NUMBER);
  await fillPerson(page, language);
  await page.getByRole('button', { name: say(whoWords.submit) }).click();
  await page.getByLabel(say(fieldWords.code)).fill(CODE);
  await page.getByRole('button', { name: say(codeWords.submit) }).click();
};

export const toRegister: Walk = async (page, _site, language) => {
  const say = inWords(language);
  await page.getByRole('link', { name: say(startWords.register) }).click();
  await fillPerson(page, language);
  await page.getByLabel(say(fieldWords.cardEnd)).fill(HOLDER.cardEnd);
  await page.getByRole('button', { name: say(whoWords.submit) }).click();
};

export const toHome: Walk = async (page, _site, language) => {
  const say = inWords(language);
  await page.goto(HOLDER_PLACES.signIn);
  await page.getByLabel(say(fieldWords.idNumber)).fill(HOLDER.idNumber);
  await page.getByLabel(say(fieldWords.password)).fill(PASSWORD);
  await page.getByRole('button', { name: say(signInWords.submit) }).click();
};

/** Signed in, with a report that may still be withdrawn. */
const toOwnReport: Walk = async (page, site, language) => {
  await toHome(page, site, language);
  await page.goto(HOLDER_PLACES.reportConfirm);
  await page.getByRole('button', { name: inWords(language)(confirmWords.submit) }).click();
  await page.goto(`${REPORT_PLACES.report}/${LOSS_NUMBER}`);
};

export const walks: Readonly<Record<string, Walk>> = {
  start: async () => {},
  who: toWho,
  'who, left empty': async (page, site, language) => {
    await toWho(page, site, language);
    await page.getByRole('button', { name: inWords(language)(whoWords.submit) }).click();
  },
  code: toCode,
  'code, wrong': async (page, site, language) => {
    await toCode(page, site, language);
    await page.getByLabel(inWords(language)(fieldWords.code)).fill('111111');
    await page.getByRole('button', { name: inWords(language)(codeWords.submit) }).click();
  },
  confirm: toConfirm,
  reported: toReported,
  'follow-up': async (page, _site, language) => {
    await page.getByRole('link', { name: inWords(language)(startWords.followUp) }).click();
  },
  report: toFollowUp,
  'register, who': async (page, _site, language) => {
    await page.getByRole('link', { name: inWords(language)(startWords.register) }).click();
  },
  register: toRegister,
  'register, left empty': async (page, site, language) => {
    await toRegister(page, site, language);
    await page.getByRole('button', { name: inWords(language)(registerWords.submit) }).click();
  },
  'the demo phone': async (page, site, language) => {
    site.ledger.demo = true;
    await site.phone.send({ key: '1', phone: HOLDER.phone, text: '验证码 482913，用于医保卡口头挂失，五分钟内有效。' });
    await site.phone.send({
      key: '2',
      phone: HOLDER.phone,
      text: 'The medical card was reported lost: L0101202402050001X.',
    });
    await page.goto(HOLDER_PLACES.start);
    const other = page.waitForEvent('popup');
    await page.getByRole('link', { name: inWords(language)(phoneWords.title) }).click();
    const place = new URL((await other).url()).pathname;
    await (await other).close();
    await page.goto(place);
  },
  'sign in': async (page) => {
    await page.goto(HOLDER_PLACES.signIn);
  },
  home: toHome,
  'home, reported': async (page, site, language) => {
    await toOwnReport(page, site, language);
    await page.goto(HOLDER_PLACES.home);
  },
  'own report': toOwnReport,
  withdraw: async (page, site, language) => {
    await toOwnReport(page, site, language);
    await page.getByRole('link', { name: inWords(language)(reportWords.withdraw) }).click();
  },
  withdrawn: async (page, site, language) => {
    await toOwnReport(page, site, language);
    await page.getByRole('link', { name: inWords(language)(reportWords.withdraw) }).click();
    await page.getByRole('button', { name: inWords(language)(withdrawWords.submit) }).click();
  },
  entries: async (page, site, language) => {
    await toHome(page, site, language);
    await page.goto(`${HOLDER_PLACES.entries}?page=2`);
  },
  totals: async (page, site, language) => {
    await toHome(page, site, language);
    await page.goto(HOLDER_PLACES.totals);
  },
  login: async (page, site, language) => {
    await toHome(page, site, language);
    await page.goto(HOLDER_PLACES.login);
  },
  'login, signed in elsewhere': async (page, site, language) => {
    await toHome(page, site, language);
    site.ledger.others = [
      { since: '2024-02-05 09:12:40', lastUsed: '2024-02-05 09:29:03' },
      { since: '2024-02-04 23:58:01', lastUsed: '2024-02-05 09:20:11' },
    ];
    await page.goto(HOLDER_PLACES.login);
  },
  ended: async (page) => {
    await page.goto(HOLDER_PLACES.home);
  },
  'signed out': async (page) => {
    await page.goto(HOLDER_PLACES.signedOut);
  },
  'not found': async (page) => {
    await page.goto('/nowhere');
  },
  away: async (page, site) => {
    site.ledger.refusals.set('online.standing', 'LEDGER_RESTARTING');
    await page.goto(HOLDER_PLACES.home);
  },
  already: async (page, site, language) => {
    await toConfirm(page, site, language);
    site.ledger.refusals.set('online.report', 'LOSS_ALREADY_REPORTED');
    await page.getByRole('button', { name: inWords(language)(confirmWords.submit) }).click();
  },
};
