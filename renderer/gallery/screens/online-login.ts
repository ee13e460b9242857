/** Alt+I: the online login of the holder at the counter. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { at, ok, refusedWith } from '../fake/fake-state.ts';
import { tellerScreen } from '../screen.ts';

async function shown(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskOnlineLogin');
  await desk.finds('dl');
}

async function asked(desk: Desk<FakeBridge>): Promise<void> {
  await shown(desk);
  await desk.click('onlineLogin.end');
}

const locked = {
  kind: 'password',
  registeredAt: at(Date.UTC(2024, 10, 20, 1, 2)),
  lastUsedAt: null,
  lockedUntil: at(Date.UTC(2025, 1, 3, 2, 40)),
  openSessions: 0,
} as const;

export const onlineLoginScreen = tellerScreen(
  'online-login',
  { clerk: '1001', customer: 'zhang' },
  {
    'nobody at the counter': {
      async show(desk) {
        await desk.press('finishVisit');
        await desk.press('taskOnlineLogin');
      },
    },
    none: { program: { answers: { 'online.login': () => ok(null) } }, show: (desk) => desk.press('taskOnlineLogin') },
    'a passkey': { show: shown },
    'locked after failures': { program: { answers: { 'online.login': () => ok(locked) } }, show: shown },
    'asked to end it': { show: asked },
    ended: {
      async show(desk) {
        await asked(desk);
        await desk.confirm();
        await desk.sees('onlineLogin.ended');
      },
    },
    'ended elsewhere': {
      program: { answers: { 'online.endLogin': () => refusedWith('LOGIN_ABSENT') } },
      async show(desk) {
        await asked(desk);
        await desk.confirm();
        await desk.finds('.notice-bar.danger');
      },
    },
  },
);
