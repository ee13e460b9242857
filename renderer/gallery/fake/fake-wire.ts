/**
 * Between a window and the fake program: every question and every answer is held against the contract's own schema, so
 * that the fake program cannot say what the real one would not.
 */
import { safeParse } from 'zod';
import { refused, type Refusal, type Reply } from '../../../electron/contract/kernel/errors.ts';
import { refusalSchema } from '../../../electron/contract/kernel/value-schemas.ts';
import type { WindowEvent, WindowEvents } from '../../../electron/contract/protocol.ts';
import { verbs, type Input, type Output, type Verb } from '../../../electron/contract/verbs.ts';
import { sampleOf } from './schema-sample.ts';

export type Answers<V extends Verb> = {
  readonly [Name in V]: (input: Input<Name>) => Reply<Output<Name>> | Promise<Reply<Output<Name>>>;
};

/** No answer comes: what the window shows meanwhile. */
export const noAnswer = (): Promise<never> => new Promise(() => undefined);

export interface Asked<V extends Verb> {
  readonly verb: V;
  readonly input: unknown;
}

export interface FakeWire<V extends Verb, E extends WindowEvent> {
  /** Everything that was asked, in order. */
  readonly asked: Asked<V>[];
  /** Questions that are being answered; those that never will be do not count. */
  waiting(): number;
  invoke<Name extends V>(verb: Name, input: Input<Name>): Promise<Reply<Output<Name>>>;
  on<Name extends E>(event: Name, listener: (payload: WindowEvents[Name]) => void): () => void;
  emit<Name extends E>(event: Name, payload: WindowEvents[Name]): void;
  /** The next answer to this verb is this refusal. */
  refuseNext(verb: V, refusal: Refusal): void;
  /** Done, and not answered until what this returns is called. */
  holdAnswers(held: readonly V[]): () => void;
  /** The program ends: what still waits for an answer is refused. */
  end(): void;
}

/** A verb that has no answer is answered with the least that its schema takes. */
export function fakeWire<V extends Verb, E extends WindowEvent>(answers: Partial<Answers<V>>): FakeWire<V, E> {
  const listeners = new Map<E, Set<(payload: never) => void>>();
  const refusals = new Map<V, Refusal>();
  const asked: Asked<V>[] = [];
  const ended = Promise.withResolvers<{ readonly ok: false; readonly error: Refusal }>();
  const held = new Map<V, Promise<null>>();
  let waiting = 0;

  async function answer<Name extends V>(verb: Name, input: Input<Name>): Promise<Reply<Output<Name>>> {
    checkSide(verb, 'input', input);
    const refusal = refusals.get(verb);
    refusals.delete(verb);
    if (refusal) return { ok: false, error: refusalSchema.parse(refusal) };
    const reply = await (answers[verb]?.(input) ?? madeUp(verb));
    if (reply.ok) checkSide(verb, 'output', reply.value);
    await held.get(verb);
    return reply;
  }

  return {
    asked,
    waiting: () => waiting,
    async invoke(verb, input) {
      asked.push({ verb, input: structuredClone(input) });
      const counted = answers[verb] === noAnswer || held.has(verb) ? 0 : 1;
      waiting += counted;
      try {
        return await Promise.race([answer(verb, input), ended.promise]);
      } finally {
        waiting -= counted;
      }
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      heard.add(listener);
      listeners.set(event, heard);
      return () => heard.delete(listener);
    },
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) (listener as (value: typeof payload) => void)(payload);
    },
    refuseNext: (verb, refusal) => void refusals.set(verb, refusal),
    holdAnswers(verbsHeld) {
      const { promise, resolve } = Promise.withResolvers<null>();
      for (const verb of verbsHeld) held.set(verb, promise);
      return () => {
        for (const verb of verbsHeld) held.delete(verb);
        resolve(null);
      };
    },
    end: () => ended.resolve(refused('LEDGER_RESTARTING')),
  };
}

/** The schema is the verb's own; the compiler cannot follow a verb through the table. */
function madeUp<Name extends Verb>(verb: Name): Reply<Output<Name>> {
  return { ok: true, value: sampleOf(verbs[verb].output) as Output<Name> };
}

/** A breach is a programmer's error: loud, also where a screen would show it as a refusal. */
function checkSide(verb: Verb, side: 'input' | 'output', value: unknown): void {
  const { error } = safeParse(verbs[verb][side], value);
  if (!error) return;
  const breach = new Error(`${verb}: the ${side} is not the contract's: ${error.message}`);
  queueMicrotask(() => {
    throw breach;
  });
  throw breach;
}
