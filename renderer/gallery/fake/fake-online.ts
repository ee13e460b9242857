/** The holder's online login in the fake program. */
import { at, ok, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

/** 2025-02-01, 20:15 in the office. */
const registered = Date.UTC(2025, 1, 1, 12, 15);

export function onlineAnswers(state: FakeState): Answers<'online.login' | 'online.endLogin'> {
  return {
    'online.login': () =>
      ok(
        state.onlineLogin
          ? {
              kind: state.onlineLogin,
              registeredAt: at(registered),
              lastUsedAt: at(registered + 36_000_000),
              lockedUntil: null,
              openSessions: 1,
            }
          : null,
      ),
    'online.endLogin': () => {
      state.onlineLogin = null;
      return ok({});
    },
  };
}
