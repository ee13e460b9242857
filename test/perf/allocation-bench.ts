/** A month-end file of every account, from the file on disk to the commit, against the raw insert of as many rows. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAllocationCsv, writeAllocationXml } from './allocation-files.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { childRun } from './child-run.ts';
import { preparedOffice, SEED } from './prepared-office.ts';
import { sideBySide } from './side-by-side.ts';

const inserted = z.object({ seconds: z.number(), peakMb: z.number() });
const posted = inserted.extend({ accepted: z.number() });

/** A counter's PC has no more to spare for the ledger. */
const MEMORY_MB = 400;

export async function allocationBench({ accounts, postings }: BenchSize): Promise<Finding[]> {
  const office = await preparedOffice('plain', accounts);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  try {
    const bench = new AllocationBench(place, office, accounts);
    const speed = await bench.speed(postings);
    return [speed, ...(await bench.memory())];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

class AllocationBench {
  readonly #place: string;
  readonly #office: string;
  readonly #accounts: number;
  readonly #csv: string;
  #csvPeakMb = 0;
  #rawPeakMb = 0;

  constructor(place: string, office: string, accounts: number) {
    this.#place = place;
    this.#office = office;
    this.#accounts = accounts;
    this.#csv = join(place, 'allocation.csv');
    writeAllocationCsv(this.#csv, SEED, accounts);
  }

  async speed(pairs: number): Promise<Finding> {
    const { measured, baseline, ratio } = await sideBySide(
      pairs,
      async () => {
        const { seconds, peakMb } = await this.#post(this.#csv);
        this.#csvPeakMb = Math.max(this.#csvPeakMb, peakMb);
        return seconds;
      },
      () => this.#insertRaw(),
    );
    return {
      name: 'allocation',
      measured: { what: `CSV of ${this.#accounts} lines, file to posted`, value: measured, unit: 's' },
      baseline: { what: 'raw insert', value: baseline, unit: 's' },
      ratio: 1 / ratio,
      goal: { of: 'speed', atLeast: 0.35 },
    };
  }

  async memory(): Promise<Finding[]> {
    const xml = join(this.#place, 'allocation.xml');
    writeAllocationXml(xml, SEED, this.#accounts);
    const { peakMb } = await this.#post(xml);
    rmSync(xml);
    // The same cards under other names: each line is refused.
    const strangers = join(this.#place, 'strangers.csv');
    writeAllocationCsv(strangers, SEED + 1, this.#accounts);
    const refused = await this.#post(strangers, 0);
    return [
      this.#peak('csv', 'the CSV file', this.#csvPeakMb),
      this.#peak('xml', 'the XML file', peakMb),
      this.#peak('refused', 'a CSV file with every line refused', refused.peakMb),
    ];
  }

  #peak(name: string, file: string, value: number): Finding {
    return {
      name: `allocation-memory-${name}`,
      measured: { what: `peak of posting ${file}`, value, unit: 'MB' },
      baseline: { what: 'peak of the raw insert', value: this.#rawPeakMb, unit: 'MB' },
      ratio: value / this.#rawPeakMb,
      goal: { of: 'value', atMost: MEMORY_MB },
    };
  }

  /** On a copy of the office, gone afterwards. */
  async #post(file: string, accepted = this.#accounts): Promise<z.infer<typeof posted>> {
    const copy = join(this.#place, 'office');
    cpSync(this.#office, copy, { recursive: true });
    const run = await childRun('posting-run.ts', [copy, file], posted);
    rmSync(copy, { recursive: true, force: true });
    if (run.accepted !== accepted) throw new Error(`${run.accepted} and not ${accepted} lines were posted`);
    return run;
  }

  async #insertRaw(): Promise<number> {
    const path = join(this.#place, 'raw.db');
    const { seconds, peakMb } = await childRun('raw-insert-run.ts', [path, String(this.#accounts)], inserted);
    this.#rawPeakMb = Math.max(this.#rawPeakMb, peakMb);
    for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) rmSync(path + end);
    return seconds;
  }
}
