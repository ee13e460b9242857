/** One random history of an office over months: its clock, its people, and the auditor beside them. */
import { isDeepStrictEqual } from 'node:util';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { LedgerVerb, Output } from '../../../electron/contract/verbs.ts';
import { MINUTE, type Counter, type Office } from '../../offices/small-office.ts';
import type { GivenInput } from '../../offices/typed-entry.ts';
import type { Chance } from '../seeded-chance.ts';
import { balanceOf, type Account, type Hold, type MonthsBooks } from './books.ts';
import { dayOf, holidaysOf, type Holidays } from './calendar.ts';
import { authorises, Staff, type Given, type Member } from './staff.ts';
import { Tills } from './tills.ts';

const COUNTER = 'T1';

export interface Loss {
  readonly number: string;
  readonly account: Account;
  state: 'oral' | 'formal' | 'ended';
  readonly lapsesOn: string | null;
  reissueFrom: string | null;
  readonly hold: Hold;
}

/** A request in the queue of approvals. */
export interface Waiting {
  readonly askedBy: string;
  expiresAt: number;
  isDecided: boolean;
}

const STANDARD: Readonly<Record<string, string>> = {
  ...{ dayEndHour: '16', oralLossDays: '5', reissueWaitDays: '7', reissueFeeStandard: '2000', visitIdleMinutes: '15' },
  ...{ approvalMinutes: '120', allocationCeiling: '1000000', passwordExpiryDays: '90', holidays: '' },
  ...{ interestDemandRate: '', interestCarryOverRate: '' },
};

export class Months {
  readonly chance: Chance;
  readonly office: Office;
  readonly books: MonthsBooks;
  readonly staff = new Staff();
  readonly tills = new Tills();
  readonly losses: Loss[] = [];
  readonly requests: Waiting[] = [];
  /** What the files at rest say that were not dropped, what was posted, and the number of those whose receiving never ended. */
  readonly spooled = { whole: [] as string[], posted: new Set<string>(), parts: 0 };
  /** What was met, for the histories that must have met it. */
  readonly met = new Set<string>();
  readonly #settings = new Map<string, string>();
  #numbers = 0;
  place = '';

  constructor(chance: Chance, office: Office, books: MonthsBooks) {
    this.chance = chance;
    this.office = office;
    this.books = books;
  }

  get today(): string {
    return dayOf(this.office.at);
  }

  get holidays(): Holidays {
    return holidaysOf(this.setting('holidays'));
  }

  setting(name: string): string {
    return this.#settings.get(name) ?? STANDARD[name] ?? '';
  }

  number(name: string): number {
    return Number(this.setting(name));
  }

  changed(name: string, value: string): void {
    this.#settings.set(name, value);
    if (name === 'passwordExpiryDays') this.staff.expiryDays = Number(value);
    if (name === 'allocationCeiling') this.books.ceilingFen = Number(value);
  }

  /** The program is started anew; what it was receiving can never be finished. */
  reopen(): void {
    this.office.reopen();
    this.spooled.parts = 0;
  }

  /** A number that no other has. */
  next(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  agree(what: string, actual: unknown, predicted: unknown): void {
    if (isDeepStrictEqual(actual, predicted)) return;
    const told = differences(actual, predicted).join('\n');
    throw new Error(`${this.place}, ${this.today}: the ledger and the auditor differ about ${what}\n${told}`);
  }

  /** A minute later than what went before. */
  async ask<V extends LedgerVerb>(verb: V, input: GivenInput<V>, from: Member | null): Promise<Reply<Output<V>>> {
    this.office.at += MINUTE;
    return this.office.ask(verb, input, from === null ? null : counterOf(from));
  }

  /** Answers the value where both say that it is answered; null where both refuse it alike. */
  answered<T>(what: string, reply: Reply<T>, fault: string | null): T | null {
    this.agree(what, reply.ok ? null : reply.error.code, fault);
    this.met.add(fault === null ? what : `${what}: ${fault}`);
    return reply.ok ? reply.value : null;
  }

  /** What a clerk was refused at the counter, which their till counts. */
  refusedAtCounter(member: Member): void {
    this.tills.of(this.books.day, member.code).refusals += 1;
  }

  did(member: Member, kind: string): void {
    this.tills.did(this.books.day, member.code, kind);
  }

  /** Signed in by now, with a new password where the old one has ended; null where they are not let in. */
  async signedIn(code: string): Promise<Member | null> {
    const member = this.staff.of(code);
    if (this.staff.isSignedIn(member, this.office.at + 2 * MINUTE)) return member;
    if (this.chance.happens(3)) await this.signIn(member, 'not-the-password');
    const fault = await this.signIn(member, member.password);
    if (fault !== 'PASSWORD_EXPIRED') return fault === null ? member : null;
    await this.renewPassword(member);
    return (await this.signIn(member, member.password)) === null ? member : null;
  }

  async signIn(member: Member, password: string): Promise<string | null> {
    this.office.at += MINUTE;
    const given = { clerkCode: member.code, password };
    const asked = { verb: 'session.signIn', door: 'teller', input: given, sessionToken: null } as const;
    const { reply, session } = await this.office.door.answer({ ...asked, counter: COUNTER, operator: 'window' });
    const fault = this.staff.signInFault(given, this.office.at);
    this.answered('sign-in', reply, fault);
    if (fault !== null) return fault;
    this.staff.endSession(member);
    if (typeof session === 'string') member.session = { token: session, openedAt: this.office.at };
    return null;
  }

  /** One that is too short or was used before, now and then, and then a good one. */
  async renewPassword(member: Member): Promise<void> {
    const good = `renewed-${member.code}-${this.next()}`;
    const bad = this.chance.happens(20)
      ? [this.chance.pick(['short', member.password, ...member.earlier.slice(0, 6)])]
      : [];
    for (const newPassword of [...bad, good]) {
      const given = { clerkCode: member.code, password: member.password };
      const reply = await this.ask('clerk.changePassword', { ...given, newPassword }, null);
      const fault = this.staff.changePasswordFault(given, newPassword, this.office.at);
      if (this.answered('own password', reply, fault) === null) continue;
      this.staff.setPassword(member, newPassword, { at: this.office.at, oneTime: false });
    }
  }

  /** Somebody of a role who is let in; null where nobody is. */
  async someone(roles: readonly Member['role'][]): Promise<Member | null> {
    const able = this.staff.atWork().filter(({ role }) => roles.includes(role));
    return able.length === 0 ? null : this.signedIn(this.chance.pick(able).code);
  }

  /** Mostly one who may, now and then anybody with any password, or nobody. */
  second(first: Pick<Member, 'code' | 'name'>): Given | null {
    const { chance, staff } = this;
    const able = staff
      .atWork()
      .filter((each) => authorises(each) && each.code !== first.code && !staff.isExpired(each, this.office.at));
    if (able.length > 0 && chance.happens(88)) {
      const { code: clerkCode, password } = chance.pick(able);
      return { clerkCode, password };
    }
    if (chance.happens(15)) return null;
    if (chance.happens(10)) return { clerkCode: '7777', password: 'not-the-password' };
    const { code: clerkCode, password } = chance.pick([...staff.members.values()]);
    return { clerkCode, password: chance.happens(30) ? 'not-the-password' : password };
  }

  /** The report of a card that stops it today; an oral one that ran out stops it no more. */
  lossOf(account: Account): Loss | undefined {
    const open = ({ state, lapsesOn }: Loss): boolean =>
      state === 'formal' || (state === 'oral' && (lapsesOn ?? '') >= this.today);
    return this.losses.find((loss) => loss.account === account && open(loss));
  }

  visitsGoingOn(): Member[] {
    const idle = this.office.at - this.number('visitIdleMinutes') * MINUTE;
    return [...this.staff.members.values()].filter(({ visit }) => visit !== null && visit.lastActive > idle);
  }

  /** Every account, as the books and the auditor have it. */
  async compareAccounts(): Promise<void> {
    const balances = await this.office.door.ledger.books.read(async ({ sql }) =>
      sql
        .rows<[], object>(`SELECT status, balance_fen AS balance, last_seq AS seq FROM account ORDER BY id`)
        .all()
        .map((row) => ({ ...row })),
    );
    const predicted = this.books.accounts.map((account) => ({
      status: account.closedOn === null ? 'open' : 'closed',
      balance: balanceOf(account),
      seq: account.entries.length,
    }));
    this.agree('the accounts', balances, predicted);
  }

  /** Every entry, and what the books find of themselves. */
  async compareBooks(): Promise<void> {
    const entries = await this.office.door.ledger.books.read(async ({ sql }) =>
      sql
        .rows<[], { account: number }>(
          `SELECT account_id AS account, seq, business_date AS date, kind, amount_fen AS amountFen,
             balance_fen AS balanceFen FROM entry ORDER BY account_id, seq`,
        )
        .all()
        .map((row) => ({ ...row })),
    );
    const predicted = this.books.accounts.flatMap((account, at) =>
      account.entries.map((entry) => ({ account: at + 1, ...entry })),
    );
    this.agree('the entries', entries, predicted);
    const { checks } = await this.office.must('ledger.verify', {}, null);
    const found = checks.flatMap(({ ok, name, detail }) => (ok ? [] : [`${name}: ${detail ?? ''}`]));
    this.agree('what verify finds', found, []);
  }
}

export function counterOf({ code, session }: Member): Counter {
  // Who was never signed in has a token that nobody was given.
  return { clerk: code, token: session?.token ?? 'none', counter: COUNTER };
}

/** Where two values part, by the way to it. */
function differences(actual: unknown, predicted: unknown, way = ''): string[] {
  if (isDeepStrictEqual(actual, predicted)) return [];
  if (typeof actual !== 'object' || typeof predicted !== 'object' || actual === null || predicted === null)
    return [`${way}: actual ${JSON.stringify(actual)}, predicted ${JSON.stringify(predicted)}`];
  const [one, other] = [new Map(Object.entries(actual)), new Map(Object.entries(predicted))];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
    differences(one.get(key), other.get(key), `${way}/${key}`),
  );
}
