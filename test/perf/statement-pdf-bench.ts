/** Making a statement's PDF, warm, against loading and printing the same page in a warm window of the same Electron. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRuntime } from '../../build/runtime-finder.ts';
import { statementPdf } from '../../electron/ledger/statement/paper/statement-pdf.ts';
import type { StatementView } from '../../electron/ledger/statement/paper/statement-view.ts';
import { statementOf, usualDrafts } from '../unit/ledger/statement/paper/statement-sample.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { PagePrinter } from './page-printer.ts';
import { sideBySide } from './side-by-side.ts';
import { statementPage } from './statement-page.ts';

const TIMES_FASTER = 5;
const PAGE_KB = 60;
const WARM_UP = 5;

export async function statementPdfBench({ shortPdfs, longPdfs }: BenchSize): Promise<Finding[]> {
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const printer = await PagePrinter.open(await findRuntime(), place);
  try {
    const short = await comparison(printer, place, 50, shortPdfs);
    const long = await comparison(printer, place, 1_000, longPdfs);
    return [short.time, long.time, short.size, long.size];
  } finally {
    await printer.close();
    rmSync(place, { recursive: true, force: true });
  }
}

async function comparison(
  printer: PagePrinter,
  place: string,
  lines: number,
  pairs: number,
): Promise<{ time: Finding; size: Finding }> {
  const view = statementOf(usualDrafts(lines));
  const page = join(place, `statement-${lines}.html`);
  writeFileSync(page, statementPage(view));
  const address = pathToFileURL(page).href;
  for (let times = 0; times < WARM_UP; times += 1) {
    await madeIn(view);
    await printer.print(address);
  }
  const { measured, baseline, ratio } = await sideBySide(
    pairs,
    () => madeIn(view),
    async () => (await printer.print(address)).ms,
  );
  const time: Finding = {
    name: `statement-pdf-${lines}`,
    measured: { what: `statement of ${lines} lines`, value: measured, unit: 'ms' },
    baseline: { what: 'loaded and printed by Electron', value: baseline, unit: 'ms' },
    ratio,
    goal: { of: 'ratio', atMost: 1 / TIMES_FASTER },
  };
  return { time, size: await sizes(view, lines, (await printer.print(address)).bytes) };
}

async function madeIn(view: StatementView): Promise<number> {
  const started = performance.now();
  await statementPdf(view);
  return performance.now() - started;
}

/** Electron's pages are counted as ours: it is the content that is compared. */
async function sizes(view: StatementView, lines: number, electronBytes: number): Promise<Finding> {
  const { pdf, pages } = await statementPdf(view);
  const [ours, theirs] = [pdf.length / 1_000 / pages, electronBytes / 1_000 / pages];
  return {
    name: `statement-pdf-${lines}-size`,
    measured: { what: `a page, ${pages} in all`, value: ours, unit: 'kB' },
    baseline: { what: 'a page by Electron', value: theirs, unit: 'kB' },
    ratio: ours / theirs,
    goal: { of: 'value', atMost: PAGE_KB },
  };
}
