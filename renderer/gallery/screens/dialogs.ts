/** What lies over the counter: any task by name, the keys, help, and what is asked before something is left. */
import { tellerScreen } from '../screen.ts';

export const dialogsScreen = tellerScreen(
  'dialogs',
  { clerk: '1001', customer: 'zhang' },
  {
    palette: { show: (desk) => desk.press('palette') },
    'palette, searching': {
      async show(desk) {
        await desk.press('palette');
        await desk.until('the field', () => document.activeElement?.matches('[role="combobox"]') === true);
        await desk.type('o');
      },
    },
    'palette, nothing found': {
      async show(desk) {
        await desk.press('palette');
        await desk.until('the field', () => document.activeElement?.matches('[role="combobox"]') === true);
        await desk.type('xyz');
      },
    },
    keys: { show: (desk) => desk.press('keysOverview') },
    help: { show: (desk) => desk.press('help') },
    'help for month-end': {
      async show(desk) {
        await desk.press('taskMonthEnd');
        await desk.press('help');
      },
    },
    'leaving with something unfinished': {
      async show(desk) {
        await desk.press('taskLoss');
        await desk.click('loss.report');
        await desk.confirm();
        await desk.seesPaper();
        await desk.press('finishVisit');
        await desk.sees('leaving.title');
      },
    },
  },
);
