/** F1 in every task and every other state of the window, at a step that the page can tell, and turned to another page. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { openingShortcut, type TaskId } from '../../shared/keyboard/shortcuts.ts';
import { tellerScreen, type TellerState } from '../screen.ts';

async function help(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('help');
  await desk.sees('help.steps');
}

function helpOf(task: TaskId): TellerState {
  return {
    async show(desk) {
      await desk.press(openingShortcut(task));
      await help(desk);
    },
  };
}

export const helpScreen = tellerScreen(
  'help',
  { clerk: '1001', customer: 'zhang' },
  {
    visit: helpOf('visit'),
    statement: helpOf('statement'),
    PIN: helpOf('pin'),
    'PIN, a supervisor is asked': {
      async show(desk) {
        await desk.press('taskPin');
        await desk.press('pinChoice', 2);
        await desk.pressKeys('Enter');
        await desk.finds('.second-person');
        await help(desk);
      },
    },
    loss: helpOf('loss'),
    'loss, the form is ready': {
      async show(desk) {
        await desk.press('taskLoss');
        await desk.click('loss.report');
        await desk.confirm();
        await desk.seesPaper();
        await help(desk);
      },
    },
    'follow-up': helpOf('followUp'),
    worklist: helpOf('worklist'),
    'month-end': helpOf('monthEnd'),
    approvals: helpOf('approvals'),
    'print queue': helpOf('printQueue'),
    'check document': helpOf('documentCheck'),
    'turned to the end': {
      async show(desk) {
        await desk.press('taskPin');
        await help(desk);
        document.querySelector('dialog .text')?.scrollTo(0, 10_000);
      },
    },
    locked: {
      async show(desk) {
        await desk.press('lock');
        await desk.sees('lock.title');
        await help(desk);
      },
    },
    'clerk locked': {
      async show(desk) {
        desk.program.refuseNext('loss.worklist', { code: 'CLERK_LOCKED', details: { clerkCode: '1001' } });
        await desk.press('taskWorklist');
        await desk.sees('unlockClerk.explain');
        await help(desk);
      },
    },
  },
);

export const entryHelpScreen = tellerScreen(
  'help-before-sign-in',
  {},
  {
    'sign-in': { show: help },
    'sign-in, turned to a task': {
      async show(desk) {
        await help(desk);
        await desk.click('task.visit');
        await desk.sees('help.steps');
      },
    },
    'first run': { program: { office: false }, show: help },
    'books shut': {
      program: {
        answers: { 'office.status': () => refusedWith('DATABASE_DAMAGED', { detail: 'entries do not add up' }) },
      },
      show: help,
    },
  },
);
