/** F7 and F9, the print queue: what waits for somebody. */
import { largeFen } from '../fake/fake-visit.ts';
import { jobs, clocks, longName, manyRequests, requests } from '../known.ts';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import { tellerScreen } from '../screen.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';

export const worklistScreen = tellerScreen(
  'worklist',
  { clerk: '1001' },
  {
    empty: { show: (desk) => desk.press('taskWorklist') },
    full: { program: { worklist: clocks(3) }, show: (desk) => desk.press('taskWorklist') },
    'many pages': { program: { worklist: clocks(120) }, show: (desk) => desk.press('taskWorklist') },
    'another page': {
      program: { worklist: clocks(120) },
      async show(desk) {
        await desk.press('taskWorklist');
        await desk.press('nextListPage');
      },
    },
  },
);

/** Asked by somebody with a long name; a number of 35 characters is what a file may have. */
const longRequests = requests.map((request) => ({
  ...request,
  askedByName: longName,
  reason: request.reason && longName,
  facts: request.facts.map((fact) => {
    if (fact.name === 'batch') return { ...fact, value: 'YB2024113100100000000000000000000001' };
    return fact.name.endsWith('Fen') ? { ...fact, value: largeFen } : fact;
  }),
}));

async function refusing(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskApprovals');
  await desk.press('refuseRequest');
}

async function approving(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskApprovals');
  await desk.press('approveRequest');
}

const locked: Refusal = {
  code: 'CLERK_LOCKED',
  details: { clerkCode: '2001', seconds: 1800, until: '2025-02-03 10:42:30' },
};

async function approvingRefused(desk: Desk<FakeBridge>, refusal: Refusal): Promise<void> {
  await approving(desk);
  desk.program.refuseNext('approval.decide', refusal);
  await desk.fill('approvals.password', 'demo-2001');
  await desk.pressKeys('Enter');
}

export const approvalsScreen = tellerScreen(
  'approvals',
  { clerk: '2001', known: { requests } },
  {
    empty: { program: { known: {} }, show: (desk) => desk.press('taskApprovals') },
    full: { show: (desk) => desk.press('taskApprovals') },
    "at a supervisor's desk": { program: { isSupervisorDesk: true } },
    "at a supervisor's desk, nothing waits": { program: { isSupervisorDesk: true, known: {} } },
    "at a supervisor's desk, one has come": {
      program: { isSupervisorDesk: true, known: { requests: requests.slice(1) } },
      async show(desk) {
        await desk.press('taskWorklist');
        await desk.settled();
        desk.program.state.requests = [...requests];
        desk.program.emit('ledger.changed', { kinds: ['approvals'] });
        await desk.finds('main > .notice.waits');
      },
    },
    'a file, chosen': {
      async show(desk) {
        await desk.press('taskApprovals');
        await desk.pressKeys('ArrowDown', 'ArrowDown');
      },
    },
    'the longest names and amounts': {
      program: { known: { requests: longRequests } },
      show: (desk) => desk.press('taskApprovals'),
    },
    'what a clerk asked for': { program: { clerk: '1001' }, show: (desk) => desk.press('taskApprovals') },
    'many pages': { program: { known: { requests: manyRequests } }, show: (desk) => desk.press('taskApprovals') },
    'approving, the password': { show: approving },
    'approving, no password': {
      async show(desk) {
        await approving(desk);
        await desk.pressKeys('Enter');
      },
    },
    'approving, a wrong password': {
      async show(desk) {
        await approving(desk);
        await desk.fill('approvals.password', 'not the password');
        await desk.pressKeys('Enter');
      },
    },
    'approving, the password locked': { show: (desk) => approvingRefused(desk, locked) },
    'changed since it was asked': {
      show: (desk) => approvingRefused(desk, { code: 'APPROVAL_CHANGED', details: {} }),
    },
    'refusing without a reason': {
      async show(desk) {
        await refusing(desk);
        await desk.pressKeys('Enter');
      },
    },
    'refusing, the reason': { show: refusing },
    'refusing, the second press': {
      async show(desk) {
        await refusing(desk);
        await desk.fill('second.reason', '持卡人未到场');
        await desk.pressKeys('Enter');
      },
    },
    approved: {
      async show(desk) {
        await approving(desk);
        await desk.fill('approvals.password', 'demo-2001');
        await desk.pressKeys('Enter');
      },
    },
  },
);

async function queue(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskPrintQueue');
  await desk.finds('.print-queue-task');
}

export const printQueueScreen = tellerScreen(
  'print-queue',
  { clerk: '1001', known: { jobs: jobs.own } },
  {
    empty: { program: { known: {} }, show: queue },
    'failed job': { show: queue },
    'no printer': { program: { printFails: true }, show: queue },
    'of another clerk': { program: { clerk: '2001', known: { jobs: jobs.others } }, show: queue },
    'of another clerk, no reason': {
      program: { clerk: '2001', known: { jobs: jobs.others } },
      async show(desk) {
        await queue(desk);
        await desk.click('printQueue.retry');
      },
    },
    printed: {
      async show(desk) {
        await queue(desk);
        await desk.click('printQueue.retry');
      },
    },
    'cancelling, the second press': {
      async show(desk) {
        await queue(desk);
        await desk.click('printQueue.cancel');
      },
    },
  },
);
