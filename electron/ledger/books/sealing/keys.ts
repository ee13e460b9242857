/**
 * One data key from which the others are derived (HKDF-SHA-256, RFC 5869), the sealing of single fields (AES-256-GCM)
 * and the blind indexes that find a sealed value exactly (HMAC-SHA-256 cut to 128 bits). docs/ledger.md 4.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { KEY_BYTES } from '../../../contract/kernel/key-bytes.ts';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { blindIndexing } from './blind-index.ts';
import { nextNonce, NONCE_BYTES } from './nonces.ts';

/** What a sealed field is for: bound into the seal, so that a value moved to another column no longer opens. */
export type SealPurpose =
  | 'id-number'
  | 'name'
  | 'phone'
  | 'employer'
  | 'address'
  | 'sex'
  | 'holder-change'
  | 'card'
  | 'insurance'
  | 'agent'
  | 'document'
  | 'paper'
  | 'payee'
  | 'batch-file'
  | 'refusals'
  | 'reply'
  | 'contact'
  | 'anchor'
  | 'approval'
  | 'message';
export type IndexPurpose =
  | 'id-number'
  | 'card'
  | 'payee'
  | 'input'
  | 'session'
  | 'approval'
  | 'password-try'
  | 'enrolment'
  | 'phone'
  | 'address'
  | 'code'
  | 'challenge';

export interface Keys {
  /** Of the database file. */
  readonly database: Uint8Array;
  /** Whether they are derived from this data key. */
  areOf(dataKey: Uint8Array): boolean;
  seal(purpose: SealPurpose, text: string): Uint8Array;
  /** Throws when the seal is broken: the database was tampered with or belongs to another key. */
  open(purpose: SealPurpose, sealed: Uint8Array): string;
  /** The same for what is no text. */
  sealBytes(purpose: SealPurpose, content: Uint8Array): Uint8Array;
  openBytes(purpose: SealPurpose, sealed: Uint8Array): Uint8Array;
  /** The same for long texts, packed first. */
  sealPacked(purpose: SealPurpose, text: string): Uint8Array;
  openPacked(purpose: SealPurpose, sealed: Uint8Array): string;
  /** 32 hex digits; equal values give equal indexes, nothing else can be read from them. */
  blindIndex(purpose: IndexPurpose, text: string): string;
  /** Keyed tag over a document's number and digest; the verification code is read off it. */
  documentTag(message: string): Uint8Array;
  /** For files at rest beside the database: the spool of received files. */
  readonly spool: KeyObject;
}

const TAG_BYTES = 16;

export class SealBrokenError extends Error {
  readonly purpose: SealPurpose;

  constructor(purpose: SealPurpose) {
    super(`a sealed ${purpose} does not open with this office's key`);
    this.name = 'SealBrokenError';
    this.purpose = purpose;
  }
}

/** A fresh data key. */
export function newDataKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

/** The keys that the ledger works with; the data key is not needed after this. Throws RangeError when it is no key. */
export function deriveKeys(dataKey: Uint8Array): Keys {
  if (dataKey.length !== KEY_BYTES) throw new RangeError(`a data key is ${KEY_BYTES} bytes`);
  const derive = (info: string): Buffer => derived(dataKey, info);
  const sealKey = keyObject(derive('field seal'));
  const indexed = blindIndexing(derive('blind index'));
  const documentKey = keyObject(derive('document'));
  const database = derive('database');
  const purposes = new Map<SealPurpose, Buffer>();
  const associated = (purpose: SealPurpose): Buffer => {
    const known = purposes.get(purpose) ?? Buffer.from(purpose);
    purposes.set(purpose, known);
    return known;
  };
  const opened = (purpose: SealPurpose, sealed: Uint8Array): Buffer => {
    const content = unseal(sealKey, associated(purpose), sealed);
    if (content === null) throw new SealBrokenError(purpose);
    return content;
  };
  return {
    database,
    areOf: (other) => timingSafeEqual(derived(other, 'database'), database),
    spool: keyObject(derive('spool')),
    seal: (purpose, text) => seal(sealKey, associated(purpose), Buffer.from(text)),
    open: (purpose, sealed) => opened(purpose, sealed).toString('utf8'),
    sealBytes: (purpose, content) => seal(sealKey, associated(purpose), content),
    openBytes: opened,
    sealPacked: (purpose, text) => seal(sealKey, associated(purpose), deflateRawSync(text)),
    openPacked: (purpose, sealed) => inflateRawSync(opened(purpose, sealed)).toString('utf8'),
    blindIndex: (purpose, text) => indexed(`${purpose}\n${text}`),
    documentTag: (message) => createHmac('sha256', documentKey).update(message).digest(),
  };
}

function derived(dataKey: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `medicard-counter ${info}`, KEY_BYTES));
}

/** The key lies in OpenSSL's memory from then on, and no more in JavaScript's. */
function keyObject(bytes: Buffer): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

function seal(key: KeyObject, associated: Buffer, content: Uint8Array): Uint8Array {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function unseal(key: KeyObject, associated: Buffer, sealed: Uint8Array): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(associated).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const body = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    return null;
  }
}
