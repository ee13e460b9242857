/**
 * Files received from a window, at rest until they are posted or dropped: sealed piece by piece, because they hold
 * names and numbers. A finished file keeps kind and hash in its name, so it outlives a restart of the ledger.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  randomUUID,
  type Hash,
  type KeyObject,
} from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileKind } from '../../contract/vocabulary.ts';
import { asRefusal, diskRefusal } from './connection.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;

interface Receiving {
  readonly path: string;
  readonly hash: Hash;
  size: number;
}

export interface SpooledFile {
  readonly kind: FileKind;
  readonly sha256: string;
  open(): AsyncIterable<Uint8Array>;
}

export class Spool {
  readonly #folder: string;
  readonly #key: KeyObject;
  readonly #receiving = new Map<string, Receiving>();

  constructor(folder: string, key: KeyObject) {
    this.#folder = join(folder, 'incoming');
    this.#key = key;
    this.#dropUnfinished();
  }

  /** What an earlier process was still receiving when it ended can never be finished. */
  #dropUnfinished(): void {
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) {
      if (name.endsWith('.part')) rmSync(join(this.#folder, name), { force: true });
    }
  }

  /** Drops received files that nobody came back to: those last written before `before` (UTC milliseconds). */
  dropOlderThan(before: number): void {
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (statSync(path).mtimeMs < before) rmSync(path, { force: true });
    }
  }

  begin(): string {
    asRefusal(() => mkdirSync(this.#folder, { recursive: true, mode: 0o700 }));
    const id = randomUUID();
    this.#receiving.set(id, { path: join(this.#folder, `${id}.part`), hash: createHash('sha256'), size: 0 });
    return id;
  }

  /**
   * Appends a piece; answers false when the file is not being received or the piece does not follow the last. Throws
   * RefusalError DISK_FULL or DISK_READ_ONLY.
   */
  async append(id: string, offset: number, piece: Uint8Array): Promise<boolean> {
    const receiving = this.#receiving.get(id);
    if (receiving === undefined || offset !== receiving.size) return false;
    receiving.size += piece.length;
    receiving.hash.update(piece);
    await this.#write(id, receiving.path, piece);
    return true;
  }

  /** A piece that the disk took only in part spoils the file: it is given up, and the sender begins again. */
  async #write(id: string, path: string, piece: Uint8Array): Promise<void> {
    try {
      await appendFile(path, this.#seal(piece), { mode: 0o600 });
    } catch (error) {
      this.discard(id);
      throw diskRefusal(error) ?? error;
    }
  }

  /** The file is complete: `decide` says from its first bytes what it is. Null when it was not being received. */
  async finish(
    id: string,
    decide: (opening: Uint8Array) => FileKind,
  ): Promise<{ kind: FileKind; bytes: number; sha256: string } | null> {
    const receiving = this.#receiving.get(id);
    if (receiving === undefined) return null;
    this.#receiving.delete(id);
    if (receiving.size === 0) await this.#write(id, receiving.path, new Uint8Array());
    const kind = decide(await this.#opening(receiving.path));
    const sha256 = receiving.hash.digest('hex');
    renameSync(receiving.path, join(this.#folder, `${id}.${kind}.${sha256}`));
    return { kind, bytes: receiving.size, sha256 };
  }

  async #opening(path: string): Promise<Uint8Array> {
    for await (const piece of this.#pieces(path)) return piece;
    return new Uint8Array();
  }

  find(id: string): SpooledFile | null {
    if (!/^[0-9a-f-]{36}$/.test(id) || !existsSync(this.#folder)) return null;
    const name = readdirSync(this.#folder).find((each) => each.startsWith(`${id}.`) && !each.endsWith('.part'));
    const [, kind, sha256] = name?.split('.') ?? [];
    if (name === undefined || !isFileKind(kind) || sha256 === undefined) return null;
    return { kind, sha256, open: () => this.#pieces(join(this.#folder, name)) };
  }

  discard(id: string): void {
    this.#receiving.delete(id);
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(`${id}.`)) rmSync(join(this.#folder, name), { force: true });
    }
  }

  #seal(piece: Uint8Array): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const body = Buffer.concat([cipher.update(piece), cipher.final()]);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, nonce, cipher.getAuthTag(), body]);
  }

  async *#pieces(path: string): AsyncGenerator<Uint8Array> {
    const head = LENGTH_BYTES + NONCE_BYTES + TAG_BYTES;
    let waiting: Buffer = Buffer.alloc(0);
    for await (const read of createReadStream(path, { highWaterMark: 1 << 20 })) {
      waiting = waiting.length === 0 ? asBuffer(read) : Buffer.concat([waiting, asBuffer(read)]);
      while (waiting.length >= head && waiting.length >= head + waiting.readUInt32BE(0)) {
        const end = head + waiting.readUInt32BE(0);
        yield this.#unseal(waiting.subarray(LENGTH_BYTES, end));
        waiting = waiting.subarray(end);
      }
    }
    if (waiting.length > 0) throw new Error('a received file is cut short');
  }

  #unseal(sealed: Buffer): Uint8Array {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  }
}

function asBuffer(read: unknown): Buffer {
  if (!Buffer.isBuffer(read)) throw new TypeError('a file stream gave no bytes');
  return read;
}

function isFileKind(text: string | undefined): text is FileKind {
  return text === 'allocation' || text === 'settlement' || text === 'register' || text === 'institutions';
}
