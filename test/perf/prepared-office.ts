/**
 * Offices full of simulated accounts, made once and kept outside the checkout under a fingerprint of the code that fills
 * them: sealing a million people takes minutes. What is measured works on copies.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../build/cache-folder.ts';
import { fingerprintOf } from '../../build/source-fingerprint.ts';
import type { Instant } from '../../electron/contract/kernel/dates.ts';
import { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import { simulateOffice } from '../../electron/ledger/demo/simulation.ts';

const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything that decides what lies in a prepared folder. */
const SOURCES = [
  'electron/ledger/books/sqlite/migrations',
  'electron/ledger/books/sealing/blind-index.ts',
  'electron/ledger/books/sealing/keys.ts',
  'electron/ledger/books/sealing/payee-text.ts',
  'electron/ledger/month-end/registers/register-rows.ts',
  'electron/ledger/demo/simulated-office.ts',
  'electron/ledger/demo/seeded-random.ts',
  'test/perf/prepared-office.ts',
  'test/perf/long-histories.ts',
];

export const SEED = 1;
/** Of made-up people: nothing is guarded by it. */
export const DATA_KEY = Buffer.alloc(32, 0x5e);
/** Of PINs, where customers come to an office of the bench. */
export const PIN_KEY = Buffer.alloc(32, 0x7a);
export const clock = (): Instant => Date.now() as Instant;

export const OFFICE_ID = '00000000-0000-4000-8000-000000000001';
const OFFICE = { name: '测速储蓄所', code: '0001', openingDate: '2024-01-01', clerks: [], demoFolder: null };

/** The prepared folder of so many accounts, `finish` done to it too; made when it is not there. Not to be written to. */
export async function preparedOffice(
  kind: string,
  accounts: number,
  finish: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const shelf = join(cacheFolder(), 'perf');
  const folder = join(shelf, `${kind}-${accounts}-${fingerprintOf(projectDir, SOURCES).slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(shelf, { recursive: true });
  dropOthers(shelf, `${kind}-${accounts}-`);
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await fill(unfinished, kind, accounts);
  await finish(unfinished);
  renameSync(keysBeside(unfinished), keysBeside(folder));
  renameSync(unfinished, folder);
  return folder;
}

/** Where the anchor of a prepared office, or of its copy, lies. */
export function keysBeside(folder: string): string {
  return `${folder}.keys`;
}

export function copyPrepared(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  cpSync(keysBeside(from), keysBeside(to), { recursive: true });
}

/** Every office starts as the plain one. */
async function fill(folder: string, kind: string, accounts: number): Promise<void> {
  if (kind !== 'plain') {
    copyPrepared(await preparedOffice('plain', accounts), folder);
    return;
  }
  process.stderr.write(`Preparing an office of ${accounts} accounts, once for this version of the program ...\n`);
  mkdirSync(folder, { recursive: true });
  const door = new Dispatcher({
    folder,
    keysFolder: keysBeside(folder),
    officeId: OFFICE_ID,
    dataKey: DATA_KEY,
    clock,
    report: () => undefined,
  });
  try {
    const request = {
      verb: 'office.create',
      input: { ...OFFICE, clerks: [CLERK, SECOND] },
      sessionToken: null,
    } as const;
    const { reply } = await door.answer({ ...request, door: 'own-program', counter: 'bench', operator: 'bench' });
    if (!reply.ok) throw new Error(`the office was refused: ${reply.error.code}`);
    const size = { holders: accounts, months: 0, seed: SEED };
    await door.perform('office.simulate', { sessionToken: null, operator: 'bench' }, (scope) =>
      simulateOffice(scope, size, scope.actor),
    );
  } finally {
    door.close();
  }
}

export const CLERK = { code: '9001', name: '管理员', role: 'administrator', password: 'bench-only-9001' };

/** An office needs two who can authorise. */
export const SECOND = { code: '9002', name: '管理员二', role: 'administrator', password: 'bench-only-9002' };

/** What an earlier version of the program left is of no use any more. */
function dropOthers(shelf: string, prefix: string): void {
  for (const name of readdirSync(shelf)) {
    if (name.startsWith(prefix)) rmSync(join(shelf, name), { recursive: true, force: true });
  }
}
