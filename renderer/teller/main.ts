/** Start of the teller window. Only the sign-in screen is loaded here: a clerk waits for that and nothing else. */
import '../shared/faces.css';
import '../shared/tokens.css';
import '../shared/base.css';
import { openTellerWindow } from './teller-window.ts';

openTellerWindow('#app');
