/**
 * An office in which every kind of session, visit and customer's task is there at one moment, and whose use cases note that
 * they were reached and do nothing.
 */
import { randomUUID } from 'node:crypto';
import type { LedgerVerb } from '../../../../electron/contract/verbs.ts';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import type { Role } from '../../../../electron/contract/kernel/vocabulary.ts';
import { handlers, type Handlers } from '../../../../electron/ledger/dispatch/handlers.ts';
import {
  endHolderSession,
  insertHolderSession,
} from '../../../../electron/ledger/request/session/holder-session-rows.ts';
import { cardNumber, person, registerCsv, residentId, type Person } from '../../../offices/made-up-people.ts';
import { behindTheBack, MINUTE, MORNING, NEW_OFFICE, Office, visitOf } from '../../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../../offices/test-folders.ts';
import type { HolderFacts, SessionFacts, TaskFacts, VisitFacts } from './predicted-answer.ts';
import { LEDGER_VERBS } from './verb-samples.ts';

const HOUR = 60 * MINUTE;
/** Twenty past twelve in Shanghai, the moment of all requests. */
const NOON = MORNING + 2 * HOUR + 50 * MINUTE;

/** Use cases that answer as ever until they are told to note alone. */
export class NotedHandlers {
  readonly #reached: LedgerVerb[] = [];
  #noting = false;

  readonly table = Object.fromEntries(
    LEDGER_VERBS.map((verb) => [verb, (asked: never, input: never) => this.#answer(verb, asked, input)]),
  ) as Handlers;

  note(): void {
    this.#noting = true;
  }

  answerAgain(): void {
    this.#noting = false;
  }

  /** What was reached since this was last asked. */
  taken(): LedgerVerb[] {
    return this.#reached.splice(0);
  }

  #answer(verb: LedgerVerb, asked: never, input: never): Promise<unknown> {
    if (!this.#noting) return handlers[verb](asked, input);
    this.#reached.push(verb);
    return Promise.resolve({});
  }
}

export interface MatrixSession {
  readonly name: string;
  readonly token: string | null;
  /** Null for none, or a token that nobody was given at the asking counter. */
  readonly facts: SessionFacts | null;
  /** Of a holder's own door; absent for a clerk's. */
  readonly holder?: HolderFacts;
}

export interface MatrixVisit {
  readonly id: string;
  /** The session it was opened in. */
  readonly token: string;
  readonly facts: Omit<VisitFacts, 'whose'>;
}

export interface MatrixTask {
  readonly id: string;
  readonly token: string;
  readonly facts: Omit<TaskFacts, 'whose'>;
}

const ROLE_DIGITS = { clerk: '1', supervisor: '2', administrator: '9' } as const;
const ROLES = Object.keys(ROLE_DIGITS) as Role[];

/** Of each role, one clerk for whatever is done to a clerk. */
const CLERK = {
  works: '001',
  isLocked: '002',
  isDisabled: '003',
  getsPassword: '004',
  hasOldPassword: '005',
  authorises: '006',
} as const;

const codeOf = (role: Role, which: keyof typeof CLERK): string => `${ROLE_DIGITS[role]}${CLERK[which]}`;
const passwordOf = (code: string): string => `a-long-password-${code}`;

/** A supervisor who has no session. */
export const SECOND = {
  clerkCode: codeOf('supervisor', 'authorises'),
  password: passwordOf(codeOf('supervisor', 'authorises')),
};

const CHILD: Person = {
  ...person(7),
  ...{ idNumber: residentId('20120315', 321), name: '小明', insurance: 'YB00007777', card: cardNumber(7777) },
};
const AGENT = { idNumber: person(3).idNumber, name: '赵代办', relation: '配偶', householdRegister: true };

const NEW_CLERKS = ROLES.flatMap((role) =>
  Object.values(CLERK).map((ending) => {
    const code = `${ROLE_DIGITS[role]}${ending}`;
    return { code, name: `柜员${code}`, role, password: passwordOf(code) };
  }),
);

export class MatrixOffice {
  readonly noted = new NotedHandlers();
  readonly office: Office;
  readonly sessions: MatrixSession[] = [
    { name: 'no session', token: null, facts: null },
    { name: 'a token of nobody', token: 'no such token', facts: null },
  ];
  readonly visits: MatrixVisit[] = [];
  readonly tasks: MatrixTask[] = [];

  constructor() {
    const folder = freshFolder();
    this.office = new Office(folder, NOON - 14 * HOUR, keysBeside(folder), this.noted.table);
    this.office.signsInAgain = false;
  }

  /** Nobody has signed in yet. */
  async make(): Promise<void> {
    await this.office.must('office.create', { ...NEW_OFFICE, clerks: NEW_CLERKS, demoFolder: null }, null);
    await this.office.post.register(registerCsv([...[0, 1, 2, 3, 4, 5, 6].map(person), CHILD]));
  }

  async fill(): Promise<void> {
    const { office } = this;
    for (const role of ROLES) await this.#over(role, 'since yesterday');
    office.at = NOON - 12 * HOUR;
    for (const role of ROLES) await this.#over(role, 'for twelve hours');
    office.at = NOON - 20 * MINUTE;
    for (const role of ROLES) await this.#idleVisit(role);
    await this.#holders('unused', true);
    await this.#holders('past its end', true, 20 * MINUTE);
    office.at = NOON - 10 * MINUTE;
    for (const role of ROLES) await this.#session(role, 'idle', { windowLocked: true });
    office.at = NOON - 2 * MINUTE;
    for (const role of ROLES) await this.#task(role, 'with a late task', { running: false });
    office.at = NOON;
    for (const role of ROLES) await this.#present(role);
    await this.#presentHolders();
    for (const token of this.#kept) await office.must('session.touch', {}, { clerk: '', token });
  }

  /** Of each kind of a holder's own door. */
  async #holders(name: string, over: boolean, endsIn = HOUR): Promise<string[]> {
    const kinds = ['login', 'report', 'follow-up', 'call'] as const;
    const tokens = kinds.map((kind) => `${kind} ${name}`);
    const endsAt = (this.office.at + endsIn) as Instant;
    for (const [at, kind] of kinds.entries()) {
      const token = tokens[at] ?? '';
      const session = { token, kind, accountId: 1, lossNumber: null, endsAt };
      await this.office.door.ledger.books.write((writing) => insertHolderSession(writing, session));
      this.sessions.push({ name: `a holder's session by ${token}`, token, facts: null, holder: { kind, over } });
    }
    return tokens;
  }

  /** Each kind as it goes on, and ended. */
  async #presentHolders(): Promise<void> {
    await this.#holders('going on', false);
    for (const token of await this.#holders('ended', true))
      await this.office.door.ledger.books.write((writing) =>
        endHolderSession(writing, writing.keys.blindIndex('session', token)),
      );
  }

  /** Sessions begun before the moment of all requests that are still used in it. */
  readonly #kept: string[] = [];

  async #present(role: Role): Promise<void> {
    const { office } = this;
    for (const how of ['holder', 'agent', 'guardian'] as const)
      await this.#visit(role, `with a visit of the ${how}`, how);
    await this.#task(role, 'with a task', { running: true });
    const left = await this.#task(role, 'with a task in a visit that is over', { running: true, visitOver: true });
    await office.must('visit.finish', { visitId: left.visitId }, { clerk: '', token: left.token });
    const ended = await this.#over(role, 'signed out');
    await office.must('session.signOut', {}, { clerk: '', token: ended });
    const locked = await this.#session(role, 'locked', { windowLocked: true });
    await office.must('session.lock', {}, { clerk: '', token: locked });
    await this.#lockedByPairs(role);
    await this.#administered(role);
    await this.#session(role, 'whose password has run out', {}, 'hasOldPassword');
    behindTheBack(office.folder, (connection) =>
      connection.prepare('UPDATE clerk SET password_set_at = 1 WHERE code = ?').run(codeOf(role, 'hasOldPassword')),
    );
  }

  async #lockedByPairs(role: Role): Promise<void> {
    const windowToo = await this.#session(
      role,
      'locked, of a locked clerk',
      { windowLocked: true, clerkLocked: true },
      'isLocked',
    );
    await this.office.must('session.lock', {}, { clerk: '', token: windowToo });
    const token = await this.#session(role, 'of a locked clerk', { clerkLocked: true }, 'isLocked');
    const wrong = { ...visitOf(0), card: person(1).card };
    for (let time = 0; time < 5; time += 1)
      await this.office.codeOf('visit.open', { ...wrong, operationId: randomUUID() }, { clerk: '', token });
  }

  /** By another administrator than those of the matrix, before a second person. */
  async #administered(role: Role): Promise<void> {
    const { office } = this;
    await this.#over(role, 'of a disabled clerk', 'isDisabled');
    await this.#over(role, 'of a clerk whose password is to be changed', 'getsPassword');
    const by = await office.signIn('9001', passwordOf('9001'));
    const authorisation = { clerkCode: '2001', password: passwordOf('2001') };
    const given = { reason: '人员变动', authorisation };
    await office.must('clerk.disable', { clerkCode: codeOf(role, 'isDisabled'), ...given }, by);
    await office.must('clerk.giveOneTimePassword', { clerkCode: codeOf(role, 'getsPassword'), ...given }, by);
  }

  #over(role: Role, name: string, which: keyof typeof CLERK = 'works'): Promise<string> {
    return this.#session(role, name, { over: true }, which);
  }

  async #session(
    role: Role,
    name: string,
    other: Partial<SessionFacts> = {},
    which: keyof typeof CLERK = 'works',
  ): Promise<string> {
    const code = codeOf(role, which);
    const { token } = await this.office.signIn(code, passwordOf(code));
    const facts = { role, over: false, windowLocked: false, clerkLocked: false, ...other };
    this.sessions.push({ name: `a ${role}'s session ${name}`, token, facts });
    return token;
  }

  async #visit(role: Role, name: string, stands: VisitFacts['stands'], over = false) {
    const token = await this.#session(role, name);
    const whose = stands === 'guardian' ? CHILD : person(ROLES.indexOf(role));
    const { idNumber, card } = whose;
    const agent = stands === 'holder' ? null : AGENT;
    const { visitId } = await this.office.must(
      'visit.open',
      { ...visitOf(0), idNumber, card, agent },
      { clerk: '', token },
    );
    this.visits.push({ id: visitId, token, facts: { over, stands } });
    return { token, visitId };
  }

  /** Nobody does anything in it for its minutes. */
  async #idleVisit(role: Role): Promise<void> {
    const finished = await this.#visit(role, 'with visits that are over', 'holder', true);
    const from = { clerk: '', token: finished.token };
    await this.office.must('visit.finish', { visitId: finished.visitId }, from);
    const { visitId } = await this.office.must('visit.open', visitOf(5), from);
    this.visits.push({ id: visitId, token: finished.token, facts: { over: true, stands: 'holder' } });
    this.#kept.push(finished.token);
  }

  async #task(role: Role, name: string, other: Partial<TaskFacts>) {
    const { token, visitId } = await this.#visit(role, name, 'holder', other.visitOver === true);
    const asking = { visitId, task: 'first', second: null } as const;
    const { taskId } = await this.office.must('customer.beginTask', asking, { clerk: '', token });
    this.tasks.push({ id: taskId, token, facts: { running: true, visitOver: false, ...other } });
    if (other.running === false) this.#kept.push(token);
    return { token, visitId };
  }
}
