/** F12 on the ledger itself: a clerk finds what they did today, and reprints a receipt without its customer (docs/papers.md 3). */
import { expect, test } from './support/counter-test.ts';
import { busiest } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';
import { pdfText } from './support/paper.ts';
import { startPrintService, type PrintService } from './support/print-service.ts';

let service: PrintService;
test.beforeEach(async () => {
  service = await startPrintService();
});
test.afterEach(async () => {
  await service.stop();
});

test('three things that were done are listed, and Enter on the receipt reprints it as copy 2', async ({
  office,
  start,
}) => {
  expect(office.officeId).not.toBe('');
  await service.addPrinter('Counter-1');
  const desk = await start({ printServer: service.server });
  const told = desk.page.getByRole('status').filter({ hasText: 'Counter-1' });
  await desk.signIn();
  await desk.openVisit(busiest);
  const number = await reportFormally(desk);
  await desk.press('Enter');
  await expect(told).toBeVisible();
  await service.paper(1);
  await desk.finishVisit();

  await desk.press('F12');
  const rows = desk.page.getByRole('table').getByRole('row');
  await expect(rows.nth(1).getByRole('button')).toBeFocused();
  const before = await rows.count();
  await expect(rows.nth(1)).toContainText(desk.t('journalAct.document.print'));
  await expect(rows.nth(2)).toContainText(number);
  await expect(rows.nth(3)).toContainText(desk.t('journalAct.visit.open'));
  expect(await desk.page.content()).not.toContain(busiest.idNumber);
  await desk.press('Enter');
  await desk.paperShown();
  await expect(desk.page.getByRole('main')).toContainText(desk.t('paper.reprint', { count: 1 }));
  await desk.press('Enter');
  await expect(told).toBeVisible();
  const [, copy = ''] = await service.paper(2);
  expect(pdfText(copy)).toContain('补打');
  await desk.press('Escape');
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.nth(1)).toContainText(desk.t('journalAct.document.reprint'));
});
