/** The QR code by which a document is found again: `MC1|number|code` (the code is keyed elsewhere). */
import { create } from 'qrcode';
import { COLOURS, type PageInk } from './page-ink.ts';

export function verificationText(documentNumber: string, verificationCode: string): string {
  return `MC1|${documentNumber}|${verificationCode}`;
}

type QrMatrix = { readonly size: number; readonly dark: (row: number, column: number) => boolean };

function qrMatrix(text: string): QrMatrix {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, dark: (row, column) => Boolean(modules.get(row, column)) };
}

/** Draws the code into a square of `side` points; four modules around it must stay white (ISO/IEC 18004). */
export function drawQr(ink: Pick<PageInk, 'fillAll'>, text: string, x: number, y: number, side: number): void {
  const matrix = qrMatrix(text);
  const unit = side / matrix.size;
  const runs = darkRuns(matrix);
  ink.fillAll(
    COLOURS.ink,
    runs.map(({ row, column, length }) => ({
      x: x + column * unit,
      y: y + row * unit,
      width: length * unit,
      height: unit,
    })),
  );
}

/** Dark modules side by side are one rectangle, so that no hairline shows between them. */
function darkRuns({ size, dark }: QrMatrix): readonly { row: number; column: number; length: number }[] {
  const runs: { row: number; column: number; length: number }[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!dark(row, column)) continue;
      let length = 1;
      while (column + length < size && dark(row, column + length)) length += 1;
      runs.push({ row, column, length });
      column += length;
    }
  }
  return runs;
}
