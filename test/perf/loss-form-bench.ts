/** Making a loss form, two pages, warm, against loading and printing the same pages in a warm window of the same Electron. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRuntime } from '../../build/runtime-finder.ts';
import { lossPaperPdf } from '../../electron/ledger/loss/paper/loss-paper-pdf.ts';
import { paperOf } from '../unit/ledger/loss/paper/loss-sample.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { lossFormPage } from './loss-form-page.ts';
import { PagePrinter } from './page-printer.ts';
import { sideBySide } from './side-by-side.ts';

const TIMES_FASTER = 5;
const WARM_UP = 5;

export async function lossFormBench({ shortPdfs }: BenchSize): Promise<Finding[]> {
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const printer = await PagePrinter.open(await findRuntime(), place);
  try {
    const view = paperOf('loss-form');
    const page = join(place, 'loss-form.html');
    writeFileSync(page, lossFormPage(view));
    const address = pathToFileURL(page).href;
    const make = (): number => {
      const started = performance.now();
      lossPaperPdf(view);
      return performance.now() - started;
    };
    const print = async (): Promise<number> => (await printer.print(address)).ms;
    for (let times = 0; times < WARM_UP; times += 1) {
      make();
      await print();
    }
    const { measured, baseline, ratio } = await sideBySide(shortPdfs, make, print);
    return [
      {
        name: 'loss-form-pdf',
        measured: { what: 'loss form, bank and customer copy', value: measured, unit: 'ms' },
        baseline: { what: 'loaded and printed by Electron', value: baseline, unit: 'ms' },
        ratio,
        goal: { of: 'ratio', atMost: 1 / TIMES_FASTER },
      },
    ];
  } finally {
    await printer.close();
    rmSync(place, { recursive: true, force: true });
  }
}
