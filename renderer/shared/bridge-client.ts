/** A window's one way to the program: typed, and always answered, even when the bridge itself fails. */
import { readonly, ref } from 'vue';
import type { CustomerEvent, TellerEvent } from '../../electron/contract/bridge.ts';
import type { Refusal, Reply } from '../../electron/contract/kernel/errors.ts';
import type { WindowEvents } from '../../electron/contract/protocol.ts';
import type { CustomerVerb, Input, Output, TellerVerb } from '../../electron/contract/verbs.ts';

/** A question that was refused. */
export interface RefusedQuestion {
  /** Among all that were asked (`questionsAsked`). */
  readonly sequence: number;
  /** The visit it named, if any. */
  readonly visitId: string | null;
}
type RefusalListener = (refusal: Refusal, question: RefusedQuestion) => void;
const refusalListeners = new Set<RefusalListener>();
let questions = 0;
/** Those that have no answer yet, by their sequence. */
const unanswered = new Map<number, Promise<unknown>>();
const underWay = ref(0);

/** How many commands of a visit the ledger has not answered yet, apart from printing and saving. */
export const commandsUnderWay = readonly(underWay);

/** How many so far: a refusal of one of these says nothing about what begins now. */
export function questionsAsked(): number {
  return questions;
}

/** Once every question asked after that one, until now, has its answer. */
export async function answeredSince(sequence: number): Promise<void> {
  await Promise.all([...unanswered].flatMap(([asked, answer]) => (asked > sequence ? [answer] : [])));
}

/** Asks one verb. A bridge that throws answers LEDGER_UNAVAILABLE: the screen always has a sentence to show. */
export async function ask<V extends TellerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>> {
  questions += 1;
  const sequence = questions;
  const isCommand = visitOf(input) !== null && hasOperation(input) && !verb.startsWith('document.');
  if (isCommand) underWay.value += 1;
  const answering = answered(() => window.medicard.invoke(verb, bare(input)));
  unanswered.set(sequence, answering);
  const reply = await answering;
  unanswered.delete(sequence);
  if (isCommand) underWay.value -= 1;
  if (!reply.ok) for (const listener of refusalListeners) listener(reply.error, { sequence, visitId: visitOf(input) });
  return reply;
}

function hasOperation(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'operationId' in input;
}

function visitOf(input: unknown): string | null {
  const names = typeof input === 'object' && input !== null && 'visitId' in input;
  return names && typeof input.visitId === 'string' ? input.visitId : null;
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

/** Receives every refusal, whichever screen asked: a lapsed session or an ended visit concerns them all. */
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
