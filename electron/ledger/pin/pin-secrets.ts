/**
 * PINs of cards as they are kept: argon2id (19 MiB, two passes, one lane) over HMAC-SHA-256 with a key that is not in
 * the books (docs/rules.md 4). Whoever has the books without that key has nothing to try a PIN against.
 */
import { createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { KEY_BYTES } from '../../contract/kernel/key-bytes.ts';
import { argon2id } from '../books/sealing/argon2id.ts';

/** Bound into the hash: the same digits for another purpose or account give another one. */
export type SecretPurpose = 'card' | 'telephone';

export interface SecretHash {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

export class PinKey {
  readonly #key: KeyObject;

  /** @param bytes 32, copied out of JavaScript's memory; throws a RangeError for any other number of them. */
  constructor(bytes: Uint8Array) {
    if (bytes.length !== KEY_BYTES) throw new RangeError(`a PIN key is ${KEY_BYTES} bytes`);
    this.#key = createSecretKey(bytes);
  }

  /** By which the books know their key again. */
  get fingerprint(): string {
    return createHmac('sha256', this.#key).update('medicard-counter pin key').digest('hex').slice(0, 32);
  }

  async seal(purpose: SecretPurpose, accountId: number, digits: Uint8Array): Promise<SecretHash> {
    const salt = randomBytes(16);
    return { salt, hash: await this.#hash(purpose, accountId, digits, salt) };
  }

  /** Takes the same time whether the first digit or the last is wrong. */
  async matches(purpose: SecretPurpose, accountId: number, digits: Uint8Array, kept: SecretHash): Promise<boolean> {
    return timingSafeEqual(await this.#hash(purpose, accountId, digits, kept.salt), kept.hash);
  }

  async #hash(purpose: SecretPurpose, accountId: number, digits: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
    const keyed = createHmac('sha256', this.#key).update(`${purpose}\n${accountId}\n`);
    const password = keyed.update(digits).digest();
    const hash = await argon2id(password, salt);
    password.fill(0);
    return hash;
  }
}
