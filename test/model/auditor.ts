/**
 * The independent auditor: plain arrays, the rules of docs/formats.md 3 and 4 and docs/rules.md written down a second
 * time, and a prediction of every answer. Imports nothing of the ledger.
 */
import { luhnDigit } from '../offices/made-up-people.ts';
import {
  fenOf,
  meant,
  nextDay,
  type Account,
  type AllocationLine,
  type FileVerdict,
  type Institution,
  type RegisterLine,
  type Sent,
  type SettlementLine,
  type Source,
} from './auditor-words.ts';

interface Sale {
  readonly account: Account;
  readonly amountFen: number;
  returnedFen: number;
}

export class Auditor {
  readonly accounts: Account[] = [];
  readonly names = new Map<string, string>();
  readonly institutions = new Map<string, Institution>();
  readonly allocations: string[] = [];
  readonly settlements: string[] = [];
  /** Every 流水号 of a posted file; null for what was refused or is no sale. */
  readonly references = new Map<string, Sale | null>();
  readonly #office: string;
  day: string;

  constructor(office: string, day: string) {
    this.#office = office;
    this.day = day;
  }

  closeDay(): string {
    this.day = nextDay(this.day);
    return this.day;
  }

  accountOf(card: string): Account | undefined {
    return this.accounts.find((account) => account.card === card);
  }

  register(lines: readonly RegisterLine[]) {
    const refused: [number, string][] = [];
    let [added, updated] = [0, 0];
    for (const [at, line] of lines.entries()) {
      const verdict = line.fault ?? this.#loadPerson(line);
      if (verdict === 'added') added += 1;
      else if (verdict === 'updated') updated += 1;
      else refused.push([at + 2, verdict]);
    }
    return { added, updated, refused };
  }

  #loadPerson({ idNumber, name, card }: RegisterLine): string {
    const known = this.accountOf(card);
    if (known !== undefined)
      return known.idNumber === idNumber && meant(known.name) === meant(name) ? 'updated' : 'HOLDER_DIFFERS';
    if (meant(this.names.get(idNumber) ?? name) !== meant(name)) return 'HOLDER_DIFFERS';
    const kept = this.names.get(idNumber) ?? name.replaceAll('\ue863', '䶮');
    this.names.set(idNumber, kept);
    const digits = `${this.#office}${String(this.accounts.length + 1).padStart(10, '0')}`;
    const number = `${digits}${luhnDigit(digits)}`;
    this.accounts.push({ number, card, idNumber, name: kept, entries: [], printed: new Set() });
    return 'added';
  }

  /** Terminals become exactly those of the line. */
  loadInstitution(institution: Institution): 'added' | 'updated' {
    const verdict = this.institutions.has(institution.code) ? 'updated' : 'added';
    this.institutions.set(institution.code, institution);
    return verdict;
  }

  allocation(sent: Sent<AllocationLine>, posting: boolean): FileVerdict {
    const sum = sent.lines.reduce((total, { amount }) => total + (fenOf(amount, sent.form) ?? 0), 0);
    if (sent.broken) return wholeFile('FF01');
    if (this.allocations.includes(sent.batch)) return wholeFile('DU01');
    if (sent.count !== sent.lines.length) return wholeFile('AM18');
    if (sent.sumFen !== sum) return wholeFile('AM10');
    const verdicts = sent.lines.map((line, at) => this.#creditFault(line, sent, at));
    const good = sent.lines.filter((_, at) => verdicts[at] === null);
    if (good.length === 0) return noGoodLine(refusedOf(verdicts, (at) => sent.lines[at]!.id));
    if (posting) this.#postCredits(sent, good);
    return {
      posted: posting,
      fileReason: null,
      accepted: good.length,
      amountFen: good.reduce((total, { amount }) => total + (fenOf(amount, sent.form) ?? 0), 0),
      refused: refusedOf(verdicts, (at) => sent.lines[at]!.id),
    };
  }

  #creditFault(line: AllocationLine, { lines, form }: Sent<AllocationLine>, at: number): string | null {
    const amountFen = fenOf(line.amount, form);
    if (amountFen === null) return 'AM09';
    if (amountFen === 0) return 'AM01';
    if (amountFen > 1_000_000) return 'AM02';
    if (lines.slice(0, at).some(({ id }) => id === line.id)) return 'AM05';
    const account = this.accountOf(line.card);
    if (account === undefined) return 'AC01';
    return account.idNumber === line.idNumber && meant(account.name) === meant(line.name) ? null : 'BE01';
  }

  #postCredits({ batch, form }: Sent<AllocationLine>, good: readonly AllocationLine[]): void {
    this.allocations.push(batch);
    for (const { id, card, amount } of good) {
      this.#enter(this.accountOf(card)!, 'allocation', fenOf(amount, form) ?? 0, {
        batch,
        reference: id,
        institution: null,
      });
    }
  }

  settlement(sent: Sent<SettlementLine>, posting: boolean): FileVerdict {
    const signed = sent.lines.map(
      ({ kind, amount }) => (fenOf(amount, 'csv') ?? 0) * (kind === 'consumption' ? 1 : -1),
    );
    if (sent.broken) return wholeFile('FORMAT');
    if (this.settlements.includes(sent.batch)) return wholeFile('FILE_DUPLICATE');
    if (sent.count !== sent.lines.length) return wholeFile('COUNT_WRONG');
    if (sent.sumFen !== signed.reduce((total, each) => total + each, 0)) return wholeFile('TOTAL_WRONG');
    const trial = this.#copy();
    const verdicts = sent.lines.map((line) => trial.#settle(line));
    const refused = refusedOf(verdicts, (at) => sent.lines[at]!.reference);
    if (verdicts.every((verdict) => verdict !== null)) return noGoodLine(refused);
    if (posting) this.#postSales(sent);
    return {
      posted: posting,
      fileReason: null,
      accepted: verdicts.filter((verdict) => verdict === null).length,
      amountFen: signed.reduce((total, each, at) => total + (verdicts[at] === null ? each : 0), 0),
      refused,
    };
  }

  #postSales({ batch, lines }: Sent<SettlementLine>): void {
    this.settlements.push(batch);
    for (const line of lines) this.#settle(line);
  }

  #settle(line: SettlementLine): string | null {
    const fault = this.#saleFault(line);
    const seen = this.references.has(line.reference);
    const account = this.accountOf(line.card);
    const amountFen = fenOf(line.amount, 'csv') ?? 0;
    if (fault !== null || account === undefined) {
      if (!seen) this.references.set(line.reference, null);
      return fault;
    }
    const isSale = line.kind === 'consumption';
    const { reference, institution } = line;
    this.#enter(account, line.kind, isSale ? -amountFen : amountFen, { batch: null, reference, institution });
    this.references.set(line.reference, isSale ? { account, amountFen, returnedFen: 0 } : null);
    const original = this.references.get(line.original);
    if (!isSale && original) original.returnedFen += amountFen;
    return null;
  }

  #saleFault(line: SettlementLine): string | null {
    const amountFen = fenOf(line.amount, 'csv');
    if (amountFen === null || amountFen === 0) return 'AMOUNT_INVALID';
    if (this.references.has(line.reference)) return 'DUPLICATE';
    const account = this.accountOf(line.card);
    if (account === undefined) return 'CARD_UNKNOWN';
    const institution = this.institutions.get(line.institution);
    if (institution === undefined) return 'INSTITUTION_NOT_DESIGNATED';
    if (!institution.terminals.includes(line.terminal)) return 'TERMINAL_UNKNOWN';
    if (line.kind === 'consumption') return amountFen > balanceOf(account) ? 'INSUFFICIENT_FUNDS' : null;
    const original = this.references.get(line.original);
    if (!original || original.account !== account) return 'NO_ORIGINAL';
    const left = original.amountFen - original.returnedFen;
    if (line.kind === 'void') return amountFen === left && left === original.amountFen ? null : 'AMOUNT_MISMATCH';
    return amountFen <= left ? null : 'AMOUNT_MISMATCH';
  }

  #enter(account: Account, kind: string, amountFen: number, source: Source): void {
    const balanceFen = balanceOf(account) + amountFen;
    const seq = account.entries.length + 1;
    account.entries.push({ seq, date: this.day, kind, amountFen, balanceFen, ...source });
  }

  /** For a check, which posts nothing: the same books on other arrays. */
  #copy(): Auditor {
    const copy = new Auditor(this.#office, this.day);
    const twins = new Map(this.accounts.map((account) => [account, { ...account, entries: [...account.entries] }]));
    copy.accounts.push(...twins.values());
    copy.settlements.push(...this.settlements);
    for (const [code, institution] of this.institutions) copy.institutions.set(code, institution);
    for (const [reference, sale] of this.references) {
      copy.references.set(reference, sale && { ...sale, account: twins.get(sale.account)! });
    }
    return copy;
  }
}

export function balanceOf({ entries }: Pick<Account, 'entries'>): number {
  return entries.at(-1)?.balanceFen ?? 0;
}

function wholeFile(fileReason: string): FileVerdict {
  return { posted: false, fileReason, accepted: 0, amountFen: 0, refused: [] };
}

/** Nothing was received: the number, and those of the lines, stay free. */
function noGoodLine(refused: FileVerdict['refused']): FileVerdict {
  return { ...wholeFile('NO_GOOD_LINE'), refused };
}

function refusedOf(verdicts: readonly (string | null)[], nameOf: (at: number) => string): FileVerdict['refused'] {
  return verdicts.flatMap((verdict, at) => (verdict === null ? [] : [[at + 1, nameOf(at), verdict] as const]));
}
