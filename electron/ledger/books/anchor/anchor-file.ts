/**
 * The file of an anchor: three slots of a fixed place and size. One is on the disk itself, one is on its way there, and
 * commands write into the third, so that a loss of power in the middle of a write never takes the anchor.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { instantSchema } from '../../../contract/kernel/value-schemas.ts';
import { diskReason } from '../../../disk/disk-refusal.ts';
import type { AnchorPoint, FoundAnchor } from './anchor-rules.ts';
import { makeFolder, missingFolders } from '../../../disk/own-files.ts';
import { asRefusal } from '../books-refusal.ts';
import { SealBrokenError, type Keys } from '../sealing/keys.ts';
import { storedJson } from '../stored-json.ts';

/** Each slot begins a block of the disk of its own. */
const SLOT_DISTANCE = 4_096;
const SLOT_BYTES = 512;
const SLOTS = [0, 1, 2] as const;
const LENGTH_BYTES = 2;
/** How long a written anchor may wait to be brought to the disk itself. */
const SYNC_AFTER_MS = 1_000;
const ENDING = '.anchor';

const contentSchema = z.object({
  office: z.string(),
  place: z.string(),
  lineage: z.string(),
  commits: z.number().int(),
  seq: z.number().int(),
  hash: z.string(),
  at: instantSchema,
  begun: z.number().int(),
});

/** Whose anchor it is; both are bound into the seal, so that one anchor cannot stand in for another. */
export interface AnchorName {
  readonly officeId: string;
  readonly folderDigest: string;
}

/** Names a folder by its true path, without telling it; one that is not there by where it would lie. */
export function digestOfFolder(folder: string): string {
  const [missing] = missingFolders(folder);
  const there = missing === undefined ? resolve(folder) : dirname(missing);
  const path = join(realpathSync.native(there), relative(there, resolve(folder)));
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

function anchorPath(keysFolder: string, { officeId, folderDigest }: AnchorName): string {
  return join(keysFolder, `${officeId}.${folderDigest}${ENDING}`);
}

function slotText(keys: Keys, name: AnchorName, point: AnchorPoint): Buffer {
  const { officeId: office, folderDigest: place } = name;
  const sealed = keys.seal('anchor', JSON.stringify({ ...point, office, place }));
  const slot = Buffer.alloc(SLOT_BYTES);
  slot.writeUInt16BE(sealed.length);
  slot.set(sealed, LENGTH_BYTES);
  return slot;
}

/** Null for a slot that is damaged, of another form, or sealed for another office or place. */
function readSlot(keys: Keys, name: AnchorName, bytes: Buffer): AnchorPoint | null {
  if (bytes.length < SLOT_BYTES) return null;
  const length = bytes.readUInt16BE();
  if (length > SLOT_BYTES - LENGTH_BYTES) return null;
  try {
    const text = keys.open('anchor', bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
    const { office, place, ...point } = storedJson(contentSchema, text, 'anchor');
    return office === name.officeId && place === name.folderDigest ? point : null;
  } catch (error) {
    if (error instanceof SealBrokenError || error instanceof RefusalError) return null;
    throw error;
  }
}

/** Every slot of a file as it lies on the disk. Throws RefusalError for what the disk does. */
function readSlots(path: string, keys: Keys, name: AnchorName): readonly (AnchorPoint | null)[] {
  const bytes = asRefusal(() => readFileSync(path));
  return SLOTS.map((slot) =>
    readSlot(keys, name, bytes.subarray(slot * SLOT_DISTANCE, slot * SLOT_DISTANCE + SLOT_BYTES)),
  );
}

function newestOf(slots: readonly (AnchorPoint | null)[]): AnchorPoint | null {
  return slots.reduce<AnchorPoint | null>(
    (newest, slot) => (slot !== null && slot.commits >= (newest?.commits ?? 0) ? slot : newest),
    null,
  );
}

/** All anchors of the office that lie in the folder of the keys. */
export function readAnchors(keysFolder: string, officeId: string, keys: Keys): FoundAnchor[] {
  return anchorNames(keysFolder)
    .filter((name) => name.officeId === officeId)
    .map((name) => ({
      folderDigest: name.folderDigest,
      point: newestOf(readSlots(anchorPath(keysFolder, name), keys, name)),
    }));
}

/** Which offices have had their books in the folder of this digest. */
export function officesAnchoredAt(keysFolder: string, folderDigest: string): string[] {
  return anchorNames(keysFolder)
    .filter((name) => name.folderDigest === folderDigest)
    .map(({ officeId }) => officeId);
}

/** Every anchor as a file, without the key of its office. */
export function anchorsAtRest(
  keysFolder: string,
): (AnchorName & { readonly path: string; readonly writtenAt: number })[] {
  return anchorNames(keysFolder).map((name) => {
    const path = anchorPath(keysFolder, name);
    return { ...name, path, writtenAt: statSync(path).mtimeMs };
  });
}

/** Takes the anchor away of an office that was not made after all. */
export function removeAnchor(keysFolder: string, name: AnchorName): void {
  rmSync(anchorPath(keysFolder, name), { force: true });
}

function anchorNames(keysFolder: string): AnchorName[] {
  if (!existsSync(keysFolder)) return [];
  return readdirSync(keysFolder).flatMap((file) => {
    if (!file.endsWith(ENDING)) return [];
    const [officeId = '', folderDigest = ''] = file.slice(0, -ENDING.length).split('.');
    return [{ officeId, folderDigest }];
  });
}

/** Writes a new anchor to the disk itself, all slots alike; one that lies there is replaced whole or not at all. */
export function writeNewAnchor(keysFolder: string, keys: Keys, name: AnchorName, point: AnchorPoint): void {
  const path = anchorPath(keysFolder, name);
  const unfinished = `${path}.new`;
  const slot = slotText(keys, name, point);
  asRefusal(() => {
    makeFolder(keysFolder);
    rmSync(unfinished, { force: true });
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      for (const at of SLOTS) writeSync(file, slot, 0, SLOT_BYTES, at * SLOT_DISTANCE);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
    if (process.platform !== 'win32') syncFolder(keysFolder);
  });
}

function syncFolder(folder: string): void {
  const entry = openSync(folder, 'r');
  try {
    fsyncSync(entry);
  } finally {
    closeSync(entry);
  }
}

/** The anchor of open books. */
export class HeldAnchor {
  readonly #keys: Keys;
  readonly #name: AnchorName;
  readonly #path: string;
  readonly #file: number;
  #point: AnchorPoint;
  /** Written next; the slot before it is on the disk, or on its way there while the one before that still is. */
  #slot: number;
  #timer: NodeJS.Timeout | undefined;
  #syncing = false;
  #closed = false;
  /** Why the newest point is not in the file. */
  #fault: Error | null = null;

  /** Opens the anchor that lies there. Throws RefusalError for what the disk does. */
  constructor(keysFolder: string, keys: Keys, name: AnchorName, point: AnchorPoint) {
    this.#keys = keys;
    this.#name = name;
    this.#point = point;
    this.#path = anchorPath(keysFolder, name);
    const newest = readSlots(this.#path, keys, name).findIndex((slot) => slot?.commits === point.commits);
    this.#slot = (newest + 1) % SLOTS.length;
    this.#file = asRefusal(() => {
      const file = openSync(this.#path, 'r+');
      // A process that was killed may have left it in the system's memory alone.
      fdatasyncSync(file);
      return file;
    });
  }

  get point(): AnchorPoint {
    return this.#point;
  }

  /**
   * Called right after the commit of a command, before its answer. Throws RefusalError ANCHOR_UNWRITTEN: the command
   * stands, and is answered when it is asked again.
   */
  write(point: AnchorPoint): void {
    this.#point = point;
    this.#put();
    if (this.#fault !== null) throw unwritten(this.#fault);
  }

  /** Called before a command begins. Throws RefusalError ANCHOR_UNWRITTEN while the last one has no anchor yet. */
  catchUp(): void {
    if (this.#fault !== null) this.write(this.#point);
  }

  #put(): void {
    try {
      this.#writeSlot(this.#slot);
      this.#fault = null;
      this.#timer ??= setTimeout(() => this.#sync(), SYNC_AFTER_MS).unref();
    } catch (error) {
      this.#fault = asSystemError(error);
    }
  }

  #writeSlot(slot: number): void {
    writeSync(this.#file, slotText(this.#keys, this.#name, this.#point), 0, SLOT_BYTES, slot * SLOT_DISTANCE);
  }

  #sync(): void {
    this.#timer = undefined;
    if (this.#syncing) {
      this.#timer = setTimeout(() => this.#sync(), SYNC_AFTER_MS).unref();
      return;
    }
    this.#syncing = true;
    this.#slot = (this.#slot + 1) % SLOTS.length;
    fdatasync(this.#file, (error) => {
      this.#syncing = false;
      if (error !== null) this.#fault = error;
      if (this.#closed) closeSync(this.#file);
    });
  }

  /** What the file says now, the newest of its slots; null when none can be read. */
  onDisk(): AnchorPoint | null {
    return existsSync(this.#path) ? newestOf(readSlots(this.#path, this.#keys, this.#name)) : null;
  }

  /** Brings every slot to the disk itself. What the disk keeps it from doing is told at the next opening. */
  close(): void {
    clearTimeout(this.#timer);
    try {
      this.#writeSlot(this.#slot);
      fdatasyncSync(this.#file);
      for (const slot of SLOTS) this.#writeSlot(slot);
      fdatasyncSync(this.#file);
    } catch (error) {
      this.#fault = asSystemError(error);
    }
    this.#closed = true;
    if (!this.#syncing) closeSync(this.#file);
  }
}

/** Anything else than the system's own errors is a programmer's and goes on. */
function asSystemError(error: unknown): Error {
  if (error instanceof Error && 'syscall' in error) return error;
  throw error;
}

function unwritten(error: Error): RefusalError {
  const system = 'code' in error ? String(error.code) : error.name;
  return new RefusalError('ANCHOR_UNWRITTEN', { system, reason: diskReason(error) });
}
