/** Holders and a counter at one ledger, asked as its doors ask it, each answer timed. */
import { randomUUID } from 'node:crypto';
import type { Door } from '../../../electron/contract/kernel/verb-policy.ts';
import type { LedgerVerb, Output } from '../../../electron/contract/verbs.ts';
import { findByIdNumber, requireByCardId, type HolderAccount } from '../../../electron/ledger/account/holder-rows.ts';
import { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import { insertHolderSession } from '../../../electron/ledger/request/session/holder-session-rows.ts';
import { residentId } from '../../offices/made-up-people.ts';
import { doorOf } from '../../offices/office-care.ts';
import { CLERK, clock, DATA_KEY, keysBeside, OFFICE_ID, PIN_KEY } from '../prepared-office.ts';

const HOUR_MS = 3_600_000;
/** Whoever was born by then needs no guardian. */
const GROWN_UP = '2005';
/** Of a region that the prepared offices have nobody of. */
const NOWHERE = '659001';

export class DoorsOfBench {
  readonly #door: Dispatcher;
  readonly #accounts: number;
  #clerk: string | null = null;
  #next = 0;
  #peer = 0;

  private constructor(door: Dispatcher, accounts: number) {
    this.#door = door;
    this.#accounts = accounts;
  }

  static async open(folder: string, accounts: number): Promise<DoorsOfBench> {
    const keys = { keysFolder: keysBeside(folder), officeId: OFFICE_ID, dataKey: DATA_KEY, pinKey: PIN_KEY };
    const doors = new DoorsOfBench(new Dispatcher({ folder, ...keys, clock, report: () => undefined }), accounts);
    const input = { clerkCode: CLERK.code, password: CLERK.password };
    doors.#clerk = (await doors.#answer('session.signIn', input, 'teller', null)).session ?? null;
    return doors;
  }

  /** The next grown-up, once around the office. */
  async #person(): Promise<HolderAccount> {
    for (;;) {
      this.#next = (this.#next % this.#accounts) + 1;
      const holder = await this.#door.ledger.books.read((reading) => requireByCardId(reading, this.#next));
      const accounts = await this.#door.ledger.books.read((reading) => findByIdNumber(reading, holder.idNumber));
      if (holder.idNumber.slice(6, 10) <= GROWN_UP && holder.cardStatus === 'active' && accounts.length === 1)
        return holder;
    }
  }

  /** Milliseconds of a code asked for, or of a sign-in with a wrong password, each of another person. */
  async tried(how: 'code' | 'sign-in', known: boolean): Promise<number> {
    const { idNumber, name, phone } = await this.#person();
    const stranger = residentId('19700101', this.#next % 1_000, NOWHERE);
    const person = { idNumber: known ? idNumber : stranger, name, phone };
    const code = { purpose: 'report', person, cardEnd: null, number: null, language: 'zh-CN' };
    const proof = { kind: 'password', idNumber: person.idNumber, password: 'no phrase of anybody' };
    const started = performance.now();
    if (how === 'code') await this.#answer('online.sendCode', code, 'web', null);
    else await this.#answer('online.signIn', { proof }, 'web', null);
    return performance.now() - started;
  }

  /** Milliseconds of the report alone. */
  async reportOnline(): Promise<number> {
    const { accountId } = await this.#person();
    const token = randomUUID();
    await this.#door.ledger.books.write((writing) => {
      const endsAt = (writing.at + HOUR_MS) as typeof writing.at;
      return insertHolderSession(writing, { kind: 'report', token, accountId, lossNumber: null, endsAt });
    });
    const started = performance.now();
    await this.#must('online.report', { operationId: randomUUID() }, 'web', token);
    return performance.now() - started;
  }

  async reportAtCounter(): Promise<number> {
    const { idNumber, card } = await this.#person();
    const coming = { networkCheck: 'match-photo', secondaryDocument: null, agent: null };
    const visit = { operationId: randomUUID(), idNumber, card, ...coming };
    const { visitId } = (await this.#must('visit.open', visit, 'teller', this.#clerk)) as Output<'visit.open'>;
    const lost = { object: 'card', kind: 'oral', missedSince: null, address: '', phone: null, second: null };
    const started = performance.now();
    await this.#must('loss.report', { operationId: randomUUID(), visitId, ...lost }, 'teller', this.#clerk);
    const ms = performance.now() - started;
    await this.#must('visit.finish', { visitId }, 'teller', this.#clerk);
    return ms;
  }

  /** So many sign-ins a second, until the answer is called. */
  flood(aSecond: number): () => Promise<void> {
    const asked = new Set<Promise<unknown>>();
    let owed = 0;
    let since = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      owed += ((now - since) * aSecond) / 1_000;
      since = now;
      for (; owed >= 1; owed -= 1) {
        const proof = {
          kind: 'password',
          idNumber: residentId('19700101', this.#peer % 1_000, NOWHERE),
          password: 'guess',
        };
        const each = this.#answer('online.signIn', { proof }, 'web', null).finally(() => asked.delete(each));
        asked.add(each);
      }
    }, 5);
    return async () => {
      clearInterval(timer);
      await Promise.all(asked);
    };
  }

  async #must(verb: LedgerVerb, input: unknown, door: Door, token: string | null): Promise<unknown> {
    const { reply } = await this.#answer(verb, input, door, token);
    if (!reply.ok) throw new Error(`${verb} was refused in the bench: ${reply.error.code}`);
    return reply.value;
  }

  #answer(verb: LedgerVerb, input: unknown, door: Door, token: string | null) {
    // Every request from another address: the limits of one are not what is measured.
    this.#peer += 1;
    const peer = door === 'web' ? `10.${this.#peer >> 16}.${(this.#peer >> 8) & 255}.${this.#peer & 255}` : null;
    const counter = door === 'web' ? 'web' : 'bench';
    const from = { sessionToken: token, door: door === 'web' ? door : doorOf(verb), counter, operator: counter, peer };
    return this.#door.answer({ verb, input, ...from });
  }

  close(): void {
    this.#door.close();
  }
}
