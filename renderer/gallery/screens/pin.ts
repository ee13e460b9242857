/** F4: the clerk's side of a PIN; the digits are at the customer's window. */
import type { PinTask, UnclearTask } from '../../../electron/contract/loss/loss-views.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { reports } from '../known.ts';
import { tellerScreen } from '../screen.ts';

/** Asked once the sentence has been confirmed; then this is how the customer's typing goes. */
async function asked(desk: Desk<FakeBridge>, goesOn: Partial<PinTask> = {}, typing = false): Promise<void> {
  await desk.press('taskPin');
  await desk.click('pin.ask');
  await desk.confirm();
  await desk.finds('.customer-entry');
  desk.program.state.customerGoesOn(goesOn, typing);
  await desk.settled();
}

/** The ledger, or the line to it, went away in the middle. */
async function isUnclear(desk: Desk<FakeBridge>, ended: UnclearTask['ended']): Promise<void> {
  await asked(desk, { step: 'repeat' });
  const { taskId = '' } = desk.program.state.task ?? {};
  desk.program.emit('customer.progress', { task: { taskId, ended } });
  await desk.sees(`entry.ended.${ended}`);
}

async function forgotten(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskPin');
  await desk.press('pinChoice', 2);
  await desk.click('pin.report');
  await desk.sees('second.title');
}

export const pinScreen = tellerScreen(
  'pin',
  { clerk: '1001', customer: 'zhang' },
  {
    'nobody at the counter': {
      async show(desk) {
        await desk.press('finishVisit');
        await desk.press('taskPin');
      },
    },
    'an agent may not': {
      program: {
        visit: { agent: { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: false } },
      },
      show: (desk) => desk.press('taskPin'),
    },
    choice: { show: (desk) => desk.press('taskPin') },
    'first PIN': { program: { pinState: 'none' }, show: (desk) => desk.press('taskPin') },
    'second press': {
      async show(desk) {
        await desk.press('taskPin');
        await desk.click('pin.ask');
      },
    },
    'waiting for the holder': { show: (desk) => asked(desk) },
    'the holder types': { show: (desk) => asked(desk, { step: 'new' }, true) },
    'too weak': {
      show: (desk) => asked(desk, { step: 'new', fault: { kind: 'weak', rule: 'BIRTH_DATE', triesLeft: 2 } }),
    },
    'the two differ': {
      show: (desk) => asked(desk, { step: 'new', fault: { kind: 'different', triesLeft: 2 } }),
    },
    'wrong old PIN': { show: (desk) => asked(desk, { fault: { kind: 'wrong', triesLeft: 1 } }) },
    locked: { show: (desk) => asked(desk, { ended: 'locked', fault: { kind: 'wrong', triesLeft: 0 } }) },
    'time is up': { show: (desk) => asked(desk, { ended: 'timed-out' }) },
    cancelled: { show: (desk) => asked(desk, { ended: 'cancelled' }) },
    'not known yet what was done': { show: (desk) => isUnclear(desk, 'lost') },
    'not known what was done': { show: (desk) => isUnclear(desk, 'unknown') },
    'set, with its receipt': {
      async show(desk) {
        await asked(desk, { step: 'repeat', ended: 'done' });
        await desk.seesPaper();
      },
    },
    'forgotten, the second person': { show: forgotten },
    'forgotten, asked in the queue': {
      async show(desk) {
        await forgotten(desk);
        await desk.press('askInQueue');
      },
    },
    'forgotten, approved': {
      async show(desk) {
        await forgotten(desk);
        await desk.press('askInQueue');
        const { state } = desk.program;
        state.requests = state.requests.map((one) => ({ ...one, state: 'approved', decidedBy: '2001' }));
        await desk.sees('second.use');
      },
    },
    'forgotten, refused in the queue': {
      async show(desk) {
        await forgotten(desk);
        await desk.press('askInQueue');
        const { state } = desk.program;
        state.requests = state.requests.map((one) => ({
          ...one,
          state: 'refused',
          decidedBy: '2001',
          reason: '持卡人未到场',
        }));
        await desk.sees('second.refused', { by: '2001', reason: '持卡人未到场' });
      },
    },
    'a new one has to wait': {
      program: {
        pinState: 'void',
        known: { reports: [reports.pin] },
        answers: { 'customer.ask': () => refusedWith('PIN_RESET_WAITS', { date: '2025-02-10' }) },
      },
      async show(desk) {
        await desk.press('taskPin');
        await desk.click('pin.ask');
        await desk.confirm();
        await desk.seesPaper();
      },
    },
  },
);
