/**
 * Real calls: one baresip calls the other, and keys go as events of RFC 4733 (docs/server.md 7). What needs no line is proven on the
 * menu and the call (test/unit/server/telephone).
 */
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { SipCaller } from '../../../build/telephone/sip-caller.ts';
import { Call, type CallAnswer, type CallRequest } from '../../../electron/server/telephone/call.ts';
import { BaresipExchange } from '../../../electron/server/telephone/lines/baresip/baresip-exchange.ts';
import type { Line } from '../../../electron/server/telephone/lines/line.ts';
import { later } from '../../../electron/server/telephone/telephone-door.ts';
import type { RecordedPrompts } from '../../../electron/server/telephone/prompts/recorded-prompts.ts';
import type { Piece } from '../../../electron/server/telephone/prompts/spoken-rules.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import { shortPrompts } from './short-prompts.ts';

const ID = '11010519491231002*';
const NUMBER = 'L0101202403010001X';
const values: Readonly<Record<string, unknown>> = {
  'telephone.prove': { fromPhoneOnFile: true, mayChangePin: true },
  'telephone.balance': { balanceFen: 123_456, businessDate: '2024-03-01' },
  'telephone.entries': [],
  'telephone.report': { number: NUMBER, lapsesOn: '2024-03-06' },
  'telephone.reportUnproven': { number: NUMBER, lapsesOn: '2024-03-06' },
  'telephone.progress': [],
  'telephone.changePin': { outcome: 'changed' },
};

let prompts: RecordedPrompts;
let exchange: BaresipExchange;
let caller: SipCaller;
let port: number;
let said: Piece[];
let requests: CallRequest[];
let calls: Call[];
/** By how much the menu's waits are shortened. */
let hurry: number;
/** Answers of the ledger wait for it. */
let answering: Promise<null>;

beforeAll(() => {
  const { error } = spawnSync('baresip', ['-h']);
  if (error)
    throw new Error('baresip is missing, and these tests make real calls with it: apt-get install baresip-core');
  prompts = shortPrompts(freshFolder());
});

/** Somebody of the bank, at a telephone of their own. */
let person: SipCaller;

beforeEach(async () => {
  [said, requests, calls] = [[], [], []];
  [hurry, answering] = [1, Promise.resolve(null)];
  port = await freePair();
  const personPort = await freePair();
  person = await SipCaller.open({ number: '95001', port: personPort });
  const opened = await BaresipExchange.open({
    ...{ host: '127.0.0.1', port, prompts, person: `sip:95001@127.0.0.1:${personPort}`, note: () => undefined },
    take(line) {
      const wait: typeof later = (ms, then) => later(ms / hurry, then);
      const call = new Call(noting(line), { ask: answer, language: 'en', hasPerson: true, wait });
      calls.push(call);
      return call;
    },
  });
  if (opened === null) throw new Error('baresip does not take calls');
  exchange = opened;
  caller = await SipCaller.open({ number: '13812345678', port: await freePair() });
});

afterEach(async () => {
  await person.close();
  await caller.close();
  await exchange.close();
});

/** baresip takes the port above for TLS. */
async function freePair(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port: found } = socket.address();
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return found - (found % 2);
}

/** The line, of which is written down what it plays. */
function noting(line: Line): Line {
  return {
    callerNumber: line.callerNumber,
    play(pieces, language) {
      said.push(...pieces);
      line.play(pieces, language);
    },
    stop: () => line.stop(),
    hangUp: () => line.hangUp(),
    handOver: () => line.handOver(),
  };
}

async function answer(request: CallRequest): Promise<CallAnswer> {
  requests.push(request);
  await answering;
  const reply = { ok: true, value: values[request.verb] ?? {} } as const;
  return request.verb === 'telephone.prove' ? { reply, session: 'token' } : { reply };
}

const verbs = (): string[] => requests.map(({ verb }) => verb.replace('telephone.', ''));

async function callEnds(): Promise<void> {
  await Promise.all(calls.map((call) => call.ended));
}

test('every way of the menu is walked in one call, keys struck ahead and all', async () => {
  await caller.dial('127.0.0.1', port);
  await caller.keys(`1${ID}#806153#*2*31*4*5739201#846203#846203#9`);
  await expect.poll(verbs, { timeout: 30_000 }).toContain('changePin');
  await expect.poll(() => calls[0]?.language, { timeout: 10_000 }).toBe('zh-CN');
  await caller.hangUp();
  await callEnds();
  expect(verbs()).toEqual(['prove', 'balance', 'entries', 'report', 'progress', 'changePin', 'hangUp']);
  expect(requests[0]).toMatchObject({ callerNumber: '13812345678', input: { idNumber: '11010519491231002X' } });
  expect(requests.at(-1)?.sessionToken).toBe('token');
  for (const piece of ['balanceIs', 'noEntries', 'reported', 'letter-X', 'noReports', 'pinChanged'])
    expect(said).toContain(piece);
});

test('a loss without a telephone password, and the caller goes once it is told', async () => {
  await caller.dial('127.0.0.1', port);
  await caller.keys(`32${ID}#13812345678#1`);
  await expect.poll(() => said, { timeout: 30_000 }).toContain('reported');
  await caller.hangUp();
  await callEnds();
  expect(requests[0]?.input).toMatchObject({ idNumber: '11010519491231002X', phone: '13812345678' });
  expect(verbs()).toEqual(['reportUnproven', 'hangUp']);
});

test('of a report the number goes by message on a key, and a second thought makes none', async () => {
  await caller.dial('127.0.0.1', port);
  await caller.keys(`31${ID}#806153#2311`);
  await expect.poll(() => said, { timeout: 30_000 }).toContain('reported');
  await caller.keys('2');
  await expect.poll(() => said, { timeout: 10_000 }).toContain('numberSent');
  await caller.hangUp();
  await callEnds();
  expect(verbs()).toEqual(['prove', 'report', 'sendNumber', 'hangUp']);
  expect(requests[2]?.input).toEqual({ number: NUMBER, language: 'en' });
  expect(
    said.filter((piece) => piece === 'reported'),
    'heard once more',
  ).toHaveLength(2);
});

test('keys too few, too many and too slow are said, and then a person takes over', async () => {
  hurry = 8;
  const rings = person.next('CALL_INCOMING');
  await caller.dial('127.0.0.1', port);
  await caller.keys('1123#');
  await expect.poll(() => said, { timeout: 10_000 }).toContain('tooFew');
  await caller.keys('12345678901234567890#');
  await expect.poll(() => said, { timeout: 20_000 }).toContain('tooMany');
  await rings;
  await callEnds();
  expect(said).toContain('lostToPerson');
  expect(verbs()).toEqual(['hangUp']);
});

test('a caller who hangs up anywhere leaves a call that has ended', async () => {
  for (const [keys, last] of [
    ['', 'menu'],
    ['1', 'keyIdNumber'],
    ['3', 'howToReport'],
    ['32', 'keyIdNumber'],
    ['9', 'menu'],
  ] as const) {
    [said, requests, calls] = [[], [], []];
    // The line is busy until it has let the one before go.
    await expect.poll(() => caller.dial('127.0.0.1', port), { timeout: 10_000 }).toBe(true);
    await caller.keys(keys);
    await expect.poll(() => said, { timeout: 10_000 }).toContain(last);
    await caller.hangUp();
    await expect.poll(() => verbs(), { timeout: 10_000 }).toEqual(['hangUp']);
    await callEnds();
  }
});

test('a line that dies while the ledger is asked: its answer reaches nobody, and the session it opened is ended', async () => {
  const { promise, resolve } = Promise.withResolvers<null>();
  answering = promise;
  await caller.dial('127.0.0.1', port);
  await caller.keys(`1${ID}#806153#`);
  await expect.poll(verbs, { timeout: 30_000 }).toEqual(['prove']);
  exchange.cut();
  await expect.poll(verbs).toEqual(['prove', 'hangUp']);
  resolve(null);
  await callEnds();
  expect(verbs()).toEqual(['prove', 'hangUp', 'hangUp']);
  expect(requests.at(-1)?.sessionToken).toBe('token');
  expect(said).not.toContain('balanceIs');
});

test('a caller who wants a person is transferred to one', async () => {
  const rings = person.next('CALL_INCOMING');
  await caller.dial('127.0.0.1', port);
  await caller.keys('0');
  expect(await rings).toMatchObject({ peeruri: expect.stringContaining('sip:13812345678@') });
  await callEnds();
  expect(said).toContain('toPerson');
});

test('a caller who goes in the middle of a password leaves nothing', async () => {
  await caller.dial('127.0.0.1', port);
  await caller.keys('1110');
  await expect.poll(() => said, { timeout: 10_000 }).toContain('keyIdNumber');
  await caller.hangUp();
  await callEnds();
  expect(verbs()).toEqual(['hangUp']);
});

test('a line that dies ends its call, and the next call is taken', async () => {
  await caller.dial('127.0.0.1', port);
  await caller.keys('1');
  await expect.poll(() => said, { timeout: 10_000 }).toContain('keyIdNumber');
  exchange.cut();
  await callEnds();
  expect(verbs()).toEqual(['hangUp']);
  await caller.hangUp();
  await expect.poll(() => exchange.isUp, { timeout: 15_000 }).toBe(true);
  await caller.dial('127.0.0.1', port);
  await expect.poll(() => calls.length).toBe(2);
});
