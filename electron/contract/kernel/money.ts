/**
 * Money. Integer fen inside, yuan with two decimals outside (docs/rules.md 6).
 * A `Fen` is always a safe integer; the brand keeps bare numbers from being taken for amounts.
 */
export type Fen = number & { readonly __unit: 'fen' };

/** Largest absolute amount that survives sums over a million accounts as an exact double. */
export const LARGEST_FEN = Number.MAX_SAFE_INTEGER;

/** Brands an integer as fen. Throws a RangeError on a fraction, NaN or an unsafe integer: that is a programmer's error. */
export function fen(amount: number): Fen {
  if (!isFen(amount)) throw new RangeError(`not an amount in whole fen: ${amount}`);
  return amount;
}

export function isFen(amount: number): amount is Fen {
  return Number.isSafeInteger(amount) && Math.abs(amount) <= LARGEST_FEN;
}

export const ZERO_FEN: Fen = fen(0);

export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b);
}

export type YuanText = { readonly ok: true; readonly amountFen: Fen } | { readonly ok: false; readonly text: string };

/** Optional sign, digits with or without complete thousands groups, at most two decimals after a dot. */
const YUAN_FORM = /^(-?)(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount in yuan in the one form docs/rules.md 6 allows: optional thousands commas, a dot, at most two
 * decimals. A leading minus is understood so that a negative amount can be named as such; `-0.00` is no amount.
 * Anything else (`1.234,50`, `1e5`, `0.005`, full-width digits, spaces) comes back with the text it saw.
 */
export function parseYuan(text: string): YuanText {
  const match = YUAN_FORM.exec(text);
  if (!match) return { ok: false, text };
  const [, sign, whole = '', decimals = ''] = match;
  const magnitude = Number(whole.replaceAll(',', '')) * 100 + Number(decimals.padEnd(2, '0'));
  if (!isFen(magnitude) || (sign === '-' && magnitude === 0)) return { ok: false, text };
  return { ok: true, amountFen: fen(sign === '-' ? -magnitude : magnitude) };
}

/** `-123456` → `-1234.56`: the plain form of files, without thousands commas. */
export function yuanPlain(amountFen: Fen): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `123456` → `1,234.56`: the form of screens and paper. */
export function yuanGrouped(amountFen: Fen): string {
  return yuanPlain(amountFen).replace(/\d(?=(\d{3})+\.)/g, '$&,');
}
