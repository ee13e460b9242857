/** The interest of a quarter for every account, against the posting of as many lines of the next month's allocation in the same office. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { writeAllocationCsv } from './allocation-files.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { childRun } from './child-run.ts';
import { preparedOffice, SEED } from './prepared-office.ts';
import { sideBySide } from './side-by-side.ts';

const posted = z.object({ seconds: z.number(), accepted: z.number() });
const settled = z.object({ seconds: z.number(), accounts: z.number() });

export async function interestBench({ accounts, postings }: BenchSize): Promise<Finding[]> {
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  try {
    const [file, next] = [join(place, 'allocation.csv'), join(place, 'next-month.csv')];
    writeAllocationCsv(file, SEED, accounts);
    writeAllocationCsv(next, SEED, accounts, businessDate('2024-02-29'));
    // Each account with what a month has brought it.
    const withBalances = await preparedOffice('allocated', accounts, async (folder) => {
      await childRun('posting-run.ts', [folder, file], posted);
    });
    const onCopy = async <T>(office: string, run: (copy: string) => Promise<T>): Promise<T> => {
      const copy = join(place, 'office');
      cpSync(office, copy, { recursive: true });
      const done = await run(copy);
      rmSync(copy, { recursive: true, force: true });
      return done;
    };
    const { measured, baseline, ratio } = await sideBySide(
      postings,
      async () => {
        const run = await onCopy(withBalances, (copy) => childRun('interest-run.ts', [copy], settled));
        if (run.accounts !== accounts) throw new Error(`${run.accounts} and not ${accounts} accounts had interest`);
        return run.seconds;
      },
      async () => (await onCopy(withBalances, (copy) => childRun('posting-run.ts', [copy, next], posted))).seconds,
    );
    return [
      {
        name: 'interest',
        measured: { what: `interest of ${accounts} accounts`, value: measured, unit: 's' },
        baseline: { what: 'posting of as many lines in the same office', value: baseline, unit: 's' },
        ratio,
        goal: { of: 'ratio', atMost: 1 },
      },
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
