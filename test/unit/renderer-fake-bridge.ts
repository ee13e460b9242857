/**
 * A program without main and ledger behind it, for looking at screens and for unit tests of the window: plausible answers
 * from memory. Never bundled.
 */
import type { TellerBridge } from '../../electron/contract/bridge.ts';
import type { Refusal } from '../../electron/contract/errors.ts';
import type { WindowEvent, WindowEvents } from '../../electron/contract/protocol.ts';
import type { TellerVerb } from '../../electron/contract/verbs.ts';
import { fileAnswers } from './renderer-fake-files.ts';
import { approvalAnswers, lossAnswers, pinAnswers } from './renderer-fake-losses.ts';
import { officeAnswers } from './renderer-fake-office.ts';
import type { Answers, FakeOptions, FakeState } from './renderer-fake-state.ts';
import { documentAnswers, queueAnswers, visitAnswers } from './renderer-fake-visit.ts';

export interface FakeBridge extends TellerBridge {
  /** What the fake program remembers, for a test to lead it on. */
  readonly state: FakeState;
  readonly asked: { readonly verb: TellerVerb; readonly input: unknown }[];
  /** The next answer to this verb is this refusal. */
  refuseNext(verb: TellerVerb, refusal: Refusal): void;
  emit<E extends WindowEvent>(event: E, payload: WindowEvents[E]): void;
}

export function fakeBridge(options: FakeOptions = {}): FakeBridge {
  const listeners = new Map<WindowEvent, Set<(payload: never) => void>>();
  const refusals = new Map<TellerVerb, Refusal>();
  const asked: { verb: TellerVerb; input: unknown }[] = [];
  const emit: FakeBridge['emit'] = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) (listener as (value: typeof payload) => void)(payload);
  };
  const state: FakeState = {
    options,
    progress: (progress) => emit('operation.progress', progress),
    hasOffice: options.office ?? true,
    session: null,
    visit: null,
    fileName: '',
    cancelled: false,
    documents: 0,
    jobs: [],
    reports: [],
    requests: [],
  };
  const answers: Answers<TellerVerb> = {
    ...officeAnswers(state),
    ...visitAnswers(state),
    ...documentAnswers(state),
    ...queueAnswers(state),
    ...fileAnswers(state),
    ...lossAnswers(state),
    ...pinAnswers(state),
    ...approvalAnswers(state),
  };
  return {
    state,
    asked,
    async invoke(verb, input) {
      asked.push({ verb, input: structuredClone(input) });
      const refusal = refusals.get(verb);
      refusals.delete(verb);
      return refusal ? { ok: false, error: refusal } : answers[verb](input);
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      heard.add(listener);
      listeners.set(event, heard);
      return () => heard.delete(listener);
    },
    refuseNext: (verb, refusal) => void refusals.set(verb, refusal),
    emit,
  };
}
