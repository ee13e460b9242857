/** A well-behaved counter on the line of an office, which says whether it is served. */
import type { FromLedger } from '../../../electron/contract/protocol.ts';
import type { ServerLine } from '../../../electron/main/ledger-link/network-transport.ts';
import type { Echo } from '../link/echo-ledger.ts';
import type { CounterOffice } from './counter-office.ts';

export class Neighbour {
  ended = false;
  #lastId = 0;
  readonly #line: ServerLine;
  readonly #waiting = new Map<number, (message: FromLedger) => void>();

  private constructor(office: CounterOffice, identity: Awaited<ReturnType<CounterOffice['join']>>, opened: () => void) {
    this.#line = office.lineOf(identity)({
      message: (raw) => {
        const message = raw as FromLedger;
        if (message.type === 'opened') opened();
        if (message.type === 'reply') this.#waiting.get(message.id)?.(message);
      },
      exit: () => (this.ended = true),
    });
  }

  static async join(office: CounterOffice, number: string): Promise<Neighbour> {
    const identity = await office.join(number);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const neighbour = new Neighbour(office, identity, () => resolve(undefined));
    await promise;
    return neighbour;
  }

  async isServed(): Promise<boolean> {
    const id = ++this.#lastId;
    const input: Echo = { do: 'echo', value: id };
    const reply = await new Promise<FromLedger>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#line.send({
        type: 'request',
        id,
        verb: 'ledger.verify',
        input,
        door: 'program',
        sessionToken: null,
        counter: 'x',
      });
    });
    return reply.type === 'reply' && reply.reply.ok && reply.reply.value === id;
  }
}
