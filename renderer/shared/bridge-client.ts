/** The window's one way to the program: typed, and always answered, even when the bridge itself fails. */
import type { Refusal, Reply } from '../../electron/contract/errors.ts';
import type { WindowEvent, WindowEvents } from '../../electron/contract/protocol.ts';
import type { Input, Output, TellerVerb } from '../../electron/contract/verbs.ts';

type RefusalListener = (refusal: Refusal, verb: TellerVerb) => void;
const refusalListeners = new Set<RefusalListener>();

/** Asks one verb. A bridge that throws answers LEDGER_UNAVAILABLE: the screen always has a sentence to show. */
export async function ask<V extends TellerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>> {
  const reply = await forward(verb, input);
  if (!reply.ok) for (const listener of refusalListeners) listener(reply.error, verb);
  return reply;
}

async function forward<V extends TellerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>> {
  try {
    return await window.medicard.invoke(verb, bare(input));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'LEDGER_UNAVAILABLE', details: { detail } } };
  }
}

/** Hears every refusal, whichever screen asked: a lapsed session or an ended visit concerns them all. */
export function onRefusal(listener: RefusalListener): () => void {
  refusalListeners.add(listener);
  return () => refusalListeners.delete(listener);
}

export function onEvent<E extends WindowEvent>(event: E, listener: (payload: WindowEvents[E]) => void): () => void {
  return window.medicard.on(event, listener);
}

/** A copy without Vue's proxies, which cannot cross a process boundary. */
function bare<T>(value: T): T;
function bare(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => bare(item));
  return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, bare(item)]));
}
