/**
 * The ledger of the folder as the doors see it. It is the one place where a counter's request becomes one of the dispatcher, and
 * where what the ledger tells on the way finds the counter whose request made it tell.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { refused } from '../contract/kernel/errors.ts';
import type { FromLedger } from '../contract/protocol.ts';
import { isOpeningVerb, type LedgerVerb } from '../contract/verbs.ts';
import type { Dispatcher } from '../ledger/dispatch/dispatcher.ts';
import type { ServedAnswer, ServedLedger, ServedRequest } from './doors/served-ledger.ts';

type Told = Extract<FromLedger, { type: 'progress' | 'customer-task' }>;

/** Main asks these of a ledger on its own computer: they take its keys, or a path on its disk. */
const OF_ONE_COMPUTER: ReadonlySet<LedgerVerb> = new Set<LedgerVerb>([
  'office.recoveryPdf',
  'batch.writeAnswer',
  'file.writeAnswer',
]);

export class OfficeLedger implements ServedLedger {
  readonly #asking = new AsyncLocalStorage<string>();
  #dispatcher: Dispatcher | null = null;
  /** Tells a counter; set once there is a door to tell it through. */
  #tell: (counter: string, message: Told) => void = ignoreTold;

  /** The books are open; `tell` reaches the counters. */
  serve(dispatcher: Dispatcher, tell: (counter: string, message: Told) => void): void {
    this.#dispatcher = dispatcher;
    this.#tell = tell;
  }

  /** What the dispatcher tells in the middle of a request goes to the counter that asked. */
  told(message: Told): void {
    const counter = this.#asking.getStore();
    if (counter !== undefined) this.#tell(counter, message);
  }

  async answer({ verb, input, sessionToken, counter }: ServedRequest): Promise<ServedAnswer> {
    if (this.#dispatcher === null) return { reply: refused('LEDGER_UNAVAILABLE') };
    if (isOpeningVerb(verb) || OF_ONE_COMPUTER.has(verb)) return { reply: refused('NOT_ALLOWED_HERE') };
    const dispatcher = this.#dispatcher;
    return this.#asking.run(counter, () =>
      dispatcher.answer({ verb, input, sessionToken, counter, operator: 'window' }),
    );
  }

  cancel(operationId: string): void {
    this.#dispatcher?.cancel(operationId);
  }
}

function ignoreTold(): void {
  // The books are being opened: nothing was asked yet.
}
