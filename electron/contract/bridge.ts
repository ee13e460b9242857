/** The bridge each window finds as `window.medicard`: nothing but forwarding. */
import type { Reply } from './errors.ts';
import type { WindowEvent, WindowEvents } from './protocol.ts';
import type { Input, Output, TellerVerb } from './verbs.ts';

export interface TellerBridge {
  invoke<V extends TellerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>>;
  /** Returns the function that stops listening. */
  on<E extends WindowEvent>(event: E, listener: (payload: WindowEvents[E]) => void): () => void;
}

declare global {
  interface Window {
    readonly medicard: TellerBridge;
  }
}
