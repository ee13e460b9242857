/**
 * A supervised line through everything that a bad line does: cut in the middle of frames, swallowed, delayed, in pieces, and whole
 * connections overtaken by later ones. Every request is answered once, with its own answer or as unanswered, and none is made up.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LineSupervision } from '../../../electron/main/ledger-link/line-supervision.ts';
import { caseCount } from '../../case-count.ts';
import { CounterOffice } from '../server/counter-office.ts';
import { LineProxy, type LineFault } from './line-proxy.ts';

/** Short, so that a swallowed line is soon noticed. */
const BEAT_MS = 20;
const REQUESTS = 12;

let office: CounterOffice;
beforeAll(async () => {
  office = await CounterOffice.open({ limits: { beatMs: BEAT_MS } });
});
afterAll(() => office.close());

const bytes = fc.integer({ min: 0, max: 4_000 });
const fault: fc.Arbitrary<LineFault> = fc.oneof(
  bytes.map((cutAfter) => ({ cutAfter })),
  bytes.map((silentAfter) => ({ silentAfter })),
  bytes.map((holdAfter) => ({ holdAfter })),
  fc.record({ pieceBytes: fc.integer({ min: 1, max: 50 }), cutAfter: bytes }),
);

interface Supervised {
  readonly line: LineSupervision;
  readonly ready: () => Promise<void>;
}

function supervised(identity: Awaited<ReturnType<CounterOffice['join']>>, port: number): Supervised {
  let waiting: (() => void)[] = [];
  const line = new LineSupervision({
    start: office.lineOf(identity, { port, beatMs: BEAT_MS, connectMs: 4 * BEAT_MS }),
    address: 'server:1',
    onStatus: () => {
      for (const wake of waiting.splice(0)) wake();
    },
    onProgress: () => undefined,
    onCustomerTask: () => undefined,
    onChange: () => undefined,
    note: () => undefined,
    delayMs: () => 1,
  });
  const ready = async (): Promise<void> => {
    while (line.status.state !== 'ready') await new Promise<void>((wake) => (waiting = [...waiting, wake]));
  };
  return { line, ready };
}

test('every request over a bad line is answered once, with its own answer or with none', async () => {
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 4 }), async (faults) => {
      const number = String(10 + (nth++ % 80));
      const identity = await office.join(number);
      const proxy = await LineProxy.open(
        () => office.port,
        (connection) => faults[connection] ?? {},
      );
      const { line, ready } = supervised(identity, proxy.port);
      void line.open();
      const before = office.echo.asked.length;
      const asker = { counter: 'x', session: null };
      for (let request = 0; request < REQUESTS; request += 1) {
        const value = `${number}-${request}-${'x'.repeat(400)}`;
        for (let isAnswered = false; !isAnswered;) {
          await ready();
          const reply = await line.request('ledger.verify', { do: 'echo', value }, asker, 'program');
          isAnswered = reply.ok || reply.error.code !== 'SERVER_DID_NOT_ANSWER';
          if (isAnswered) expect(reply).toEqual({ ok: true, value });
        }
      }
      // Whatever was held on the way comes now, and reaches nobody.
      const asked = office.echo.asked.length;
      for (const passage of proxy.passages) passage.release();
      await line.request('ledger.verify', { do: 'echo', value: 'the last' }, asker, 'program');
      expect(office.echo.asked.length).toBe(asked + 1);
      const values = office.echo.asked.slice(before).map(({ input }) => (input as { readonly value: string }).value);
      const inOrder = values.map((value) => Number(/-(\d+)-/.exec(value)?.[1] ?? REQUESTS));
      expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
      await line.stop();
      await proxy.close();
    }),
    { numRuns: caseCount(25) },
  );
});
