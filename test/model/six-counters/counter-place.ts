/** One place of the office: a counter on its line through a proxy, which asks as its windows do and notes all that it hears. */
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import { COUNTER_DOORS, type CounterDoor } from '../../../electron/contract/kernel/verb-policy.ts';
import type { ChangeKind } from '../../../electron/contract/protocol.ts';
import { policyOf, type Input, type LedgerVerb } from '../../../electron/contract/verbs.ts';
import { LineSupervision } from '../../../electron/main/ledger-link/line-supervision.ts';
import { networkLedger, type CounterIdentity } from '../../../electron/main/ledger-link/network-transport.ts';
import { LineProxy, type LineFault, type Passage } from '../../faults/link/line-proxy.ts';
import { PROGRAM } from './office-process.ts';

/** How soon a broken line is tried again, in milliseconds: at once, and less often while the server is gone. */
const FIRST_RETRY = 1;
const NEXT_RETRY = 20;

export interface Joined extends CounterIdentity {
  readonly number: string;
}

export class CounterPlace {
  identity: Joined;
  /** As main's gate has it: the token of the window's session. */
  asker: { counter: string; session: string | null } = { counter: 'x', session: null };
  /** What was said to have changed since the last asking began. */
  changed = new Set<ChangeKind>();
  /** Ids of the customers' tasks that were told here. */
  readonly tasks = new Set<string>();
  /** What the next connections suffer, one each. */
  readonly faults: LineFault[];
  readonly #proxy: LineProxy;
  #supervision: LineSupervision;
  #waiting: (() => void)[] = [];

  private constructor(identity: Joined, proxy: LineProxy, faults: LineFault[]) {
    this.identity = identity;
    this.faults = faults;
    this.#proxy = proxy;
    this.#supervision = this.#supervise();
  }

  static async open(identity: Joined, port: () => number): Promise<CounterPlace> {
    const faults: LineFault[] = [];
    const proxy = await LineProxy.open(port, () => faults.shift() ?? {});
    const place = new CounterPlace(identity, proxy, faults);
    await place.#supervision.open();
    return place;
  }

  /** The connection that came last. */
  get passage(): Passage {
    const passage = this.#proxy.passages.at(-1);
    if (passage === undefined) throw new Error('the counter has not come yet');
    return passage;
  }

  /** Why the server does not have this counter, once it has said so. */
  get refusal(): string | null {
    const { state, refusal } = this.#supervision.status;
    return state === 'failed' ? (refusal?.code ?? null) : null;
  }

  get isReady(): boolean {
    return this.#supervision.status.state === 'ready';
  }

  /** One try: SERVER_DID_NOT_ANSWER says that the line broke over it. */
  async ask<V extends LedgerVerb>(verb: V, input: Input<V>, token = this.asker.session): Promise<Reply<unknown>> {
    this.changed.clear();
    const asker = { counter: 'x', session: token };
    const reply = await this.#supervision.request(verb, input, asker, doorOfCounter(verb));
    if (reply.ok && asker.session !== token) this.asker.session = asker.session;
    return reply;
  }

  /** As often as the line breaks over it. */
  async persist<V extends LedgerVerb>(verb: V, input: Input<V>): Promise<Reply<unknown>> {
    for (;;) {
      await this.ready();
      const reply = await this.ask(verb, input);
      if (reply.ok || reply.error.code !== 'SERVER_DID_NOT_ANSWER') return reply;
    }
  }

  /** Once the line stands, or is refused. */
  async ready(): Promise<void> {
    while (!['ready', 'failed'].includes(this.#supervision.status.state))
      await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  /** Once the server has said that it does not have this counter. */
  async refused(): Promise<void> {
    while (this.#supervision.status.state !== 'failed') await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  /** Another identity, as after joining anew. */
  async become(identity: Joined): Promise<void> {
    await this.#supervision.stop();
    this.identity = identity;
    this.asker = { counter: 'x', session: null };
    this.#supervision = this.#supervise();
    await this.#supervision.open();
    await this.ready();
  }

  async close(): Promise<void> {
    await this.#supervision.stop();
    await this.#proxy.close();
  }

  #supervise(): LineSupervision {
    const start = networkLedger({
      host: '127.0.0.1',
      port: this.#proxy.port,
      identity: this.identity,
      program: PROGRAM,
    });
    return new LineSupervision({
      start,
      address: 'server:1',
      onStatus: () => {
        for (const wake of this.#waiting.splice(0)) wake();
      },
      onProgress: () => undefined,
      onCustomerTask: ({ taskId }) => this.tasks.add(taskId),
      onChange: (kinds) => {
        for (const kind of kinds) this.changed.add(kind);
      },
      note: () => undefined,
      delayMs: (failures) => (failures === 1 ? FIRST_RETRY : NEXT_RETRY),
    });
  }
}

function doorOfCounter(verb: LedgerVerb): CounterDoor {
  const { doors } = policyOf(verb);
  const door = COUNTER_DOORS.find((each) => doors.includes(each));
  if (door === undefined) throw new Error(`no counter asks ${verb}`);
  return door;
}
