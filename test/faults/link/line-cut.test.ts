/** A counter's day over a line that is cut again and again, on real books: every command is done once, and nothing is lost. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { MainDoor } from '../../../electron/contract/kernel/verb-policy.ts';
import type { Input, LedgerVerb, Output } from '../../../electron/contract/verbs.ts';
import { LineSupervision } from '../../../electron/main/ledger-link/line-supervision.ts';
import { OfficeLedger } from '../../../electron/server/office-ledger.ts';
import { caseCount } from '../../case-count.ts';
import {
  behindTheBack,
  copyOf,
  makeTemplate,
  Office,
  PASSWORDS,
  visitOf,
  type Template,
} from '../../offices/small-office.ts';
import { CounterOffice } from '../server/counter-office.ts';
import { LineProxy } from './line-proxy.ts';

const CUSTOMERS = 8;
let template: Template;

beforeAll(async () => {
  template = await makeTemplate();
});

/** A counter on the line; it asks again, as a window does, what the broken line left unanswered. */
class Desk {
  readonly asker = { counter: 'x', session: null };
  readonly supervision: LineSupervision;
  #whenReady: (() => void)[] = [];

  constructor(start: ConstructorParameters<typeof LineSupervision>[0]['start']) {
    this.supervision = new LineSupervision({
      start,
      address: 'server:1',
      onStatus: ({ state }) => {
        if (state === 'ready') for (const wake of this.#whenReady.splice(0)) wake();
      },
      onProgress: () => undefined,
      onCustomerTask: () => undefined,
      onChange: () => undefined,
      note: () => undefined,
      delayMs: () => 1,
    });
  }

  async ask<V extends LedgerVerb>(verb: V, input: Input<V>, door: MainDoor = 'teller'): Promise<Reply<Output<V>>> {
    for (;;) {
      const reply = await this.supervision.request(verb, input, this.asker, door);
      if (reply.ok || reply.error.code !== 'SERVER_DID_NOT_ANSWER') return reply as Reply<Output<V>>;
      if (this.supervision.status.state !== 'ready') await new Promise<void>((wake) => this.#whenReady.push(wake));
    }
  }
}

interface Served {
  readonly office: Office;
  readonly desk: Desk;
  /** How often the counter came to the server. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

async function served(cuts: readonly number[]): Promise<Served> {
  const office = new Office(copyOf(template));
  const ledger = new OfficeLedger();
  const server = await CounterOffice.open({ ledger });
  ledger.serve(office.door);
  const proxy = await LineProxy.open(
    () => server.port,
    (connection) => ({ cutAfter: cuts[connection] ?? Infinity }),
  );
  const desk = new Desk(server.lineOf(await server.join('02'), { port: proxy.port }));
  await desk.supervision.open();
  const close = async (): Promise<void> => {
    await desk.supervision.stop();
    await Promise.all([proxy.close(), server.close()]);
    office.close();
  };
  return { office, desk, connections: () => proxy.connections, close };
}

const visitsIn = (folder: string): number =>
  behindTheBack(folder, (books) => books.prepare<[], number>('SELECT count(*) FROM visit').pluck().get() ?? 0);

test('visits over a line that is cut in the middle of frames are opened once each, in the session of the first sign-in', async () => {
  const before = visitsIn(template.folder);
  const cuts = fc.array(fc.integer({ min: 300, max: 6_000 }), { minLength: 3, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(cuts, async (each) => {
      const { office, desk, connections, close } = await served(each);
      await desk.ask('session.signIn', { clerkCode: '1001', password: PASSWORDS['1001'] ?? '' });
      const session = desk.asker.session;
      for (let at = 0; at < CUSTOMERS; at += 1) {
        const opened = await desk.ask('visit.open', visitOf(at % 5));
        if (!opened.ok) throw new Error(opened.error.code);
        await desk.ask('visit.finish', { visitId: opened.value.visitId });
      }
      expect(connections()).toBeGreaterThan(1);
      expect(desk.asker.session).toBe(session);
      expect(await office.faults()).toEqual([]);
      await close();
      expect(visitsIn(office.folder)).toBe(before + CUSTOMERS);
    }),
    { numRuns: caseCount(5) },
  );
});

test('what makes, restores or opens an office, or carries its keys is not asked over a line', async () => {
  const { desk, close } = await served([]);
  await desk.ask('session.signIn', { clerkCode: '9001', password: PASSWORDS['9001'] ?? '' });
  const key = new Uint8Array(32);
  const asked = [
    await desk.ask('office.recoveryPdf', { dataKey: key, pinKey: key }, 'own-program'),
    await desk.ask('office.restoreFrom', { path: '/etc/passwd', recoveryKeyTyped: true }, 'own-program'),
  ];
  expect(asked.map((reply) => (reply.ok ? 'answered' : reply.error.code))).toEqual(asked.map(() => 'NOT_ALLOWED_HERE'));
  await close();
});
