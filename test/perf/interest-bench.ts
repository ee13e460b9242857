/** The interest of a quarter for every account, against the posting of as many lines of an allocation. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
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
    const file = join(place, 'allocation.csv');
    writeAllocationCsv(file, SEED, accounts);
    const plain = await preparedOffice('plain', accounts);
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
      async () => (await onCopy(plain, (copy) => childRun('posting-run.ts', [copy, file], posted))).seconds,
    );
    return [
      {
        name: 'interest',
        measured: { what: `interest of ${accounts} accounts`, value: measured, unit: 's' },
        baseline: { what: 'posting of as many lines', value: baseline, unit: 's' },
        ratio,
        goal: { of: 'ratio', atMost: 1 },
      },
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
