/** The customer's side of the counter: their window, the task in it, and the sign it shows while idle. */
import type { BrowserWindow } from 'electron';
import { accepted } from '../../contract/kernel/errors.ts';
import type { PinTask } from '../../contract/loss/loss-views.ts';
import type { CustomerScreen } from '../../contract/customer/customer-verbs.ts';
import type { LedgerState } from '../../contract/protocol.ts';
import type { Verb } from '../../contract/verbs.ts';
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import { CustomerWindow } from '../windows/customer-window.ts';
import { endHungPage } from '../windows/hung-page.ts';
import type { KnownWindow } from '../windows/ipc-gate.ts';
import type { Log } from '../start/log.ts';
import type { PinVerbs } from '../main-verbs.ts';
import { OfficeSign } from './office-sign.ts';
import { VisitShown } from './visit-shown.ts';
import { sendEvent, type OpenWindow, type OpenWindows } from '../windows/open-windows.ts';
import { PinRelay, type Shown } from './pin-relay.ts';

export interface CustomerSideOptions {
  readonly ask: AskLedger;
  readonly windows: OpenWindows;
  readonly log: Log;
  readonly programFolder: string;
}

/** After these the clerk does not stand behind a task of theirs any more. */
const clerkLeavesBy: ReadonlySet<Verb> = new Set<Verb>([
  'session.lock',
  'session.signOut',
  'session.signIn',
  'visit.finish',
]);

/** After these the sign may name another office. */
const officeChangesBy: ReadonlySet<Verb> = new Set<Verb>(['office.setUp', 'office.openDemo', 'office.restore']);

export class CustomerSide {
  readonly #windows: OpenWindows;
  readonly #window: CustomerWindow;
  readonly #relay: PinRelay;
  readonly #sign: OfficeSign;
  readonly #visit: VisitShown;
  /** What is known to the gate of the customer's window. */
  #known: OpenWindow | null = null;
  #clerk: BrowserWindow | null = null;

  constructor({ ask, windows, log, programFolder }: CustomerSideOptions) {
    this.#windows = windows;
    this.#sign = new OfficeSign(ask);
    this.#visit = new VisitShown({ ask, changed: () => void this.#relay.drawAsItStands() });
    this.#window = new CustomerWindow({
      programFolder,
      clerk: () => this.#clerk,
      opened: (browserWindow) => {
        endHungPage(browserWindow.webContents, log);
        this.#known = windows.add(browserWindow, 'customer');
      },
      lost: (how) => {
        log.warn({ how }, "the customer's window was lost");
        void this.#relay.interrupt();
      },
    });
    this.#relay = new PinRelay({
      ask,
      customer: {
        show: () => this.#window.show(),
        draw: (shown) => this.#draw(shown),
        handBack: () => this.#window.handBack(),
        covers: () => this.#window.covers,
      },
      tellClerk: (clerk, event, payload) => {
        const window = this.#windows.find(clerk.webContentsId);
        if (window) sendEvent(window, event, payload);
      },
      note: (event, details) => log.info(details, event),
    });
  }

  /** @param clerk the clerk's window; with it the customer's goes. */
  start(clerk: BrowserWindow): void {
    this.#clerk = clerk;
    clerk.once('closed', () => {
      this.#clerk = null;
      this.#window.close();
    });
    // Its page starts afresh and knows of no task.
    clerk.webContents.on('render-process-gone', () => void this.#relay.interrupt());
    this.#window.start();
  }

  get verbs(): PinVerbs {
    const relay = this.#relay;
    return {
      'customer.ask': (input, asker) => relay.begin(input, asker),
      'customer.abandon': (input, asker) => relay.abandon(input, asker),
      'customer.screen': async () => accepted(this.#screen(await relay.shown())),
      'customer.choose': async (choice) => this.#visit.choose(choice),
      'customer.typing': (input) => relay.typing(input),
      'customer.enterPin': (input) => relay.enter(input),
      'customer.acknowledge': (input) => relay.acknowledge(input),
      'customer.moreTime': (input) => relay.moreTime(input),
      'customer.cancel': (input) => relay.cancel(input),
    };
  }

  async beforeAnswering(verb: Verb, asker: KnownWindow): Promise<void> {
    if (clerkLeavesBy.has(verb)) await this.#relay.clerkLeaves(asker);
  }

  afterAnswering(verb: Verb, asker: KnownWindow): void {
    void this.#visit.hear(verb, asker);
    if (officeChangesBy.has(verb)) void this.#readSign();
  }

  hearLedger(state: LedgerState): void {
    if (state !== 'ready') {
      this.#relay.ledgerAway();
      return;
    }
    void this.#relay.ledgerBack();
    void this.#readSign();
  }

  /** What the ledger tells of a task, as it tells it. */
  hearTask(task: PinTask): void {
    this.#relay.hear(task);
  }

  /** Ends a task that is still on while the ledger can write that down. */
  async close(): Promise<void> {
    this.#visit.close();
    await this.#relay.interrupt();
  }

  #screen(shown: Shown): CustomerScreen {
    return { ...this.#sign.text, ...shown, ...this.#visit.text, takeover: this.#window.covers };
  }

  #draw(shown: Shown): void {
    if (this.#known) sendEvent(this.#known, 'customer.screen', this.#screen(shown));
  }

  async #readSign(): Promise<void> {
    await this.#sign.readAgain();
    await this.#relay.drawAsItStands();
  }
}
