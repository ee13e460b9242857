/**
 * The day end of a day with a file of 200,000 entries, from the command to its answer after the commit with the report kept, against
 * one SQL sum over those entries on the same books. Each pair works on a copy of its own, as a day ends once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import { fileOnDisk } from '../../electron/ledger/intake/file-source.ts';
import { runAllocation } from '../../electron/ledger/month-end/allocation/allocations.ts';
import { COMMAND_LINE } from '../../electron/ledger/request/scope.ts';
import { openConnection } from '../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys } from '../../electron/ledger/books/sealing/keys.ts';
import { booksPath } from '../../electron/ledger/books/books.ts';
import { writeAllocationCsv } from './allocation-files.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import {
  CLERK,
  clock,
  copyPrepared,
  DATA_KEY,
  keysBeside,
  OFFICE_ID,
  preparedOffice,
  SECOND,
  SEED,
} from './prepared-office.ts';
import { sideBySide } from './side-by-side.ts';

const GOAL = 5;

export async function dayEndBench({ dayEntries, dayEnds }: BenchSize): Promise<Finding[]> {
  const office = await preparedOffice('plain', dayEntries);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  try {
    const posted = join(place, 'posted');
    copyPrepared(office, posted);
    await postDay(posted, join(place, 'allocation.csv'), dayEntries);
    const bench = new DayEnds(place, posted);
    const { measured, baseline, ratio } = await sideBySide(
      dayEnds,
      () => bench.end(),
      () => bench.sum(),
    );
    return [
      {
        name: 'day-end',
        measured: { what: `day end of ${dayEntries} entries`, value: measured, unit: 'ms' },
        baseline: { what: 'one SQL sum over them', value: baseline, unit: 'ms' },
        ratio,
        goal: { of: 'ratio', atMost: GOAL },
      },
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function openDoor(folder: string): Dispatcher {
  const keysFolder = keysBeside(folder);
  return new Dispatcher({
    ...{ folder, keysFolder, officeId: OFFICE_ID, dataKey: DATA_KEY, clock },
    report: () => undefined,
  });
}

/** Posts a line for every account on the open day, of an office that lives by its books from then on: it ends one day at a time. */
async function postDay(folder: string, file: string, lines: number): Promise<void> {
  writeAllocationCsv(file, SEED, lines);
  const door = openDoor(folder);
  const order = { clerk: CLERK.code, second: SECOND.code, answer: null };
  const run = await runAllocation(door.ledger, fileOnDisk(file, 'allocation.csv'), order, null);
  door.close();
  if (!run.posted) throw new Error('the file of the bench was not posted');
  const connection = openConnection({ path: booksPath(folder), databaseKey: deriveKeys(DATA_KEY).database });
  // In a released program this is chosen when the office is made.
  connection.exec("DROP TRIGGER office_keeps_its_clock; UPDATE office SET lives_by = 'books'");
  connection.close();
}

class DayEnds {
  readonly #place: string;
  readonly #posted: string;
  #copies = 0;

  constructor(place: string, posted: string) {
    this.#place = place;
    this.#posted = posted;
  }

  /** Milliseconds. */
  async end(): Promise<number> {
    return this.#onCopy(async (door) => {
      const request = { verb: 'day.endWithReport', door: 'command-line', input: { authorisation: null } } as const;
      const from = { sessionToken: null, counter: COMMAND_LINE, operator: 'operator:bench' };
      const { reply } = await door.answer({ ...request, ...from });
      if (!reply.ok) throw new Error(`the day end of the bench was refused: ${reply.error.code}`);
    });
  }

  async sum(): Promise<number> {
    return this.#onCopy(async (door) => {
      const found = await door.ledger.books.read(({ sql }) =>
        Promise.resolve(sql.values<[], number>('SELECT sum(amount_fen) FROM entry').get()),
      );
      if (found === undefined || found <= 0) throw new Error('the bench summed nothing');
    });
  }

  async #onCopy(work: (door: Dispatcher) => Promise<void>): Promise<number> {
    this.#copies += 1;
    const folder = join(this.#place, `copy-${this.#copies}`);
    copyPrepared(this.#posted, folder);
    const door = openDoor(folder);
    try {
      const started = performance.now();
      await work(door);
      return performance.now() - started;
    } finally {
      door.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
