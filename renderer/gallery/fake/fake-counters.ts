/** Counters of the fake office's server. */
import type { ListedCounter } from '../../../electron/contract/administration/counter-verbs.ts';
import { at, ok, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

/** 2025-02-03, 10:22 in the office. */
const CODE_ENDS = Date.UTC(2025, 1, 3, 2, 22);

type CounterVerb = 'counter.show' | 'counter.add' | 'counter.change' | 'counter.revoke';

export function counterAnswers(state: FakeState): Answers<CounterVerb> {
  const change = (number: string, to: Partial<ListedCounter>) => {
    state.counters = state.counters.map((counter) => (counter.number === number ? { ...counter, ...to } : counter));
    const changed = state.counters.find((counter) => counter.number === number);
    return changed === undefined ? refusedWith('COUNTER_UNKNOWN', { number }) : ok(changed);
  };
  return {
    'counter.show': () => ok([...state.counters]),
    'counter.add': ({ name, kind, authorisation }) => {
      if (authorisation?.password !== `demo-${authorisation?.clerkCode ?? ''}`)
        return refusedWith('SECOND_PERSON_FAILED');
      if (state.counters.some((counter) => counter.name === name)) return refusedWith('COUNTER_NAME_TAKEN', { name });
      const number = String(state.counters.length + 1).padStart(2, '0');
      const nothingYet = { joinedAt: null, certificateEndsAt: null, lastSeenAt: null, line: null };
      state.counters = [...state.counters, { number, name, kind, state: 'expected', ...nothingYet }];
      const where = { address: '192.168.10.5:7443', fingerprint: '5e0fa3b2'.repeat(8) };
      return ok({ number, name, kind, code: `${number}-K7QM3-XPT9R`, expiresAt: at(CODE_ENDS), ...where });
    },
    'counter.change': ({ number, name, kind }) =>
      change(number, { ...(name === null ? {} : { name }), ...(kind === null ? {} : { kind }) }),
    'counter.revoke': ({ number }) => change(number, { state: 'revoked' }),
  };
}
