/** How long small requests wait while a month-end file of every account is posted, against the same with nothing beside. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOnDisk } from '../../electron/ledger/intake/file-source.ts';
import { writeAllocationCsv } from './allocation-files.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { BenchCounter } from './loss-report-bench.ts';
import { copyPrepared, preparedOffice, SEED } from './prepared-office.ts';
import { percentile } from './side-by-side.ts';

/** A request comes in at another turn of the event loop than the one in which the last was answered. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const LONGEST_MS = 300;
const P99_MS = 100;
const QUIET_REQUESTS = 2_000;

export async function stepsBench({ accounts }: BenchSize): Promise<Finding[]> {
  const office = await preparedOffice('plain', accounts);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const folder = join(place, 'office');
  copyPrepared(office, folder);
  const path = join(place, 'allocation.csv');
  writeAllocationCsv(path, SEED, accounts);
  const counter = await BenchCounter.open(folder);
  try {
    const quiet = await waits(counter, null);
    const beside = await waits(counter, () => counter.post(fileOnDisk(path)));
    const what = `beside a posting of ${accounts} lines`;
    return [
      found('steps-p99', `p99 of small requests ${what}`, [beside, quiet].map(p99), P99_MS),
      found(
        'steps-longest',
        `longest of ${beside.length} small requests ${what}`,
        [beside, quiet].map(longest),
        LONGEST_MS,
      ),
    ];
  } finally {
    counter.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** A question and a command in turn until `work` is done; answers milliseconds. */
async function waits(counter: BenchCounter, work: (() => Promise<unknown>) | null): Promise<number[]> {
  let done = false;
  const running = work?.().finally(() => (done = true));
  const taken: number[] = [];
  while (work === null ? taken.length < QUIET_REQUESTS : !done) {
    const started = performance.now();
    await turn();
    await (taken.length % 2 === 0 ? counter.look() : counter.touch());
    taken.push(performance.now() - started);
  }
  await running;
  return taken;
}

const p99 = (taken: readonly number[]): number => percentile(taken, 0.99);
const longest = (taken: readonly number[]): number => taken.reduce((most, each) => Math.max(most, each), 0);

function found(name: string, what: string, [value = 0, baseline = 0]: number[], goal: number): Finding {
  return {
    name,
    measured: { what, value, unit: 'ms' },
    baseline: { what: 'the same with nothing beside', value: baseline, unit: 'ms' },
    ratio: value / baseline,
    goal: { of: 'value', atMost: goal },
  };
}
