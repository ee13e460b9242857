/** What lies over the counter: the keys, and what is asked before something is left. */
import { tellerScreen } from '../screen.ts';

export const dialogsScreen = tellerScreen(
  'dialogs',
  { clerk: '1001', customer: 'zhang' },
  {
    keys: { show: (desk) => desk.press('keysOverview') },
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
