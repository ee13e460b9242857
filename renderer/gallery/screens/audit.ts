/** F11: the audit record. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { tellerScreen } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

async function open(desk: TellerDesk): Promise<void> {
  await desk.press('taskAdministration');
  await desk.press('administrationPage', 4);
}

async function search(desk: TellerDesk, clerk: string): Promise<void> {
  await open(desk);
  await desk.fill('audit.clerk', clerk);
  await desk.pressKeys('Enter');
}

export const auditScreen = tellerScreen(
  'audit',
  { clerk: '9001' },
  {
    full: { show: open },
    'of one clerk': { show: (desk) => search(desk, '9001') },
    'nothing found': { show: (desk) => search(desk, '7777') },
    'a time that is none': {
      async show(desk) {
        await open(desk);
        await desk.fill('audit.from', '2025-02-30');
        await desk.pressKeys('Enter');
      },
    },
    'the last page': {
      async show(desk) {
        await open(desk);
        await desk.press('nextListPage');
        await desk.press('nextListPage');
      },
    },
    'one of them': {
      async show(desk) {
        await search(desk, '9001');
        await desk.pressKeys('Enter');
      },
    },
    exported: {
      async show(desk) {
        await open(desk);
        await desk.press('saveEntries');
      },
    },
  },
);
