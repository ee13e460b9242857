/**
 * A loss report among a million accounts, from the command at the ledger's door to its answer after the commit, against
 * one raw row committed to a file of the same engine and settings.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerVerb } from '../../electron/contract/verbs.ts';
import { seededRandom } from '../../electron/ledger/demo/seeded-random.ts';
import type { FileSource } from '../../electron/ledger/intake/file-source.ts';
import { runAllocation } from '../../electron/ledger/month-end/allocation/allocations.ts';
import { runRegister } from '../../electron/ledger/month-end/registers/registers.ts';
import { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import { openConnection } from '../../electron/ledger/books/sqlite/connection.ts';
import { requireByCardId } from '../../electron/ledger/account/holder-rows.ts';
import { deriveKeys } from '../../electron/ledger/books/sealing/keys.ts';
import { touchSession } from '../../electron/ledger/request/session/session-rows.ts';
import { doorOf } from '../offices/office-care.ts';
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
  SEED,
} from './prepared-office.ts';
import { percentile } from './side-by-side.ts';

const BENCH = { door: 'teller', counter: 'bench', operator: 'bench' } as const;
const WARM_UP = 30;
const GOAL_MS = 15;

export async function lossReportBench({ accounts, reports }: BenchSize): Promise<Finding[]> {
  const office = await preparedOffice('plain', accounts);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const folder = join(place, 'office');
  copyPrepared(office, folder);
  const raw = rawCommit(join(place, 'raw.db'));
  const counter = await BenchCounter.open(folder);
  const taken = { ours: [] as number[], raw: [] as number[] };
  const random = seededRandom(SEED);
  try {
    for (let at = 0; at < reports + WARM_UP; at += 1) {
      const baseline = raw.commit();
      const ours = await counter.reportLoss(1 + random.below(accounts));
      if (ours === null || at < WARM_UP) continue;
      taken.ours.push(ours);
      taken.raw.push(baseline);
    }
  } finally {
    counter.close();
    raw.close();
    rmSync(place, { recursive: true, force: true });
  }
  const [value, baseline] = [percentile(taken.ours, 0.99), percentile(taken.raw, 0.99)];
  return [
    {
      name: 'loss-report',
      measured: { what: `p99 of a loss report, ${accounts} accounts`, value, unit: 'ms' },
      baseline: { what: 'p99 of one raw row committed', value: baseline, unit: 'ms' },
      ratio: value / baseline,
      goal: { of: 'value', atMost: GOAL_MS },
    },
  ];
}

export class BenchCounter {
  readonly #door: Dispatcher;
  readonly #token: string;

  private constructor(door: Dispatcher, token: string) {
    this.#door = door;
    this.#token = token;
  }

  static async open(folder: string): Promise<BenchCounter> {
    const keysFolder = keysBeside(folder);
    const options = { folder, keysFolder, officeId: OFFICE_ID, dataKey: DATA_KEY, clock, report: () => undefined };
    const door = new Dispatcher(options);
    const input = { clerkCode: CLERK.code, password: CLERK.password };
    const request = { verb: 'session.signIn', input, sessionToken: null, ...BENCH } as const;
    const { session } = await door.answer(request);
    if (typeof session !== 'string') throw new Error('the clerk of the bench cannot sign in');
    return new BenchCounter(door, session);
  }

  /** Milliseconds of the report alone; null for a child, who would need a guardian. In this office card and account agree. */
  async reportLoss(cardId: number): Promise<number | null> {
    const { idNumber, card } = await this.#door.ledger.books.read((reading) => requireByCardId(reading, cardId));
    const coming = { networkCheck: 'match-photo', secondaryDocument: null, agent: null };
    const visit = await this.#ask('visit.open', { operationId: randomUUID(), idNumber, card, ...coming });
    if (visit === null) return null;
    const { visitId } = visit as { visitId: string };
    const report = {
      object: 'card',
      kind: 'formal',
      missedSince: null,
      address: '人民路一号',
      phone: null,
      second: null,
    };
    const started = performance.now();
    const view = await this.#ask('loss.report', { operationId: randomUUID(), visitId, ...report });
    const ms = performance.now() - started;
    await this.#ask('visit.finish', { visitId });
    return view === null ? null : ms;
  }

  /** Milliseconds of posting the file; throws when a line of it is refused. */
  async post(file: FileSource): Promise<number> {
    const started = performance.now();
    const run = await runAllocation(this.#door.ledger, file, { clerk: '1001', second: '2001', answer: null }, null);
    const ms = performance.now() - started;
    if (!run.posted || run.refused.length > 0) throw new Error('a line of the posted file was refused');
    return ms;
  }

  /** As the other clerk looks at the posted files, again and again. */
  async look(): Promise<void> {
    if ((await this.#ask('batch.list', {})) === null) throw new Error('the clerk of the bench may not look');
  }

  /** As a window whose clerk types: a commit of next to nothing. */
  async touch(): Promise<void> {
    const { books } = this.#door.ledger;
    await books.write((writing) => touchSession(writing, books.keys.blindIndex('session', this.#token)));
  }

  async checkRegister(file: FileSource, lines: number): Promise<void> {
    const run = await runRegister(this.#door.ledger, file, null, null);
    if (run.added + run.updated < lines * 0.9) throw new Error('the register of the bench is not read');
  }

  async verify(): Promise<void> {
    const report = (await this.#ask('ledger.verify', {})) as { ok: boolean } | null;
    if (report?.ok !== true) throw new Error('the books of the bench are not whole');
  }

  /** Commits without anchor until the answer is called. */
  pauseAnchor(): () => void {
    const { anchoring } = this.#door.ledger.books;
    if (anchoring === null) throw new Error('the office of the bench has no anchor');
    return anchoring.pause();
  }

  /** Null for a refusal. */
  async #ask(verb: LedgerVerb, input: unknown): Promise<unknown> {
    const request = { verb, input, sessionToken: this.#token, ...BENCH, door: doorOf(verb) };
    const { reply } = await this.#door.answer(request);
    return reply.ok ? reply.value : null;
  }

  close(): void {
    this.#door.close();
  }
}

function rawCommit(path: string): { commit: () => number; close: () => void } {
  const connection = openConnection({ path, databaseKey: deriveKeys(DATA_KEY).database });
  connection.exec('CREATE TABLE raw (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = connection.prepare('INSERT INTO raw (text) VALUES (?)');
  return {
    commit: () => {
      const started = performance.now();
      insert.run('one row of a report');
      return performance.now() - started;
    },
    close: () => connection.close(),
  };
}
