/**
 * Six busy counters on one office server against one counter with a ledger process of its own, each with a customer a second as chance has it: the p99
 * of a visit, a statement and a loss report, from the request to its answer; and the server's memory at rest.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../electron/ledger/demo/seeded-random.ts';
import { forkedLedger } from '../../electron/main/ledger-link/fork-transport.ts';
import { networkLedger } from '../../electron/main/ledger-link/network-transport.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { BusyCounter, noTimes, type Customer, type StartLink, type Times } from './busy-counter.ts';
import { grownUps } from './grown-ups.ts';
import { copyPrepared, DATA_KEY, keysBeside, OFFICE_ID, PIN_KEY, preparedOffice, SEED } from './prepared-office.ts';
import { ServedOffice } from './served-office.ts';
import { percentile } from './side-by-side.ts';

const COUNTERS = 6;
const GOAL_RATIO = 3;
const GOAL_MB = 200;
/** Loss reports of which the other counters are told. */
const TELLINGS = 50;
const GOAL_TOLD_MS = 1_000;
const LEDGER = join(import.meta.dirname, '../../electron/ledger/process.ts');
const PACKAGE = join(import.meta.dirname, '../../package.json');

type Telling = Awaited<ReturnType<BusyCounter['reportBefore']>>;

export async function serverBench({ waiting, customers }: BenchSize): Promise<Finding[]> {
  const prepared = await preparedOffice('plain', waiting);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const [own, served] = [join(place, 'own'), join(place, 'served')];
  for (const folder of [own, served]) copyPrepared(prepared, folder);
  try {
    const people = await grownUps(own, waiting, customers * COUNTERS + TELLINGS);
    const alone = await oneAlone(own, people.slice(0, customers));
    const { times, tellings, megabytes } = await sixServed(served, people, customers);
    const rows = (Object.keys(times) as (keyof Times)[]).map((what) => row(what, times[what], alone[what]));
    return [...rows, told(tellings), memory(megabytes)];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function oneAlone(folder: string, people: readonly Customer[]): Promise<Times> {
  const start: StartLink = (listeners) => {
    const ledger = forkedLedger(process.execPath, LEDGER)(listeners);
    const keys = { dataKey: Uint8Array.from(DATA_KEY), pinKey: Uint8Array.from(PIN_KEY) };
    ledger.send({ type: 'open', dataFolder: folder, keysFolder: keysBeside(folder), officeId: OFFICE_ID, ...keys });
    return ledger;
  };
  const counter = await BusyCounter.open(start);
  const times = noTimes();
  await counter.serve(people, times, seededRandom(SEED));
  counter.close();
  return times;
}

async function sixServed(
  folder: string,
  people: readonly Customer[],
  customers: number,
): Promise<{ readonly times: Times; readonly tellings: readonly Telling[]; readonly megabytes: number }> {
  const { office, counters } = await ServedOffice.open(folder, COUNTERS);
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string };
  const times = noTimes();
  const megabytes = office.residentMemory;
  const lines = await Promise.all(
    counters.map((identity) =>
      BusyCounter.open(networkLedger({ host: '127.0.0.1', port: office.port, identity, program: version })),
    ),
  );
  const shares = lines.map((_, at) => people.slice(at * customers, (at + 1) * customers));
  await Promise.all(lines.map((line, at) => line.serve(shares[at] ?? [], times, seededRandom(SEED + at))));
  const [reporting, ...others] = lines;
  const tellings: Telling[] = [];
  for (const customer of people.slice(customers * COUNTERS))
    if (reporting !== undefined) tellings.push(await reporting.reportBefore(customer, others));
  for (const line of lines) line.close();
  await office.close();
  return { times, tellings, megabytes };
}

function row(what: keyof Times, served: readonly number[], alone: readonly number[]): Finding {
  const [value, baseline] = [percentile(served, 0.99), percentile(alone, 0.99)];
  return {
    name: `server-${what.replace(' ', '-')}`,
    measured: { what: `p99 of a ${what}, ${COUNTERS} counters on a server`, value, unit: 'ms' },
    baseline: { what: 'p99 of one counter with a process of its own', value: baseline, unit: 'ms' },
    ratio: value / baseline,
    goal: { of: 'ratio', atMost: GOAL_RATIO },
  };
}

/** How soon every other machine is told of a commit, from its being asked for. */
function told(tellings: readonly Telling[]): Finding {
  const [value, baseline] = (['told', 'answered'] as const).map((what) =>
    percentile(
      tellings.map((telling) => telling[what]),
      0.99,
    ),
  ) as [number, number];
  return {
    name: 'server-told',
    measured: { what: `p99 until ${COUNTERS - 1} other counters are told of a loss report`, value, unit: 'ms' },
    baseline: { what: 'p99 until its own counter is answered', value: baseline, unit: 'ms' },
    ratio: value / baseline,
    goal: { of: 'value', atMost: GOAL_TOLD_MS },
  };
}

function memory(value: number): Finding {
  return {
    name: 'server-memory',
    measured: { what: 'resident memory of a server at rest', value, unit: 'MB' },
    baseline: { what: 'its goal', value: GOAL_MB, unit: 'MB' },
    ratio: value / GOAL_MB,
    goal: { of: 'value', atMost: GOAL_MB },
  };
}
