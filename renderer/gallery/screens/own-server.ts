/** This computer and the office server it belongs to: over open work, before sign-in, and while the server is gone. */
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { fakeServer, goneServer } from '../fake/fake-server.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { tellerScreen } from '../screen.ts';

async function open(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('ownServer');
  await desk.finds('.server-box dl');
}

async function leaving(desk: Desk<FakeBridge>): Promise<void> {
  await open(desk);
  await desk.click('ownServer.leave');
  await desk.sees('ownServer.leaveWho');
  await desk.click('ownServer.leave');
}

async function changing(desk: Desk<FakeBridge>, address: string): Promise<void> {
  await open(desk);
  await desk.click('ownServer.change');
  await desk.fill('joinOffice.address', address);
  await desk.pressKeys('Enter');
}

function lineRefused(desk: Desk<FakeBridge>, state: 'restarting' | 'failed', refusal: Refusal): void {
  desk.program.emit('ledger.status', { state, refusal });
}

const atWork = { clerk: '1001', customer: 'zhang', server: fakeServer } as const;
const gone = { server: goneServer, answers: { 'office.status': () => refusedWith('SERVER_DID_NOT_ANSWER') } } as const;

export const ownServerScreen = tellerScreen(
  'own-server',
  { clerk: '9001', server: fakeServer },
  {
    'the server is there': { show: open },
    'another address': { show: (desk) => changing(desk, '192.168.10.7') },
    'an address where nobody is': { show: (desk) => changing(desk, '10.0.0.9:7443') },
    'leaving, the second press': { show: leaving },
    'leaving, not an administrator': {
      program: { clerk: '1001' },
      async show(desk) {
        await leaving(desk);
        await desk.confirm();
      },
    },
    left: {
      async show(desk) {
        await leaving(desk);
        await desk.confirm();
        await desk.sees('firstRun.title');
      },
    },
    'the line is down over open work': {
      program: atWork,
      async show(desk) {
        lineRefused(desk, 'restarting', { code: 'SERVER_UNREACHABLE', details: { address: fakeServer.address } });
        await desk.sees('ownServer.title');
      },
    },
    'revoked over open work': {
      program: atWork,
      async show(desk) {
        lineRefused(desk, 'failed', { code: 'COUNTER_REVOKED', details: { number: '02' } });
        await desk.sees('ownServer.title');
      },
    },
  },
);

export const serverGoneScreen = tellerScreen('server-gone', gone, {
  'before sign-in': {},
  'looked at': { show: open },
  'its certificate ran out': {
    program: {
      server: {
        ...goneServer,
        line: {
          ...goneServer.line,
          state: 'failed',
          refusal: { code: 'CERTIFICATE_EXPIRED', details: { until: '2026-01-06' } },
        },
      },
    },
    show: open,
  },
});
