/**
 * How long six counters of an office server wait for it, papers and all, while a month-end file of every account is posted at its
 * command line, against the same six with nothing beside.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../electron/ledger/demo/seeded-random.ts';
import { networkLedger } from '../../electron/main/ledger-link/network-transport.ts';
import { writeAllocationCsv } from './allocation-files.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { BusyCounter, noTimes, type Customer, type Times } from './busy-counter.ts';
import { grownUps } from './grown-ups.ts';
import { CLERK, copyPrepared, keysBeside, preparedOffice, SECOND, SEED } from './prepared-office.ts';
import { ServedOffice } from './served-office.ts';
import { percentile } from './side-by-side.ts';

const COUNTERS = 6;
const LONGEST_MS = 300;
const P99_MS = 100;
/** Of each counter while the file is posted: more than come. */
const BESIDE = 1_000;
const CLI = join(import.meta.dirname, '../../electron/ledger/cli.ts');
const PACKAGE = join(import.meta.dirname, '../../package.json');

interface Waited {
  /** Of every request, in milliseconds. */
  readonly all: number[];
  readonly times: Times;
}

export async function servedStepsBench({ accounts, customers }: BenchSize): Promise<Finding[]> {
  const prepared = await preparedOffice('plain', accounts);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const folder = join(place, 'office');
  copyPrepared(prepared, folder);
  const path = join(place, 'allocation.csv');
  writeAllocationCsv(path, SEED, accounts);
  const people = await grownUps(folder, accounts, Math.min(accounts / 2, (customers + BESIDE) * COUNTERS));
  const { office, counters } = await ServedOffice.open(folder, COUNTERS);
  try {
    const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string };
    const lines = await Promise.all(
      counters.map((identity) =>
        BusyCounter.open(networkLedger({ host: '127.0.0.1', port: office.port, identity, program: version })),
      ),
    );
    const quiet = await waits(lines, people.slice(0, customers * COUNTERS), null);
    const beside = await waits(lines, people.slice(customers * COUNTERS), () => post(folder, path));
    for (const line of lines) line.close();
    return findings(accounts, beside, quiet);
  } finally {
    await office.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** All six at work until `work` is done, else until each has served its share. */
async function waits(
  lines: readonly BusyCounter[],
  people: readonly Customer[],
  work: (() => Promise<unknown>) | null,
): Promise<Waited> {
  const over = new AbortController();
  const times = noTimes();
  const share = Math.floor(people.length / lines.length);
  for (const line of lines) line.waits = [];
  const serving = lines.map((line, at) => {
    const own = people.slice(at * share, (at + 1) * share);
    return line.serve(own, times, seededRandom(SEED + at), over.signal);
  });
  await work?.().finally(() => over.abort());
  await Promise.all(serving);
  return { all: lines.flatMap((line) => line.waits), times };
}

/** As an operator does beside the server. */
async function post(folder: string, path: string): Promise<void> {
  const words = ['allocation', path, '--post', '--as', CLERK.code, '--authorised-by', SECOND.code];
  const env = {
    ...process.env,
    MEDICARD_KEYS: keysBeside(folder),
    MEDICARD_PASSWORD: CLERK.password,
    MEDICARD_AUTH_PASSWORD: SECOND.password,
  };
  const stdio: ['ignore', 'ignore', 'inherit'] = ['ignore', 'ignore', 'inherit'];
  const child = spawn(process.execPath, [CLI, ...words, '--data', folder], { env, stdio });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the posting of the bench ended with ${String(code)}`);
}

function findings(accounts: number, beside: Waited, quiet: Waited): Finding[] {
  const what = `of ${COUNTERS} counters on a server beside a posting of ${accounts} lines`;
  const found = (name: string, of: string, goal: number, taken: (waited: Waited) => number): Finding => {
    const [value, baseline] = [taken(beside), taken(quiet)];
    return {
      name: `steps-served-${name}`,
      measured: { what: `${of} ${what}`, value, unit: 'ms' },
      baseline: { what: 'the same with nothing beside', value: baseline, unit: 'ms' },
      ratio: value / baseline,
      goal: { of: 'value', atMost: goal },
    };
  };
  const { length } = beside.all;
  return [
    found('p99', `p99 of ${length} requests`, P99_MS, ({ all }) => percentile(all, 0.99)),
    found('longest', `longest of ${length} requests`, LONGEST_MS, ({ all }) => percentile(all, 1)),
    found('paper', 'longest statement', LONGEST_MS, ({ times }) => percentile(times.statement, 1)),
  ];
}
