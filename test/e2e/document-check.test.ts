/** Is this paper one of ours? Number and code as they stand on it, from the saved file back to the ledger. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yuanGrouped, fen } from '../../electron/contract/kernel/money.ts';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { pdfText } from './support/paper.ts';

interface Paper {
  readonly number: string;
  readonly code: string;
}

/** A file's name ends with the number of its document. */
function numberIn(fileName: string): string {
  return /[A-Z]\d+[0-9X](?=\.pdf$)/.exec(fileName)?.[0] ?? '';
}

/** Saves a statement and reads number and code off it as the customer's next bank would. */
async function statementPaper(desk: Desk, folder: string): Promise<Paper> {
  await desk.openVisit(busiest);
  await desk.openStatement();
  const name = await desk.savePaper();
  const path = join(folder, name);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(pdfText(path)) ?? [];
  await desk.press('Control+Enter');
  await desk.nobodyIsThere();
  return { number: numberIn(name), code };
}

async function check(desk: Desk, { number, code }: Paper): Promise<void> {
  await desk.fill('documentCheck.number', number);
  await desk.press('Tab');
  await desk.fill('documentCheck.code', code);
  await desk.press('Enter');
}

test('a genuine paper is known with what it says, another is not', async ({ desk, places }) => {
  await desk.signIn();
  const paper = await statementPaper(desk, places.saved);
  await desk.press('Alt+C');
  await check(desk, { number: paper.number.toLowerCase(), code: paper.code.replaceAll('-', ' ').toLowerCase() });
  await desk.isTold(desk.t('documentCheck.genuine'));
  const main = desk.page.getByRole('main');
  await expect(main).toContainText(yuanGrouped(fen(busiest.closingFen)));
  await expect(main).toContainText('621330*********0461');
  await expect(main).not.toContainText(busiest.name);
  const [first, ...rest] = paper.code;
  await check(desk, { ...paper, code: [first === 'A' ? 'B' : 'A', ...rest].join('') });
  await desk.isTold(desk.t('documentCheck.notGenuine'));
  await expect(main).not.toContainText(yuanGrouped(fen(busiest.closingFen)));
  await check(desk, { ...paper, number: 'S0101202501310099990' });
  await desk.isTold(desk.t('documentCheck.notGenuine'));
});
