/** Alt+B: the papers of the holder at the counter, and any of them given again. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { largeFen, longInstitution } from '../fake/fake-visit.ts';
import { longName, manyPapers, papers, reports } from '../known.ts';
import { tellerScreen } from '../screen.ts';

async function listed(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskPapers');
  await desk.finds('.paper-rows');
}

async function shown(desk: Desk<FakeBridge>): Promise<void> {
  await listed(desk);
  await desk.until('a row has the focus', () => document.activeElement?.matches('[data-row]') === true);
  await desk.pressKeys('Enter');
  await desk.seesPaper();
}

export const papersScreen = tellerScreen(
  'papers',
  { clerk: '1001', customer: 'zhang', known: { papers, reports: [reports.formal] } },
  {
    'nobody at the counter': {
      async show(desk) {
        await desk.press('finishVisit');
        await desk.press('taskPapers');
      },
    },
    empty: { program: { known: {} }, show: (desk) => desk.press('taskPapers') },
    listed: { show: listed },
    'many pages': {
      program: { known: { papers: manyPapers } },
      show: listed,
    },
    'the longest names': {
      program: { visit: { holderName: longName, employer: longInstitution, balanceFen: largeFen } },
      show: shown,
    },
    'one shown': { show: shown },
    'printed again': {
      async show(desk) {
        await shown(desk);
        await desk.press('printPaper');
      },
    },
    'no printer': {
      program: { printFails: true },
      async show(desk) {
        await shown(desk);
        await desk.press('printPaper');
      },
    },
    'from the report': {
      async show(desk) {
        await desk.press('taskFollowUp');
        await desk.finds('.report-papers .paper-rows');
        await desk.press('reportPaper');
        await desk.seesPaper();
      },
    },
  },
);
