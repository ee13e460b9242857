/** How the computer of the fake office does. */
import type { ProvenBooks } from '../../../electron/contract/administration/health-verbs.ts';
import { at, ok, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

/** Half past ten in the office. */
const NOW = Date.UTC(2025, 1, 3, 2, 30);
const MINUTE = 60_000;

export function healthAnswers(state: FakeState): Answers<'health.show' | 'health.verify'> {
  let proven: ProvenBooks | null = null;
  return {
    'health.show': () =>
      state.session === null
        ? refusedWith('SIGN_IN_REQUIRED')
        : ok({
            ...{ at: at(NOW), booksBytes: 86_507_520, freeBytes: 212_400_000_000, proven },
            backups: [
              {
                path: '/var/lib/medicard-backups',
                ...{ lastGoodAt: at(NOW - 25 * MINUTE), nextAt: at(NOW + 35 * MINUTE), failing: null },
              },
            ],
          }),
    'health.verify': () => {
      proven = { at: at(NOW), by: state.session?.clerk.code ?? '', ok: true, failed: [] };
      return ok(proven);
    },
  };
}
