/** F10: tills, and the day end of the office. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { hinderedDay, officeDay, openTill } from '../fake/fake-day.ts';
import { at, ok, refusedWith } from '../fake/fake-state.ts';
import type { Output } from '../../../electron/contract/verbs.ts';
import { longName } from '../known.ts';
import { tellerScreen } from '../screen.ts';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';

type TellerDesk = Desk<FakeBridge>;
const open = (desk: TellerDesk) => desk.press('taskDayEnd');
const clerk = { code: '1001', name: '王敏', role: 'clerk' } as const;

async function counted(desk: TellerDesk, sum: string): Promise<void> {
  await open(desk);
  await desk.fill('dayEnd.till.counted', sum);
}

const closing = {
  number: 1,
  expectedFen: fen(3_000),
  countedFen: fen(2_900),
  closedBy: '1001',
  closedAt: at(1_738_549_000_000),
};

const quarter = {
  from: businessDate('2024-09-21'),
  to: businessDate('2024-12-20'),
  accounts: 386,
  amountFen: fen(41_207),
};
const settlements: Output<'interest.settlements'> = [
  {
    ...quarter,
    reference: 'JX20241220',
    state: 'posted',
    demandRates: '2024-01-01 0.35',
    carryOverRates: '2024-01-01 1.1',
  },
  {
    ...{ from: businessDate('2024-06-21'), to: businessDate('2024-09-20'), accounts: 380, amountFen: fen(39_918) },
    ...{ reference: 'JX20240920', state: 'posted', demandRates: '2024-01-01 0.35', carryOverRates: '2024-01-01 1.1' },
  },
];
const copies = [
  {
    place: 1,
    path: '/srv/medicard/backups',
    name: 'medicard-0101-20250203T090412Z.copy',
    bytes: 48_211_968,
    reason: null,
  },
  { place: 2, path: '/srv/bank-backup', name: null, bytes: null, reason: 'disk-not-there' },
];
const ended = { businessDate: officeDay.nextDate, closed: [], warning: null, head: officeDay.head };

async function closesDay(desk: TellerDesk): Promise<void> {
  await open(desk);
  await desk.press('closeDay');
  await desk.confirm();
  await desk.finds('.notice-bar');
}

export const tillScreen = tellerScreen(
  'till',
  { clerk: '1001' },
  {
    open: { show: open },
    'nothing done': {
      program: {
        answers: {
          'till.view': () =>
            ok({
              ...openTill,
              clerk,
              state: 'idle',
              figures: { ...openTill.figures, kinds: [], fees: [], expectedFen: fen(0) },
            }),
        },
      },
      show: open,
    },
    'worked in after it was closed': {
      program: {
        answers: { 'till.view': () => ok({ ...openTill, clerk, closings: [{ ...closing, reason: longName }] }) },
      },
      show: open,
    },
    'counted alike': {
      async show(desk) {
        await counted(desk, '30.00');
        await desk.pressKeys('Enter');
      },
    },
    'a difference': { show: (desk) => counted(desk, '29.00') },
    'a difference, explained': {
      async show(desk) {
        await counted(desk, '29.00');
        await desk.fill('dayEnd.till.reason', '找零错误，已由本人补足说明');
        await desk.pressKeys('Enter');
      },
    },
    closed: {
      async show(desk) {
        await counted(desk, '30.00');
        await desk.pressKeys('Enter');
        await desk.confirm();
        await desk.sees('dayEnd.till.done');
      },
    },
    'closed elsewhere': {
      program: { answers: { 'till.close': () => refusedWith('TILL_CLOSED', { clerkCode: '1001', name: '王敏' }) } },
      async show(desk) {
        await counted(desk, '30.00');
        await desk.pressKeys('Enter');
        await desk.confirm();
        await desk.finds('.notice-bar.danger');
      },
    },
  },
);

export const dayEndScreen = tellerScreen(
  'day-end',
  { clerk: '2001' },
  {
    ready: { show: open },
    'a till is open': { program: { answers: { 'day.view': () => ok(hinderedDay) } }, show: open },
    "an absent clerk's till": {
      program: { answers: { 'day.view': () => ok(hinderedDay) } },
      async show(desk) {
        await open(desk);
        await desk.press('closeTillFor');
      },
    },
    'a visit is open': {
      program: {
        answers: {
          'day.view': () =>
            ok({
              ...officeDay,
              obstacle: 'visits-open',
              figures: { ...officeDay.figures, openVisits: [{ clerkCode: '1002', name: longName, counter: '02' }] },
            }),
        },
      },
      show: open,
    },
    'too early, and the list of holidays ends': {
      program: {
        answers: {
          'day.view': () => ok({ ...officeDay, obstacle: 'day-not-yet', warning: { kind: 'ends', on: '2025-12-31' } }),
        },
      },
      show: open,
    },
    'asked to close': {
      async show(desk) {
        await open(desk);
        await desk.press('closeDay');
      },
    },
    closed: { show: closesDay },
    'settles interest': {
      program: {
        answers: {
          'day.view': () =>
            ok({ ...officeDay, interestDue: { settledTo: businessDate('2025-03-20'), hasRates: true } }),
          'interest.settlements': () => ok(settlements),
        },
      },
      show: open,
    },
    'settles none, as no rate is set': {
      program: {
        answers: {
          'day.view': () =>
            ok({ ...officeDay, interestDue: { settledTo: businessDate('2025-03-20'), hasRates: false } }),
        },
      },
      show: open,
    },
    'closed, with interest and copies, one of which failed': {
      program: {
        answers: {
          'day.end': () => ok({ ...ended, interest: [quarter], copies }),
          'interest.settlements': () => ok(settlements),
        },
      },
      show: closesDay,
    },
    'refused, a till was opened meanwhile': {
      program: { answers: { 'day.end': () => refusedWith('DAY_TILLS_OPEN', { who: '1001 王敏' }) } },
      async show(desk) {
        await open(desk);
        await desk.press('closeDay');
        await desk.confirm();
        await desk.finds('.notice-bar.danger');
      },
    },
    'the own till': {
      async show(desk) {
        await open(desk);
        await desk.press('dayEndPage', 1);
      },
    },
  },
);
