/** The local socket of an office server: who reaches it, what is thrown at it, and what a command says when its server is gone. */
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SOCKET_FILE } from '../../../electron/disk/local-socket.ts';
import { programVersion } from '../../../electron/ledger/commands/program-version.ts';
import { FramedLine } from '../../../electron/line/framed-line.ts';
import { FROM_COUNTER, FROM_SERVER, PROTOCOL } from '../../../electron/line/line-messages.ts';
import { copyOf, madeOffice, serving, socketOf, SpokenLine, type MadeOffice, type Server } from './command-socket.ts';

const ALLOCATION = 'test/office-a/allocation-202401.csv';
const servers: Server[] = [];
const pretenders: NetServer[] = [];
let template: MadeOffice;
/** One that most tests share. */
let office: MadeOffice;
let server: Server;

beforeAll(async () => {
  template = await madeOffice();
  await template.run('load', 'institutions', 'test/office-a/institutions.csv');
  await template.run('load', 'register', 'test/office-a/register.csv');
  office = copyOf(template);
  server = await served(office);
});

afterEach(() => {
  for (const one of pretenders.splice(0)) one.close();
});
afterAll(() => {
  for (const { child } of servers.splice(0)) child.kill('SIGKILL');
});

async function served(which: MadeOffice): Promise<Server> {
  const started = await serving(which);
  servers.push(started);
  return started;
}

const pathOf = ({ folder }: MadeOffice): string => join(folder, SOCKET_FILE);
const errorOf = ({ out }: { readonly out: string }): { code: string; message: string } =>
  (JSON.parse(out) as { error: { code: string; message: string } }).error;

test('folder and socket are the owner’s alone', () => {
  const found = lstatSync(pathOf(office));
  expect([found.isSocket(), found.mode & 0o777, lstatSync(office.folder).mode & 0o777]).toEqual([true, 0o600, 0o700]);
});

test.each([
  ['bytes that are no message', Buffer.from([0, 0, 0, 3, 1, 2, 3])],
  ['a frame of four gigabytes', Buffer.from([0xff, 0xff, 0xff, 0xff])],
  ['an empty frame', Buffer.from([0, 0, 0, 0])],
  ['what a browser sends', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
])('%s: the line is cut, and the next command is answered', async (_, bytes) => {
  const socket = await socketOf(office);
  socket.on('error', () => undefined).resume();
  socket.write(bytes);
  await once(socket, 'close');
  expect(await office.json('day')).toEqual({ businessDate: '2024-01-01' });
});

const NOT_A_COMMAND = { type: 'request', id: 1, verb: 'day.close', input: {}, sessionToken: null };
test.each([
  ['a request before the hello', false, { ...NOT_A_COMMAND, door: 'command-line' }],
  ['the door of a window', true, { ...NOT_A_COMMAND, door: 'teller' }],
  ['the door of the server itself', true, { ...NOT_A_COMMAND, door: 'server' }],
  ['no door', true, NOT_A_COMMAND],
  ['a verb that there is not', true, { ...NOT_A_COMMAND, verb: 'books.read', door: 'command-line' }],
  ['keys', true, { type: 'open', dataKey: new Uint8Array(32) }],
  ['another counter', true, { ...NOT_A_COMMAND, door: 'command-line', counter: '01' }],
])('%s: cut', async (_, greets, message) => {
  const line = new SpokenLine(await socketOf(office));
  if (greets) line.hello();
  line.say(message);
  await line.ended;
  expect(await office.json('day')).toEqual({ businessDate: '2024-01-01' });
});

test.each([
  ['customer.takeEntry', { taskId: 'x', step: 'new', pin: Buffer.from('750291') }],
  ['counter.greet', { serial: '1' }],
  ['counter.join', { number: '01', csr: new Uint8Array(1), proof: new Uint8Array(32) }],
  ['server.begin', { address: 'elsewhere:1', fingerprint: 'ab'.repeat(32) }],
  ['office.recoveryPdf', { dataKey: new Uint8Array(32), pinKey: new Uint8Array(32) }],
  ['print.bytes', { jobId: 'x', reason: null }],
  ['visit.reveal', { operationId: randomUUID(), visitId: 'x', field: 'card', reason: '核对' }],
] as const)('%s is for another door', async (verb, input) => {
  const line = new SpokenLine(await socketOf(office)).hello();
  expect((await line.ask(verb, input)).reply).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED_HERE' } });
  line.cut();
});

test('no verb of this door opens a path that it is told, beside a running server', async () => {
  const line = new SpokenLine(await socketOf(office)).hello();
  const { reply } = await line.ask('office.restoreFrom', { path: '/etc/passwd', recoveryKeyTyped: true });
  expect(reply).toMatchObject({ ok: false, error: { code: 'OFFICE_EXISTS' } });
  line.cut();
});

async function signedIn(line: SpokenLine): Promise<string> {
  const input = { clerkCode: '1001', password: office.passwords['1001'] };
  return (await line.ask('session.signIn', input)).session ?? '';
}

test('a command that is ended in the middle leaves no session, no file and no copy behind', async () => {
  const line = new SpokenLine(await socketOf(office)).hello();
  const token = await signedIn(line);
  expect((await line.ask('intake.begin', { name: 'a.csv', bytes: 1 }, token)).reply.ok).toBe(true);
  const { intakeId } = await line.must('intake.begin', { name: 'b.csv', bytes: 1 });
  const { copyId } = await line.must('backup.copy', {});
  line.cut();
  await line.ended;
  const other = new SpokenLine(await socketOf(office)).hello();
  const left = async (): Promise<(string | null)[]> => [
    await other.refusal('approval.list', { page: 1 }, token),
    await other.refusal('intake.end', { intakeId }),
    await other.refusal('backup.piece', { copyId, offset: 0 }),
  ];
  const gone = ['SIGN_IN_REQUIRED', 'FILE_UNKNOWN', 'FILE_UNKNOWN'];
  await expect.poll(left).toEqual(gone);
  other.cut();
});

test('a posting is done once under its operation id, however often it is asked', async () => {
  const line = new SpokenLine(await socketOf(office)).hello();
  const token = await signedIn(line);
  const { intakeId } = await line.must('intake.begin', { name: 'a.csv', bytes: 1 }, token);
  await line.ask('intake.chunk', { intakeId, offset: 0, chunk: readFileSync(ALLOCATION) }, token);
  await line.ask('intake.end', { intakeId }, token);
  const authorisation = { clerkCode: '2001', password: office.passwords['2001'] };
  const input = { operationId: randomUUID(), intakeId, kind: 'allocation', authorisation };
  const both = await Promise.all([1, 2].map(() => line.ask('batchFile.post', input, token)));
  const again = await line.ask('batchFile.post', input, token);
  for (const { reply } of [...both, again])
    expect(reply).toMatchObject({ ok: true, value: { posted: true, accepted: 390, fileReason: null } });
  const fresh = await line.ask('batchFile.post', { ...input, operationId: randomUUID() }, token);
  expect(fresh.reply).toMatchObject({ ok: true, value: { posted: false, fileReason: 'DU01' } });
  line.cut();
  expect((await office.run('verify')).exit).toBe(0);
});

test('a second server leaves the first one its socket', async () => {
  await expect(serving(office)).rejects.toThrow();
  expect(await office.json('day')).toEqual({ businessDate: '2024-01-01' });
  expect(server.child.exitCode).toBeNull();
});

test('after kill -9 the command opens the folder itself, and the next server listens again', async () => {
  const own = copyOf(template);
  const first = await served(own);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(existsSync(pathOf(own))).toBe(true);
  expect(await own.json('day')).toEqual({ businessDate: '2024-01-01' });
  const next = await served(own);
  expect(await own.json('clerk', 'list')).toMatchObject({ clerks: expect.any(Array) as unknown });
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  expect(existsSync(pathOf(own))).toBe(false);
});

test('a link or a file in the place of the socket is followed by nobody, and made way by the server', async () => {
  const own = copyOf(template);
  symlinkSync(pathOf(office), pathOf(own));
  expect(errorOf(await own.run('simulate', '--holders', '1', '--months', '1', '--seed', '1', '--json')).code).not.toBe(
    'SERVER_RUNNING',
  );
  const next = await served(own);
  expect([lstatSync(pathOf(own)).isSocket(), lstatSync(pathOf(office)).isSocket()]).toEqual([true, true]);
  expect(await own.json('day')).toEqual({ businessDate: '2024-01-01' });
  next.child.kill('SIGTERM');
  await next.ended;
  writeFileSync(pathOf(own), 'no socket');
  expect(await own.json('day')).toEqual({ businessDate: '2024-01-01' });
});

test('a folder whose path is longer than a socket may be called is reached all the same', async () => {
  const own = copyOf(template, 'a'.repeat(60), 'b'.repeat(60));
  const next = await served(own);
  expect(errorOf(await own.run('simulate', '--holders', '1', '--months', '1', '--seed', '1', '--json')).code).toBe(
    process.platform === 'linux' ? 'SERVER_RUNNING' : 'DATA_FOLDER_IN_USE',
  );
  next.child.kill('SIGTERM');
  await next.ended;
});

/** A request, or what has no verb: a hello, a beat, a cancel. */
interface Heard {
  readonly verb?: string;
  readonly id: number;
}

/** Somebody listens in the place of a server, and does what the test says with each request. */
function pretending(
  hear: (request: Heard, line: FramedLine, socket: Socket) => void,
  program = programVersion(),
): Promise<MadeOffice> {
  const own = copyOf(template);
  mkdirSync(own.folder, { recursive: true });
  const pretender = createServer((socket) => {
    const line: FramedLine = new FramedLine(socket, {
      incoming: FROM_COUNTER,
      outgoing: FROM_SERVER,
      message: (message) => hear(message as Heard, line, socket),
      ended: () => undefined,
    });
    line.send({ type: 'hello', protocol: PROTOCOL, program });
  });
  pretenders.push(pretender);
  return new Promise((resolve) => pretender.listen(pathOf(own), () => resolve(own)));
}

test('a server that ends before it answers: the command says what is known', async () => {
  const own = await pretending(({ verb }, _, socket) => {
    if (verb !== undefined) socket.destroy();
  });
  const ran = await own.run('load', 'register', 'test/office-a/register.csv', '--json');
  expect([ran.exit, errorOf(ran).code]).toEqual([1, 'SERVER_LOST']);
  expect(errorOf(ran).message).toContain('nothing is posted twice');
});

test('a server of another release is refused with a sentence', async () => {
  const own = await pretending(() => undefined, '999.0.0');
  expect(errorOf(await own.run('day', '--json')).code).toBe('PROGRAM_OLDER');
});

test('Ctrl+C asks the server to stop, and the command tells what came of it', async () => {
  let child: ReturnType<MadeOffice['start']> | null = null;
  const cancelled: unknown[] = [];
  let checking = 0;
  const own = await pretending((message, line) => {
    const { verb, id } = message;
    const answer = (value: object): void => void line.send({ type: 'reply', id, reply: { ok: true, value } });
    if (verb === 'intake.begin') answer({ intakeId: 'x' });
    else if (verb === 'intake.end') answer({ kind: 'allocation', bytes: 1, sha256: 'x' });
    else if (verb === 'batchFile.check') {
      checking = id;
      child?.kill('SIGINT');
    } else if ('operationId' in message) {
      cancelled.push(message);
      line.send({
        type: 'reply',
        id: checking,
        reply: { ok: false, error: { code: 'OPERATION_CANCELLED', details: {} } },
      });
    } else if (verb !== undefined) answer({});
  });
  child = own.start('allocation', ALLOCATION, '--check', '--json');
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  const [exit] = (await once(child, 'close')) as [number | null];
  expect([exit, errorOf({ out }).code]).toEqual([1, 'OPERATION_CANCELLED']);
  expect(cancelled).toMatchObject([{ type: 'cancel', sessionToken: null }]);
});
