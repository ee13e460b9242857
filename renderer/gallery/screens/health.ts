/** F11: how the computer of the books does. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { at, ok } from '../fake/fake-state.ts';
import { tellerScreen } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

const NOW = Date.UTC(2025, 1, 3, 2, 30);
const wrong = { at: at(NOW), by: '9001', ok: false, failed: ['running-balances', 'audit-chain'] };

async function open(desk: TellerDesk): Promise<void> {
  await desk.press('taskAdministration');
  await desk.press('administrationPage', 5);
}

async function verified(desk: TellerDesk): Promise<void> {
  await open(desk);
  await desk.press('verifyBooks');
}

export const healthScreen = tellerScreen(
  'health',
  { clerk: '9001' },
  {
    full: { show: open },
    'no backups': {
      program: {
        answers: {
          'health.show': () => ok({ at: at(NOW), booksBytes: 86_507_520, freeBytes: null, backups: [], proven: null }),
        },
      },
      show: open,
    },
    'a place that fails': {
      program: {
        answers: {
          'health.show': () =>
            ok({
              ...{ at: at(NOW), booksBytes: 86_507_520, freeBytes: 212_400_000_000, proven: null },
              backups: [
                { path: '/var/lib/medicard-backups', lastGoodAt: at(NOW), nextAt: at(NOW + 3_600_000), failing: null },
                {
                  ...{ path: '/srv/second-disk/medicard', lastGoodAt: null, nextAt: at(NOW + 300_000) },
                  failing: { since: at(NOW - 5_400_000), reason: 'disk-not-there' },
                },
              ],
            }),
        },
      },
      show: open,
    },
    verified: { show: verified },
    'books that do not agree': { program: { answers: { 'health.verify': () => ok(wrong) } }, show: verified },
  },
);
