/** F11: the settings of the office. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { tellerScreen } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

async function open(desk: TellerDesk): Promise<void> {
  await desk.press('taskAdministration');
  await desk.press('administrationPage', 2);
}

async function looking(desk: TellerDesk, row: number): Promise<void> {
  await open(desk);
  for (let down = 0; down < row; down += 1) await desk.pressKeys('ArrowDown');
  await desk.press('changeEntry');
}

async function changing(desk: TellerDesk, value: string): Promise<void> {
  await looking(desk, 0);
  await desk.fill('settings.newValue', value);
  await desk.fill('administration.reason', '按分行通知');
  await desk.fill('second.code', '2001');
  await desk.fill('second.password', 'demo-2001');
  await desk.pressKeys('Enter');
}

export const settingsScreen = tellerScreen(
  'settings',
  { clerk: '9001' },
  {
    full: { show: open },
    'one of them': { show: (desk) => looking(desk, 0) },
    'a stored value that counts for nothing': { show: (desk) => looking(desk, 1) },
    'a text that is empty': { show: (desk) => looking(desk, 2) },
    'out of its range': { show: (desk) => changing(desk, '2000') },
    changed: { show: (desk) => changing(desk, '80') },
    'led to by its name': {
      async show(desk) {
        await desk.press('palette');
        await desk.until('the field', () => document.activeElement?.matches('[role="combobox"]') === true);
        await desk.type('oralLossDays');
        await desk.finds('[role="option"][aria-selected="true"][id$="-setting-oralLossDays"]');
        await desk.pressKeys('Enter');
      },
    },
  },
);
