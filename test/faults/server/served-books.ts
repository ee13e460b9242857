/** The small office behind a counters' door, and the desktops of a test that may join it. */
import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { CounterSigning } from '../../../electron/server/identity/counter-signing.ts';
import { OfficeLedger } from '../../../electron/server/office-ledger.ts';
import { authorised, copyOf, Office, type Counter, type Template } from '../../offices/small-office.ts';
import { CounterOffice, PROGRAM } from './counter-office.ts';
import { JoinedDesktop } from './joined-desktop.ts';

export class ServedBooks {
  readonly books: Office;
  readonly server: CounterOffice;
  readonly administrator: Counter;
  readonly #afterwards: (() => unknown)[] = [];

  private constructor(books: Office, server: CounterOffice, administrator: Counter) {
    this.books = books;
    this.server = server;
    this.administrator = administrator;
  }

  static async open(template: Template): Promise<ServedBooks> {
    const books = new Office(copyOf(template));
    const signing = new CounterSigning();
    books.authority = signing;
    books.reopen();
    const ledger = new OfficeLedger();
    ledger.serve(books.door);
    const server = await CounterOffice.open({ ledger, register: ledger });
    signing.begin(server.authority);
    await ledger.begin({ address: `127.0.0.1:${server.port}`, fingerprint: signing.fingerprint });
    return new ServedBooks(books, server, await books.signIn('9001'));
  }

  address(port = this.server.port): string {
    return `127.0.0.1:${port}`;
  }

  async code(name = '二号柜台'): Promise<string> {
    const added = { name, kind: 'counter', authorisation: authorised('2001') } as const;
    return (await this.books.must('counter.add', added, this.administrator)).code;
  }

  counters() {
    return this.books.must('counter.list', {}, null);
  }

  /** What is ended before the office is. */
  afterwards(...ends: readonly (() => unknown)[]): void {
    this.#afterwards.push(...ends);
  }

  desktop(folder?: string): JoinedDesktop {
    const made = new JoinedDesktop(PROGRAM, folder);
    this.afterwards(() => made.end());
    return made;
  }

  async joined(): Promise<JoinedDesktop> {
    const counter = this.desktop();
    const reply = await counter.office.join({ address: this.address(), code: await this.code() });
    if (!reply.ok) throw new Error(reply.error.code);
    return counter;
  }

  /** The program ends and starts again on the same folder. */
  async startedAgain(before: JoinedDesktop): Promise<JoinedDesktop> {
    await before.end();
    const after = this.desktop(before.folder);
    await after.office.open();
    return after;
  }

  async close(): Promise<void> {
    for (const end of this.#afterwards.splice(0).reverse()) await end();
    await this.server.close();
    expect(await this.books.faults()).toEqual([]);
    this.books.close();
  }
}

export const filesOf = ({ folder }: JoinedDesktop): string[] => readdirSync(folder).sort();
export const keysOf = ({ keysFolder }: JoinedDesktop): string[] =>
  existsSync(keysFolder) ? readdirSync(keysFolder) : [];
export const answers = async (counter: JoinedDesktop): Promise<boolean> =>
  (await counter.ask('office.status', {}, counter.asker())).ok;
