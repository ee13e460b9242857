/** Paper, through the system's own print queues: what failed comes back as a value, in the printing system's words. */
import { writePrintFile, wipePrintFolder } from './print-files.ts';

export interface Printer {
  readonly name: string;
  readonly isDefault: boolean;
}

/** One operating system's printing. */
export interface PrintSystem {
  readonly printers: () => Promise<readonly Printer[]>;
  /** Resolves when the system's queue has taken the file. */
  readonly print: (pdfFile: string, printer: string) => Promise<void>;
}

export type PrintResult =
  | { readonly printed: true; readonly printer: string; readonly failure: null }
  | { readonly printed: false; readonly printer: string | null; readonly failure: string };

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
  if (!chosen) return { printed: false, printer: wanted, failure: absence(printers, wanted) };
  const { folder, path } = await writePrintFile(pdf);
  try {
    await withPatience(system.print(path, chosen));
    return { printed: true, printer: chosen, failure: null };
  } catch (error) {
    return { printed: false, printer: chosen, failure: failureText(error, folder) };
  } finally {
    wipePrintFolder(folder);
  }
}

function choosePrinter(printers: readonly Printer[], wanted: string | null): string | undefined {
  if (wanted !== null) return printers.find(({ name }) => name === wanted)?.name;
  const usual = printers.find(({ isDefault }) => isDefault);
  return usual?.name ?? (printers.length === 1 ? printers[0]?.name : undefined);
}

function absence(printers: readonly Printer[], wanted: string | null): string {
  if (wanted !== null) return `there is no printer ${wanted}`;
  return printers.length === 0 ? 'there is no printer' : 'no printer is the default one';
}

function failureText(error: unknown, folder: string): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(folder, '').trim().slice(0, 500) || 'no reason given';
}

async function withPatience<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the printing system does not answer')), patienceMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
