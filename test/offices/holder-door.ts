/** The holder's own door of a small office: asked as the web asks, with a phone that keeps what was sent to it. */
import { randomUUID } from 'node:crypto';
import type { Reply } from '../../electron/contract/kernel/errors.ts';
import type { Input, LedgerVerb, Output } from '../../electron/contract/verbs.ts';
import { person, type Person } from './made-up-people.ts';
import type { Office } from './small-office.ts';

export interface SentMessage {
  readonly phone: string;
  readonly text: string;
}

/** What somebody can say of themselves. */
type KnownPerson = Pick<Person, 'idNumber' | 'name' | 'phone' | 'card'>;

export class HolderDoor {
  readonly #office: Pick<Office, 'door'>;
  readonly peer: string;
  /** Of the session that the last answer began or ended. */
  token: string | null = null;

  constructor(office: Pick<Office, 'door'>, peer = '192.0.2.7') {
    this.#office = office;
    this.peer = peer;
  }

  async ask<V extends LedgerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>> {
    const from = { door: 'web', counter: 'web', operator: 'web', peer: this.peer } as const;
    const { reply, session } = await this.#office.door.answer({ verb, input, sessionToken: this.token, ...from });
    if (session !== undefined) this.token = session;
    return reply as Reply<Output<V>>;
  }

  async must<V extends LedgerVerb>(verb: V, input: Input<V>): Promise<Output<V>> {
    const reply = await this.ask(verb, input);
    if (!reply.ok) throw new Error(`${verb} was refused: ${reply.error.code}`);
    return reply.value;
  }

  /** The code of the refusal, or `done`. */
  async codeOf<V extends LedgerVerb>(verb: V, input: Input<V>): Promise<string> {
    const reply = await this.ask(verb, input);
    return reply.ok ? 'done' : reply.error.code;
  }

  /** Takes whatever waits to be sent, as the office server does. */
  async sent(): Promise<SentMessage[]> {
    const from = { door: 'server', counter: 'server', operator: 'server', sessionToken: null } as const;
    const { reply } = await this.#office.door.answer({ verb: 'message.take', input: { most: 100 }, ...from });
    if (!reply.ok) throw new Error(`no messages: ${reply.error.code}`);
    const taken = reply.value as Output<'message.take'>;
    for (const { id } of taken)
      await this.#office.door.answer({ verb: 'message.settle', input: { id, failure: null }, ...from });
    return taken.map(({ phone, text }) => ({ phone, text }));
  }

  /** The six digits of the last message to the phone; null for none. */
  async codeSentTo(phone: string): Promise<string | null> {
    const texts = (await this.sent()).filter((message) => message.phone === phone).map(({ text }) => text);
    return /\d{6}/.exec(texts.at(-1) ?? '')?.[0] ?? null;
  }

  /** Asks for a code and answers its id with the digits that came to the phone on file. */
  async code(
    purpose: Input<'online.sendCode'>['purpose'],
    who: KnownPerson,
    number: string | null = null,
  ): Promise<{ readonly codeId: string; readonly code: string }> {
    const { codeId } = await this.must('online.sendCode', codeFor(purpose, who, number));
    return { codeId, code: (await this.codeSentTo(who.phone)) ?? '' };
  }

  async registered(who: Person, password = 'a long phrase 41'): Promise<void> {
    const code = await this.code('register', who);
    await this.must('online.register', { ...code, login: { kind: 'password', password }, language: 'zh-CN' });
  }

  async report(): Promise<Output<'online.report'>> {
    return this.must('online.report', { operationId: randomUUID() });
  }
}

/** As the holder types it. */
export function codeFor(
  purpose: Input<'online.sendCode'>['purpose'],
  { idNumber, name, phone, card }: KnownPerson,
  number: string | null = null,
): Input<'online.sendCode'> {
  const cardEnd = purpose === 'register' ? card.slice(-4) : null;
  return { purpose, person: { idNumber, name, phone }, cardEnd, number, language: 'zh-CN' };
}

export const nth = (at: number): Person => person(at);
