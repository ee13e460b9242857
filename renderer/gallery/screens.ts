/**
 * Written by npm run lists from the folders; do not edit.
 * Every screen of both windows, in the order in which the gallery lists them.
 */
import type { Screen } from './screen.ts';
import { administrationScreen } from './screens/administration.ts';
import { auditScreen } from './screens/audit.ts';
import { clerksScreen } from './screens/clerks.ts';
import { bannersScreen, panelScreen, decisionsScreen } from './screens/counter.ts';
import {
  customerIdleScreen,
  pinEntryScreen,
  lossReadingScreen,
  contactReadingScreen,
  taskEndScreen,
} from './screens/customer.ts';
import { tillScreen, dayEndScreen } from './screens/day-end.ts';
import { dialogsScreen } from './screens/dialogs.ts';
import { documentCheckScreen } from './screens/document-check.ts';
import { firstRunScreen, booksShutScreen } from './screens/first-run.ts';
import { followUpScreen } from './screens/follow-up.ts';
import { healthScreen } from './screens/health.ts';
import { helpScreen, entryHelpScreen } from './screens/help.ts';
import { holderDataScreen } from './screens/holder-data.ts';
import { institutionsScreen } from './screens/institutions.ts';
import { journalScreen } from './screens/journal.ts';
import { worklistScreen, approvalsScreen, printQueueScreen } from './screens/lists.ts';
import { longNamesScreen, longNamesSignInScreen, longNamesCustomerScreen } from './screens/long-names.ts';
import { lossScreen, telephoneScreen } from './screens/loss.ts';
import { monthEndScreen } from './screens/month-end.ts';
import { onlineLoginScreen } from './screens/online-login.ts';
import { overviewScreen } from './screens/overview.ts';
import { ownServerScreen, serverGoneScreen } from './screens/own-server.ts';
import { paletteScreen } from './screens/palette.ts';
import { papersScreen } from './screens/papers.ts';
import { pinScreen } from './screens/pin.ts';
import { settingsScreen } from './screens/settings.ts';
import { signInScreen, lockScreen } from './screens/sign-in.ts';
import { statementScreen } from './screens/statement.ts';
import { visitScreen } from './screens/visit.ts';

export const screens: readonly Screen[] = [
  administrationScreen,
  auditScreen,
  clerksScreen,
  bannersScreen,
  panelScreen,
  decisionsScreen,
  customerIdleScreen,
  pinEntryScreen,
  lossReadingScreen,
  contactReadingScreen,
  taskEndScreen,
  tillScreen,
  dayEndScreen,
  dialogsScreen,
  documentCheckScreen,
  firstRunScreen,
  booksShutScreen,
  followUpScreen,
  healthScreen,
  helpScreen,
  entryHelpScreen,
  holderDataScreen,
  institutionsScreen,
  journalScreen,
  worklistScreen,
  approvalsScreen,
  printQueueScreen,
  longNamesScreen,
  longNamesSignInScreen,
  longNamesCustomerScreen,
  lossScreen,
  telephoneScreen,
  monthEndScreen,
  onlineLoginScreen,
  overviewScreen,
  ownServerScreen,
  serverGoneScreen,
  paletteScreen,
  papersScreen,
  pinScreen,
  settingsScreen,
  signInScreen,
  lockScreen,
  statementScreen,
  visitScreen,
];
