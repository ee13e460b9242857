/**
 * What a transport must do, whichever it is. Free of any test runner, because the same checks run on plain Node and
 * inside Electron.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { FromLedger, ToLedger } from '../../../electron/contract/protocol.ts';
import type { LedgerListeners, StartLedger } from '../../../electron/main/ledger-link/ledger-transport.ts';
import { fromLedger } from '../../../electron/main/ledger-link/ledger-transport.ts';
import type { ServerLine, StartLine } from '../../../electron/main/ledger-link/network-transport.ts';
import type { Echo } from './echo-ledger.ts';

/** A process, which takes one message more, or a line. */
type StartLink = (listeners: LedgerListeners) => ServerLine;

interface Links<Start> {
  readonly echo: Start;
  /** One whose script does not exist, or where no server is. */
  readonly broken: Start;
  /** The longest message that it carries. */
  readonly largestBytes: number;
}

export type Processes = Links<StartLedger>;
export type Lines = Links<StartLine>;
type Checks = Readonly<Record<string, (links: Links<StartLink>) => Promise<void>>>;

/** A ledger process under observation. */
class Watched {
  readonly replies: Extract<FromLedger, { type: 'reply' }>[] = [];
  readonly log: FromLedger[] = [];
  readonly exits: string[] = [];
  complaints = '';
  readonly process: ServerLine;
  #waiting: { readonly until: () => boolean; readonly resolve: () => void }[] = [];

  constructor(start: StartLink) {
    this.process = start({
      message: (raw) => {
        const message = fromLedger(raw);
        // A line is opened by its server; a process when it is asked to.
        if (message.type === 'opened') return;
        this.log.push(message);
        if (message.type === 'reply') this.replies.push(message);
        this.#look();
      },
      exit: (reason) => {
        this.exits.push(reason);
        this.#look();
      },
      complaint: (text) => {
        this.complaints += text;
        this.#look();
      },
    });
  }

  ask(id: number, input: Echo): void {
    const asked = { verb: 'ledger.verify', input, door: 'own-program', sessionToken: null, counter: 'a' } as const;
    const message: ToLedger = { type: 'request', id, ...asked };
    this.process.send(message);
  }

  /** Resolves as soon as the condition holds; the test runner's own limit ends a wait in vain. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ until: condition, resolve });
      this.#look();
    });
  }

  async end(): Promise<void> {
    this.process.kill('force');
    await this.until(() => this.exits.length > 0);
  }

  #look(): void {
    const over = this.#waiting.filter(({ until }) => until());
    this.#waiting = this.#waiting.filter((one) => !over.includes(one));
    for (const { resolve } of over) resolve();
  }
}

function value(reply: Extract<FromLedger, { type: 'reply' }> | undefined): unknown {
  assert.ok(reply?.reply.ok, 'an answer, not a refusal');
  return reply.reply.value;
}

async function watching(start: StartLink, look: (ledger: Watched) => Promise<void>): Promise<void> {
  const ledger = new Watched(start);
  try {
    await look(ledger);
  } finally {
    await ledger.end();
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What processes and lines have in common. */
export const linkChecks: Checks = {
  'what is sent before the process is up arrives, in order': ({ echo }) =>
    watching(echo, async (ledger) => {
      for (let id = 1; id <= 1_000; id += 1) ledger.ask(id, { do: 'echo', value: id });
      await ledger.until(() => ledger.replies.length === 1_000);
      assert.deepEqual(
        ledger.replies.map((reply) => [reply.id, value(reply)]),
        Array.from({ length: 1_000 }, (_, index) => [index + 1, index + 1]),
      );
    }),

  'the longest message goes there and back whole': ({ echo, largestBytes }) =>
    watching(echo, async (ledger) => {
      const bytes = new Uint8Array(largestBytes).map((_, index) => (index * 31) % 251);
      ledger.ask(1, { do: 'echo', value: { bytes, name: '划入.csv' } });
      await ledger.until(() => ledger.replies.length === 1);
      const back = value(ledger.replies[0]);
      assert.ok(typeof back === 'object' && back !== null && 'bytes' in back && back.bytes instanceof Uint8Array);
      assert.equal(back.bytes.length, bytes.length);
      assert.equal(sha256(back.bytes), sha256(bytes));
    }),

  'text of all planes, null and nesting survive': ({ echo }) =>
    watching(echo, async (ledger) => {
      const plain = { name: '𠮷田𪚥', none: null, list: [{ fen: -1 }, []], big: Number.MAX_SAFE_INTEGER };
      ledger.ask(1, { do: 'echo', value: plain });
      await ledger.until(() => ledger.replies.length === 1);
      assert.deepEqual(value(ledger.replies[0]), plain);
    }),

  'answers out of order find their questions': ({ echo }) =>
    watching(echo, async (ledger) => {
      for (let id = 1; id <= 200; id += 1) ledger.ask(id, { do: 'hold' });
      ledger.ask(201, { do: 'release' });
      await ledger.until(() => ledger.replies.length === 201);
      assert.deepEqual(
        ledger.replies.map(({ id }) => id),
        Array.from({ length: 201 }, (_, index) => 201 - index),
      );
    }),

  'progress comes in order and before the answer': ({ echo }) =>
    watching(echo, async (ledger) => {
      ledger.ask(1, { do: 'progress', operationId: 'a', steps: 50 });
      await ledger.until(() => ledger.replies.length === 1);
      const steps = ledger.log.map((message) => (message.type === 'progress' ? message.progress.done : message.type));
      assert.deepEqual(steps, [...Array.from({ length: 50 }, (_, index) => index + 1), 'reply']);
    }),

  'what was changed is told before the answer': ({ echo }) =>
    watching(echo, async (ledger) => {
      ledger.ask(1, { do: 'change', kinds: ['approvals', 'day'] });
      await ledger.until(() => ledger.replies.length === 1);
      assert.deepEqual(
        ledger.log.map((message) => (message.type === 'changed' ? message.kinds : message.type)),
        [['approvals', 'day'], 'reply'],
      );
    }),

  'cancelling reaches work under way': ({ echo }) =>
    watching(echo, async (ledger) => {
      ledger.ask(1, { do: 'work', operationId: 'a' });
      ledger.process.send({ type: 'cancel', operationId: 'a', sessionToken: null, counter: 'a' });
      await ledger.until(() => ledger.replies.length === 1);
      assert.deepEqual(ledger.replies[0]?.reply, { ok: false, error: { code: 'OPERATION_CANCELLED', details: {} } });
    }),

  'a death with questions open is told once and answers none of them': ({ echo }) =>
    watching(echo, async (ledger) => {
      ledger.ask(1, { do: 'hold' });
      ledger.ask(2, { do: 'die' });
      await ledger.until(() => ledger.exits.length > 0);
      ledger.ask(3, { do: 'echo', value: 1 });
      ledger.process.kill();
      assert.deepEqual(ledger.replies, []);
      assert.equal(ledger.exits.length, 1);
    }),

  'asked to end, it ends': ({ echo }) =>
    watching(echo, async (ledger) => {
      ledger.ask(1, { do: 'echo', value: 1 });
      await ledger.until(() => ledger.replies.length === 1);
      ledger.process.kill();
      await ledger.until(() => ledger.exits.length === 1);
    }),

  'what cannot start is told as an end': ({ broken }) =>
    watching(broken, async (ledger) => {
      await ledger.until(() => ledger.exits.length > 0);
      assert.equal(ledger.exits.length, 1);
    }),
};

/** What a process does besides. */
export const processChecks: Checks = {
  ...linkChecks,

  'one that does not end when asked is made to': ({ echo }) =>
    watching(echo, async (ledger) => {
      ledger.ask(1, { do: 'ignore-close' });
      await ledger.until(() => ledger.replies.length === 1);
      ledger.process.kill();
      await ledger.until(() => ledger.complaints.includes('not yet'));
      assert.deepEqual(ledger.exits, []);
      ledger.process.kill('force');
      await ledger.until(() => ledger.exits.length === 1);
    }),

  'what it complains of is heard': ({ echo }) =>
    watching(echo, async (ledger) => {
      ledger.ask(1, { do: 'complain', text: 'out of paper' });
      await ledger.until(() => ledger.complaints.includes('out of paper'));
    }),
};
