/** The line to an office server: what it carries, who is refused on it by which code, and that it comes back. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { localTime, OFFICE_TIME_ZONE, type Instant } from '../../../electron/contract/kernel/dates.ts';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { LedgerStatus } from '../../../electron/main/ledger-link/ledger-link.ts';
import { endOf } from '../../../electron/main/joining/certificate-rules.ts';
import { LineSupervision } from '../../../electron/main/ledger-link/line-supervision.ts';
import { networkLedger, type StartLine } from '../../../electron/main/ledger-link/network-transport.ts';
import { retryDelayMs } from '../../../electron/main/ledger-link/retry-delay.ts';
import { CounterOffice, PROGRAM } from '../server/counter-office.ts';
import type { Echo } from './echo-ledger.ts';
import { LineProxy, type LineFault } from './line-proxy.ts';
import { startEchoServer } from './started-echo-server.ts';
import { linkChecks } from './transport-conformance.ts';

const afterwards: (() => unknown)[] = [];

/** The server of the conformance checks but the one that kills it. */
let server: ReturnType<typeof startEchoServer> | null = null;

afterAll(async () => (await server)?.child.kill('SIGKILL'));

afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
});

async function open(setting: Parameters<typeof CounterOffice.open>[0] = {}): Promise<CounterOffice> {
  const office = await CounterOffice.open(setting);
  afterwards.push(() => office.close());
  return office;
}

async function proxyTo(target: () => number, faultOf: (connection: number) => LineFault): Promise<LineProxy> {
  const proxy = await LineProxy.open(target, faultOf);
  afterwards.push(() => proxy.close());
  return proxy;
}

function echoServer(): ReturnType<typeof startEchoServer> {
  server ??= startEchoServer();
  return server;
}

const lines: readonly (readonly [string, (port: number) => Promise<number>])[] = [
  ['as it is', async (port) => port],
  [
    'cut into single bytes',
    async (port) =>
      (
        await proxyTo(
          () => port,
          () => ({ pieceBytes: 1 }),
        )
      ).port,
  ],
  [
    'cut into odd pieces',
    async (port) =>
      (
        await proxyTo(
          () => port,
          () => ({ pieceBytes: 1_021 }),
        )
      ).port,
  ],
];

describe.each(lines)('a line %s', (name, through) => {
  /** Two megabytes byte by byte are two million turns of the loop. */
  const largestBytes = name.includes('single') ? 20_000 : 2_000_000;

  test.each(Object.entries(linkChecks))('%s', async (what, check) => {
    const { port, identity } = await (what.startsWith('a death') ? startEchoServer() : echoServer());
    const options = { host: '127.0.0.1', identity, program: PROGRAM };
    await check({
      echo: networkLedger({ ...options, port: await through(port) }),
      broken: networkLedger({ ...options, port: 1 }),
      largestBytes,
    });
  });
});

/** What a line says from its start to its end. */
async function storyOf(start: StartLine): Promise<readonly unknown[]> {
  const story: unknown[] = [];
  await new Promise<void>((resolve) => {
    start({
      message: (message) => story.push(message),
      exit: () => resolve(),
    });
  });
  return story;
}

const opened = (reply: Reply<unknown>): unknown => ({ type: 'opened', reply });
const codesOf = (story: readonly unknown[]): unknown[] =>
  story.map((message) => (message as { reply: { error: { code: string } } }).reply.error.code);

describe('a line that is refused says why, once, and ends', () => {
  test('by a server of another office, which hears nothing of any business', async () => {
    const [office, other] = [await open(), await open()];
    const identity = await office.join('02');
    expect(codesOf(await storyOf(other.lineOf(identity)))).toEqual(['SERVER_OTHER']);
    expect([other.looked, other.echo.asked]).toEqual([[], []]);
  });

  test('by a counter of the same office that plays the server', async () => {
    const office = await CounterOffice.open();
    await office.close();
    await office.openDoor({ shows: await office.join('03') });
    afterwards.push(() => office.close());
    expect(codesOf(await storyOf(office.lineOf(await office.join('02'))))).toEqual(['SERVER_OTHER']);
  });

  test('at an address that the server’s certificate does not name', async () => {
    const office = await open();
    const identity = await office.join('02');
    expect(codesOf(await storyOf(office.lineOf(identity, { host: 'localhost' })))).toEqual(['SERVER_OTHER']);
  });

  test.each([
    ['revoked', 'COUNTER_REVOKED'],
    ['unknown', 'COUNTER_UNKNOWN'],
  ] as const)('as a counter that is %s', async (state, code) => {
    const office = await open();
    const identity = await office.join('02', state);
    expect(codesOf(await storyOf(office.lineOf(identity)))).toEqual([code]);
    expect(office.looked).toEqual([identity.serial]);
  });

  test('with a certificate that has run out', async () => {
    const office = await open();
    // Issued for a year in what is the next day already at the office, so that it ends there on another day than in UTC.
    const identity = await office.join('02', 'active', Date.UTC(2024, 5, 30, 18));
    const story = await storyOf(office.lineOf(identity));
    expect(codesOf(story)).toEqual(['CERTIFICATE_EXPIRED']);
    expect(JSON.stringify(story)).toContain(
      localTime(endOf(identity.certificate) as Instant, OFFICE_TIME_ZONE).slice(0, 10),
    );
    expect(office.looked).toEqual([]);
  });

  test.each([
    ['1.2.2', 'PROGRAM_OLDER'],
    ['1.10.0', 'PROGRAM_NEWER'],
    ['0.9', 'PROGRAM_OLDER'],
  ] as const)('as program %s at a server of 1.2.3', async (program, code) => {
    const office = await open();
    const story = await storyOf(office.lineOf(await office.join('02'), { program }));
    expect(story).toEqual([opened({ ok: false, error: { code, details: { own: program, server: '1.2.3' } } })]);
    expect(office.echo.asked).toEqual([]);
  });
});

test('a certificate that the server renews is the one it shows from then on', async () => {
  const office = await CounterOffice.open();
  await office.close();
  await office.openDoor({ shows: await office.join('03') });
  afterwards.push(() => office.close());
  office.door.show(await office.authority.issueServer('office-1', ['127.0.0.1'], Date.now()));
  const { promise: first, resolve } = Promise.withResolvers<unknown>();
  const line = office.lineOf(await office.join('02'))({ message: resolve, exit: resolve });
  expect(await first).toEqual(opened({ ok: true, value: { officePresent: true } }));
  line.kill();
});

test.each([
  ['the server', { do: 'echo', value: 'x'.repeat(9_000) }],
  ['the counter', { do: 'progress', operationId: 'a', steps: 200 }],
] as const)('a line that falls silent towards %s is ended there', async (deaf, input) => {
  const office = await open({ limits: { beatMs: 20 } });
  const identity = await office.join('02');
  const proxy = await proxyTo(
    () => office.port,
    () => ({ silentAfter: 8_000 }),
  );
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  const line = office.lineOf(identity, { port: proxy.port, beatMs: 20 })({ message: () => undefined, exit: resolve });
  line.send({
    type: 'request',
    id: 1,
    verb: 'ledger.verify',
    input,
    door: 'program',
    sessionToken: null,
    counter: 'x',
  });
  const reason = await ended;
  expect([reason, office.notes.includes('line ended silent')]).toEqual(
    deaf === 'the counter' ? ['silent', false] : [expect.not.stringMatching('silent'), true],
  );
});

/** A supervised line with everything it told the windows. */
class Supervised {
  readonly statuses: LedgerStatus[] = [];
  readonly supervision: LineSupervision;
  readonly asker = { counter: 'x', session: null };
  #waiting: { readonly state: string; readonly resolve: () => void }[] = [];

  constructor(start: StartLine) {
    this.supervision = new LineSupervision({
      start,
      address: 'server:1',
      onStatus: (status) => {
        this.statuses.push(status);
        for (const { state, resolve } of this.#waiting) if (state === status.state) resolve();
      },
      onProgress: () => undefined,
      onCustomerTask: () => undefined,
      onChange: () => undefined,
      note: () => undefined,
      delayMs: () => 5,
    });
    afterwards.push(() => this.supervision.stop());
  }

  get codes(): unknown[] {
    return this.statuses.map(({ state, refusal }) => (refusal === null ? state : `${state} ${refusal.code}`));
  }

  ask(input: Echo): Promise<Reply<unknown>> {
    return this.supervision.request('ledger.verify', input, this.asker, 'program');
  }

  until(state: LedgerStatus['state']): Promise<void> {
    if (this.supervision.status.state === state) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ state, resolve }));
  }
}

test('a server that dies: what was under way is answered once, and the line comes back with the server, however late', async () => {
  const office = await open();
  const { port } = office;
  const counter = new Supervised(office.lineOf(await office.join('02'), { port }));
  expect(await counter.supervision.open()).toEqual({ ok: true, value: { officePresent: true } });
  const held = counter.ask({ do: 'hold' });
  await counter.ask({ do: 'echo', value: 'the first has arrived' });
  const closing = office.close();
  office.echo.release();
  expect(await held).toEqual({ ok: true, value: 'done' });
  await closing;
  await counter.until('restarting');
  expect(await counter.ask({ do: 'echo', value: 1 })).toEqual({
    ok: false,
    error: { code: 'SERVER_DID_NOT_ANSWER', details: {} },
  });
  await office.openDoor({ port });
  await counter.until('ready');
  expect(await counter.ask({ do: 'echo', value: 2 })).toEqual({ ok: true, value: 2 });
  expect(counter.codes).toEqual(['ready', 'restarting SERVER_UNREACHABLE', 'ready']);
});

test('a server that is not there at the start is said, tried on, and found', async () => {
  const office = await open();
  const { port } = office;
  const identity = await office.join('02');
  await office.close();
  const counter = new Supervised(office.lineOf(identity, { port }));
  expect(await counter.supervision.open()).toMatchObject({ ok: false, error: { code: 'SERVER_UNREACHABLE' } });
  await office.openDoor({ port });
  await counter.until('ready');
  expect(counter.codes).toEqual(['restarting SERVER_UNREACHABLE', 'ready']);
});

test('a counter that was revoked says so to everybody who asks, and works again once it is let in', async () => {
  const office = await open();
  const identity = await office.join('02');
  const counter = new Supervised(office.lineOf(identity, { port: office.port }));
  await counter.supervision.open();
  office.register.set(identity.serial, { number: '02', kind: 'counter', state: 'revoked' });
  const held = counter.ask({ do: 'hold' });
  await counter.ask({ do: 'echo', value: 'the first has arrived' });
  await office.door.lookAgain();
  expect(await held).toMatchObject({ ok: false, error: { code: 'COUNTER_REVOKED' } });
  expect(await counter.ask({ do: 'echo', value: 1 })).toMatchObject({ ok: false, error: { code: 'COUNTER_REVOKED' } });
  office.register.set(identity.serial, { number: '02', kind: 'counter', state: 'active' });
  await counter.until('ready');
  expect(counter.codes).toEqual(['ready', 'failed COUNTER_REVOKED', 'ready']);
});

test('it waits longer after each failure, up to a quarter of a minute, and no two counters the same', () => {
  expect([1, 2, 3, 7, 8, 5_000].map((failures) => retryDelayMs(failures, 0))).toEqual([
    125, 250, 500, 7_500, 7_500, 7_500,
  ]);
  expect(retryDelayMs(1, 0.999)).toBe(250);
  expect(retryDelayMs(9, 0.5)).toBe(11_250);
});
