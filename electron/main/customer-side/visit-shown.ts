/**
 * What the customer's window shows of a visit that goes on, and how its holder reads there. The visit is the ledger's: it is
 * asked again whenever the clerk has done what may change it, and when its time is up. Knows nothing of Electron.
 */
import type { CustomerScreen } from '../../contract/customer/customer-verbs.ts';
import type { Input, Output, Verb } from '../../contract/verbs.ts';
import { accepted, type Reply } from '../../contract/kernel/errors.ts';
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import type { KnownWindow } from '../windows/ipc-gate.ts';

type Choice = Input<'customer.choose'>;
type ShownVisit = NonNullable<CustomerScreen['visit']>;
type VisitText = Pick<CustomerScreen, 'visit' | 'largeType'> & Partial<Pick<CustomerScreen, 'language'>>;

/** After these there may be another visit, or none. */
const visitChangesBy: ReadonlySet<Verb> = new Set<Verb>([
  'visit.open',
  'visit.openWithoutCard',
  'visit.finish',
  'session.signOut',
  'session.signIn',
]);

/** What the clerk asks the ledger says what they do for the holder. */
const doingBy: Partial<Readonly<Record<Verb, ShownVisit['doing']>>> = {
  'statement.presets': 'statement',
  'loss.outlook': 'loss',
  'document.print': 'paper',
};

/** Asked a moment later, the ledger says that the visit is over. */
const graceMs = 1_000;

export interface VisitShownOptions {
  readonly ask: AskLedger;
  /** It has changed. */
  readonly changed: () => void;
}

export class VisitShown {
  readonly #options: VisitShownOptions;
  #visitId: string | null = null;
  #visit: ShownVisit | null = null;
  #choice: Choice | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** Counts the questions: an answer that a newer question overtook is not taken. */
  #asked = 0;

  constructor(options: VisitShownOptions) {
    this.#options = options;
  }

  /** What the holder chose goes before the clerk's language. */
  get text(): VisitText {
    const { language, largeType = false } = this.#choice ?? {};
    return { visit: this.#visit, largeType, ...(language && { language }) };
  }

  /** Until the visit ends; without one there is nobody to choose. */
  choose(choice: Choice): Reply<Output<'customer.choose'>> {
    if (this.#visit !== null) {
      this.#choice = choice;
      this.#options.changed();
    }
    return accepted({});
  }

  async hear(verb: Verb, clerk: KnownWindow): Promise<void> {
    if (visitChangesBy.has(verb)) await this.#readAgain(clerk);
    const doing = doingBy[verb];
    if (doing === undefined || this.#visit === null || this.#visit.doing === doing) return;
    this.#visit = { ...this.#visit, doing };
    this.#options.changed();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #readAgain(clerk: KnownWindow): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const reply = await this.#options.ask('visit.current', {}, clerk);
    if (asked !== this.#asked) return;
    clearTimeout(this.#timer);
    const visit = reply.ok ? reply.value : null;
    if (visit !== null)
      this.#timer = setTimeout(() => void this.#readAgain(clerk), visit.endsAt - Date.now() + graceMs);
    if ((visit?.visitId ?? null) === this.#visitId) return;
    this.#visitId = visit?.visitId ?? null;
    this.#visit = visit && { holderNameMasked: visit.holderNameMasked, doing: 'visit' };
    this.#choice = null;
    this.#options.changed();
  }
}
