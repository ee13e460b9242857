/** How long another clerk waits at most while a long check runs, against the waits of the same clerk with nothing beside. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOnDisk } from '../../electron/ledger/intake/file-source.ts';
import { person, registerCsv } from '../offices/made-up-people.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { BenchCounter } from './loss-report-bench.ts';
import { copyPrepared, preparedOffice } from './prepared-office.ts';

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** In ms: what nobody waits longer than. */
const GOAL_MS = 300;
const QUIET_REQUESTS = 2_000;

export async function waitBench({ waiting, registerLines }: BenchSize): Promise<Finding[]> {
  const office = await preparedOffice('plain', waiting);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const folder = join(place, 'office');
  copyPrepared(office, folder);
  const path = join(place, 'register.csv');
  writeFileSync(path, registerCsv(Array.from({ length: registerLines }, (_, at) => person(at))));
  const counter = await BenchCounter.open(folder);
  try {
    const quiet = await longestWait(counter, null);
    const checked = await longestWait(counter, () => counter.checkRegister(fileOnDisk(path), registerLines));
    const verified = await longestWait(counter, () => counter.verify());
    return [
      found('check-wait', `longest wait beside a check of ${registerLines} lines`, checked, quiet),
      found('verify-wait', `longest wait beside verify, ${waiting} accounts`, verified, quiet),
    ];
  } finally {
    counter.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** Asks one thing after the other until `work` is done; answers milliseconds. */
async function longestWait(counter: BenchCounter, work: (() => Promise<void>) | null): Promise<number> {
  let done = false;
  const running = work?.().finally(() => (done = true));
  let longest = 0;
  for (let asked = 0; work === null ? asked < QUIET_REQUESTS : !done; asked += 1) {
    const started = performance.now();
    await turn();
    await counter.look();
    longest = Math.max(longest, performance.now() - started);
  }
  await running;
  return longest;
}

function found(name: string, what: string, value: number, baseline: number): Finding {
  return {
    name,
    measured: { what, value, unit: 'ms' },
    baseline: { what: 'longest wait with nothing beside', value: baseline, unit: 'ms' },
    ratio: value / baseline,
    goal: { of: 'value', atMost: GOAL_MS },
  };
}
