/** The bridge each window finds as `window.medicard`: nothing but forwarding. */
import type { Reply } from './kernel/errors.ts';
import type { WindowEvents } from './protocol.ts';
import type { CustomerVerb, Input, Output, TellerVerb } from './verbs.ts';

/** What the clerk's window is told. */
export type TellerEvent = Exclude<keyof WindowEvents, 'customer.screen'>;
/** What the customer's window is told. */
export type CustomerEvent = 'customer.screen';

export interface TellerBridge {
  invoke<V extends TellerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>>;
  /** Returns the function that stops listening. */
  on<E extends TellerEvent>(event: E, listener: (payload: WindowEvents[E]) => void): () => void;
}

/** Found as `window.medicardCustomer`: the one bridge that takes a PIN's digits. */
export interface CustomerBridge {
  invoke<V extends CustomerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>>;
  on<E extends CustomerEvent>(event: E, listener: (payload: WindowEvents[E]) => void): () => void;
}

declare global {
  interface Window {
    readonly medicard: TellerBridge;
    readonly medicardCustomer: CustomerBridge;
  }
}
