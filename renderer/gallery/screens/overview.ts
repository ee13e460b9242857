/** Ctrl+O: the overview of a period and the lines behind its figures. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { emptyOffice } from '../fake/fake-overview.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { noAnswer } from '../fake/fake-wire.ts';
import { tellerScreen } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

async function open(desk: TellerDesk): Promise<void> {
  await desk.press('taskOverview');
  await desk.finds('.overview-task');
}

const drawn = (desk: TellerDesk): Promise<void> => desk.finds('.chart[data-drawn="true"]');

/** A part of it, by its place. */
async function part(desk: TellerDesk, index: number): Promise<void> {
  await open(desk);
  await desk.press('overviewSection', index);
  await drawn(desk);
}

/** The lines behind the first figure. */
async function behind(desk: TellerDesk, index: number): Promise<void> {
  await part(desk, index);
  await desk.pressKeys('Enter');
  await desk.settled();
}

export const overviewScreen = tellerScreen(
  'overview',
  { clerk: '2001' },
  {
    months: {
      async show(desk) {
        await open(desk);
        await drawn(desk);
      },
    },
    institutions: { show: (desk) => part(desk, 1) },
    losses: { show: (desk) => part(desk, 2) },
    refusals: { show: (desk) => part(desk, 3) },
    hours: { show: (desk) => part(desk, 4) },
    "a month's batches": { show: (desk) => behind(desk, 0) },
    "an institution's months": { show: (desk) => behind(desk, 1) },
    'reports of a month': { show: (desk) => behind(desk, 2) },
    'refusals one by one': { show: (desk) => behind(desk, 3) },
    'acts of an hour, the last page': {
      async show(desk) {
        await part(desk, 4);
        await desk.pressKeys('ArrowDown', 'Enter');
        await desk.press('nextListPage');
        await desk.press('nextListPage');
      },
    },
    'own months': {
      async show(desk) {
        await open(desk);
        await desk.press('overviewPeriod', 3);
      },
    },
    saved: {
      async show(desk) {
        await open(desk);
        await drawn(desk);
        await desk.press('saveOverview');
      },
    },
    'an empty office': { program: { answers: emptyOffice() }, show: (desk) => open(desk) },
    'an empty office, institutions': {
      program: { answers: emptyOffice() },
      async show(desk) {
        await open(desk);
        await desk.press('overviewSection', 1);
      },
    },
    'adding up': { program: { answers: { 'overview.view': noAnswer } }, show: open },
    refused: { program: { answers: { 'overview.view': () => refusedWith('DATABASE_DAMAGED') } }, show: open },
    'not printed': {
      program: { answers: { 'overview.report': () => refusedWith('PRINT_FAILED', { reason: 'printer-stopped' }) } },
      async show(desk) {
        await open(desk);
        await drawn(desk);
        await desk.press('printOverview');
      },
    },
    'a clerk': { program: { clerk: '1001' }, show: open },
  },
);
