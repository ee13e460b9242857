/** The printing of this operating system: SumatraPDF on Windows, CUPS elsewhere. Loaded when first used. */
import childProcess from 'node:child_process';
import type { Printer, PrintSystem } from './printing.ts';

export const systemPrinting: PrintSystem = process.platform === 'win32' ? windowsPrinting() : unixPrinting();

function windowsPrinting(): PrintSystem {
  return {
    async printers() {
      const { getDefaultPrinter, getPrinters } = await import('pdf-to-printer');
      const [all, usual] = await Promise.all([getPrinters(), getDefaultPrinter()]);
      return all.map(({ name }) => ({ name, isDefault: name === usual?.name }));
    },
    async print(pdfFile, printer) {
      const { print } = await import('pdf-to-printer');
      await print(pdfFile, { printer, scale: 'noscale', silent: true });
      return null;
    },
    papersBefore: () => Promise.resolve(null),
  };
}

function unixPrinting(): PrintSystem {
  return {
    async printers() {
      const { getDefaultPrinter, getPrinters } = await import('unix-print');
      const all = await getPrinters();
      const usual = all.length === 0 ? null : await getDefaultPrinter();
      const printers: Printer[] = all.map(({ printer, alerts }) => ({
        name: printer,
        isDefault: printer === usual?.printer,
        // CUPS: media-empty, media-needed, with their severity behind them.
        isOutOfPaper: /\bmedia-(empty|needed)\b/.test(alerts ?? ''),
      }));
      return printers.filter(({ name }) => isPlainName(name));
    },
    async print(pdfFile, printer) {
      if (!isPlainName(printer)) throw new Error('the printer has a name that cannot be used');
      const { print } = await import('unix-print');
      const { stdout } = await print(pdfFile, printer);
      return JOB.exec(stdout)?.[1] ?? null;
    },
    async papersBefore(job, printer) {
      const list = await waitingAt(printer);
      // One that is listed no more has come out.
      return list === null ? null : Math.max(jobsIn(list).indexOf(job), 0);
    },
  };
}

/** As `lp` answers it: `request id is laser-7 (1 file(s))`. */
const JOB = /request id is (\S+-\d+)/;
/** The window waits for this with the customer before it, and goes on without. */
const PLACE_MS = 2_000;

/** What `lpstat` lists of a printer, a job a line in the order in which they come out; null where it does not answer. */
function waitingAt(printer: string): Promise<string | null> {
  const options = { env: { LANG: 'C' }, timeout: PLACE_MS };
  return new Promise((resolve) => {
    childProcess.execFile('/usr/bin/lpstat', ['-o', printer], options, (error, stdout) =>
      resolve(error === null ? stdout : null),
    );
  });
}

function jobsIn(list: string): readonly string[] {
  return list.split('\n').map((line) => line.split(' ')[0] ?? '');
}

/** The library puts the name into a shell's command line, so nothing a shell would read may be in it. */
function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.@+-]*$/u.test(name);
}
