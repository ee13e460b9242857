/** Opens one state in the page: the window's own App.vue, its own words and keys, on a fake program of its own. */
import type { App as Application } from 'vue';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import '../shared/faces.css';
import '../shared/tokens.css';
import '../shared/base.css';
import customerStyle from '../customer/customer.css?inline';
import { openCustomerWindow } from '../customer/customer-window.ts';
import { setLanguage } from '../shared/words/use-words.ts';
import { openCounter } from '../teller/shell/open-counter.ts';
import { openTellerWindow } from '../teller/teller-window.ts';
import { Desk } from './desk.ts';
import { fakeBridge, type FakeBridge } from './fake/fake-bridge.ts';
import { fakeCustomerBridge, type FakeCustomerBridge } from './fake/fake-customer.ts';
import { samplePaper } from './sample-paper.ts';
import type { CustomerState, Screen, TellerState } from './screen.ts';

export interface OpenWindow<Program extends FakeBridge | FakeCustomerBridge> {
  readonly app: Application;
  readonly desk: Desk<Program>;
  /** Ends the program and empties the page. */
  close(): void;
}

export type OpenState = OpenWindow<FakeBridge> | OpenWindow<FakeCustomerBridge>;

/** @param name of a state of this screen; throws when it has none of that name. */
export async function openState(screen: Screen, name: string, language: Language): Promise<OpenState> {
  if (screen.window === 'teller') return openTeller(stateOf(screen.states, name), language);
  return openCustomer(stateOf(screen.states, name), language);
}

function stateOf<State>(states: Readonly<Record<string, State>>, name: string): State {
  const state = states[name];
  if (state === undefined) throw new Error(`there is no state ${name}; there are ${Object.keys(states).join(', ')}`);
  return state;
}

export async function openTeller(
  { program = {}, show }: TellerState,
  language: Language,
): Promise<OpenWindow<FakeBridge>> {
  await openCounter();
  const bridge = fakeBridge({ pdf: samplePaper(program.pages ?? 3), ...program });
  Object.defineProperty(window, 'medicard', { value: bridge, configurable: true });
  const { app, empty } = pageFor(openTellerWindow, language);
  const desk = new Desk(bridge);
  // Until the session has been answered, sign-in stands there.
  if (program.clerk !== undefined) await desk.finds('nav');
  await desk.settled();
  // Each part of the window comes once its code is there.
  await desk.finds('h1');
  await show?.(desk);
  return {
    app,
    desk,
    close() {
      desk.leave();
      empty();
      bridge.end();
      // What covers the page while it is left is of this state alone.
      window.onbeforeunload = null;
    },
  };
}

export async function openCustomer(
  { program, show }: CustomerState,
  language: Language,
): Promise<OpenWindow<FakeCustomerBridge>> {
  const bridge = fakeCustomerBridge(language, program);
  Object.defineProperty(window, 'medicardCustomer', { value: bridge, configurable: true });
  const style = document.createElement('style');
  style.textContent = customerStyle;
  document.head.append(style);
  const { app, empty } = pageFor(openCustomerWindow, language);
  const desk = new Desk(bridge);
  await desk.finds('main section');
  await show?.(desk);
  return {
    app,
    desk,
    close() {
      desk.leave();
      empty();
      style.remove();
      bridge.end();
    },
  };
}

interface OpenPage {
  readonly app: Application;
  readonly empty: () => void;
}

/** As the window itself starts, guard and all; what it starts ends with it. */
function pageFor(open: typeof openTellerWindow | typeof openCustomerWindow, language: Language): OpenPage {
  const place = document.createElement('div');
  place.id = 'app';
  document.body.replaceChildren(place);
  const { app, close } = open(place);
  setLanguage(language);
  return {
    app,
    empty() {
      close();
      document.body.replaceChildren();
    },
  };
}
