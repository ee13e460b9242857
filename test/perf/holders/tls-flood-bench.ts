/** Counters on an office server while ten thousand sign-ins a minute come through TLS to its web server, and while none do. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { seededRandom } from '../../../electron/ledger/demo/seeded-random.ts';
import { programVersion } from '../../../electron/ledger/commands/program-version.ts';
import { networkLedger } from '../../../electron/main/ledger-link/network-transport.ts';
import type { BenchSize } from '../bench-size.ts';
import type { Finding } from '../bench-table.ts';
import { BusyCounter, noTimes, type Customer, type Times } from '../busy-counter.ts';
import { grownUps } from '../grown-ups.ts';
import { copyPrepared, preparedOffice, SEED } from '../prepared-office.ts';
import { ServedOffice } from '../served-office.ts';
import { percentile } from '../side-by-side.ts';

const COUNTERS = 3;
const SIGN_INS_A_SECOND = 10_000 / 60;
const flooded = z.object({ answered: z.number(), lost: z.number(), asked: z.number() });

export async function tlsFlood({ waiting, customers }: BenchSize): Promise<Finding> {
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const folder = join(place, 'office');
  copyPrepared(await preparedOffice('plain', waiting), folder);
  const people = await grownUps(folder, waiting, 2 * customers * COUNTERS);
  const { office, counters } = await ServedOffice.open(folder, COUNTERS, ['--web', '127.0.0.1:0']);
  const program = programVersion();
  const lines = await Promise.all(
    counters.map((identity) =>
      BusyCounter.open(networkLedger({ host: '127.0.0.1', port: office.port, identity, program })),
    ),
  );
  try {
    const quiet = await served(lines, people.slice(0, customers * COUNTERS));
    const stop = flood(office.webPort);
    const busy = await served(lines, people.slice(customers * COUNTERS));
    const { answered, asked } = await stop();
    if (answered === 0) throw new Error(`none of ${asked} sign-ins of the bench was answered`);
    const [value, baseline] = [percentile(busy['loss report'], 0.99), percentile(quiet['loss report'], 0.99)];
    return {
      name: 'web-flood-tls',
      measured: { what: 'p99 of a loss report at a counter, 10,000 sign-ins a minute through TLS', value, unit: 'ms' },
      baseline: { what: 'without them', value: baseline, unit: 'ms' },
      ratio: value / baseline,
      goal: { of: 'ratio', atMost: 2 },
    };
  } finally {
    for (const line of lines) line.close();
    await office.close();
    rmSync(place, { recursive: true, force: true });
  }
}

async function served(lines: readonly BusyCounter[], people: readonly Customer[]): Promise<Times> {
  const times = noTimes();
  const share = people.length / lines.length;
  await Promise.all(
    lines.map((line, at) => line.serve(people.slice(at * share, (at + 1) * share), times, seededRandom(SEED + at))),
  );
  return times;
}

/** From a process of its own. Answers what ends it, and what came of it. */
function flood(port: number): () => Promise<z.infer<typeof flooded>> {
  const words = [join(import.meta.dirname, 'tls-flood-run.ts'), String(port), String(SIGN_INS_A_SECOND)];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = text(child.stdout);
  return async () => {
    child.stdin.end();
    return flooded.parse(JSON.parse(await said));
  };
}
