/** Sending messages: each once, failures settled as such, and nothing of a message in the log (docs/server.md 9). */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../../../electron/ledger/commands/command.ts';
import { DemoPhone } from '../../../../electron/server/messages/demo-phone.ts';
import { fileProvider } from '../../../../electron/server/messages/file-provider.ts';
import { gatewayProvider, signatureOf } from '../../../../electron/server/messages/gateway-provider.ts';
import { messageProvider } from '../../../../electron/server/messages/message-options.ts';
import { MessageSender, type DueMessage } from '../../../../electron/server/messages/message-sender.ts';
import { freshFolder } from '../../../offices/test-folders.ts';

const SECRET = 'a secret that both sides were given once';
const message = { key: '6a0e2f10', phone: '13900000001', text: 'Code 482913, to report the medical card lost.' };

class KeptOutbox {
  due: DueMessage[];
  readonly settled: (readonly [number, string | null])[] = [];

  constructor(count: number) {
    this.due = Array.from({ length: count }, (_, at) => ({ ...message, id: at + 1, key: `key ${at + 1}` }));
  }

  takeMessages(most: number): Promise<DueMessage[]> {
    return Promise.resolve(this.due.splice(0, most));
  }

  settleMessage(id: number, failure: string | null): Promise<void> {
    this.settled.push([id, failure]);
    return Promise.resolve();
  }
}

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A gateway that answers with the given codes, one after the other; 0 hangs up. */
async function gateway(codes: readonly number[]): Promise<{ readonly url: string; readonly got: Got[] }> {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const code = codes[got.length] ?? 200;
      got.push({ headers: request.headers, body });
      if (code === 0) request.socket.destroy();
      else if (code > 0) response.writeHead(code).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, got };
}

test('each message is sent once and settled, whoever looks meanwhile', async () => {
  const outbox = new KeptOutbox(3);
  const sent: string[] = [];
  const provider = {
    send: ({ key }: { readonly key: string }) => {
      sent.push(key);
      return Promise.resolve(key === 'key 2' ? 'the gateway answered 503' : null);
    },
  };
  const noted: unknown[] = [];
  const sender = new MessageSender(outbox, provider, (event, details) => noted.push([event, details]));
  await Promise.all([sender.look(), sender.look()]);
  expect(sent).toEqual(['key 1', 'key 2', 'key 3']);
  expect(outbox.settled).toEqual([
    [1, null],
    [2, 'the gateway answered 503'],
    [3, null],
  ]);
  expect(noted).toEqual([['message not sent', { message: '2', failure: 'the gateway answered 503' }]]);
  await sender.close();
});

test('the gateway gets the message signed, under its key, and its answers are judged by their code alone', async () => {
  const { url, got } = await gateway([202, 503, 0, 302]);
  const provider = gatewayProvider({ url, secret: SECRET }, () => 1_700_000_000_000);
  expect(await provider.send(message)).toBeNull();
  const [first] = got;
  expect(JSON.parse(first?.body ?? '')).toEqual(message);
  expect(first?.headers).toMatchObject({
    'idempotency-key': message.key,
    'x-medicard-time': '1700000000000',
    'x-medicard-signature': `sha256=${signatureOf(SECRET, '1700000000000', first?.body ?? '')}`,
  });
  const failures = [await provider.send(message), await provider.send(message), await provider.send(message)];
  expect(failures[0]).toBe('the gateway answered 503');
  for (const failure of failures) {
    expect(failure).toMatch(/^the gateway /);
    expect(failure).not.toContain('482913');
    expect(failure).not.toContain(message.phone);
  }
  expect(new Set(got.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([message.key]));
});

test('a gateway that never answers is a failure', async () => {
  const { url } = await gateway([-1]);
  const provider = gatewayProvider({ url, secret: SECRET }, Date.now, 50);
  expect(await provider.send(message)).toBe('the gateway was not reached: TimeoutError');
});

test('a file takes a line a message, its owner’s alone; a file that cannot be written is a failure', async () => {
  const folder = freshFolder();
  const path = join(folder, 'messages.jsonl');
  const provider = fileProvider(path, () => 7);
  expect(await provider.send(message)).toBeNull();
  expect(await provider.send(message)).toBeNull();
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { at: 7, ...message },
    { at: 7, ...message },
  ]);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(await fileProvider(join(folder, 'missing', 'messages.jsonl'), () => 7).send(message)).toBe('FOLDER_UNUSABLE');
});

test('the demo phone shows the newest first, and no more than a screen of them', async () => {
  let at = 0;
  const phone = new DemoPhone(() => (at += 1));
  for (let nth = 1; nth <= 25; nth += 1) expect(await phone.send({ ...message, text: String(nth) })).toBeNull();
  expect(phone.messages.map(({ text }) => Number(text))).toEqual(Array.from({ length: 20 }, (_, back) => 25 - back));
  expect(phone.messages[0]).toEqual({ at: 25, phone: message.phone, text: '25' });
});

test('a gateway takes https and a secret; without --messages nothing is sent', () => {
  const folder = freshFolder();
  const given = (messages: string, secret?: string) =>
    messageProvider({ messages }, { environment: { MEDICARD_GATEWAY_SECRET: secret }, keysFolder: folder }, Date.now);
  expect(messageProvider({}, { environment: {}, keysFolder: folder }, Date.now)).toBeNull();
  expect(() => given('http://gateway.example/send', SECRET)).toThrow(UsageError);
  expect(() => given('https://gateway.example/send')).toThrow(UsageError);
  expect(() => given('https://gateway.example/send', 'short')).toThrow(UsageError);
  expect(given('https://gateway.example/send', SECRET)).not.toBeNull();
  expect(given('messages.jsonl')).not.toBeNull();
  expect(given('demo-phone')).toBeInstanceOf(DemoPhone);
  writeFileSync(join(folder, 'gateway.secret'), `${SECRET}\n`);
  expect(given('https://gateway.example/send'), 'the secret beside the keys').not.toBeNull();
  expect(() => given('https://gateway.example/send', 'short'), 'what is said comes first').toThrow(UsageError);
});
