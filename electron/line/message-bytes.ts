/**
 * A message as bytes: CBOR (RFC 8949) in its strict form. Decoded are plain values, texts, numbers, lists, objects and bytes, and
 * nothing that would run code or make an object of another kind.
 */
import { decode, encode, Tokenizer, type DecodeOptions } from 'cborg';
import { LineBreach } from './line-breach.ts';

const STRICT = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: true,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
} as const satisfies DecodeOptions;

/** Bytes of a few kinds of value take far more room once they are values: their number is limited as well. */
class CountingTokenizer extends Tokenizer {
  #left: number;

  constructor(bytes: Uint8Array, maxParts: number) {
    super(bytes, STRICT);
    this.#left = maxParts;
  }

  override next(): ReturnType<Tokenizer['next']> {
    this.#left -= 1;
    if (this.#left < 0) throw new LineBreach('garbage');
    return super.next();
  }
}

export function bytesOf(message: object): Uint8Array {
  return encode(message);
}

/** Throws LineBreach for what is no message. @param maxParts how many values it may be made of. */
export function messageOf(bytes: Uint8Array, maxParts: number): unknown {
  try {
    const decoded: unknown = decode(bytes, { ...STRICT, tokenizer: new CountingTokenizer(bytes, maxParts) });
    return decoded;
  } catch {
    // The decoder's own words may hold what was sent.
    throw new LineBreach('garbage');
  }
}
