/** Printing for real: what comes out of the system's queue is the document in the preview (docs/papers.md 1). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';
import { inkDifference, pageCount, pagePictures, pdfText, plainLines } from './support/paper.ts';
import { startPrintService, type PrintService } from './support/print-service.ts';

let service: PrintService;

test.beforeEach(async () => {
  service = await startPrintService();
});
test.afterEach(async () => {
  await service.stop();
});

/** The document in the preview, as saving it gives it. */
async function previewed(desk: Desk, folder: string): Promise<string> {
  return join(folder, await desk.savePaper());
}

function isSameDocument(paper: string, preview: string): void {
  expect(pageCount(paper)).toBe(pageCount(preview));
  expect(plainLines(pdfText(paper))).toEqual(plainLines(pdfText(preview)));
  const pictures = pagePictures(preview);
  for (const [at, page] of pagePictures(paper).entries()) expect(inkDifference(pictures[at]!, page)).toBeLessThan(0.08);
}

test('Enter prints the document in the preview: a statement, which clears the print gate, and a loss form', async ({
  office,
  places,
  start,
}) => {
  expect(office.officeId).not.toBe('');
  await service.addPrinter('Counter-1');
  const desk = await start({ printServer: service.server });
  const told = desk.page.getByRole('status').filter({ hasText: 'Counter-1' });
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.openStatement();
  await expect(desk.counterPanel).toContainText(desk.t('panel.unprintedOf', { n: busiest.entries, gate: 60 }));
  await desk.press('Enter');
  await expect(told).toBeVisible();
  await expect(desk.counterPanel).toContainText(desk.t('panel.unprintedOf', { n: 0, gate: 60 }));
  const [paper = ''] = await service.paper(1);
  const preview = await previewed(desk, places.saved);
  await expect(told).toBeHidden();
  expect(Buffer.compare(service.received()[0]!, readFileSync(preview))).toBe(0);
  isSameDocument(paper, preview);

  const number = await reportFormally(desk);
  await desk.press('Enter');
  await expect(told).toBeVisible();
  const [, form = ''] = await service.paper(2);
  const formPreview = await previewed(desk, places.saved);
  expect(Buffer.compare(service.received()[1]!, readFileSync(formPreview))).toBe(0);
  isSameDocument(form, formPreview);
  expect(pdfText(form)).toContain(number);
});

test('without a printer documents wait in the queue: one is saved, one cancelled, one printed once there is one', async ({
  office,
  places,
  start,
}) => {
  expect(office.officeId).not.toBe('');
  const desk = await start({ printServer: service.server });
  await desk.signIn();
  await desk.openVisit(busiest);
  const unprinted = (n: number): string => desk.t('panel.unprintedOf', { n, gate: 60 });
  /** Printed in vain, seen in the queue. */
  const queued = async (): Promise<string> => {
    await desk.press('Enter');
    await expect(desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') })).toBeVisible();
    await desk.press('Alt+Q');
    return /S\d{18,}/.exec(await desk.page.getByRole('table').innerText())?.[0] ?? '';
  };
  await desk.openStatement();
  const saved = await queued();
  await expect(desk.counterPanel).toContainText(unprinted(busiest.entries));
  await desk.pushButton(desk.t('printQueue.saveOf', { number: saved }));
  const told = desk.page.getByRole('status').filter({ hasText: `-${saved}.pdf` });
  await expect(told).toBeVisible();
  await expect(desk.counterPanel).toContainText(unprinted(0));
  const [fileName = ''] = /对账单-\S+\.pdf/.exec(await told.innerText()) ?? [];
  expect(pdfText(join(places.saved, fileName))).toContain(saved);

  await desk.press('F3', 'Alt+L');
  await desk.statementShown();
  const cancelled = await queued();
  await desk.pushButton(desk.t('printQueue.cancelOf', { number: cancelled }));
  await desk.confirm();
  await desk.isTold(desk.t('printQueue.cancelled', { number: cancelled }));
  await desk.isTold(desk.t('printQueue.empty'));

  await desk.press('F3', 'Alt+L');
  await desk.statementShown();
  const preview = await previewed(desk, places.saved);
  const number = await queued();
  expect(preview).toContain(number);
  await desk.pushButton(desk.t('printQueue.retryOf', { number }));
  await desk.isTold(desk.t('printQueue.queued', { number, failure: desk.t('statement.noPrinter') }));
  await service.addPrinter('Counter-1');
  await desk.press('Alt+U');
  await expect(desk.page.getByRole('combobox', { name: desk.t('printQueue.printer') })).toContainText('Counter-1');
  await desk.pushButton(desk.t('printQueue.retryOf', { number }));
  await desk.isTold(desk.t('paper.printedOn', { number, printer: 'Counter-1' }));
  await desk.isTold(desk.t('printQueue.empty'));
  const [paper = ''] = await service.paper(1);
  isSameDocument(paper, preview);
});

test('the recovery sheet of a new office goes to the printer', async ({ start }) => {
  await service.addPrinter('Counter-1');
  const desk = await start({ printServer: service.server });
  await expect(desk.heading('firstRun.title')).toBeVisible();
  const office = {
    name: '城东储蓄所',
    code: '0217',
    openingDate: '2026-01-05',
    clerks: [
      { code: '1001', name: '林芳', role: 'clerk', password: 'clerk-password-1' },
      { code: '2001', name: '周国强', role: 'supervisor', password: 'supervisor-password-1' },
      { code: '9001', name: '孙丽', role: 'administrator', password: 'administrator-password-1' },
    ],
  };
  // Setting up by hand is first-run.test.ts's; here it is the printer that matters.
  const sent = await desk.page.evaluate(async (input) => {
    const made = await window.medicard.invoke('office.setUp', input as never);
    return made.ok ? window.medicard.invoke('office.recoverySheet', { to: 'printer' }) : made;
  }, office);
  expect(sent).toMatchObject({ ok: true, value: { saved: true } });
  const [paper = ''] = await service.paper(1);
  expect(pdfText(paper)).toContain('城东储蓄所');
});
