/** What the holders' doors cost: who is known or not side by side, a report online and at the counter, counters in a flood of sign-ins. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchSize } from '../bench-size.ts';
import type { Finding } from '../bench-table.ts';
import { copyPrepared, preparedOffice } from '../prepared-office.ts';
import { percentile, sideBySide } from '../side-by-side.ts';
import { DoorsOfBench } from './doors-of-bench.ts';
import { firstPaint } from './first-paint.ts';
import { tlsFlood } from './tls-flood-bench.ts';

/** More than what two runs over the same thing differ by. */
const NOISE = 1.1;
const SIGN_INS_A_SECOND = 10_000 / 60;

export async function holdersBench(size: BenchSize): Promise<Finding[]> {
  const { waiting, reports, tries } = size;
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const folder = join(place, 'office');
  copyPrepared(await preparedOffice('plain', waiting), folder);
  const doors = await DoorsOfBench.open(folder, waiting);
  try {
    return [
      await knownOrNot(doors, tries, 'code', 'a code asked for'),
      await knownOrNot(doors, Math.ceil(tries / 10), 'sign-in', 'a wrong password'),
      await onlineReport(doors, reports),
      await inFlood(doors, reports),
      await tlsFlood(size),
      ...(await firstPaint()),
    ];
  } finally {
    doors.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** Whichever of the two takes longer. */
async function knownOrNot(doors: DoorsOfBench, tries: number, how: 'code' | 'sign-in', what: string): Promise<Finding> {
  for (const known of [true, false, true, false]) await doors.tried(how, known);
  const { measured, baseline, ratio } = await sideBySide(
    tries,
    () => doors.tried(how, false),
    () => doors.tried(how, true),
  );
  return {
    name: `web-unknown-${how}`,
    measured: { what: `${what} for somebody unknown, median of ${tries}`, value: measured, unit: 'ms' },
    baseline: { what: 'for somebody known', value: baseline, unit: 'ms' },
    ratio: Math.max(ratio, 1 / ratio),
    goal: { of: 'ratio', atMost: NOISE },
  };
}

async function onlineReport(doors: DoorsOfBench, reports: number): Promise<Finding> {
  const [online, counter]: [number[], number[]] = [[], []];
  for (let at = 0; at < reports; at += 1) {
    online.push(await doors.reportOnline());
    counter.push(await doors.reportAtCounter());
  }
  const [value, baseline] = [percentile(online, 0.99), percentile(counter, 0.99)];
  return {
    name: 'web-report',
    measured: { what: 'p99 of a loss report online', value, unit: 'ms' },
    baseline: { what: 'p99 of one at the counter', value: baseline, unit: 'ms' },
    ratio: value / baseline,
    goal: { of: 'ratio', atMost: 2 },
  };
}

/** Every sign-in from an address of its own, so that no address is stopped: the worst there is. */
async function inFlood(doors: DoorsOfBench, reports: number): Promise<Finding> {
  const [quiet, flooded]: [number[], number[]] = [[], []];
  for (let at = 0; at < reports; at += 1) quiet.push(await doors.reportAtCounter());
  const stop = doors.flood(SIGN_INS_A_SECOND);
  for (let at = 0; at < reports; at += 1) flooded.push(await doors.reportAtCounter());
  await stop();
  const [value, baseline] = [percentile(flooded, 0.99), percentile(quiet, 0.99)];
  return {
    name: 'web-flood',
    measured: { what: 'p99 of a loss report at the counter, 10,000 sign-ins a minute', value, unit: 'ms' },
    baseline: { what: 'without them', value: baseline, unit: 'ms' },
    ratio: value / baseline,
    goal: { of: 'ratio', atMost: 2 },
  };
}
