/** The auditor's view of one counter: who may be served, what a statement says, what is on paper. Plain values only. */
import { luhnDigit } from '../offices/made-up-people.ts';
import { balanceOf, type Auditor } from './auditor.ts';
import type { Account, Entry } from './auditor-words.ts';

const MINUTE = 60_000;

export interface Paper {
  readonly number: string;
  readonly account: Account;
  readonly seqs: readonly number[];
  copies: number;
}

interface Standing {
  readonly account: Account;
  readonly id: string;
  lastActive: number;
  draft: Paper | null;
}

export interface Visitor {
  readonly idNumber: string;
  readonly card: string;
  /** As whoever typed the numbers knows. */
  readonly idSound: boolean;
  readonly cardSound: boolean;
  readonly agent: 'none' | 'agent' | 'guardian';
}

export class CounterAuditor {
  readonly #books: Auditor;
  readonly #office: string;
  visit: Standing | null = null;
  #mismatches: number[] = [];
  locked = false;
  readonly #numbersOfDay = new Map<string, number>();
  readonly papers: Paper[] = [];

  constructor(books: Auditor, office: string) {
    this.#books = books;
    this.#office = office;
  }

  unlock(): void {
    this.locked = false;
    this.#mismatches = [];
  }

  /** The code of the refusal; null when the visit opens. */
  openVisit(visitor: Visitor, at: number): string | null {
    if (this.locked) return 'CLERK_LOCKED';
    if (this.standing(at) !== null) return 'VISIT_OPEN';
    if (!visitor.idSound) return 'ID_NUMBER_INVALID';
    if (!visitor.cardSound) return 'CARD_NUMBER_INVALID';
    const account = this.#books.accountOf(visitor.card);
    if (account === undefined || account.idNumber !== visitor.idNumber) {
      this.#mismatches = [...this.#mismatches.filter((time) => time > at - 10 * MINUTE), at];
      this.locked = this.#mismatches.length >= 5;
      return 'PAIR_MISMATCH';
    }
    if (isMinor(account, this.#books.day) && visitor.agent !== 'guardian') return 'GUARDIAN_REQUIRED';
    return null;
  }

  opened(card: string, id: string, at: number): void {
    const account = this.#books.accountOf(card);
    if (account === undefined) throw new Error('a visit was opened for nobody');
    this.visit = { account, id, lastActive: at, draft: null };
  }

  /** The visit that is still going on. */
  standing(at: number): Standing | null {
    return this.visit !== null && at - this.visit.lastActive < 15 * MINUTE ? this.visit : null;
  }

  /** Why a command in the named visit is refused; null when it is not. */
  visitFault(at: number): string | null {
    if (this.locked) return 'CLERK_LOCKED';
    if (this.visit === null) return 'VISIT_REQUIRED';
    return this.standing(at) === null ? 'VISIT_ENDED' : null;
  }

  header(account: Account) {
    return {
      holderName: account.name,
      accountNumber: account.number,
      balanceFen: balanceOf(account),
      unprinted: unprintedOf(account).length,
      idMasked: `${account.idNumber.slice(0, 3)}${'*'.repeat(11)}${account.idNumber.slice(14)}`,
    };
  }

  statement(period: { from: string; to: string }, kinds: readonly string[] | null, at: number) {
    const visit = this.standing(at);
    if (visit === null) throw new Error('nobody is at the counter');
    visit.lastActive = at;
    const { account } = visit;
    const inside = account.entries.filter(({ date }) => date >= period.from && date <= period.to);
    const before = account.entries.filter(({ date }) => date < period.from);
    const openingFen = balanceOf({ entries: before });
    const sum = (...of: string[]) =>
      inside.reduce((total, { kind, amountFen }) => total + (of.includes(kind) ? amountFen : 0), 0);
    const listed = inside.filter(({ kind }) => kinds === null || kinds.includes(kind));
    const seqs = kinds === null ? listed.map(({ seq }) => seq) : [];
    const open = unprintedOf(account).map(({ seq }) => seq);
    visit.draft = { number: visit.draft?.number ?? this.#nextNumber(), account, seqs, copies: 0 };
    return {
      documentNumber: visit.draft.number,
      totals: {
        openingFen,
        closingFen: openingFen + inside.reduce((total, { amountFen }) => total + amountFen, 0),
        allocatedFen: sum('allocation'),
        consumedFen: Math.abs(sum('consumption')),
        refundedFen: sum('void', 'refund'),
        interestFen: 0,
      },
      clears: seqs.filter((seq) => open.includes(seq)).length,
      unprinted: open.length,
      entries: listed.map((entry) => this.#line(entry)),
    };
  }

  #line({ institution, ...entry }: Entry) {
    return { ...entry, place: institution === null ? null : (this.#books.institutions.get(institution)?.name ?? null) };
  }

  #nextNumber(): string {
    const { day } = this.#books;
    const last = (this.#numbersOfDay.get(day) ?? 0) + 1;
    this.#numbersOfDay.set(day, last);
    const digits = `${this.#office}${day.replaceAll('-', '')}${String(last).padStart(5, '0')}`;
    return `S${digits}${luhnDigit(digits)}`;
  }

  /** The draft becomes a paper, a paper of the same holder one copy more. */
  issue(paper: Paper, at: number): number {
    const visit = this.standing(at);
    if (visit === null) throw new Error('nobody is at the counter');
    visit.lastActive = at;
    if (visit.draft === paper) {
      visit.draft = null;
      this.papers.push(paper);
    }
    return paper.copies;
  }

  /** The paper reached the holder. */
  handOver({ account, seqs }: Paper): void {
    for (const seq of seqs) account.printed.add(seq);
  }

  sinceLastPrint(account: Account): { from: string; to: string } | null {
    const [first] = unprintedOf(account);
    return first === undefined ? null : { from: first.date, to: this.#books.day };
  }
}

function unprintedOf({ entries, printed }: Account): Entry[] {
  return entries.filter(({ seq }) => !printed.has(seq));
}

function isMinor({ idNumber }: Account, day: string): boolean {
  const sixteenth = `${Number(idNumber.slice(6, 10)) + 16}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  return day < sixteenth;
}
