/** Messages as the books keep them: text and phone sealed, and gone once a message has been sent or given up. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { positionOfPage } from '../../contract/kernel/paging.ts';
import { PAGE_ROWS } from '../../contract/kernel/paging.ts';
import type { MessageKind } from '../../contract/outbox/outbox-verbs.ts';
import type { Reading, Writing } from '../books/books.ts';
import { maskPhone } from '../numbers/masking.ts';

type MessageState = 'waiting' | 'sent' | 'given up' | 'unaddressed';

interface MessageTable {
  id: number;
  key: string;
  account_id: number | null;
  kind: MessageKind;
  phone_sealed: Uint8Array | null;
  text_sealed: Uint8Array | null;
  phone_masked: string;
  state: MessageState;
  tries: number;
  next_at: Instant;
  expires_at: Instant;
  made_at: Instant;
  sent_at: Instant | null;
  failure: string | null;
}

declare module '../books/tables/tables.ts' {
  interface Tables {
    message: MessageTable;
  }
}

export interface NewMessage {
  /** Null where it is addressed to nobody: written with the same work as a message that is sent, and never given out. */
  readonly accountId: number | null;
  readonly kind: MessageKind;
  readonly phone: string;
  readonly text: string;
  /** Not sent any more from then on. */
  readonly expiresAt: Instant;
}

export async function insertMessage({ query, at, keys }: Writing, message: NewMessage): Promise<void> {
  const last = await query
    .selectFrom('message')
    .select((of) => of.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  await query
    .insertInto('message')
    .values({
      id: (last?.id ?? 0) + 1,
      key: randomUUID(),
      account_id: message.accountId,
      kind: message.kind,
      phone_sealed: keys.seal('message', message.phone),
      text_sealed: keys.seal('message', message.text),
      phone_masked: maskPhone(message.phone),
      state: message.accountId === null ? 'unaddressed' : 'waiting',
      tries: 0,
      next_at: at,
      expires_at: message.expiresAt,
      made_at: at,
      sent_at: null,
      failure: null,
    })
    .execute();
}

export interface WaitingMessage {
  readonly id: number;
  readonly key: string;
  readonly phone: string;
  readonly text: string;
}

export async function readWaiting(reading: Reading, at: Instant, most: number): Promise<WaitingMessage[]> {
  const rows = await reading.query
    .selectFrom('message')
    .select(['id', 'key', 'phone_sealed as phone', 'text_sealed as text'])
    .where('state', '=', 'waiting')
    .where('next_at', '<=', at)
    .where('expires_at', '>', at)
    .orderBy('next_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id, key, phone, text }) => {
    if (phone === null || text === null) throw new Error(`message ${id} waits without its text`);
    return { id, key, phone: reading.keys.open('message', phone), text: reading.keys.open('message', text) };
  });
}

export async function findMessage({ query }: Reading, id: number) {
  const row = await query
    .selectFrom('message')
    .select(['state', 'tries', 'expires_at as expiresAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function delayMessage(
  { query }: Writing,
  id: number,
  change: { readonly nextAt: Instant; readonly tries?: number; readonly failure?: string },
): Promise<void> {
  const { nextAt, tries, failure } = change;
  await query
    .updateTable('message')
    .set({
      next_at: nextAt,
      ...(tries === undefined ? {} : { tries }),
      ...(failure === undefined ? {} : { failure }),
    })
    .where('id', '=', id)
    .execute();
}

/** Sent, or given up: what it said and to whom is forgotten. */
export async function endMessage(
  { query, at }: Writing,
  id: number,
  how: { readonly state: 'sent' | 'given up'; readonly tries: number; readonly failure: string | null },
): Promise<void> {
  const wiped = { phone_sealed: null, text_sealed: null };
  await query
    .updateTable('message')
    .set({ ...how, ...wiped, sent_at: how.state === 'sent' ? at : null })
    .where('id', '=', id)
    .execute();
}

/** Gives up what was not sent in time, and removes what was addressed to nobody and is older than `since`. */
export async function clearMessages({ query, at }: Writing, since: Instant): Promise<void> {
  await query
    .updateTable('message')
    .set({ state: 'given up', phone_sealed: null, text_sealed: null })
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', at)
    .execute();
  await query.deleteFrom('message').where('state', '=', 'unaddressed').where('made_at', '<', since).execute();
}

export async function readMessages({ query }: Reading, asked: number | undefined) {
  const counted = await query
    .selectFrom('message')
    .select((of) => of.fn.countAll<number>().as('total'))
    .where('state', '<>', 'unaddressed')
    .executeTakeFirstOrThrow();
  const { offset, ...position } = positionOfPage(counted.total, asked);
  const rows = await query
    .selectFrom('message')
    .select(['id', 'kind', 'phone_masked as phoneMasked', 'tries', 'made_at as madeAt', 'sent_at as sentAt', 'failure'])
    .select('state')
    .where('state', '<>', 'unaddressed')
    .orderBy('id', 'desc')
    .limit(PAGE_ROWS)
    .offset(offset)
    .execute();
  const items = rows.flatMap(({ state, ...row }) => (state === 'unaddressed' ? [] : [{ ...row, state }]));
  return { items, ...position };
}
