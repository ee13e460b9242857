/**
 * Keeps the digits between key and submit: one small buffer that is not reactive, overwritten as soon as the digits are
 * handed over or dropped. Only their count can be read.
 */
export const PIN_LENGTH = 6;

export interface TypedDigits {
  readonly count: () => number;
  /** False when there is no room for another. */
  readonly add: (digit: number) => boolean;
  readonly erase: () => void;
  readonly clear: () => void;
  /** Returns the digits, once, as ASCII. The caller overwrites them. */
  readonly take: () => Uint8Array<ArrayBuffer>;
}

const codeOfZero = 48;

export function typedDigits(): TypedDigits {
  const codes = new Uint8Array(PIN_LENGTH);
  let count = 0;
  const clear = (): void => {
    codes.fill(0);
    count = 0;
  };
  return {
    count: () => count,
    add(digit) {
      if (count === PIN_LENGTH) return false;
      codes[count] = codeOfZero + digit;
      count += 1;
      return true;
    },
    erase() {
      if (count === 0) return;
      count -= 1;
      codes[count] = 0;
    },
    clear,
    take() {
      const digits = codes.slice(0, count);
      clear();
      return digits;
    },
  };
}
