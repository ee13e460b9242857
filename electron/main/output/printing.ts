/** Paper, through the system's own print queues: what failed comes back as a value, with the printing system's words for the log. */
import type { PrintFault } from '../../contract/printing/print-faults.ts';
import { writePrintFile, wipePrintFolder } from './print-files.ts';

export interface Printer {
  readonly name: string;
  readonly isDefault: boolean;
  /** It says of itself that it has no paper: it is given none to print. */
  readonly isOutOfPaper?: boolean;
}

/** One operating system's printing. */
export interface PrintSystem {
  readonly printers: () => Promise<readonly Printer[]>;
  /** Resolves when the system's queue has taken the file, to the job's name there; null where the system names none. */
  readonly print: (pdfFile: string, printer: string) => Promise<string | null>;
  /** How many papers the printer has before a job of its queue; null where the system does not say. */
  readonly papersBefore: (job: string, printer: string) => Promise<number | null>;
}

export type PrintResult = Printed | NotPrinted;

interface Printed {
  readonly printed: true;
  readonly printer: string;
  /** How many papers the printer has before this one; null where the system does not say. */
  readonly before: number | null;
  readonly failure: null;
  readonly system: null;
}

export interface NotPrinted {
  readonly printed: false;
  readonly printer: string | null;
  readonly before: null;
  readonly failure: PrintFault;
  /** What the printing system said, if anything. */
  readonly system: string | null;
}

/** A print system that does not answer must not keep the customer waiting for ever. */
const patienceMs = 60_000;

/** An empty list where the system has no printing at all: saving still works. */
export async function listPrinters(system: PrintSystem): Promise<readonly Printer[]> {
  return withPatience(system.printers()).catch(() => []);
}

/** @param wanted one of the listed printers; null for the default one, or the only one. */
export async function printPdf(system: PrintSystem, pdf: Uint8Array, wanted: string | null): Promise<PrintResult> {
  const printers = await listPrinters(system);
  const chosen = choosePrinter(printers, wanted);
  if (chosen === undefined) return notPrinted(wanted, absence(printers, wanted));
  if (chosen.isOutOfPaper === true) return notPrinted(chosen.name, 'print-no-paper');
  const printer = chosen.name;
  const { folder, path } = await writePrintFile(pdf);
  try {
    const job = await withPatience(system.print(path, printer));
    return { printed: true, printer, before: await placeInQueue(system, job, printer), failure: null, system: null };
  } catch (error) {
    const fault = error instanceof NoAnswer ? 'print-no-answer' : 'print-refused';
    return notPrinted(printer, fault, failureText(error, folder));
  } finally {
    wipePrintFolder(folder);
  }
}

/** The paper is on its way, whether or not its place is known. */
async function placeInQueue(system: PrintSystem, job: string | null, printer: string): Promise<number | null> {
  return job === null ? null : system.papersBefore(job, printer);
}

function choosePrinter(printers: readonly Printer[], wanted: string | null): Printer | undefined {
  if (wanted !== null) return printers.find(({ name }) => name === wanted);
  const usual = printers.find(({ isDefault }) => isDefault);
  return usual ?? (printers.length === 1 ? printers[0] : undefined);
}

function absence(printers: readonly Printer[], wanted: string | null): PrintFault {
  if (printers.length === 0) return 'print-no-printer';
  return wanted === null ? 'print-no-default' : 'print-printer-gone';
}

function notPrinted(printer: string | null, failure: PrintFault, system: string | null = null): NotPrinted {
  return { printed: false, printer, before: null, failure, system };
}

class NoAnswer extends Error {}

function failureText(error: unknown, folder: string): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(folder, '').trim().slice(0, 500) || 'no reason given';
}

async function withPatience<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('the printing system does not answer')), patienceMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
