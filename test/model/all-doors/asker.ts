/** Who asks the program: through which door, in which session, from where. */
import type { Door } from '../../../electron/contract/kernel/verb-policy.ts';
import type { Input, LedgerVerb, Output } from '../../../electron/contract/verbs.ts';

export interface From {
  readonly door: Door;
  readonly session: string | null;
  readonly peer: string;
}

export interface Asker {
  /** @param next the key under which a session that begins is kept, `from.session` unless it is said. */
  answer<V extends LedgerVerb>(
    verb: V,
    input: Input<V>,
    from: From,
    say: (value: Output<V>) => string,
    next?: string | null,
  ): Promise<string>;
  /** The whole number of a report of which an act says the digits. */
  numberOf(digits: string): string;
}
