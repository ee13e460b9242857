/** One state alone: `state.html?screen=…&state=…&lang=…`. */
import { openState } from './open-state.ts';
import { addressIn } from './address.ts';
import { screens } from './screens.ts';

const { screen: name, state, language } = addressIn(location.search);
const screen = screens.find((one) => one.name === name) ?? screens[0];
if (screen) await openState(screen, state ?? Object.keys(screen.states)[0] ?? '', language);
