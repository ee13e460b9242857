/**
 * Random histories against the independent auditor. `MODEL_SEED=s` replays one; a failure names its seed and the
 * operation.
 */
import { rmSync } from 'node:fs';
import { beforeAll, expect, inject, test } from 'vitest';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { caseCount } from '../case-count.ts';
import { copyOffice, NEW_OFFICE, Office, type Counter } from '../offices/small-office.ts';
import { freshFolder } from '../offices/test-folders.ts';
import * as counter from './counter-operations.ts';
import {
  endDay,
  History,
  loadInstitutions,
  loadRegister,
  restart,
  sendAllocation,
  sendSettlement,
  type Operation,
} from './history.ts';
import { Chance } from './seeded-chance.ts';

const OPERATIONS = 300;
const HISTORIES = caseCount(8);

let template = '';
let counters: readonly [Counter, Counter];

beforeAll(async () => {
  const office = new Office(freshFolder());
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
  counters = [await office.signIn('1001'), await office.signIn('2001')];
  await office.keepPasswords();
  office.close();
  template = office.folder;
});

const WEIGHTS: readonly (readonly [name: string, operation: Operation, weight: number])[] = [
  ['register', loadRegister, 8],
  ['institutions', loadInstitutions, 4],
  ['allocation', sendAllocation, 16],
  ['settlement', sendSettlement, 22],
  ['day end', endDay, 10],
  ['restart', restart, 2],
  ['visit', counter.openVisit, 18],
  ['guesses', counter.guess, 1],
  ['finish', counter.finishVisit, 7],
  ['statement', counter.prepare, 14],
  ['print', counter.print, 8],
  ['save', counter.save, 5],
  ['presets', counter.presets, 5],
  ['reveal', counter.reveal, 3],
  ['unlock', counter.unlock, 6],
];
/** Each operation as often as its weight. */
const weighted = WEIGHTS.flatMap(([name, operation, weight]) =>
  Array.from({ length: weight }, () => [name, operation] as const),
);

async function runHistory(seed: number, folder: string): Promise<History> {
  copyOffice(template, folder);
  const chance = new Chance(seed);
  const history = new History(chance, new Office(folder), businessDate('2024-01-01'), counters);
  try {
    for (let at = 1; at <= OPERATIONS; at += 1) {
      const [name, operation] = chance.pick(weighted);
      await history.step(`MODEL_SEED=${seed}, operation ${at} (${name})`, operation);
    }
    const report = await history.office.must('ledger.verify', {}, null);
    const entries = history.books.accounts.reduce((sum, account) => sum + account.entries.length, 0);
    history.agree(
      'verify',
      [report.ok, report.accounts, report.entries],
      [true, history.books.accounts.length, entries],
    );
    return history;
  } finally {
    history.office.close();
    rmSync(folder, { recursive: true });
  }
}

function seeds(): number[] {
  const single = process.env['MODEL_SEED'];
  if (single !== undefined) return [Number(single)];
  const first = inject('propertySeed');
  return Array.from({ length: HISTORIES }, (_, at) => first + at);
}

const chosen = seeds();

test(
  `${chosen.length} histories of ${OPERATIONS} operations, MODEL_SEED=${chosen[0]} and on, go as the auditor says`,
  async () => {
    let entries = 0;
    for (const seed of chosen) {
      const { books } = await runHistory(seed, freshFolder());
      entries += books.accounts.reduce((sum, account) => sum + account.entries.length, 0);
    }
    // A generator that posts next to nothing would prove next to nothing.
    expect(entries / chosen.length).toBeGreaterThan(60);
  },
  chosen.length * 60_000,
);
