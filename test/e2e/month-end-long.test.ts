/** A file long enough for the staging thread, which the built program carries as a file of its own. */
import { fen, yuanGrouped } from '../../electron/contract/kernel/money.ts';
import { expect, test } from './support/counter-test.ts';
import { busiest } from './support/holders.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';

const LINES = 20_001;
const batch = 'YB20250228002';
const lines = Array.from({ length: LINES }, (_, at) => goodLine(at + 1, busiest, 100));
const long = allocationCsv(batch, LINES * 100, lines);

test('a long month-end file is checked in the built program', async ({ desk, places }) => {
  await desk.useLanguage('en');
  await desk.signIn();
  await desk.receive(places.root, 'allocation-long.csv', long);
  const summary = desk.page.getByRole('region', { name: desk.t('monthEnd.outcome') });
  await expect(summary).toContainText(batch);
  await expect(summary).toContainText(yuanGrouped(fen(LINES * 100)));
});
