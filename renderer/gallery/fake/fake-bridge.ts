/** A program without main and ledger behind it, for the gallery and for tests of the clerk's window. Never bundled. */
import type { TellerEvent } from '../../../electron/contract/bridge.ts';
import type { TellerVerb } from '../../../electron/contract/verbs.ts';
import { answersOf } from './fake-answers.ts';
import { sessionOf } from './fake-office.ts';
import { advanceTask } from './fake-papers.ts';
import type { FakeOptions, FakeState } from './fake-state.ts';
import { visitOf } from './fake-visit.ts';
import { fakeWire, type Answers, type FakeWire } from './fake-wire.ts';

export interface FakeBridge extends FakeWire<TellerVerb, TellerEvent> {
  /** What the fake program remembers, for a test to lead it on. */
  readonly state: FakeState;
}

export function fakeBridge(options: FakeOptions = {}): FakeBridge {
  const state: FakeState = {
    options,
    progress: (progress) => wire.emit('operation.progress', progress),
    customerGoesOn(goesOn, typing = false) {
      const task = advanceTask(state, goesOn);
      wire.emit('customer.progress', { task });
      wire.emit('customer.typing', { taskId: task.taskId, typing });
    },
    hasOffice: options.office ?? true,
    server: options.server ?? null,
    session: options.clerk === undefined ? null : sessionOf(options.clerk, options),
    visit: options.customer === undefined ? null : visitOf(options.customer, options),
    fileName: '',
    cancelled: false,
    documents: 0,
    seen: new Set(),
    jobs: [],
    sheets: options.sheets ?? Infinity,
    papers: [],
    goesOn: false,
    reports: [],
    requests: [],
    onlineLogin: 'passkey',
    counters: [],
    clerks: [],
    institutions: [],
    task: null,
    ...options.known,
  };
  const answers: Partial<Answers<TellerVerb>> = {
    ...answersOf(state),
    ...options.answers,
  };
  const wire = fakeWire<TellerVerb, TellerEvent>(answers);
  return { ...wire, state };
}
