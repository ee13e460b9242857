/** Messages to holders: sent once, tried again, given up when of no more use, and never listed with what they say (docs/ledger.md 13). */
import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../../../electron/contract/kernel/errors.ts';
import type { Input, LedgerVerb, Output } from '../../../../electron/contract/verbs.ts';
import { pauseAfter } from '../../../../electron/ledger/outbox/message-rules.ts';
import { messageText } from '../../../../electron/ledger/outbox/message-texts.ts';
import { queueMessage } from '../../../../electron/ledger/outbox/outbox.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { MINUTE, type Office } from '../../../offices/small-office.ts';

let office: Office;
officeOfEachTest((open) => ({ office } = open));

const PHONE = '13900000001';
let minutes: number | undefined;
beforeEach(() => {
  minutes = 5;
});

async function asked<V extends LedgerVerb>(verb: V, input: Input<V>): Promise<Output<V>> {
  const door = verb === 'message.list' ? 'command-line' : 'server';
  const from = { sessionToken: null, counter: door, operator: door } as const;
  const { reply } = await office.door.answer({ verb, input, door, ...from });
  const known = reply as Reply<Output<V>>;
  if (!known.ok) throw new Error(known.error.code);
  return known.value;
}

const take = () => asked('message.take', { most: 10 });
const settle = (id: number, failure: string | null) => asked('message.settle', { id, failure });
const states = async () => (await asked('message.list', {})).items.map(({ state, tries }) => `${state} ${tries}`);

async function queue(accountId: number | null = 1): Promise<void> {
  const values = { code: '482913', minutes: 5 };
  const message = { accountId, kind: 'code for a report', phone: PHONE, language: 'zh-CN', values } as const;
  await office.door.ledger.books.write((writing) =>
    queueMessage(writing, { ...message, ...(minutes === undefined ? {} : { minutes }) }),
  );
}

test('a message is given out once until it is settled, and then never again', async () => {
  await queue();
  const [message] = await take();
  expect(message).toMatchObject({ phone: PHONE, text: expect.stringContaining('482913') });
  expect(await take()).toEqual([]);
  expect(await settle(message?.id ?? 0, null)).toEqual({ state: 'sent' });
  office.at += 2 * MINUTE;
  expect(await take()).toEqual([]);
  expect(await settle(message?.id ?? 0, 'late word')).toEqual({ state: 'sent' });
});

test('who took it and went away leaves it to the next, under the same key', async () => {
  await queue();
  const [first] = await take();
  office.reopen();
  office.at += MINUTE;
  const [second] = await take();
  expect(second?.key).toBe(first?.key);
});

test('a failure is tried again after growing pauses, and a code is given up with its minutes', async () => {
  await queue();
  const from = office.at;
  let tries = 0;
  for (let message = (await take()).at(0); message !== undefined; message = (await take()).at(0)) {
    tries += 1;
    const { state } = await settle(message.id, 'gateway is down');
    if (state === 'given up') break;
    office.at += pauseAfter(tries);
  }
  expect(await states()).toEqual([`given up ${tries}`]);
  expect(office.at - from).toBeLessThan(5 * MINUTE);
  expect(tries).toBeGreaterThan(4);
});

test('a gateway that is down for an hour loses nothing that is still of use', async () => {
  minutes = undefined;
  await queue();
  const until = office.at + 60 * MINUTE;
  for (let tries = 1; office.at < until; tries += 1) {
    const [message] = await take();
    if (message !== undefined) await settle(message.id, 'gateway is down');
    office.at += pauseAfter(tries);
  }
  const [message] = await take();
  expect(await settle(message?.id ?? 0, null)).toEqual({ state: 'sent' });
});

test('what is addressed to nobody is never given out and never listed', async () => {
  await queue(null);
  expect(await take()).toEqual([]);
  expect(await states()).toEqual([]);
  // It goes with the next message that is taken a day later.
  office.at += 25 * 60 * MINUTE;
  await queue();
  await take();
  const left = await office.door.ledger.books.read(({ sql }) =>
    Promise.resolve(sql.values<[], number>('SELECT count(*) FROM message').get()),
  );
  expect(left).toBe(1);
});

test('where nothing is ever sent, what is over goes all the same', async () => {
  await queue();
  await queue(null);
  office.at += 25 * 60 * MINUTE;
  await queue(null);
  const left = await office.door.ledger.books.read(({ sql }) =>
    Promise.resolve(sql.rows('SELECT state, text_sealed IS NULL AS forgotten FROM message ORDER BY id').all()),
  );
  expect(left).toEqual([
    { state: 'given up', forgotten: 1 },
    { state: 'unaddressed', forgotten: 0 },
  ]);
});

test('text and phone are gone once it is over', async () => {
  await queue();
  const [message] = await take();
  await settle(message?.id ?? 0, null);
  const kept = await office.door.ledger.books.read(({ sql }) =>
    Promise.resolve(sql.rows('SELECT phone_sealed, text_sealed, phone_masked FROM message').get()),
  );
  expect(kept).toEqual({ phone_sealed: null, text_sealed: null, phone_masked: '139****0001' });
});

test('a message that was written in a transaction that failed was never written', async () => {
  const failing = office.door.ledger.books.write(async (writing) => {
    const values = { code: '482913', minutes: 5 };
    await queueMessage(writing, { accountId: 1, kind: 'code for a report', phone: PHONE, language: 'en', values });
    throw new Error('full');
  });
  await expect(failing).rejects.toThrow('full');
  expect(await take()).toEqual([]);
});

test('a code’s message names its purpose and the minutes, and nothing that it lacks', () => {
  const text = messageText('code for registering', 'en', { code: '123456', minutes: 5 });
  expect(text).toBe(
    'Code 123456, to register for the medical card online, valid for 5 minutes. Bank staff never ask for it.',
  );
  expect(() => messageText('loss number', 'zh-CN', {})).toThrow('without number');
});

test('pauses grow to ten minutes and no further', () => {
  expect([1, 2, 3, 7, 8, 9, 40].map(pauseAfter)).toEqual([5, 10, 20, 320, 600, 600, 600].map((s) => s * 1_000));
});
