/** A ledger that dies, refuses or dawdles: what windows are told, and that every question is answered exactly once. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accepted, refused, type Reply } from '../../../electron/contract/kernel/errors.ts';
import type { OfficeKeys } from '../../../electron/contract/kernel/key-bytes.ts';
import type { PinTask } from '../../../electron/contract/loss/loss-views.ts';
import type { ChangeKind, Progress } from '../../../electron/contract/protocol.ts';
import { forkedLedger } from '../../../electron/main/ledger-link/fork-transport.ts';
import type { Asker, LedgerStatus } from '../../../electron/main/ledger-link/ledger-link.ts';
import { LedgerSupervision, type SupervisionOptions } from '../../../electron/main/ledger-link/ledger-supervision.ts';
import type { LedgerListeners, StartLedger } from '../../../electron/main/ledger-link/ledger-transport.ts';
import type { Echo } from './echo-ledger.ts';
import { bundleForElectron } from './fault-bundles.ts';

let folder = '';
const running: Supervised[] = [];

beforeAll(async () => {
  folder = await bundleForElectron(['echo-ledger']);
});

afterEach(async () => {
  for (const one of running.splice(0)) await one.ledger.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A supervised echo ledger with everything it said to the windows. */
class Supervised {
  readonly statuses: LedgerStatus[] = [];
  readonly progress: Progress[] = [];
  readonly tasks: PinTask[] = [];
  readonly changes: ChangeKind[] = [];
  readonly notes: string[] = [];
  readonly handed: OfficeKeys[] = [];
  keysGone = false;
  readonly ledger: LedgerSupervision;
  readonly asker: Asker = { counter: 'teller', session: null };
  #waiting: { readonly until: () => boolean; readonly resolve: () => void }[] = [];

  constructor(options: Partial<SupervisionOptions> = {}) {
    this.ledger = new LedgerSupervision({
      start: forkedLedger(process.execPath, join(folder, 'echo-ledger.cjs')),
      onStatus: (status) => {
        this.statuses.push(status);
        const over = this.#waiting.filter(({ until }) => until());
        this.#waiting = this.#waiting.filter((one) => !over.includes(one));
        for (const { resolve } of over) resolve();
      },
      onProgress: (progress) => this.progress.push(progress),
      onCustomerTask: (task) => this.tasks.push(task),
      onChange: (kinds) => this.changes.push(...kinds),
      note: (event) => this.notes.push(event),
      restartDelaysMs: [0, 10, 10],
      ...options,
    });
    running.push(this);
  }

  /** The keys that are handed over at each start; a test looks at them or takes them away. */
  keys(): Reply<OfficeKeys> {
    const handed = { dataKey: new Uint8Array(32).fill(1), pinKey: new Uint8Array(32).fill(2) };
    this.handed.push(handed);
    return this.keysGone ? refused('KEY_MISSING') : accepted(handed);
  }

  open(dataFolder = 'books'): ReturnType<LedgerSupervision['open']> {
    return this.ledger.open({
      dataFolder,
      keysFolder: 'keys',
      officeId: 'an-office',
      keys: () => this.keys(),
    });
  }

  ask(input: Echo & { readonly operationId?: string; readonly authorisation?: object }): Promise<Reply<unknown>> {
    return this.ledger.request('ledger.verify', input, this.asker, 'own-program');
  }

  async pid(): Promise<number> {
    const reply = await this.ask({ do: 'whoami' });
    const value: unknown = reply.ok ? reply.value : null;
    if (typeof value !== 'object' || value === null || !('pid' in value)) throw new Error('no pid');
    return Number(value.pid);
  }

  get states(): string[] {
    return this.statuses.map(({ state }) => state);
  }

  until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ until: condition, resolve }));
  }

  backAgain(): Promise<void> {
    return this.until(() => this.states.at(-1) === 'ready');
  }
}

const restarting = { ok: false, error: { code: 'LEDGER_RESTARTING', details: {} } };

test('questions asked before the books are open wait and are then answered in order', async () => {
  const counter = new Supervised();
  const answers: unknown[] = [];
  const opened = counter.open();
  const asked = [1, 2, 3].map(async (value) => answers.push(await counter.ask({ do: 'echo', value })));
  expect(await opened).toEqual({ ok: true, value: { officePresent: true } });
  await Promise.all(asked);
  expect(answers).toEqual([1, 2, 3].map((value) => ({ ok: true, value })));
});

test('killed with kill -9 while questions are open: each is answered once that it restarts, and it comes back', async () => {
  const counter = new Supervised();
  await counter.open();
  const first = await counter.pid();
  const open = Array.from({ length: 50 }, () => counter.ask({ do: 'hold' }));
  await counter.ask({ do: 'echo', value: 'the questions before have arrived' });
  process.kill(first, 'SIGKILL');
  expect(await Promise.all(open)).toEqual(open.map(() => restarting));
  expect(counter.states).toEqual(['ready', 'restarting']);
  expect(await counter.ask({ do: 'echo', value: 1 })).toEqual(restarting);

  await counter.backAgain();
  expect(counter.states).toEqual(['ready', 'restarting', 'ready']);
  expect(await counter.ask({ do: 'echo', value: 2 })).toEqual({ ok: true, value: 2 });
  expect(await counter.pid()).not.toBe(first);
  expect(counter.notes).toEqual(['ledger died']);
});

test('keys are handed over at each start and overwritten in main at once; gone, they are the reason it stays shut', async () => {
  const counter = new Supervised();
  await counter.open();
  process.kill(await counter.pid(), 'SIGKILL');
  await counter.until(() => counter.states.at(-1) === 'restarting');
  await counter.backAgain();
  expect(counter.handed).toHaveLength(2);
  for (const { dataKey, pinKey } of counter.handed) expect(new Set([...dataKey, ...pinKey])).toEqual(new Set([0]));
  counter.keysGone = true;
  process.kill(await counter.pid(), 'SIGKILL');
  await counter.until(() => counter.states.at(-1) === 'failed');
  expect(await counter.ask({ do: 'echo', value: 1 })).toMatchObject(refused('KEY_MISSING'));
});

test('a ledger that dies over and over is given up, and says so to everyone who asks', async () => {
  const counter = new Supervised();
  const opened = await counter.open('dies-at-once');
  expect(opened).toMatchObject({ ok: false, error: { code: 'LEDGER_UNAVAILABLE' } });
  expect(counter.states).toEqual(['restarting', 'failed']);
  expect(counter.notes).toEqual(Array.from({ length: 4 }, () => 'ledger died'));
  expect(counter.ledger.status.refusal?.details['detail']).toContain('SIGKILL');
  expect(await counter.ask({ do: 'echo', value: 1 })).toMatchObject({ error: { code: 'LEDGER_UNAVAILABLE' } });
});

test('deaths far apart are not counted together', async () => {
  const counter = new Supervised({ calmMs: 0, restartDelaysMs: [0] });
  await counter.open();
  for (let death = 1; death <= 5; death += 1) {
    expect(await counter.ask({ do: 'die', nth: death })).toEqual(restarting);
    await counter.backAgain();
  }
  expect(await counter.ask({ do: 'echo', value: 1 })).toEqual({ ok: true, value: 1 });
});

const endsLedger = { ok: false, error: { code: 'REQUEST_ENDS_LEDGER', details: { verb: 'ledger.verify' } } };

test('a request that was under way at two deaths is not sent a third time; the others go on, and so does the ledger', async () => {
  const counter = new Supervised({ restartDelaysMs: [0, 0] });
  await counter.open();
  for (let nth = 1; nth <= 5; nth += 1) {
    for (let time = 1; time <= 2; time += 1) {
      expect(await counter.ask({ do: 'die', nth })).toEqual(restarting);
      await counter.backAgain();
    }
    expect(await counter.ask({ do: 'die', nth })).toEqual(endsLedger);
    expect(await counter.ask({ do: 'echo', value: nth })).toEqual({ ok: true, value: nth });
  }
  expect(counter.notes.filter((note) => note === 'ledger died')).toHaveLength(10);
  expect(counter.notes.filter((note) => note === 'request not sent again')).toHaveLength(5);
});

test('a new operation id, or another second person, makes no other request', async () => {
  const counter = new Supervised();
  await counter.open();
  for (const operationId of ['a', 'b', 'c']) {
    const asked = { do: 'die', operationId, authorisation: { clerkCode: operationId } } as const;
    expect(await counter.ask(asked)).toEqual(operationId === 'c' ? endsLedger : restarting);
    await counter.backAgain();
  }
});

test('innocent requests that were under way beside the guilty one are cleared by their answers', async () => {
  const counter = new Supervised();
  await counter.open();
  const innocent = { do: 'echo', value: 'innocent' } as const;
  // Never answered, as if the ledger had been busy with the one that ends it.
  const beside = counter.ask({ do: 'hold' });
  expect(await counter.ask({ do: 'die' })).toEqual(restarting);
  expect(await beside).toEqual(restarting);
  await counter.backAgain();
  const again = [counter.ask({ do: 'die' }), counter.ask({ do: 'hold' }), counter.ask(innocent)];
  expect(await Promise.all(again)).toEqual([restarting, restarting, { ok: true, value: 'innocent' }]);
  await counter.backAgain();
  const held = counter.ask({ do: 'hold' });
  await counter.ask({ do: 'echo', value: 'the question before has arrived' });
  await counter.ask({ do: 'release' });
  expect(await held).toEqual({ ok: true, value: 'released' });
  expect(await counter.ask({ do: 'die' })).toEqual(endsLedger);
});

test('a request that waited while the books were being opened was not under way', async () => {
  const counter = new Supervised({ restartDelaysMs: [] });
  for (let time = 1; time <= 3; time += 1) {
    const opened = counter.open('dies-at-once');
    expect(await counter.ask({ do: 'echo', value: 1 })).toMatchObject({ error: { code: 'LEDGER_UNAVAILABLE' } });
    await opened;
  }
  await counter.open();
  expect(await counter.ask({ do: 'echo', value: 1 })).toEqual({ ok: true, value: 1 });
});

test('a death while the books are being opened is one more start, not an answer', async () => {
  const counter = new Supervised();
  const opened = counter.open('never-opens');
  const waiting = counter.ask({ do: 'echo', value: 1 });
  await counter.ledger.stop();
  expect(await waiting).toMatchObject({ error: { code: 'LEDGER_UNAVAILABLE' } });
  const again = counter.open();
  expect(await opened).toEqual(restarting);
  expect(await again).toMatchObject({ ok: true });
});

test('books that refuse to open are not restarted: the refusal is the state and the answer', async () => {
  const counter = new Supervised();
  expect(await counter.open('newer')).toMatchObject({ ok: false, error: { code: 'DATABASE_NEWER' } });
  expect(counter.states).toEqual(['failed']);
  expect(await counter.ask({ do: 'echo', value: 1 })).toMatchObject({ error: { code: 'DATABASE_NEWER' } });
  expect(counter.notes).toEqual([]);
});

test('another office is opened in another process, and what was open for the first is answered', async () => {
  const counter = new Supervised();
  await counter.open();
  const first = await counter.pid();
  const waiting = counter.ask({ do: 'hold' });
  const opened = counter.open('books of the demo');
  expect(await waiting).toEqual(restarting);
  expect(await opened).toMatchObject({ ok: true });
  expect(await counter.pid()).not.toBe(first);
  expect(counter.states).toEqual(['ready', 'starting', 'ready']);
  expect(counter.notes).toEqual([]);
});

test('progress reaches the windows and cancelling reaches the work', async () => {
  const counter = new Supervised();
  await counter.open();
  await counter.ask({ do: 'progress', operationId: 'a', steps: 3 });
  expect(counter.progress.map(({ done }) => done)).toEqual([1, 2, 3]);
  const work = counter.ask({ do: 'work', operationId: 'b' });
  counter.ledger.cancel('b', counter.asker);
  expect(await work).toEqual({ ok: false, error: { code: 'OPERATION_CANCELLED', details: {} } });
});

test('the session that a reply gives is handed back with the next question, and taken away again', async () => {
  const counter = new Supervised();
  await counter.open();
  await counter.ask({ do: 'session', session: 'a-token' });
  expect(await counter.ask({ do: 'whoami' })).toMatchObject({ value: { session: 'a-token' } });
  await counter.ask({ do: 'session', session: null });
  expect(await counter.ask({ do: 'whoami' })).toMatchObject({ value: { session: null } });
});

test('what a dead process still had in the pipe is not taken for the word of the next one', async () => {
  const launched = Promise.withResolvers<LedgerListeners>();
  const start: StartLedger = (listeners) => {
    launched.resolve(listeners);
    return { send: () => undefined, kill: () => listeners.exit('asked to') };
  };
  const counter = new Supervised({ start, restartDelaysMs: [60_000] });
  void counter.open();
  const first = await launched.promise;
  first.exit('SIGKILL');
  first.message({ type: 'opened', reply: { ok: true, value: { officePresent: true } } });
  expect(counter.states).toEqual(['restarting']);
});

test('a process that will not end when the program does is made to', async () => {
  const counter = new Supervised({ closingMs: 50 });
  await counter.open();
  await counter.ask({ do: 'ignore-close' });
  const waiting = counter.ask({ do: 'hold' });
  await counter.ledger.stop();
  expect(await waiting).toMatchObject({ error: { code: 'LEDGER_UNAVAILABLE' } });
  expect(counter.notes.filter((note) => note === 'ledger died')).toEqual([]);
});
