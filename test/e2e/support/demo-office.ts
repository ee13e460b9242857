/** The demo office with its 13 months, made once a worker through the ledger's own door and copied for every test. */
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../../electron/contract/kernel/dates.ts';
import { demoOffice } from '../../../electron/contract/office/demo-office.ts';
import { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import type { ProgramPlaces } from './program.ts';

/** The department's files of 13 months. */
export const officeFiles = fileURLToPath(new URL('../../office-a', import.meta.url));

/** Who asks of an office that no program has open. */
export const OPERATOR = { door: 'own-program', counter: 'test', operator: 'test' } as const;

export interface PreparedOffice {
  readonly folder: string;
  /** Where its key and its anchor lie. */
  readonly keysFolder: string;
  readonly officeId: string;
  readonly dataKey: string;
}

/** An office is older than its tests, so that something can have happened in it yesterday. */
const daysAgo = (): Instant => (Date.now() - 2 * 24 * 3_600_000) as Instant;

export async function prepareDemoOffice(): Promise<PreparedOffice> {
  const root = mkdtempSync(join(tmpdir(), 'medicard-prepared-'));
  const [folder, keysFolder] = [join(root, 'office'), join(root, 'keys')];
  const prepared = { folder, keysFolder, officeId: randomUUID(), dataKey: randomBytes(32).toString('hex') };
  const work = async (door: Dispatcher): Promise<void> => {
    const input = { ...demoOffice, demoFolder: officeFiles };
    const made = await door.answer({
      verb: 'office.create',
      input,
      sessionToken: null,
      ...OPERATOR,
    });
    if (!made.reply.ok) throw new Error(`the demo office was not made: ${made.reply.error.code}`);
  };
  await throughDoor(prepared, work, daysAgo);
  return prepared;
}

export function discardPrepared({ folder }: PreparedOffice): void {
  rmSync(join(folder, '..'), { recursive: true, force: true });
}

/** Lays a copy of the office, with its key and its anchor, where a program will look for them. */
export function layOut(
  { folder, keysFolder, officeId, dataKey }: PreparedOffice,
  places: ProgramPlaces,
): PreparedOffice {
  cpSync(folder, places.data, { recursive: true });
  mkdirSync(places.keys, { recursive: true, mode: 0o700 });
  cpSync(keysFolder, places.keys, { recursive: true });
  writeFileSync(join(places.keys, `${officeId}.key`), `${dataKey}\n`, { mode: 0o600 });
  return { folder: places.data, keysFolder: places.keys, officeId, dataKey };
}

/** Opens an office while no program has it open, does something in it, and shuts it again. */
export async function throughDoor<Value>(
  { folder, keysFolder, officeId, dataKey }: PreparedOffice,
  work: (door: Dispatcher) => Promise<Value>,
  clock = (): Instant => Date.now() as Instant,
): Promise<Value> {
  const door = new Dispatcher({
    folder,
    keysFolder,
    officeId,
    dataKey: Buffer.from(dataKey, 'hex'),
    clock,
    report: () => undefined,
  });
  try {
    return await work(door);
  } finally {
    door.close();
  }
}
