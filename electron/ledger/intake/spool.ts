/**
 * Files received from a window, at rest until they are posted or dropped: sealed, because they hold names and numbers. Each is
 * its owner's, the session that received it: to any other there is no such file. A finished file keeps owner, kind and hash in
 * its name and its seal, so it outlives a restart of the ledger. What is damaged is dropped and
 * refused: the clerk still has the file and hands it in again.
 */
import { createHash, randomUUID, type Hash, type KeyObject } from 'node:crypto';
import { readdirSync, renameSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readingReason } from '../../disk/disk-refusal.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { fileKindSchema, type FileKind } from '../../contract/kernel/vocabulary.ts';
import { diskRefusal } from '../books/books-refusal.ts';
import { FileDamagedError, SealedRecords } from '../books/sealing/sealed-records.ts';
import { makeWorkFolder, removeLeftOver } from '../books/work-folder.ts';

interface Receiving {
  readonly owner: string;
  readonly path: string;
  readonly hash: Hash;
  size: number;
  records: number;
}

/** A file as its owner names it. */
export interface OwnFile {
  readonly id: string;
  /** The session's hash. */
  readonly owner: string;
}

export interface SpooledFile {
  readonly kind: FileKind;
  readonly sha256: string;
  /** Throws RefusalError FILE_UNREADABLE where the file is damaged or cannot be read; a damaged one is dropped. */
  open(): AsyncIterable<Uint8Array>;
}

/** At the end of the name of a file that was decided about. */
const SETTLED = '.settled';

const FILE_ID = /^[0-9a-f-]{36}$/;

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
    for (const name of this.#names()) {
      if (name.endsWith('.part')) removeLeftOver(join(this.#folder, name));
    }
  }

  /** Drops received files that were not used again: those last written before `before` (UTC milliseconds). */
  dropOlderThan(before: number): void {
    for (const name of this.#names()) {
      const path = join(this.#folder, name);
      const facts = statSync(path, { throwIfNoEntry: false });
      if (facts !== undefined && facts.mtimeMs < before) removeLeftOver(path);
    }
  }

  /** Files that were received, or are being received, and neither settled nor dropped. */
  count(): number {
    return this.#names().filter((name) => !name.endsWith(SETTLED)).length;
  }

  /** Posted or refused by a second person: it stays for its answer, and waits for nobody. */
  settle({ id, owner }: OwnFile): void {
    const name = this.#names().find((each) => each.startsWith(`${id}.${owner}.`));
    if (name === undefined || name.endsWith(SETTLED)) return;
    const path = join(this.#folder, name);
    try {
      renameSync(path, `${path}${SETTLED}`);
    } catch (error) {
      // What was decided is on record: a disk that refuses the name leaves the file counted.
      if (systemCode(error) === null) throw error;
    }
  }

  /** Something else in the folder's place holds no files; `begin` says what is wrong with it. */
  #names(): string[] {
    const isFolder = statSync(this.#folder, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? readdirSync(this.#folder) : [];
  }

  begin(owner: string): string {
    makeWorkFolder(this.#folder);
    const id = randomUUID();
    const path = join(this.#folder, `${id}.part`);
    this.#receiving.set(id, { owner, path, hash: createHash('sha256'), size: 0, records: 0 });
    return id;
  }

  /**
   * Appends a piece; answers false when the file is not being received or the piece does not follow the last. Throws
   * RefusalError DISK_FULL or DISK_READ_ONLY.
   */
  async append({ id, owner }: OwnFile, offset: number, piece: Uint8Array): Promise<boolean> {
    const receiving = this.#receiving.get(id);
    if (receiving?.owner !== owner || offset !== receiving.size) return false;
    const { bytes, records } = this.#recordsOf(id).seal(piece, receiving.records);
    receiving.size += piece.length;
    receiving.records += records;
    receiving.hash.update(piece);
    await this.#write(id, receiving.path, bytes);
    return true;
  }

  #recordsOf(id: string): SealedRecords {
    return new SealedRecords(this.#key, id);
  }

  /** A piece that the disk took only in part spoils the file: it is given up, and the sender begins again. */
  async #write(id: string, path: string, bytes: Uint8Array): Promise<void> {
    try {
      await appendFile(path, bytes, { mode: 0o600 });
    } catch (error) {
      this.#drop(id);
      throw diskRefusal(error) ?? error;
    }
  }

  /**
   * The file is complete: `decide` says from its first bytes what it is. Null when it was not being received. Throws
   * RefusalError FILE_UNREADABLE where it was damaged on the way, and what the disk may refuse.
   */
  async finish(
    { id, owner }: OwnFile,
    decide: (opening: Uint8Array) => FileKind,
  ): Promise<{ kind: FileKind; bytes: number; sha256: string } | null> {
    const receiving = this.#receiving.get(id);
    if (receiving?.owner !== owner) return null;
    this.#receiving.delete(id);
    const { path, records, size } = receiving;
    const sha256 = receiving.hash.digest('hex');
    try {
      const kind = decide(size === 0 ? new Uint8Array() : await this.#recordsOf(id).opening(path));
      await this.#write(id, path, this.#recordsOf(id).sealEnd(records, wholeOf(owner, kind, sha256)));
      renameSync(path, join(this.#folder, `${id}.${owner}.${kind}.${sha256}`));
      return { kind, bytes: size, sha256 };
    } catch (error) {
      throw this.#refusalOf(error, id, sha256);
    }
  }

  /**
   * Null when the owner has no such file; with `owner` null it is anybody's, for what was asked about it while its owner was
   * proven. Throws RefusalError FILE_UNREADABLE when it is not what its name says.
   */
  find({ id, owner }: { readonly id: string; readonly owner: string | null }): SpooledFile | null {
    if (!FILE_ID.test(id)) return null;
    const start = owner === null ? `${id}.` : `${id}.${owner}.`;
    const name = this.#names().find((each) => each.startsWith(start) && !each.endsWith('.part'));
    if (name === undefined) return null;
    const [, named = '', kindText, sha256 = ''] = name.split('.');
    const path = join(this.#folder, name);
    try {
      const kind = fileKindSchema.safeParse(kindText);
      if (!kind.success) throw new FileDamagedError();
      const whole = wholeOf(named, kind.data, sha256);
      this.#recordsOf(id).recordsBefore(path, whole);
      return { kind: kind.data, sha256, open: () => this.#contents({ id, sha256 }, path, whole) };
    } catch (error) {
      throw this.#refusalOf(error, id, sha256);
    }
  }

  async *#contents(
    { id, sha256 }: { readonly id: string; readonly sha256: string },
    path: string,
    whole: string,
  ): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#recordsOf(id).contents(path, whole);
    } catch (error) {
      throw this.#refusalOf(error, id, sha256);
    }
  }

  /** What is damaged or gone is dropped; what the disk does not give now may be there later. */
  #refusalOf(error: unknown, id: string, sha256: string): unknown {
    const code = systemCode(error);
    if (error instanceof FileDamagedError || code === 'ENOENT') {
      this.#drop(id);
      return new RefusalError('FILE_UNREADABLE', { dropped: sha256.slice(0, 8) });
    }
    return code === null
      ? error
      : (diskRefusal(error) ?? new RefusalError('FILE_UNREADABLE', { reason: readingReason(code) }));
  }

  discard(file: OwnFile): void {
    const isOwn = this.#receiving.get(file.id)?.owner === file.owner;
    if (isOwn || this.#names().some((name) => name.startsWith(`${file.id}.${file.owner}.`))) this.#drop(file.id);
  }

  #drop(id: string): void {
    this.#receiving.delete(id);
    for (const name of this.#names()) {
      if (name.startsWith(`${id}.`)) removeLeftOver(join(this.#folder, name));
    }
  }
}

/** What the seal of a file's end says of the whole. */
function wholeOf(owner: string, kind: FileKind, sha256: string): string {
  return `${owner} ${kind} ${sha256}`;
}

/** The code of a call that the system refused; null for every other error. */
function systemCode(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
}
