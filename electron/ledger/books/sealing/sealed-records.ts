/**
 * The records of a file at rest: each sealed (AES-256-GCM) and bound to its file and its position there, the last
 * one to what the file as a whole is. A record that was flipped, cut off, moved, doubled or taken from another file does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
const HEAD_BYTES = LENGTH_BYTES + NONCE_BYTES + TAG_BYTES;

/**
 * Content of one record. Readers take a record at a time and let others in between, so it is small; a longer length in
 * the file is damage, and nobody waits for so many bytes.
 */
const RECORD_BYTES = 64 * 1024;

/** The file is not as it was written. */
export class FileDamagedError extends Error {
  constructor() {
    super('a file at rest is damaged');
    this.name = 'FileDamagedError';
  }
}

export class SealedRecords {
  readonly #key: KeyObject;
  readonly #file: string;

  /** @param file the name that the records are bound to. */
  constructor(key: KeyObject, file: string) {
    this.#key = key;
    this.#file = file;
  }

  /** Seals a piece as the records from `firstIndex` (from 0) on. */
  seal(piece: Uint8Array, firstIndex: number): { readonly bytes: Uint8Array; readonly records: number } {
    const sealed: Uint8Array[] = [];
    for (let at = 0; at < piece.length; at += RECORD_BYTES) {
      const record = piece.subarray(at, at + RECORD_BYTES);
      sealed.push(this.#seal(record, `record ${firstIndex + sealed.length}`));
    }
    return { bytes: Buffer.concat(sealed), records: sealed.length };
  }

  /** The last record, after so many others. */
  sealEnd(records: number, whole: string): Uint8Array {
    const count = Buffer.alloc(LENGTH_BYTES);
    count.writeUInt32BE(records);
    return this.#seal(count, `end ${whole}`);
  }

  /** How many records come before the end. Throws FileDamagedError when the end is not that of `whole`. */
  recordsBefore(path: string, whole: string): number {
    const sealed = Buffer.alloc(HEAD_BYTES + LENGTH_BYTES);
    const from = statSync(path).size - sealed.length;
    if (from < 0) throw new FileDamagedError();
    const file = openSync(path, 'r');
    try {
      if (readSync(file, sealed, 0, sealed.length, from) !== sealed.length) throw new FileDamagedError();
    } finally {
      closeSync(file);
    }
    return this.#open(sealed, `end ${whole}`).readUInt32BE(0);
  }

  /** The first record of a file that is still being written; empty where there is none. */
  async opening(path: string): Promise<Uint8Array> {
    for await (const record of wholeRecords(path)) return this.#open(record, 'record 0');
    return new Uint8Array();
  }

  /** What was sealed, record by record. Throws FileDamagedError where the file is not as it was written. */
  async *contents(path: string, whole: string): AsyncGenerator<Uint8Array> {
    let last: Buffer | null = null;
    let index = 0;
    for await (const record of wholeRecords(path)) {
      if (last !== null) {
        yield this.#open(last, `record ${index}`);
        index += 1;
      }
      last = record;
    }
    if (last === null || this.#open(last, `end ${whole}`).readUInt32BE(0) !== index) throw new FileDamagedError();
  }

  #seal(content: Uint8Array, position: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(this.#bound(position));
    const body = Buffer.concat([cipher.update(content), cipher.final()]);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, nonce, cipher.getAuthTag(), body]);
  }

  #open(record: Buffer, position: string): Buffer {
    const nonce = record.subarray(LENGTH_BYTES, LENGTH_BYTES + NONCE_BYTES);
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, options).setAAD(this.#bound(position));
    decipher.setAuthTag(record.subarray(LENGTH_BYTES + NONCE_BYTES, HEAD_BYTES));
    const body = decipher.update(record.subarray(HEAD_BYTES));
    try {
      return Buffer.concat([body, decipher.final()]);
    } catch {
      throw new FileDamagedError();
    }
  }

  #bound(position: string): Buffer {
    return Buffer.from(`${this.#file}\n${position}`);
  }
}

async function* wholeRecords(path: string): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const read of createReadStream(path, { highWaterMark: 4 * RECORD_BYTES })) {
    waiting = waiting.length === 0 ? asBuffer(read) : Buffer.concat([waiting, asBuffer(read)]);
    for (let end = recordEnd(waiting); end !== null && end <= waiting.length; end = recordEnd(waiting)) {
      yield waiting.subarray(0, end);
      waiting = waiting.subarray(end);
    }
  }
  if (waiting.length > 0) throw new FileDamagedError();
}

/** Where the first record ends; null before its length is there. */
function recordEnd(waiting: Buffer): number | null {
  if (waiting.length < LENGTH_BYTES) return null;
  const length = waiting.readUInt32BE(0);
  if (length > RECORD_BYTES) throw new FileDamagedError();
  return HEAD_BYTES + length;
}

function asBuffer(read: unknown): Buffer {
  if (!Buffer.isBuffer(read)) throw new TypeError('a file stream gave no bytes');
  return read;
}
