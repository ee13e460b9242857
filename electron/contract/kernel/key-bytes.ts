/**
 * Keys as bytes. Whoever is done with one overwrites it (`fill(0)`); as a string it would stay in memory for as long as it
 * pleases the engine, so even its digits are read and written without one.
 */
export const KEY_BYTES = 32;

type Bytes = Uint8Array<ArrayBuffer>;

/** Of an office: that of its data and, apart from it, that of its cards' PINs (docs/rules.md 4). */
export interface OfficeKeys {
  readonly dataKey: Bytes;
  readonly pinKey: Bytes;
}

const NONE = -1;

/** 64 ASCII hex digits, lower case, and what blanks and line ends follow; null for anything else. */
export function keyOfHex(text: Uint8Array): Bytes | null {
  const key = new Uint8Array(KEY_BYTES);
  const isKey = key.every((_, at) => {
    const [high, low] = [valueOf(text[at * 2]), valueOf(text[at * 2 + 1])];
    key[at] = (high << 4) | low;
    return high !== NONE && low !== NONE;
  });
  if (isKey && text.subarray(KEY_BYTES * 2).every(isBlank)) return key;
  key.fill(0);
  return null;
}

/** The 64 digits, as ASCII. */
export function hexOfKey(key: Uint8Array): Bytes {
  const text = new Uint8Array(key.length * 2);
  key.forEach((byte, at) => {
    text[at * 2] = digitOf(byte >> 4);
    text[at * 2 + 1] = digitOf(byte & 15);
  });
  return text;
}

export function copyOfKeys({ dataKey, pinKey }: OfficeKeys): OfficeKeys {
  return { dataKey: dataKey.slice(), pinKey: pinKey.slice() };
}

export function overwriteKeys({ dataKey, pinKey }: OfficeKeys): void {
  dataKey.fill(0);
  pinKey.fill(0);
}

function valueOf(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : NONE;
}

function digitOf(value: number): number {
  return value < 10 ? value + 0x30 : value + 0x57;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
