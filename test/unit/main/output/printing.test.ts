/** Printing: the chosen printer or none, failures as values, and nothing of the document left on the disk. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { listPrinters, printPdf, type Printer, type PrintSystem } from '../../../../electron/main/output/printing.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 a statement');

/** A print system that notes what it was given and how that lay on the disk. */
class Spy implements PrintSystem {
  readonly jobs: { readonly file: string; readonly printer: string; readonly text: string; readonly mode: number }[] =
    [];
  readonly #printers: readonly Printer[];
  readonly #failure: Error | undefined;

  constructor(printers: readonly Printer[], failure?: Error) {
    this.#printers = printers;
    this.#failure = failure;
  }

  printers(): Promise<readonly Printer[]> {
    return Promise.resolve(this.#printers);
  }

  papersBefore(job: string): Promise<number> {
    return Promise.resolve(Number(job));
  }

  print(file: string, printer: string): Promise<string | null> {
    const before = this.jobs.length;
    this.jobs.push({ file, printer, text: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 });
    return this.#failure === undefined ? Promise.resolve(String(before)) : Promise.reject(this.#failure);
  }
}

const laser = { name: 'laser', isDefault: false };
const usual = { name: 'usual', isDefault: true };

test('the very bytes are printed, from a file of the owner alone that is gone afterwards', async () => {
  const system = new Spy([laser, usual]);
  expect(await printPdf(system, pdf, 'laser')).toEqual({
    printed: true,
    printer: 'laser',
    before: 0,
    failure: null,
    system: null,
  });
  const [job] = system.jobs;
  expect(job).toMatchObject({ printer: 'laser', text: '%PDF-1.7 a statement', mode: 0o600 });
  expect(existsSync(dirname(job!.file))).toBe(false);
});

test.each([
  ['the default one', [laser, usual], 'usual'],
  ['the only one, though it is not the default', [laser], 'laser'],
])('with no printer named it is %s', async (_which, printers, expected) => {
  expect((await printPdf(new Spy(printers), pdf, null)).printer).toBe(expected);
});

test.each([
  ['print-no-printer', [], null],
  ['print-no-default', [laser, { name: 'ink', isDefault: false }], null],
  ['print-printer-gone', [laser, usual], 'gone'],
  ['print-printer-gone', [laser], 'x; rm -rf ~'],
  ['print-no-paper', [{ ...laser, isOutOfPaper: true }], 'laser'],
])('%s: nothing is printed, and said so', async (failure, printers, wanted) => {
  const spy = new Spy(printers);
  expect(await printPdf(spy, pdf, wanted)).toEqual({
    printed: false,
    printer: wanted,
    before: null,
    failure,
    system: null,
  });
  expect(spy.jobs).toEqual([]);
});

test('a printer that goes away in the middle of six says so of the rest', async () => {
  const present: Printer[] = [usual];
  const spy = new Spy(present);
  const faults: unknown[] = [];
  for (let paper = 0; paper < 6; paper += 1) {
    if (paper === 2) present.length = 0;
    if (paper === 4) present.push(laser);
    faults.push((await printPdf(spy, pdf, 'usual')).failure);
  }
  const [none, gone] = ['print-no-printer', 'print-printer-gone'];
  expect(faults).toEqual([null, null, none, none, gone, gone]);
  expect(spy.jobs).toHaveLength(2);
});

test('a printer that runs out of paper in the middle of six keeps the rest in the queue, until it has paper', async () => {
  const present: Printer[] = [usual];
  const spy = new Spy(present);
  const faults: unknown[] = [];
  for (let paper = 0; paper < 6; paper += 1) {
    if (paper === 2) present[0] = { ...usual, isOutOfPaper: true };
    if (paper === 4) present[0] = usual;
    faults.push((await printPdf(spy, pdf, null)).failure);
  }
  expect(faults).toEqual([null, null, 'print-no-paper', 'print-no-paper', null, null]);
  expect(spy.jobs).toHaveLength(4);
});

test('the place at the printer is told where the system knows it, and a paper is printed all the same where not', async () => {
  const spy = new Spy([usual]);
  await printPdf(spy, pdf, null);
  expect(await printPdf(spy, pdf, null)).toMatchObject({ printed: true, before: 1 });
  const silent: PrintSystem = {
    printers: () => spy.printers(),
    print: () => Promise.resolve(null),
    papersBefore: (job) => spy.papersBefore(job),
  };
  expect(await printPdf(silent, pdf, null)).toMatchObject({ printed: true, before: null });
});

test("the printing system's own words are for the log, and the file is gone all the same", async () => {
  const system = new Spy([usual], new Error('lp: The printer is on fire'));
  expect(await printPdf(system, pdf, null)).toEqual({
    printed: false,
    printer: 'usual',
    before: null,
    failure: 'print-refused',
    system: 'lp: The printer is on fire',
  });
  expect(existsSync(dirname(system.jobs[0]!.file))).toBe(false);
});

test('a system without printing at all has no printers', async () => {
  const system: PrintSystem = {
    printers: () => Promise.reject(new Error('lpstat: not found')),
    print: () => Promise.resolve(null),
    papersBefore: () => Promise.resolve(null),
  };
  expect(await listPrinters(system)).toEqual([]);
});
