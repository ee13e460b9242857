/** Messages to holders: queued in the transaction that they are about, taken and settled by whoever sends them. */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Locale } from '../../contract/messages/word-pair.ts';
import type { MessageKind } from '../../contract/outbox/outbox-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Books, Writing } from '../books/books.ts';
import { pauseAfter } from './message-rules.ts';
import {
  clearMessages,
  delayMessage,
  endMessage,
  findMessage,
  insertMessage,
  readMessages,
  readWaiting,
} from './message-rows.ts';
import { messageText, type MessageValues } from './message-texts.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Within which whoever took a message settles it, or it is given out again under the same key. */
const LENT_MS = MINUTE_MS;

export interface QueuedMessage {
  /** Null for nobody's, which is written and never sent. */
  readonly accountId: number | null;
  readonly kind: MessageKind;
  readonly phone: string;
  readonly language: Locale;
  readonly values: MessageValues;
  /** Minutes after which it is of no use; a day where it is left out. */
  readonly minutes?: number;
}

/** Part of the transaction that it is about. What is over goes with each new one, also where nothing is ever sent. */
export async function queueMessage(writing: Writing, message: QueuedMessage): Promise<void> {
  const { accountId, kind, phone, language, values, minutes } = message;
  await clearMessages(writing, (writing.at - DAY_MS) as Instant);
  const expiresAt = (writing.at + (minutes === undefined ? DAY_MS : minutes * MINUTE_MS)) as Instant;
  await insertMessage(writing, { accountId, kind, phone, text: messageText(kind, language, values), expiresAt });
}

type Asked = { readonly books: Books };

async function takeMessages({ books }: Asked, { most }: Input<'message.take'>): Promise<Output<'message.take'>> {
  const at = books.clock();
  // Nothing is written while nothing waits: the sender asks every few seconds.
  if ((await books.read((reading) => readWaiting(reading, at, 1))).length === 0) return [];
  return books.write(async (writing) => {
    const taken = await readWaiting(writing, writing.at, most);
    for (const { id } of taken) await delayMessage(writing, id, { nextAt: (writing.at + LENT_MS) as Instant });
    return taken;
  });
}

async function settleMessage(
  { books }: Asked,
  { id, failure }: Input<'message.settle'>,
): Promise<Output<'message.settle'>> {
  return books.write(async (writing) => {
    const message = await findMessage(writing, id);
    if (message?.state !== 'waiting') return { state: message?.state === 'sent' ? 'sent' : 'given up' };
    const tries = message.tries + 1;
    const nextAt = (writing.at + pauseAfter(tries)) as Instant;
    if (failure === null || nextAt >= message.expiresAt) {
      const state = failure === null ? 'sent' : 'given up';
      await endMessage(writing, id, { state, tries, failure });
      return { state };
    }
    await delayMessage(writing, id, { nextAt, tries, failure });
    return { state: 'waiting' };
  });
}

async function listMessages({ books }: Asked, { page }: Input<'message.list'>): Promise<Output<'message.list'>> {
  return books.read((reading) => readMessages(reading, page));
}

export const outboxHandlers = {
  'message.take': takeMessages,
  'message.settle': settleMessage,
  'message.list': listMessages,
};
