/** A window's one way to the program: typed, and always answered, even when the bridge itself fails. */
import type { CustomerEvent, TellerEvent } from '../../electron/contract/bridge.ts';
import type { Refusal, Reply } from '../../electron/contract/errors.ts';
import type { WindowEvents } from '../../electron/contract/protocol.ts';
import type { CustomerVerb, Input, Output, TellerVerb } from '../../electron/contract/verbs.ts';

/** @param place of the question that was refused, among all that were asked (`questionsAsked`). */
type RefusalListener = (refusal: Refusal, place: number) => void;
const refusalListeners = new Set<RefusalListener>();
let questions = 0;

/** How many so far: a refusal of one of these says nothing about what begins now. */
export function questionsAsked(): number {
  return questions;
}

/** Asks one verb. A bridge that throws answers LEDGER_UNAVAILABLE: the screen always has a sentence to show. */
export async function ask<V extends TellerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>> {
  questions += 1;
  const place = questions;
  const reply = await answered(() => window.medicard.invoke(verb, bare(input)));
  if (!reply.ok) for (const listener of refusalListeners) listener(reply.error, place);
  return reply;
}

/** The same from the customer's window, over its own bridge. */
export function askAsCustomer<V extends CustomerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>> {
  return answered(() => window.medicardCustomer.invoke(verb, bare(input)));
}

async function answered<Value>(asking: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  try {
    return await asking();
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

export function onEvent<E extends TellerEvent>(event: E, listener: (payload: WindowEvents[E]) => void): () => void {
  return window.medicard.on(event, listener);
}

export function onCustomerEvent<E extends CustomerEvent>(
  event: E,
  listener: (payload: WindowEvents[E]) => void,
): () => void {
  return window.medicardCustomer.on(event, listener);
}

/** A copy without Vue's proxies, which cannot cross a process boundary. */
function bare<T>(value: T): T;
function bare(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => bare(item));
  return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => [key, bare(item)]));
}
