/**
 * What a customer types, sealed on its way from main to the ledger (RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256,
 * AES-128-GCM): for the key of the ledger that runs now, and for one entry of one task at one counter. Nothing on the way, no line and
 * no door of a server, holds digits. P-256, because the older runtime calls its X25519 experimental.
 */
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

export type SealBytes = Uint8Array<ArrayBuffer>;

/** What an entry is sealed for. */
export interface EntryPlace {
  readonly taskId: string;
  readonly step: string;
  /** The counter as the ledger knows it. */
  readonly counter: string;
}

export interface SealedEntry {
  /** The sender's one-time key. */
  readonly enc: SealBytes;
  readonly box: SealBytes;
}

/** The suite of the entries, as the RFC's own examples have it (A.3.1). */
export const ENTRY_SUITE = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

const INFO = bytes(new TextEncoder().encode('medicard pin entry 1'));

/** @param publicKey of the ledger. The digits stay the caller's to overwrite. */
export async function sealEntry(publicKey: Uint8Array, place: EntryPlace, digits: Uint8Array): Promise<SealedEntry> {
  const recipientPublicKey = await ENTRY_SUITE.kem.deserializePublicKey(bytes(publicKey));
  const context = await ENTRY_SUITE.createSenderContext({ recipientPublicKey, info: INFO });
  const box = await context.seal(bytes(digits), boundTo(place));
  return { enc: new Uint8Array(context.enc), box: new Uint8Array(box) };
}

/** One key pair, which never leaves the process it was made in. */
export class EntryKey {
  readonly #pair: CryptoKeyPair;
  readonly publicKey: SealBytes;

  private constructor(pair: CryptoKeyPair, publicKey: SealBytes) {
    this.#pair = pair;
    this.publicKey = publicKey;
  }

  static async make(): Promise<EntryKey> {
    const pair = await ENTRY_SUITE.kem.generateKeyPair();
    return new EntryKey(pair, new Uint8Array(await ENTRY_SUITE.kem.serializePublicKey(pair.publicKey)));
  }

  /** Null for what was sealed for another key or another place, or is no seal at all. The digits are the caller's to overwrite. */
  async open({ enc, box }: SealedEntry, place: EntryPlace): Promise<Uint8Array | null> {
    try {
      const opened = { recipientKey: this.#pair, enc: bytes(enc), info: INFO };
      const context = await ENTRY_SUITE.createRecipientContext(opened);
      return new Uint8Array(await context.open(bytes(box), boundTo(place)));
    } catch {
      // Whatever is wrong with it says nothing to whoever sent it.
      return null;
    }
  }
}

function boundTo({ taskId, step, counter }: EntryPlace): SealBytes {
  return bytes(new TextEncoder().encode(JSON.stringify(['customer.takeEntry', taskId, step, counter])));
}

/** The very bytes, of a buffer of their own where they lie in a shared one. */
function bytes(given: Uint8Array): SealBytes {
  return given.buffer instanceof ArrayBuffer ? (given as SealBytes) : new Uint8Array(given);
}
