/** The auditor's tills: what each clerk did on a business day, and what was counted. */

interface Closing {
  readonly expectedFen: number;
  readonly countedFen: number;
  readonly reason: string | null;
  readonly closedBy: string;
}

export interface AuditedTill {
  readonly kinds: Map<string, number>;
  readonly fees: Map<string, { counted: number; amountFen: number }>;
  refusals: number;
  isOpen: boolean;
  readonly closings: Closing[];
}

/** The order in which a till tells them. */
const KINDS = ['visit', 'loss', 'loss-ended', 'card-replaced', 'holder', 'correction', 'file'];

export class Tills {
  readonly #tills = new Map<string, AuditedTill>();

  of(day: string, code: string): AuditedTill {
    const key = `${day} ${code}`;
    const till = this.#tills.get(key) ?? {
      ...{ kinds: new Map<string, number>(), fees: new Map(), refusals: 0, isOpen: false, closings: [] },
    };
    this.#tills.set(key, till);
    return till;
  }

  did(day: string, code: string, kind: string): void {
    const till = this.of(day, code);
    till.kinds.set(kind, (till.kinds.get(kind) ?? 0) + 1);
    till.isOpen = true;
  }

  took(day: string, code: string, feeClass: string, feeFen: number): void {
    const { fees } = this.of(day, code);
    const { counted, amountFen } = fees.get(feeClass) ?? { counted: 0, amountFen: 0 };
    fees.set(feeClass, { counted: counted + 1, amountFen: amountFen + feeFen });
  }

  close(till: AuditedTill, closing: Closing): void {
    till.closings.push(closing);
    till.isOpen = false;
  }
}

export function stateOf({ isOpen, closings }: AuditedTill): 'open' | 'closed' | 'idle' {
  if (isOpen) return 'open';
  return closings.length > 0 ? 'closed' : 'idle';
}

export function expectedOf({ fees }: AuditedTill): number {
  return [...fees.values()].reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** As `till.view` tells it, papers left out: the months hand out none. */
export function figuresOf(till: AuditedTill) {
  return {
    state: stateOf(till),
    kinds: KINDS.flatMap((kind) => (till.kinds.has(kind) ? [{ kind, counted: till.kinds.get(kind) }] : [])),
    refusals: till.refusals,
    fees: [...till.fees].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([feeClass, fee]) => ({ feeClass, ...fee })),
    expectedFen: expectedOf(till),
    closings: till.closings.map((closing, at) => ({ number: at + 1, ...closing })),
  };
}
