/** F10 on the ledger itself: a clerk's till and the office's day end, by keyboard to the report, every figure from the books. */
import { join } from 'node:path';
import { fen, yuanGrouped } from '../../electron/contract/kernel/money.ts';
import { expect, test } from './support/counter-test.ts';
import { throughDoor, type PreparedOffice } from './support/demo-office.ts';
import { busiest } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { pdfText } from './support/paper.ts';

/** The sums that the books come to, entry by entry. */
function sums(office: PreparedOffice) {
  return throughDoor(office, ({ ledger }) =>
    ledger.books.read(async ({ sql }) => ({
      holders: sql.values<[], number>('SELECT sum(amount_fen) FROM entry').get() ?? 0,
      clearing:
        sql.values<[], number>("SELECT sum(amount_fen) FROM control_line WHERE control = 'fund-clearing'").get() ?? 0,
      visits: sql
        .values<[], number>(
          "SELECT count(*) FROM audit WHERE verb = 'visit.open' AND business_date = '2025-01-31' AND outcome = 'done'",
        )
        .get(),
    })),
  );
}

test('a clerk closes the till, the supervisor the office, and the report says what the books say', async ({
  desk,
  office,
  places,
}) => {
  await desk.signIn('1001');
  await desk.openVisit(busiest);
  await desk.press('F10');
  await desk.fill('dayEnd.till.counted', '0.00');
  await desk.press('Enter');
  await desk.confirm();
  await desk.isRefused('TILL_VISIT_OPEN', { clerkCode: '1001', name: '王敏' });
  await desk.press('F2');
  await desk.finishVisit();
  await desk.press('F10');
  await desk.fill('dayEnd.till.counted', '1.50');
  await desk.press('Enter');
  await desk.fill('dayEnd.till.reason', '多出现金，待查');
  await desk.press('Enter');
  await desk.confirm();
  await desk.isTold(desk.t('dayEnd.till.done'));

  await desk.signOut();
  await desk.useLanguage('en');
  await desk.signIn('2001');
  await desk.press('F10');
  await expect(desk.button(desk.t('dayEnd.close'))).toBeVisible();
  await desk.press('Alt+Y');
  await desk.confirm();
  await desk.isTold(desk.t('dayEnd.done', { count: 1, next: '2025-02-05' }));
  await expect(desk.page.getByRole('banner')).toContainText('2025-02-05');
  await desk.press('Control+S');
  const file = 'day-end-0101-2025-01-31.pdf';
  await desk.isTold(desk.t('dayEnd.reported.file', { fileName: file }));
  const paper = pdfText(join(places.saved, file));

  await desk.app.close();
  const { holders, clearing, visits } = await sums(office);
  for (const told of [yuanGrouped(fen(holders)), yuanGrouped(fen(clearing)), '2025-02-05', '1.50', '多出现金']) {
    expect(paper).toContain(told);
  }
  expect(paper).toMatch(new RegExp(`1001 王敏\\s+已轧账 closed\\s+${visits}\\s`));
  const closed = (await auditRecord(office)).filter(({ verb, outcome }) => verb === 'day.close' && outcome === 'done');
  expect(paper).toContain(String(closed.at(-1)?.details['report']));
  expect(await brokenChecks(office)).toEqual([]);
});
