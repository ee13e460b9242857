/**
 * What the anchor costs: loss reports and postings of a small file by turns with the anchor and without it, in one office
 * and one run.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import type { FileSource } from '../../electron/ledger/intake/file-source.ts';
import { seededRandom } from '../../electron/ledger/demo/seeded-random.ts';
import { simulatedAllocation } from '../../electron/ledger/demo/simulated-office.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { BenchCounter } from './loss-report-bench.ts';
import { copyPrepared, preparedOffice, SEED } from './prepared-office.ts';
import { percentile } from './side-by-side.ts';

const ACCOUNTS = 10_000;
const WARM_UP = 30;
/** Lines of the posted file. */
const LINES = 200;
const GOAL = 1.3;

export async function anchorBench({ reports }: BenchSize): Promise<Finding[]> {
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const folder = join(place, 'office');
  copyPrepared(await preparedOffice('plain', ACCOUNTS), folder);
  const counter = await BenchCounter.open(folder);
  try {
    const random = seededRandom(SEED);
    return [
      await byTurns('anchor-loss-report', 'p99 of a loss report', counter, reports, () =>
        counter.reportLoss(1 + random.below(ACCOUNTS)),
      ),
      await byTurns('anchor-posting', `p99 of posting ${LINES} lines`, counter, Math.ceil(reports / 2), (round) =>
        counter.post(smallFile(round)),
      ),
    ];
  } finally {
    counter.close();
    rmSync(place, { recursive: true, force: true });
  }
}

async function byTurns(
  name: string,
  what: string,
  counter: BenchCounter,
  rounds: number,
  measure: (round: number) => Promise<number | null>,
): Promise<Finding> {
  const taken = { with: [] as number[], without: [] as number[] };
  for (let round = 0; round < 2 * (rounds + WARM_UP); round += 1) {
    const takeUp = round % 2 === 0 ? null : counter.pauseAnchor();
    const ms = await measure(round);
    takeUp?.();
    if (ms !== null && round >= 2 * WARM_UP) taken[takeUp === null ? 'with' : 'without'].push(ms);
  }
  const [value, baseline] = [percentile(taken.with, 0.99), percentile(taken.without, 0.99)];
  return {
    name,
    measured: { what: `${what}, anchored`, value, unit: 'ms' },
    baseline: { what: 'the same without an anchor', value: baseline, unit: 'ms' },
    ratio: value / baseline,
    goal: { of: 'ratio', atMost: GOAL },
  };
}

const FILE = Buffer.from([...simulatedAllocation(SEED, LINES, businessDate('2024-01-31'))].join('')).toString();
const [BATCH = ''] = FILE.split('\r\n')[1]?.split(',') ?? [];

function smallFile(round: number): FileSource {
  const bytes = Buffer.from(FILE.replace(BATCH, `B${round}${randomUUID().slice(0, 8)}`));
  return {
    name: 'in memory',
    async *open() {
      yield bytes;
    },
  };
}
