/** F12: the journal of the day. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { papers, reports } from '../known.ts';
import { tellerScreen } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

async function open(desk: TellerDesk): Promise<void> {
  await desk.press('taskJournal');
  await desk.finds('.journal-task');
  await desk.until(
    'a line or the heading has the focus',
    () => document.activeElement?.matches('[data-row], .journal-task h1') === true,
  );
}

async function search(desk: TellerDesk, text: string): Promise<void> {
  await open(desk);
  await desk.fill('journal.searchFor', text);
  await desk.pressKeys('Enter');
}

export const journalScreen = tellerScreen(
  'journal',
  { clerk: '1001', known: { papers, reports: [reports.formal] } },
  {
    'own work': { show: open },
    empty: { program: { known: {} }, show: open },
    "the office's": { program: { clerk: '2001' }, show: open },
    'the office, empty': { program: { clerk: '2001', known: {} }, show: open },
    'nothing found': { show: (desk) => search(desk, '7777') },
    'the last page': {
      program: { clerk: '2001' },
      async show(desk) {
        await open(desk);
        await desk.press('nextPaperPage');
        await desk.press('nextPaperPage');
      },
    },
    'a paper shown': {
      async show(desk) {
        await open(desk);
        await desk.pressKeys('Enter');
        await desk.seesPaper();
      },
    },
    "another clerk's, the reason": {
      program: { clerk: '2001' },
      async show(desk) {
        await open(desk);
        await desk.pressKeys('Enter');
        await desk.finds('.why');
      },
    },
  },
);
