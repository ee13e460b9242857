/** F11: the counters of the office's server. */
import type { ListedCounter } from '../../../electron/contract/administration/counter-verbs.ts';
import { at } from '../fake/fake-state.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import type { Desk } from '../desk.ts';
import { tellerScreen } from '../screen.ts';

const joined = Date.UTC(2025, 0, 6, 0, 40);
const times = {
  joinedAt: at(joined),
  certificateEndsAt: at(joined + 365 * 86_400_000),
  lastSeenAt: at(Date.UTC(2025, 1, 3, 2, 11)),
};
const none = { joinedAt: null, certificateEndsAt: null, lastSeenAt: null, line: null };
const onLine = { since: at(Date.UTC(2025, 1, 3, 0, 5)), returns: 0 };
const wavering = { since: at(Date.UTC(2025, 1, 3, 2, 11)), returns: 37 };
const gone = { since: null, returns: 4 };
const counters: readonly ListedCounter[] = [
  { number: '01', name: '一号柜台', kind: 'counter', state: 'joined', ...times, line: onLine },
  { number: '02', name: '二号柜台', kind: 'counter', state: 'revoked', ...times, line: null },
  { number: '03', name: '大堂主管台', kind: 'supervisor-desk', state: 'joined', ...times, line: gone },
  { number: '04', name: '城东自助服务区低柜第四号综合业务办理柜台', kind: 'counter', state: 'expected', ...none },
];

const open = (desk: Desk<FakeBridge>) => desk.press('taskAdministration');

async function add(desk: Desk<FakeBridge>, name: string, password = 'demo-2001'): Promise<void> {
  await open(desk);
  await desk.press('addEntry');
  await desk.fill('counters.name', name);
  await desk.pressKeys('Enter');
  await desk.fill('second.code', '2001');
  await desk.pressKeys('Enter');
  await desk.fill('second.password', password);
  await desk.pressKeys('Enter');
}

async function revoking(desk: Desk<FakeBridge>): Promise<void> {
  await open(desk);
  await desk.press('endEntry');
  await desk.fill('counters.revokeReason', '电脑送修');
}

export const administrationScreen = tellerScreen(
  'administration',
  { clerk: '9001', known: { counters } },
  {
    empty: { program: { known: {} }, show: open },
    full: { show: open },
    'a line that breaks': {
      program: { known: { counters: counters.map((counter) => ({ ...counter, line: counter.line && wavering })) } },
      show: open,
    },
    'not an administrator': { program: { clerk: '2001' }, show: open },
    'adding, the form': {
      async show(desk) {
        await open(desk);
        await desk.press('addEntry');
      },
    },
    'adding, refused': { show: (desk) => add(desk, '五号柜台', 'wrong') },
    'adding, the name is taken': { show: (desk) => add(desk, '一号柜台') },
    'the joining code': { show: (desk) => add(desk, '五号柜台') },
    changing: {
      async show(desk) {
        await open(desk);
        await desk.press('changeEntry');
        await desk.finds('.counter-form');
      },
    },
    'revoking, the reason': { show: revoking },
    'revoking, the second press': {
      async show(desk) {
        await revoking(desk);
        await desk.pressKeys('Enter');
      },
    },
    revoked: {
      async show(desk) {
        await revoking(desk);
        await desk.pressKeys('Enter');
        await desk.confirm();
      },
    },
  },
);
