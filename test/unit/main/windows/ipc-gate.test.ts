/** The door from a window into main: nothing is done for a stranger, for the wrong window kind, or on wrong input. */
import { beforeEach, expect, test, vi } from 'vitest';
import { accepted, refused, type Reply } from '../../../../electron/contract/kernel/errors.ts';
import type { Verb } from '../../../../electron/contract/verbs.ts';
import { ipcGate, type Gate, type KnownWindow, type Sender } from '../../../../electron/main/windows/ipc-gate.ts';

const teller: KnownWindow = { kind: 'teller', webContentsId: 7, counter: 'teller', session: null };
const sender: Sender = { webContentsId: 7, isMainFrame: true, frameUrl: 'app://counter/teller/index.html' };
const notAllowed = refused('NOT_ALLOWED_HERE');

const answer = vi.fn<(verb: Verb, input: unknown, asker: KnownWindow) => Promise<Reply<unknown>>>();
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn(), flush: vi.fn() };
let gate: Gate;

beforeEach(() => {
  answer.mockReset().mockResolvedValue(accepted([]));
  for (const write of [log.info, log.warn, log.error]) write.mockReset();
  gate = ipcGate({ windowOf: (id) => (id === 7 ? teller : undefined), answer, checkAnswers: true, log });
});

test('a known window asking what it may is answered, its input parsed', async () => {
  expect(await gate(sender, 'printer.list', { more: 'than asked' })).toEqual(accepted([]));
  expect(answer).toHaveBeenCalledExactlyOnceWith('printer.list', {}, teller);
});

test.each([
  ['another window', { ...sender, webContentsId: 8 }],
  ['a frame within the window', { ...sender, isMainFrame: false }],
  ['a foreign page', { ...sender, frameUrl: 'https://counter/teller/index.html' }],
  ["another window's page", { ...sender, frameUrl: 'app://counter/customer/index.html' }],
  ['a look-alike page', { ...sender, frameUrl: 'app://counter.example/teller/index.html' }],
  ['a frame that has gone', { ...sender, frameUrl: undefined }],
])('%s is refused before anything is done', async (_who, stranger) => {
  expect(await gate(stranger, 'printer.list', {})).toEqual(notAllowed);
  expect(answer).not.toHaveBeenCalled();
});

test.each([
  ['a verb only main may ask', 'office.create'],
  ['an unknown verb', 'account.delete'],
  ['a name every object has', 'constructor'],
  ['no name at all', { toString: (): string => 'printer.list' }],
])('%s is refused', async (_what, verb) => {
  expect(await gate(sender, verb, {})).toEqual(notAllowed);
  expect(answer).not.toHaveBeenCalled();
});

test('the same page in a window of the other kind may ask that kind’s verbs and no others', async () => {
  const customer: KnownWindow = { kind: 'customer', webContentsId: 9, counter: 'customer', session: null };
  const ofCustomer = { webContentsId: 9, isMainFrame: true, frameUrl: 'app://counter/customer/index.html' };
  const own = ipcGate({ windowOf: (id) => (id === 9 ? customer : undefined), answer, checkAnswers: false, log });
  expect(await own(ofCustomer, 'customer.cancel', { taskId: 'x' })).toEqual(accepted([]));
  expect(await own(ofCustomer, 'printer.list', {})).toEqual(notAllowed);
  expect(await gate(sender, 'customer.cancel', { taskId: 'x' })).toEqual(notAllowed);
  expect(answer).toHaveBeenCalledOnce();
});

test('too many digits are refused by the name of their field, and logged by it alone', async () => {
  const customer: KnownWindow = { kind: 'customer', webContentsId: 9, counter: 'customer', session: null };
  const ofCustomer = { webContentsId: 9, isMainFrame: true, frameUrl: 'app://counter/customer/index.html' };
  const own = ipcGate({ windowOf: () => customer, answer, checkAnswers: true, log });
  const pin = Buffer.from('918273918273918273');
  const reply = await own(ofCustomer, 'customer.enterPin', { taskId: 'x', step: 'new', pin });
  expect(reply).toEqual(refused('INPUT_INVALID', { field: 'pin', problem: 'rule' }));
  expect(JSON.stringify([log.info.mock.calls, log.warn.mock.calls])).not.toContain('9182');
});

test('wrong input names the field and neither answers nor logs what was typed', async () => {
  const secret = 'correct horse battery staple';
  const reply = await gate(sender, 'session.signIn', { clerkCode: secret, password: secret });
  expect(reply).toEqual(refused('INPUT_INVALID', { field: 'clerkCode', problem: 'fourDigits' }));
  expect(answer).not.toHaveBeenCalled();
  expect(JSON.stringify([reply, log.info.mock.calls, log.warn.mock.calls])).not.toContain(secret);
});

test('the log has verb, time and code of an answer, and nothing else of it', async () => {
  answer.mockResolvedValue(refused('SIGN_IN_FAILED', { left: 2 }));
  await gate(sender, 'session.signIn', { clerkCode: '1001', password: 'correct horse' });
  expect(log.info.mock.calls).toEqual([
    [{ verb: 'session.signIn', ms: expect.any(Number), code: 'SIGN_IN_FAILED' }, 'answered'],
  ]);
});

test("an answer that is not the verb's own is a programmer's error in development", async () => {
  answer.mockResolvedValue(accepted([{ name: 7 }]));
  await expect(gate(sender, 'printer.list', {})).rejects.toThrow('expected string');
});
