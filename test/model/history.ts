/** One random history: draws an operation, asks the auditor what must come of it, does it, and compares. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { closeDay } from '../../electron/ledger/day/days.ts';
import type { BatchRun } from '../../electron/ledger/month-end/posting-order.ts';
import { runAllocation } from '../../electron/ledger/month-end/allocation/allocations.ts';
import { runInstitutions, runRegister } from '../../electron/ledger/month-end/registers/registers.ts';
import { runSettlement } from '../../electron/ledger/month-end/settlement/settlements.ts';
import { authorised, MINUTE, type Counter, type Office } from '../offices/small-office.ts';
import { Auditor, balanceOf } from './auditor.ts';
import type { FileVerdict } from './auditor-words.ts';
import { CounterAuditor } from './counter-auditor.ts';
import { drawAllocation, drawRegister, drawSettlement } from './drawn-files.ts';
import type { Chance } from './seeded-chance.ts';
import { writtenAllocation, writtenInstitutions, writtenRegister, writtenSettlement } from './written-files.ts';

export type Operation = (history: History) => Promise<void>;

const ORDER = { clerk: '1001', second: '2001', answer: null };
const LOADING = { actor: '1001', answer: null };

export class History {
  readonly chance: Chance;
  readonly office: Office;
  /** Who is signed in at the counter, and at another one. */
  clerk: Counter;
  supervisor: Counter;
  readonly books: Auditor;
  readonly counter: CounterAuditor;
  #files = 0;
  #place = '';

  constructor(chance: Chance, office: Office, day: string, [clerk, supervisor]: readonly [Counter, Counter]) {
    this.chance = chance;
    this.office = office;
    office.signsInAgain = false;
    this.clerk = clerk;
    this.supervisor = supervisor;
    this.books = new Auditor('0101', day);
    this.counter = new CounterAuditor(this.books, '0101');
  }

  /** Does one operation and compares every account afterwards. */
  async step(place: string, operation: Operation): Promise<void> {
    this.#place = place;
    this.office.at += this.chance.below(4 * MINUTE);
    if (this.chance.happens(3)) this.office.at += 15 * MINUTE;
    await this.signInAgain();
    await operation(this);
    await this.#compareAccounts();
  }

  /** At another day's first operation nobody is signed in any more, and no visit has outlived its session. */
  async signInAgain(): Promise<void> {
    const { office, counter } = this;
    this.supervisor = await office.signedIn(this.supervisor);
    if ((await office.must('session.current', {}, this.clerk)) !== null) return;
    await this.unlock();
    counter.visit = null;
    this.clerk = await office.signIn(this.clerk.clerk);
  }

  /** A supervisor lifts the lock on the clerk, where there is one. */
  async unlock(): Promise<void> {
    const { office, counter } = this;
    if (!counter.locked) return;
    const request = { operationId: randomUUID(), clerkCode: '1001', authorisation: authorised('2001') };
    this.agree('lifting the lock', await office.codeOf('clerk.unlock', request, this.clerk), null);
    counter.unlock();
  }

  agree(what: string, actual: unknown, predicted: unknown): void {
    if (isDeepStrictEqual(actual, predicted)) return;
    const told = JSON.stringify({ actual, predicted }, null, 1);
    throw new Error(`${this.#place}: the ledger and the auditor differ about ${what}\n${told}`);
  }

  async #compareAccounts(): Promise<void> {
    const accounts = await this.office.door.ledger.books.read(async ({ sql }) =>
      sql.rows<[], object>('SELECT number, balance_fen AS balance, last_seq AS seq FROM account ORDER BY id').all(),
    );
    const predicted = this.books.accounts.map((account) => ({
      number: account.number,
      balance: balanceOf(account),
      seq: account.entries.length,
    }));
    this.agree(
      'the accounts',
      accounts.map((each) => ({ ...each })),
      predicted,
    );
  }

  freshBatch(): string {
    this.#files += 1;
    return `B${this.#files}`;
  }
}

export const loadRegister: Operation = async (history) => {
  const { chance, books, office } = history;
  const lines = drawRegister(chance);
  const run = await runRegister(office.door.ledger, writtenRegister(chance, lines), LOADING, null);
  const { added, updated } = run;
  const actual = { added, updated, refused: Array.from(run.refused, ({ line, code }) => [line, code]) };
  history.agree('the register', actual, books.register(lines));
};

export const loadInstitutions: Operation = async (history) => {
  const { chance, books, office } = history;
  const code = chance.pick(['H0001', 'P0001']);
  const terminals = chance.pick([['T1'], ['T1', 'T2'], ['T1', 'T3', 'T2'], ['T2']]);
  const institution = { code, name: chance.pick(['市第一人民医院', '康民药店', '中医院']), terminals };
  const run = await runInstitutions(office.door.ledger, writtenInstitutions(chance, [institution]), LOADING, null);
  const verdict = books.loadInstitution(institution);
  history.agree('the institution', [run.added, run.updated], verdict === 'added' ? [1, 0] : [0, 1]);
};

function verdictOf(run: BatchRun): FileVerdict {
  const { posted, fileReason, accepted, amountFen } = run;
  const refused = Array.from(run.refused, ({ ordinal, externalId, reason }) => [ordinal, externalId, reason] as const);
  return { posted, fileReason, accepted, amountFen, refused };
}

export const sendAllocation: Operation = async (history) => {
  const { chance, books, office } = history;
  const sent = drawAllocation(chance, books, history.freshBatch());
  const source = writtenAllocation(chance, sent);
  const posting = chance.happens(85);
  const run = await runAllocation(office.door.ledger, source, posting ? ORDER : null, null);
  history.agree('an allocation', verdictOf(run), books.allocation(sent, posting));
  if (!chance.happens(10)) return;
  const again = await runAllocation(office.door.ledger, source, ORDER, null);
  history.agree('the same allocation again', verdictOf(again), books.allocation(sent, true));
};

export const sendSettlement: Operation = async (history) => {
  const { chance, books, office } = history;
  const sent = drawSettlement(chance, books, history.freshBatch());
  const source = writtenSettlement(chance, sent);
  const posting = chance.happens(85);
  const run = await runSettlement(office.door.ledger, source, posting ? ORDER : null, null);
  history.agree('a settlement', verdictOf(run), books.settlement(sent, posting));
  if (!chance.happens(10)) return;
  const again = await runSettlement(office.door.ledger, source, ORDER, null);
  history.agree('the same settlement again', verdictOf(again), books.settlement(sent, true));
};

export const endDay: Operation = async (history) => {
  history.agree('the business day', await closeDay(history.office.door.ledger, '1001'), history.books.closeDay());
};

export const restart: Operation = async (history) => {
  history.office.reopen();
  history.agree('the open office', history.office.door.officePresent, true);
};
