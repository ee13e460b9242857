/** Printing through the system's own queue: the paper is the document, and a printer that is missing is a sentence. */
import childProcess from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listPrinters, printPdf } from '../../electron/main/output/printing.ts';
import { systemPrinting } from '../../electron/main/output/system-printing.ts';
import { statementPdf } from '../../electron/ledger/statement/paper/statement-pdf.ts';
import { inkDifference, pageCount, pagePictures, pdfText, plainLines } from '../e2e/support/paper.ts';
import { startPrintService, type PrintService } from '../e2e/support/print-service.ts';
import { statementOf, type EntryDraft } from '../unit/ledger/statement/paper/statement-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'medicard-printing-'));
const noService = join(folder, 'no-such.sock');
let service: PrintService;
let jobs = 0;

beforeAll(async () => {
  service = await startPrintService();
});
beforeEach(() => {
  talkTo(service.server);
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** `lp` and `lpstat` are started with an environment of their own, into which the test puts its print server. */
function talkTo(server: string): void {
  const { execFile } = childProcess;
  const env = { LANG: 'C', CUPS_SERVER: server };
  // Node's `exec`, which the library calls, starts its shell by it too.
  const toServer = (given: unknown) =>
    typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given, env } : given;
  vi.spyOn(childProcess, 'execFile').mockImplementation(
    ((...given: unknown[]) => Reflect.apply(execFile, childProcess, given.map(toServer)) as unknown) as typeof execFile,
  );
}

async function statement(count: number, largeType: boolean): Promise<Uint8Array> {
  const drafts = Array.from({ length: count }, (_, at): EntryDraft => ({
    kind: at % 3 === 0 ? 'allocation' : 'consumption',
    amountFen: at % 3 === 0 ? 30_000 : -1_234 - at,
    place: at % 3 === 0 ? null : '第一人民医院',
    terminal: at % 3 === 0 ? null : 'T000101',
    reference: `P${String(at).padStart(9, '0')}`,
    text: at % 3 === 0 ? '2024年1月个人账户划入' : null,
    timed: true,
  }));
  return (await statementPdf(statementOf(drafts, { largeType }))).pdf;
}

async function printed(pdf: Uint8Array): Promise<string> {
  expect(await printPdf(systemPrinting, pdf, null)).toMatchObject({ printed: true, printer: 'Counter-1' });
  jobs += 1;
  const paper = await service.paper(jobs);
  return paper.at(-1)!;
}

function asFile(name: string, pdf: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, pdf);
  return file;
}

test('without a printer the reason comes back, and the list of printers is empty', async () => {
  expect(await listPrinters(systemPrinting)).toEqual([]);
  expect(await printPdf(systemPrinting, await statement(3, false), null)).toEqual({
    printed: false,
    printer: null,
    before: null,
    failure: 'print-no-printer',
    system: null,
  });
});

test('without a print service there is no printer', async () => {
  talkTo(noService);
  expect(await listPrinters(systemPrinting)).toEqual([]);
});

test('a printer that appears is found, and is the default one', async () => {
  await service.addPrinter('Counter-1');
  expect(await listPrinters(systemPrinting)).toEqual([{ name: 'Counter-1', isDefault: true, isOutOfPaper: false }]);
});

test.each([
  ['in usual type over two pages', 75, false],
  ['in large type over many pages', 40, true],
])('what comes out of the queue is the document %s: bytes, pages, words and ink', async (_how, count, largeType) => {
  const pdf = await statement(count, largeType);
  const preview = asFile(`preview-${largeType}.pdf`, pdf);
  const paper = await printed(pdf);
  expect(Buffer.compare(service.received().at(-1)!, pdf)).toBe(0);
  expect(pageCount(paper)).toBe(pageCount(preview));
  expect(plainLines(pdfText(paper))).toEqual(plainLines(pdfText(preview)));
  const pictures = pagePictures(preview);
  for (const [at, page] of pagePictures(paper).entries()) expect(inkDifference(pictures[at]!, page)).toBeLessThan(0.08);
});

test('another document is not taken for the same one', async () => {
  const paper = await printed(await statement(30, false));
  const other = asFile('other.pdf', await statement(25, false));
  expect(plainLines(pdfText(paper))).not.toEqual(plainLines(pdfText(other)));
  expect(inkDifference(pagePictures(other)[0]!, pagePictures(paper)[0]!)).toBeGreaterThan(0.08);
});

test('a printer that is gone is named', async () => {
  expect(await printPdf(systemPrinting, await statement(3, false), 'Counter-9')).toEqual({
    printed: false,
    printer: 'Counter-9',
    before: null,
    failure: 'print-printer-gone',
    system: null,
  });
});

test('while the printer stands still, each paper is told how many come out before it', async () => {
  await service.standsStill('Counter-1');
  const places: unknown[] = [];
  for (let paper = 0; paper < 3; paper += 1)
    places.push((await printPdf(systemPrinting, await statement(3, false), 'Counter-1')).before);
  expect(places).toEqual([0, 1, 2]);
});
