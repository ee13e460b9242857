/**
 * The ledger of the folder as the doors see it. It is the one place where a counter's request becomes one of the dispatcher, which
 * decides by the request's door what may be asked there.
 */
import { refused } from '../contract/kernel/errors.ts';
import type { Dispatcher } from '../ledger/dispatch/dispatcher.ts';
import type { ServedAnswer, ServedLedger, ServedRequest } from './doors/served-ledger.ts';

export class OfficeLedger implements ServedLedger {
  #dispatcher: Dispatcher | null = null;

  /** The books are open. */
  serve(dispatcher: Dispatcher): void {
    this.#dispatcher = dispatcher;
  }

  async answer(request: ServedRequest): Promise<ServedAnswer> {
    if (this.#dispatcher === null) return { reply: refused('LEDGER_UNAVAILABLE') };
    return this.#dispatcher.answer({ ...request, operator: 'window' });
  }

  cancel(operationId: string, origin: Pick<ServedRequest, 'counter' | 'sessionToken'>): void {
    this.#dispatcher?.cancel(operationId, origin);
  }
}
