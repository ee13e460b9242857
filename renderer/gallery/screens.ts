/** Every screen of both windows, in the order in which the gallery lists them. */
import type { Screen } from './screen.ts';
import { bannersScreen, panelScreen } from './screens/counter.ts';
import { customerIdleScreen, lossReadingScreen, pinEntryScreen, taskEndScreen } from './screens/customer.ts';
import { dialogsScreen } from './screens/dialogs.ts';
import { documentCheckScreen } from './screens/document-check.ts';
import { booksShutScreen, firstRunScreen } from './screens/first-run.ts';
import { followUpScreen } from './screens/follow-up.ts';
import { approvalsScreen, printQueueScreen, worklistScreen } from './screens/lists.ts';
import { lossScreen, telephoneScreen } from './screens/loss.ts';
import { monthEndScreen } from './screens/month-end.ts';
import { pinScreen } from './screens/pin.ts';
import { lockScreen, signInScreen } from './screens/sign-in.ts';
import { statementScreen } from './screens/statement.ts';
import { visitScreen } from './screens/visit.ts';

export const screens: readonly Screen[] = [
  signInScreen,
  lockScreen,
  firstRunScreen,
  booksShutScreen,
  bannersScreen,
  panelScreen,
  visitScreen,
  statementScreen,
  pinScreen,
  lossScreen,
  telephoneScreen,
  followUpScreen,
  worklistScreen,
  approvalsScreen,
  monthEndScreen,
  printQueueScreen,
  documentCheckScreen,
  dialogsScreen,
  customerIdleScreen,
  pinEntryScreen,
  lossReadingScreen,
  taskEndScreen,
];
