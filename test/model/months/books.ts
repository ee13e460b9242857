/** The auditor's books: accounts as arrays, each file's lines judged once more, corrections, closings, interest by two pots. */
import { daysOf, reckonByPots } from '../../unit/ledger/interest/pots.ts';
import { quarterBegins, rateOn, daysFrom, daysBetween } from './calendar.ts';

export interface Entry {
  readonly seq: number;
  readonly date: string;
  readonly kind: 'allocation' | 'consumption' | 'void' | 'refund' | 'interest' | 'correction';
  readonly amountFen: number;
  readonly balanceFen: number;
}

export interface Account {
  readonly person: number;
  readonly idNumber: string;
  readonly phone: string;
  name: string;
  card: string;
  readonly replaced: string[];
  closedOn: string | null;
  readonly entries: Entry[];
  /** Entries that were taken back. */
  readonly corrected: Set<number>;
}

export interface Credit {
  readonly id: string;
  readonly card: string;
  readonly idNumber: string;
  readonly name: string;
  readonly amountFen: number;
}

export interface Sale {
  readonly reference: string;
  readonly card: string;
  readonly kind: 'consumption' | 'void' | 'refund';
  readonly amountFen: number;
  readonly original: string;
  readonly institution: string;
  readonly terminal: string;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly time: string;
}

interface Payment {
  readonly account: Account;
  readonly seq: number;
  readonly amountFen: number;
  readonly returns: { readonly seq: number; readonly amountFen: number }[];
}

export interface Hold {
  readonly card: string;
  readonly from: string;
  until: string | null;
}

export interface Verdict {
  readonly posted: boolean;
  readonly accepted: number;
  readonly amountFen: number;
  readonly rejected: readonly (readonly [id: string, reason: string])[];
  readonly fileReason: string | null;
}

export type Control = 'corrections' | 'fund-clearing' | 'institution-settlement' | 'interest';
const CONTROLS: readonly Control[] = ['corrections', 'fund-clearing', 'institution-settlement', 'interest'];

interface FileOfDay {
  readonly date: string;
  readonly kind: 'allocation' | 'settlement';
  readonly accepted: number;
  readonly rejected: number;
}

export function balanceOf({ entries }: Account): number {
  return entries.at(-1)?.balanceFen ?? 0;
}

const refused = (fileReason: string, rejected: Verdict['rejected'] = []): Verdict => ({
  posted: false,
  accepted: 0,
  amountFen: 0,
  rejected,
  fileReason,
});

/** As the settings write them. */
export interface RateTexts {
  readonly demand: string;
  readonly carryOver: string;
}

export class MonthsBooks {
  readonly opened: string;
  day: string;
  readonly accounts: Account[] = [];
  readonly holds: Hold[] = [];
  readonly files: FileOfDay[] = [];
  /** Quarter days whose interest is booked, or begun to be: nothing is posted on a day up to them. */
  settledTo = '';
  ceilingFen = 1_000_000;
  #unfinished: { readonly rates: RateTexts; readonly done: number } | null = null;
  readonly #numbers = new Set<string>();
  readonly #payments = new Map<string, Payment | null>();
  readonly #moved: { readonly date: string; readonly control: Control; readonly amountFen: number }[] = [];

  constructor(opened: string) {
    this.opened = opened;
    this.day = opened;
  }

  get isBeingClosed(): boolean {
    return this.settledTo >= this.day;
  }

  accountOf(card: string): Account | undefined {
    return this.accounts.find((account) => account.card === card || account.replaced.includes(card));
  }

  payments(): string[] {
    return [...this.#payments.keys()];
  }

  paymentOf(reference: string): Payment | null {
    return this.#payments.get(reference) ?? null;
  }

  #enter(account: Account, kind: Entry['kind'], amountFen: number): number {
    const seq = account.entries.length + 1;
    account.entries.push({ seq, date: this.day, kind, amountFen, balanceFen: balanceOf(account) + amountFen });
    return seq;
  }

  /** The other side of what holders were credited with. */
  #balance(control: Control, holdersFen: number): void {
    if (holdersFen !== 0) this.#moved.push({ date: this.day, control, amountFen: -holdersFen });
  }

  allocation(number: string, credits: readonly Credit[]): Verdict | 'DAY_BEING_CLOSED' {
    if (this.#numbers.has(`allocation ${number}`)) return refused('DU01');
    const faults = credits.map((credit, at) => this.#creditFault(credit, credits.slice(0, at)));
    const rejected = credits.flatMap(({ id }, at) => (faults[at] ? [[id, faults[at]] as const] : []));
    const good = credits.filter((_, at) => faults[at] === null);
    if (good.length === 0) return refused('NO_GOOD_LINE', rejected);
    if (this.isBeingClosed) return 'DAY_BEING_CLOSED';
    this.#numbers.add(`allocation ${number}`);
    for (const { card, amountFen } of good) this.#enter(this.accountOf(card)!, 'allocation', amountFen);
    const amountFen = good.reduce((sum, each) => sum + each.amountFen, 0);
    this.#balance('fund-clearing', amountFen);
    this.files.push({ date: this.day, kind: 'allocation', accepted: good.length, rejected: rejected.length });
    return { posted: true, accepted: good.length, amountFen, rejected, fileReason: null };
  }

  #creditFault({ id, card, idNumber, name, amountFen }: Credit, before: readonly Credit[]): string | null {
    if (amountFen === 0) return 'AM01';
    if (amountFen > this.ceilingFen) return 'AM02';
    if (before.some((each) => each.id === id)) return 'AM05';
    const account = this.accounts.find((each) => each.card === card);
    if (account === undefined) return 'AC01';
    if (account.closedOn !== null) return 'AC04';
    return account.idNumber === idNumber && account.name === name ? null : 'BE01';
  }

  settlement(number: string, sales: readonly Sale[]): Verdict | 'DAY_BEING_CLOSED' {
    if (this.#numbers.has(`settlement ${number}`)) return refused('FILE_DUPLICATE');
    const trial = new Trial(this, this.#payments);
    const faults = sales.map((sale) => trial.take(sale));
    const rejected = sales.flatMap(({ reference }, at) => (faults[at] ? [[reference, faults[at]] as const] : []));
    if (rejected.length === sales.length) return refused('NO_GOOD_LINE', rejected);
    if (this.isBeingClosed) return 'DAY_BEING_CLOSED';
    this.#numbers.add(`settlement ${number}`);
    let netFen = 0;
    for (const [at, sale] of sales.entries()) {
      if (faults[at] === null) netFen += this.#settle(sale);
      else if (!this.#payments.has(sale.reference)) this.#payments.set(sale.reference, null);
    }
    this.#balance('institution-settlement', -netFen);
    const accepted = sales.length - rejected.length;
    this.files.push({ date: this.day, kind: 'settlement', accepted, rejected: rejected.length });
    return { posted: true, accepted, amountFen: netFen, rejected, fileReason: null };
  }

  /** What the institution is owed by it. */
  #settle({ card, kind, amountFen, reference, original }: Sale): number {
    const account = this.accountOf(card)!;
    const isPayment = kind === 'consumption';
    const seq = this.#enter(account, kind, isPayment ? -amountFen : amountFen);
    this.#payments.set(reference, isPayment ? { account, seq, amountFen, returns: [] } : null);
    if (!isPayment) this.#payments.get(original)!.returns.push({ seq, amountFen });
    return isPayment ? amountFen : -amountFen;
  }

  correctionFault(account: Account, seq: number): string | null {
    if (account.closedOn !== null) return 'ACCOUNT_CLOSED';
    const entry = account.entries.find((each) => each.seq === seq);
    if (entry === undefined) return 'ENTRY_UNKNOWN';
    if (entry.kind === 'correction') return 'ENTRY_IS_CORRECTION';
    if (account.corrected.has(seq)) return 'ENTRY_CORRECTED';
    const paid = [...this.#payments.values()].find((each) => each?.account === account && each.seq === seq);
    if (paid?.returns.some((each) => !account.corrected.has(each.seq))) return 'ENTRY_RETURNED';
    return balanceOf(account) < entry.amountFen ? 'CORRECTION_BELOW_ZERO' : null;
  }

  correct(account: Account, original: number): Entry {
    const { amountFen } = account.entries[original - 1]!;
    account.corrected.add(original);
    const seq = this.#enter(account, 'correction', -amountFen);
    this.#balance('corrections', -amountFen);
    return account.entries[seq - 1]!;
  }

  close(account: Account): number {
    const paidOutFen = balanceOf(account);
    if (paidOutFen !== 0) this.#enter(account, 'correction', -paidOutFen);
    this.#balance('fund-clearing', -paidOutFen);
    account.closedOn = this.day;
    return paidOutFen;
  }

  /**
   * Books the interest of a quarter that was not booked before; nothing where no rate holds in it. Broken off, of the first accounts
   * alone: the rest goes by the rates of then.
   */
  settleInterest(quarterDay: string, rates: RateTexts, accountsDone = Infinity): void {
    if (this.settledTo < quarterDay) {
      const [demand, carryOver] = [rateOn(rates.demand), rateOn(rates.carryOver)];
      const period = daysBetween(quarterBegins(quarterDay, this.opened), daysFrom(quarterDay, 1));
      if (period.every((day) => demand(day) + carryOver(day) === 0)) return;
      this.settledTo = quarterDay;
      this.#unfinished = { rates, done: 0 };
    }
    if (this.settledTo === quarterDay) this.#goOn(accountsDone);
  }

  /** What was broken off, with whichever closing comes next. */
  finishInterest(): void {
    this.#goOn(Infinity);
  }

  #goOn(accountsDone: number): void {
    if (this.#unfinished === null) return;
    const { rates, done } = this.#unfinished;
    let sumFen = 0;
    for (const account of this.accounts.slice(done, accountsDone)) {
      if (account.closedOn !== null || account.entries.length === 0) continue;
      const interestFen = this.#interestOf(account, rates);
      if (interestFen > 0) this.#enter(account, 'interest', interestFen);
      sumFen += interestFen;
    }
    this.#balance('interest', sumFen);
    this.#unfinished = accountsDone === Infinity ? null : { rates, done: Math.max(done, accountsDone) };
  }

  #interestOf({ entries }: Account, { demand, carryOver }: RateTexts): number {
    const moved = new Map<string, number>();
    for (const { date, kind, amountFen } of entries)
      if (kind !== 'interest') moved.set(date, (moved.get(date) ?? 0) + amountFen);
    const days = daysOf(this.opened, this.settledTo);
    return reckonByPots(days, moved, [rateOn(demand), rateOn(carryOver)]).at(-1)?.interestFen ?? 0;
  }

  /** Trial balance, files and accounts of the open day, as its report says them. */
  figures() {
    const controls = CONTROLS.map((control) => {
      const all = this.#moved.filter((each) => each.control === control);
      const today = all.filter(({ date }) => date === this.day).map(({ amountFen }) => amountFen);
      const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
      const closingFen = sum(all.map(({ amountFen }) => amountFen));
      const creditFen = sum(today.filter((each) => each > 0));
      const debitFen = sum(today.filter((each) => each < 0).map(Math.abs));
      return { account: control, openingFen: closingFen - sum(today), debitFen, creditFen, closingFen };
    });
    const total = (field: 'closingFen' | 'creditFen' | 'debitFen'): number =>
      controls.reduce((sum, each) => sum + each[field], 0);
    const holdersFen = this.accounts.reduce((sum, account) => sum + balanceOf(account), 0);
    const [creditFen, debitFen] = [total('debitFen'), total('creditFen')];
    const openingFen = holdersFen - creditFen + debitFen;
    const holders = { account: 'holders', openingFen, debitFen, creditFen, closingFen: holdersFen };
    const kinds = (['allocation', 'settlement'] as const).map((kind) => {
      const files = this.files.filter((file) => file.kind === kind && file.date === this.day);
      const count = (of: 'accepted' | 'rejected'): number => files.reduce((sum, file) => sum + file[of], 0);
      return { kind, files: files.length, accepted: count('accepted'), rejected: count('rejected') };
    });
    const files = kinds.filter((each) => each.files > 0);
    const controlFen = total('closingFen');
    return { balances: [holders, ...controls], holdersFen, controlFen, accounts: this.accounts.length, files };
  }
}

/** What the lines of a settlement come to before any of them is posted. */
class Trial {
  readonly #books: MonthsBooks;
  readonly #known: ReadonlyMap<string, Payment | null>;
  readonly #seen = new Set<string>();
  readonly #moved = new Map<Account, number>();
  readonly #paid = new Map<string, { readonly account: Account; readonly amountFen: number }>();
  readonly #returned = new Map<string, number>();

  constructor(books: MonthsBooks, known: ReadonlyMap<string, Payment | null>) {
    this.#books = books;
    this.#known = known;
  }

  take(sale: Sale): string | null {
    const fault = this.#faultOf(sale);
    this.#seen.add(sale.reference);
    if (fault !== null) return fault;
    const account = this.#books.accountOf(sale.card)!;
    const isPayment = sale.kind === 'consumption';
    this.#moved.set(account, (this.#moved.get(account) ?? 0) + (isPayment ? -sale.amountFen : sale.amountFen));
    if (isPayment) this.#paid.set(sale.reference, { account, amountFen: sale.amountFen });
    else this.#returned.set(sale.original, (this.#returned.get(sale.original) ?? 0) + sale.amountFen);
    return null;
  }

  #faultOf({ reference, card, kind, amountFen, original, institution, terminal, time }: Sale): string | null {
    if (amountFen === 0) return 'AMOUNT_INVALID';
    if (this.#seen.has(reference) || this.#known.has(reference)) return 'DUPLICATE';
    const account = this.#books.accountOf(card);
    if (account?.closedOn !== null) return 'CARD_UNKNOWN';
    if (institution !== 'H0001') return 'INSTITUTION_NOT_DESIGNATED';
    if (terminal !== 'T1') return 'TERMINAL_UNKNOWN';
    if (kind === 'consumption') {
      const held = (hold: Hold): boolean =>
        hold.card === card && hold.from <= time && (hold.until === null || hold.until > time);
      if (this.#books.holds.some(held)) return 'CARD_ON_HOLD';
      return amountFen > balanceOf(account) + (this.#moved.get(account) ?? 0) ? 'INSUFFICIENT_FUNDS' : null;
    }
    const paid = this.#original(original);
    if (paid?.account !== account) return 'NO_ORIGINAL';
    const left = paid.amountFen - paid.returnedFen - (this.#returned.get(original) ?? 0);
    const agrees = kind === 'void' ? amountFen === left && left === paid.amountFen : amountFen <= left;
    return agrees ? null : 'AMOUNT_MISMATCH';
  }

  /** What was corrected counts as if it had never been. */
  #original(reference: string) {
    const known = this.#known.get(reference);
    if (!known) {
      const fresh = this.#paid.get(reference);
      return fresh === undefined ? null : { ...fresh, returnedFen: 0 };
    }
    const { account, seq, amountFen, returns } = known;
    if (account.corrected.has(seq)) return null;
    const standing = returns.filter((each) => !account.corrected.has(each.seq));
    return { account, amountFen, returnedFen: standing.reduce((sum, each) => sum + each.amountFen, 0) };
  }
}
