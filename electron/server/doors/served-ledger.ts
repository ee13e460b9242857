/** What a door needs of the ledger behind it. */
import type { Reply } from '../../contract/kernel/errors.ts';
import type { LineRequest } from '../../line/line-messages.ts';

export interface ServedRequest extends Omit<LineRequest, 'type' | 'id'> {
  /** The number of the counter that asks: what its certificate says; the command line's own name. */
  readonly counter: string;
}

export interface ServedAnswer {
  readonly reply: Reply<unknown>;
  /** Present when the session of the asking window changed. */
  readonly session?: string | null;
}

export interface ServedLedger {
  readonly answer: (request: ServedRequest) => Promise<ServedAnswer>;
  readonly cancel: (operationId: string, origin: Pick<ServedRequest, 'counter' | 'sessionToken'>) => void;
}

/** What the door of those who join needs of it. */
export interface ServedJoining {
  readonly join: (input: unknown, counter: string) => Promise<ServedAnswer>;
}
