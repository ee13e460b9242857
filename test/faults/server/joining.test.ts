/** A computer joins a running office by its code, works as the counter that the office made it, and is cut off when it is shut out. */
import { connect } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Input } from '../../../electron/contract/verbs.ts';
import type { Enrolment } from '../../../electron/contract/administration/counter-verbs.ts';
import { parseEnrolmentCode } from '../../../electron/contract/administration/enrolment-code.ts';
import { FramedLine } from '../../../electron/line/framed-line.ts';
import { FROM_JOINING, JOIN_PROTOCOL, TO_JOINING } from '../../../electron/line/join-messages.ts';
import { PROTOCOL } from '../../../electron/line/line-messages.ts';
import { joinOffice } from '../../../electron/main/ledger-link/joining-line.ts';
import { CounterSigning } from '../../../electron/server/identity/counter-signing.ts';
import { makeAuthority, OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { OfficeLedger } from '../../../electron/server/office-ledger.ts';
import { certificateRequest } from '../../offices/certificates.ts';
import { authorised, copyOf, makeTemplate, Office, type Counter } from '../../offices/small-office.ts';
import { CounterOffice, PROGRAM } from './counter-office.ts';
import { LineProxy } from '../link/line-proxy.ts';

const HOST = '127.0.0.1';
const template = await makeTemplate();
let books: Office;
let administrator: Counter;
let server: CounterOffice;

beforeEach(async () => {
  books = new Office(copyOf(template));
  const signing = new CounterSigning();
  books.authority = signing;
  books.reopen();
  const ledger = new OfficeLedger();
  ledger.serve(books.door);
  server = await CounterOffice.open({ ledger, register: ledger, limits: { fromOneAddress: 4, altogether: 8 } });
  signing.begin(server.authority);
  await ledger.begin({ address: `${HOST}:${server.port}`, fingerprint: signing.fingerprint });
  administrator = await books.signIn('9001');
});
afterEach(async () => {
  await server.close();
  expect(await books.faults()).toEqual([]);
  books.close();
});

const enrolled = (name = '二号柜台') =>
  books.must('counter.add', { name, kind: 'counter', authorisation: authorised('2001') }, administrator);

async function join({ code: text }: Pick<Enrolment, 'code'>, port = server.port, program = PROGRAM) {
  const code = parseEnrolmentCode(text);
  if (code === null) throw new Error(`${text} is no code`);
  const { key, request } = await certificateRequest('CN=whatever it likes');
  return { key, reply: await joinOffice({ host: HOST, port, code, csr: request, program }) };
}

/** How a line of this identity begins: its first word from the server. */
function firstWord(identity: { readonly key: string; readonly certificate: string; readonly authority: string }) {
  return new Promise<unknown>((resolve) => {
    const line = server.lineOf(identity)({
      message: (message) => {
        resolve(message);
        line.kill('force');
      },
      exit: resolve,
    });
  });
}

async function joined() {
  const { key, reply } = await join(await enrolled());
  if (!reply.ok) throw new Error(reply.error.code);
  const { certificate, officeCertificate: authority, number } = reply.value;
  return { key, certificate, authority, number };
}

test('with its code it becomes the counter that the office says, and may ask from then on', async () => {
  const identity = await joined();
  expect(identity).toMatchObject({ number: '01', authority: server.authority.certificate });
  expect(await firstWord(identity)).toMatchObject({ type: 'opened', reply: { ok: true } });
  expect(await books.must('counter.list', {}, null)).toMatchObject([{ number: '01', state: 'joined' }]);
});

test.each([1, 700])('its hello may come in pieces of %i bytes', async (pieceBytes) => {
  const proxy = await LineProxy.open(
    () => server.port,
    () => ({ pieceBytes }),
  );
  expect((await join(await enrolled(), proxy.port)).reply.ok).toBe(true);
  await proxy.close();
});

test('a wrong code is refused and counted, a right one serves once', async () => {
  const { code } = await enrolled();
  const guess = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
  expect((await join({ code: guess })).reply).toMatchObject({ ok: false, error: { code: 'ENROLMENT_CODE_WRONG' } });
  expect((await join({ code })).reply.ok).toBe(true);
  expect((await join({ code })).reply).toMatchObject({ ok: false, error: { code: 'ENROLMENT_CODE_USED' } });
});

test.each([
  ['1.2.2', 'PROGRAM_OLDER'],
  ['1.10', 'PROGRAM_NEWER'],
])('a program of release %s is told %s, and the code serves on', async (program, code) => {
  const enrolment = await enrolled();
  for (let tries = 0; tries < 7; tries += 1) {
    const { reply } = await join(enrolment, server.port, program);
    expect(reply).toEqual({ ok: false, error: { code, details: { own: program, server: PROGRAM } } });
  }
  expect(await books.must('counter.list', {}, null)).toMatchObject([{ state: 'expected' }]);
  expect((await join(enrolment)).reply.ok).toBe(true);
});

test('a program whose request has another form by now is told its release all the same', async () => {
  const heard = await answerTo({ type: 'join', protocol: 999, program: '9.0', of: 'a later form' });
  const error = { code: 'PROGRAM_NEWER', details: { own: '9.0', server: PROGRAM } };
  expect(heard).toEqual({ type: 'joined', reply: { ok: false, error } });
});

test('somebody in between with certificates of their own neither joins in its place nor is believed', async () => {
  const enrolment = await enrolled();
  const liar = new OfficeLedger();
  const other = await OfficeAuthority.of(await makeAuthority('office-2', Date.now()));
  // It passes on what it hears, and answers with a certificate of its own.
  liar.join = async (input) => {
    await books.ask('counter.join', input as Input<'counter.join'>, null);
    const { request } = await certificateRequest('CN=1');
    const { certificate } = await other.signCounter(
      request,
      { office: 'x', number: '01', kind: 'counter' },
      Date.now(),
    );
    const place = { number: '01', kind: 'counter', officeCode: '0101', officeName: '测试所', serverTime: 0 } as const;
    const value = { certificate, officeCertificate: other.certificate, ...place, proof: new Uint8Array(32) };
    return { reply: { ok: true, value } };
  };
  const between = await CounterOffice.open({ ledger: liar });
  expect((await join(enrolment, between.port)).reply).toMatchObject({ ok: false, error: { code: 'SERVER_OTHER' } });
  expect(await books.must('counter.list', {}, null)).toMatchObject([{ state: 'expected' }]);
  expect((await join(enrolment)).reply.ok).toBe(true);
  await between.close();
});

test('an answer that takes long is waited for: meanwhile the server says that it is there', async () => {
  const enrolment = await enrolled();
  const slow = new OfficeLedger();
  const [asked, mayAnswer] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  slow.join = async (input) => {
    asked.resolve(undefined);
    await mayAnswer.promise;
    return { reply: await books.ask('counter.join', input as Input<'counter.join'>, null) };
  };
  // Both ends beat when the test says so.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const busy = await CounterOffice.open({ ledger: slow, shows: await shownBy(server) });
  const answer = join(enrolment, busy.port);
  await asked.promise;
  vi.advanceTimersByTime(5_000);
  mayAnswer.resolve(undefined);
  expect((await answer).reply).toMatchObject({ ok: true, value: { number: '01' } });
  vi.useRealTimers();
  await busy.close();
});

test('and so may the computer that waits for it', async () => {
  const { reply } = (await answerTo({ ...joining, input: asking }, { type: 'beat' })) as { readonly reply: object };
  expect(reply).toMatchObject({ ok: false, error: { code: 'ENROLMENT_CODE_UNKNOWN' } });
});

test('a counter that is revoked is cut off at once and does not come back', async () => {
  const identity = await joined();
  const ended = new Promise<unknown>((resolve) => {
    server.lineOf(identity)({
      message: (message) => {
        const { reply } = message as { readonly reply?: { readonly ok: boolean } };
        if (reply?.ok === false) resolve(message);
        else
          void books
            .must('counter.revoke', { number: '01', reason: '电脑被盗' }, administrator)
            .then(() => server.door.lookAgain());
      },
      exit: () => undefined,
    });
  });
  expect(await ended).toMatchObject({ reply: { error: { code: 'COUNTER_REVOKED', details: { number: '01' } } } });
  expect(await firstWord(identity)).toMatchObject({ reply: { error: { code: 'COUNTER_REVOKED' } } });
});

test('nobody there, and a server that speaks no such protocol, are told apart from a wrong code', async () => {
  const enrolment = await enrolled();
  const { port } = server;
  await server.close();
  expect((await join(enrolment, port)).reply).toMatchObject({ ok: false, error: { code: 'SERVER_UNREACHABLE' } });
  await server.openDoor({ port });
});

/** What the door of those who join does with bytes of anybody; answers whether the line was ended by it. */
function saying(...messages: readonly object[]): Promise<'ended'> {
  return new Promise((resolve) =>
    knock(
      messages,
      () => undefined,
      () => resolve('ended'),
    ),
  );
}

function answerTo(...messages: readonly object[]): Promise<unknown> {
  return new Promise((resolve) => knock(messages, resolve, () => resolve('nothing')));
}

/** A certificate of the same office's authority, for another door of its. */
function shownBy({ authority }: CounterOffice) {
  return authority.issueServer('office-1', [HOST], Date.now());
}

function knock(messages: readonly object[], heard: (message: unknown) => void, ended: () => void): void {
  const socket = connect({ host: HOST, port: server.port, ALPNProtocols: [JOIN_PROTOCOL], rejectUnauthorized: false });
  socket.on('error', () => undefined);
  socket.once('close', ended);
  socket.once('secureConnect', () => {
    const line = new FramedLine(socket, {
      incoming: TO_JOINING,
      outgoing: { maxBytes: 100_000, maxParts: 100 },
      message: heard,
      ended: () => undefined,
    });
    for (const message of messages) line.send(message);
  });
}

const joining = { type: 'join', protocol: PROTOCOL, program: PROGRAM };
const asking = { number: '01', csr: new Uint8Array(1), proof: new Uint8Array(32) };
test.each([
  ['another verb', [{ type: 'request', id: 1, verb: 'counter.list', input: {}, sessionToken: null, door: 'teller' }]],
  ['a hello', [{ type: 'hello', protocol: 1, program: '1.2.3' }]],
  [
    'two requests',
    [
      { ...joining, input: asking },
      { ...joining, input: asking },
    ],
  ],
  [
    'a request of more than it may have',
    [{ ...joining, input: { ...asking, csr: new Uint8Array(FROM_JOINING.maxBytes) } }],
  ],
  ['a request with something more in it', [{ ...joining, input: asking, door: 'teller' }]],
])('%s ends the line of who has no certificate', async (_what, messages) => {
  expect(await saying(...messages)).toBe('ended');
  expect((await join(await enrolled())).reply.ok).toBe(true);
});
