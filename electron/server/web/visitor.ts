/** One request of a browser: who it says it is, what it has sent, and what it asks of the ledger in its session. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Reply } from '../../contract/kernel/errors.ts';
import type { Locale } from '../../contract/messages/word-pair.ts';
import { LANGUAGE_QUERY, type PasskeyTask, type PhoneMessage } from '../../contract/online/holder-pages.ts';
import type { OfficeShown, OnlineSession } from '../../contract/online/online-views.ts';
import type { Sent } from './form-rules.ts';
import { readReply, type HolderInput, type HolderLedger, type HolderOutput, type HolderVerb } from './holder-asking.ts';
import { hostName, isAddress } from './host-rules.ts';
import { askedLanguage, readLanguage } from './language-rules.ts';

/** The prefix has the browser take them from this server alone, over TLS, for every path (RFC 6265bis, 4.1.3.2). */
const SESSION_COOKIE = '__Host-session';
const LANGUAGE_COOKIE = '__Host-language';
export const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

const A_YEAR_S = 365 * 24 * 3_600;
const sentSchema = z.record(z.string(), z.string());

/** A form's fields; nothing where there was none. */
export function readSent(body: unknown): Sent {
  return sentSchema.safeParse(body).data ?? {};
}

/** What came to the demo office's phone, the newest first. */
export interface Phone {
  readonly messages: readonly PhoneMessage[];
}

/** What a request can ask. */
export interface Behind {
  readonly ledger: HolderLedger;
  readonly phone: Phone | null;
}

export class Visitor {
  readonly #ledger: HolderLedger;
  /** Of the demo office; null in every other. */
  readonly phone: Phone | null;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  #token: string | null;
  #session: Promise<OnlineSession | null> | null = null;

  constructor({ ledger, phone }: Behind, request: FastifyRequest, reply: FastifyReply) {
    this.#ledger = ledger;
    this.phone = phone;
    this.#request = request;
    this.#reply = reply;
    this.#token = request.cookies[SESSION_COOKIE] ?? null;
  }

  get language(): Locale {
    const { cookies, headers } = this.#request;
    return readLanguage(cookies[LANGUAGE_COOKIE]) ?? askedLanguage(headers['accept-language']);
  }

  get sent(): Sent {
    return readSent(this.#request.body);
  }

  /** A part of the address, empty where it has none. */
  part(name: string): string {
    return sentSchema.safeParse(this.#request.params).data?.[name] ?? '';
  }

  query(name: string): string {
    return this.#address.searchParams.get(name) ?? '';
  }

  /** The own address without a choice of language. */
  get here(): string {
    const { pathname, searchParams } = this.#address;
    searchParams.delete(LANGUAGE_QUERY);
    const query = searchParams.toString();
    return query === '' ? pathname : `${pathname}?${query}`;
  }

  get #address(): URL {
    return new URL(this.#request.url, 'https://here');
  }

  remember(language: Locale): void {
    this.#reply.setCookie(LANGUAGE_COOKIE, language, { ...COOKIE, maxAge: A_YEAR_S });
  }

  async ask<V extends HolderVerb>(verb: V, input: HolderInput<V>): Promise<Reply<HolderOutput<V>>> {
    const before = this.#token;
    const { reply, session } = await this.#ledger.asks(verb, input, { token: before, peer: this.#peer });
    if (session !== undefined) {
      this.#keep(session);
      // One browser has one session: another sign-in leaves none behind that somebody could go on with.
      if (session !== null && before !== null && before !== session)
        await this.#ledger.asks('online.signOut', {}, { token: before, peer: this.#peer });
    }
    return readReply(verb, reply);
  }

  /** Who is known, by a login or by a code; null without a session. Asked once a request. */
  async session(): Promise<OnlineSession | null> {
    this.#session ??= this.#findSession();
    return this.#session;
  }

  async #findSession(): Promise<OnlineSession | null> {
    if (this.#token === null) return null;
    const found = await this.ask('online.session', {});
    return found.ok ? found.value : null;
  }

  /** Whose pages these are; null where the ledger does not say it now. */
  async office(): Promise<OfficeShown | null> {
    const found = await this.ask('online.office', {});
    return found.ok ? found.value : null;
  }

  /** What a passkey is to sign; null where there are none, or the ledger gives none now. */
  async passkey(purpose: 'register' | 'sign-in'): Promise<PasskeyTask | null> {
    const host = this.#request.headers.host ?? '';
    const site = hostName(host);
    if (site === null || isAddress(site)) return null;
    const asked = await this.ask('online.challenge', { purpose, origin: `https://${host.toLowerCase()}`, site });
    return asked.ok ? { challengeId: asked.value.challengeId, options: asked.value.options } : null;
  }

  /** Nothing of the session stays in the browser, neither what it shows nor what it has put aside. */
  leave(): void {
    this.#keep(null);
    this.#reply.header('clear-site-data', '"cache", "storage"');
  }

  #keep(session: string | null): void {
    this.#token = session;
    this.#session = null;
    if (session === null) this.#reply.clearCookie(SESSION_COOKIE, COOKIE);
    else this.#reply.setCookie(SESSION_COOKIE, session, COOKIE);
  }

  get #peer(): string {
    return this.#request.ip.replace(/^::ffff:(?=\d+\.)/, '');
  }
}
