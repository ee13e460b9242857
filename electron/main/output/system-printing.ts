/** The printing of this operating system: SumatraPDF on Windows, CUPS elsewhere. Loaded when first used. */
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
    },
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
      await print(pdfFile, printer);
    },
  };
}

/** The library puts the name into a shell's command line, so nothing a shell would read may be in it. */
function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.@+-]*$/u.test(name);
}
