/**
 * The independent auditor of a posting in steps: plain arrays, the rules of docs/formats.md 3 and 4 once more, and what becomes of
 * a line whose account is another one by the time of its step. Imports nothing of the ledger.
 */

export interface Holder {
  /** Null once it is closed. */
  name: string;
  isOpen: boolean;
  /** The card in use, and those it has replaced. */
  card: string;
  readonly replaced: string[];
  balanceFen: number;
  /** From when debits are stopped, per card. */
  readonly heldFrom: Map<string, string>;
}

export interface Credit {
  readonly ordinal: number;
  readonly id: string;
  readonly name: string;
  readonly card: string;
  readonly amountFen: number;
}

export interface Sale {
  readonly ordinal: number;
  readonly reference: string;
  readonly card: string;
  readonly kind: 'consumption' | 'void' | 'refund';
  readonly amountFen: number;
  readonly original: string;
  readonly time: string;
}

type Refused = readonly [ordinal: number, reason: string];

/** A file on its way: a step settles so many lines, and a restart looks at the rest anew. */
export interface AuditedPosting {
  readonly refused: Refused[];
  amountFen: number;
  accepted: number;
  step(lines: number): void;
  restart(): void;
}

const byCard = (holders: readonly Holder[], card: string): Holder | undefined =>
  holders.find((holder) => holder.card === card);

function creditFault(holders: readonly Holder[], { card, name }: Credit): string | null {
  const holder = byCard(holders, card);
  if (holder === undefined) return 'AC01';
  if (!holder.isOpen) return 'AC04';
  return holder.name === name ? null : 'BE01';
}

/** Refusals of the check first; then the good ones by account. After a restart what went bad meanwhile comes first. */
export class AuditedAllocation implements AuditedPosting {
  readonly refused: Refused[] = [];
  amountFen = 0;
  accepted = 0;
  readonly #holders: readonly Holder[];
  readonly #checked: Refused[];
  #left: Credit[];
  #late: Refused[] = [];
  #restarted = false;

  constructor(holders: readonly Holder[], credits: readonly Credit[]) {
    this.#holders = holders;
    const faults = credits.map((credit, at) => {
      const isRepeated = credits.slice(0, at).some(({ id }) => id === credit.id);
      return isRepeated ? 'AM05' : creditFault(holders, credit);
    });
    this.#checked = credits.flatMap(({ ordinal }, at) => (faults[at] ? [[ordinal, faults[at]] as const] : []));
    const place = ({ card }: Credit): number => holders.findIndex((holder) => holder.card === card);
    this.#left = credits
      .filter((_, at) => faults[at] === null)
      .toSorted((a, b) => place(a) - place(b) || a.ordinal - b.ordinal);
  }

  get isWorthPosting(): boolean {
    return this.#left.length > 0;
  }

  restart(): void {
    this.#restarted = true;
  }

  step(lines: number): void {
    if (this.#checked.length > 0) {
      this.refused.push(...this.#checked.splice(0, lines));
      return;
    }
    if (this.#restarted) this.#lookAnew();
    if (this.#late.length > 0) this.refused.push(...this.#late.splice(0, lines));
    else for (const credit of this.#left.splice(0, lines)) this.#settle(credit);
  }

  #lookAnew(): void {
    this.#restarted = false;
    const faults = new Map(this.#left.map((credit) => [credit.ordinal, creditFault(this.#holders, credit)]));
    const bad = this.#left.flatMap(({ ordinal }) => {
      const fault = faults.get(ordinal);
      return fault ? [[ordinal, fault] as const] : [];
    });
    this.#late = [...this.#late, ...bad].toSorted(([a], [b]) => a - b);
    this.#left = this.#left.filter(({ ordinal }) => faults.get(ordinal) === null);
  }

  #settle(credit: Credit): void {
    const fault = creditFault(this.#holders, credit);
    if (fault !== null) {
      this.refused.push([credit.ordinal, fault]);
      return;
    }
    const holder = byCard(this.#holders, credit.card);
    if (holder !== undefined) holder.balanceFen += credit.amountFen;
    this.accepted += 1;
    this.amountFen += credit.amountFen;
  }
}

interface Paid {
  readonly holder: Holder;
  readonly amountFen: number;
  returnedFen: number;
}

/** What sales have come to so far: in a check on copies, in the steps on the holders themselves. */
class Till {
  readonly #holders: readonly Holder[];
  readonly #seen = new Set<string>();
  readonly #paid = new Map<string, Paid>();

  constructor(holders: readonly Holder[]) {
    this.#holders = holders;
  }

  refuse({ reference }: Sale): void {
    this.#seen.add(reference);
  }

  /** Null when it is taken. */
  take(sale: Sale): string | null {
    const fault = this.#faultOf(sale);
    this.#seen.add(sale.reference);
    if (fault !== null) return fault;
    const holder = this.#holderOf(sale.card);
    if (holder === undefined) return 'CARD_UNKNOWN';
    const isPayment = sale.kind === 'consumption';
    holder.balanceFen += isPayment ? -sale.amountFen : sale.amountFen;
    if (isPayment) this.#paid.set(sale.reference, { holder, amountFen: sale.amountFen, returnedFen: 0 });
    else this.#paid.get(sale.original)!.returnedFen += sale.amountFen;
    return null;
  }

  #holderOf(card: string): Holder | undefined {
    return this.#holders.find((each) => each.isOpen && (each.card === card || each.replaced.includes(card)));
  }

  #faultOf({ reference, card, kind, amountFen, original, time }: Sale): string | null {
    if (this.#seen.has(reference)) return 'DUPLICATE';
    const holder = this.#holderOf(card);
    if (holder === undefined) return 'CARD_UNKNOWN';
    if (kind === 'consumption') {
      const heldFrom = holder.heldFrom.get(card);
      if (heldFrom !== undefined && heldFrom <= time) return 'CARD_ON_HOLD';
      return amountFen > holder.balanceFen ? 'INSUFFICIENT_FUNDS' : null;
    }
    const paid = this.#paid.get(original);
    if (paid?.holder !== holder) return 'NO_ORIGINAL';
    const left = paid.amountFen - paid.returnedFen;
    if (kind === 'void') return amountFen === left && left === paid.amountFen ? null : 'AMOUNT_MISMATCH';
    return amountFen <= left ? null : 'AMOUNT_MISMATCH';
  }
}

/** In file order; what the check refused stays refused. */
export class AuditedSettlement implements AuditedPosting {
  readonly refused: Refused[] = [];
  amountFen = 0;
  accepted = 0;
  readonly #till: Till;
  readonly #left: (readonly [sale: Sale, checked: string | null])[];

  constructor(holders: readonly Holder[], sales: readonly Sale[]) {
    this.#till = new Till(holders);
    const trial = new Till(holders.map((holder) => ({ ...holder })));
    this.#left = sales.map((sale) => [sale, trial.take(sale)] as const);
  }

  get isWorthPosting(): boolean {
    return this.#left.some(([, fault]) => fault === null);
  }

  restart(): void {
    // Nothing is looked at before its step.
  }

  step(lines: number): void {
    for (const [sale, checked] of this.#left.splice(0, lines)) {
      if (checked !== null) this.#till.refuse(sale);
      const fault = checked ?? this.#till.take(sale);
      if (fault !== null) this.refused.push([sale.ordinal, fault]);
      else {
        this.accepted += 1;
        this.amountFen += sale.kind === 'consumption' ? sale.amountFen : -sale.amountFen;
      }
    }
  }
}
