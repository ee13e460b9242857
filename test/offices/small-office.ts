/**
 * A small office to break: made once a test file, copied for each test, because making one hashes passwords. Requests
 * go through the door like those of a window; the clock stands still until a test moves it.
 */
import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { businessDate, type Instant } from '../../electron/contract/kernel/dates.ts';
import type { Reply } from '../../electron/contract/kernel/errors.ts';
import type { PinTask } from '../../electron/contract/loss/loss-views.ts';
import type { ChangeKind, Progress } from '../../electron/contract/protocol.ts';
import type { NewOffice } from '../../electron/contract/office/office-verbs.ts';
import type { PinTaskKind } from '../../electron/contract/kernel/vocabulary.ts';
import type { Input, LedgerVerb, Output } from '../../electron/contract/verbs.ts';
import type { FileSource } from '../../electron/ledger/intake/file-source.ts';
import { runAllocation } from '../../electron/ledger/month-end/allocation/allocations.ts';
import { advanceTo } from '../../electron/ledger/day/days.ts';
import { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import type { Handlers } from '../../electron/ledger/dispatch/handlers.ts';
import type { CertificateAuthority, LineRegister } from '../../electron/ledger/request/scope.ts';
import type { Pace } from '../../electron/ledger/request/step-pace.ts';
import { runInstitutions, runRegister } from '../../electron/ledger/month-end/registers/registers.ts';
import { runSettlement } from '../../electron/ledger/month-end/settlement/settlements.ts';
import { booksPath } from '../../electron/ledger/books/books.ts';
import { openConnection, type Connection } from '../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys } from '../../electron/ledger/books/sealing/keys.ts';
import { changeSetting, doorOf, inChunks, KeptAwake, servedAs, wholeAnswer, type AnySetting } from './office-care.ts';
import { freshFolder, keysBeside } from './test-folders.ts';
import { isTyped, sealedFor, typedPins, type GivenInput, type TypedEntry } from './typed-entry.ts';
import { allocationCsv, INSTITUTIONS, januarySales, person, registerCsv, settlementCsv } from './made-up-people.ts';

export const DATA_KEY = Buffer.alloc(32, 0xab);
export const PIN_KEY = Buffer.alloc(32, 0xcd);
/** A password no rule forbids to anybody in the tests. */
export const PIN = '750291';
export const OFFICE_ID = '7b0e7e9e-0000-4000-8000-000000000001';
/** Half past nine of 5 February 2024 in Shanghai. */
export const MORNING = Date.UTC(2024, 1, 5, 1, 30);
export const MINUTE = 60_000;

export const PASSWORDS: Readonly<Record<string, string>> = {
  '1001': 'clerk-password-1001',
  '1002': 'clerk-password-1002',
  '2001': 'supervisor-password-2001',
  '2002': 'supervisor-password-2002',
  '9001': 'administrator-password-9001',
};

/** Lives by its books: a test closes day after day while the clock stands still. */
export const NEW_OFFICE: NewOffice = {
  name: '人民路储蓄所',
  code: '0101',
  openingDate: businessDate('2024-01-01'),
  livesBy: 'books',
  clerks: Object.entries(PASSWORDS).map(([code, password]) => ({
    code,
    name: `柜员${code}`,
    role: code.startsWith('1') ? 'clerk' : code.startsWith('2') ? 'supervisor' : 'administrator',
    password,
  })),
};

export const authorised = (code: string, password = PASSWORDS[code] ?? '') => ({ clerkCode: code, password });

export function inMemory(text: string | Uint8Array): FileSource {
  return {
    name: 'in memory',
    async *open() {
      yield typeof text === 'string' ? Buffer.from(text) : text;
    },
  };
}

/** A copy of a whole office at one moment: its folder and its anchor. */
export function copyOffice(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  cpSync(keysBeside(from), keysBeside(to), { recursive: true });
}

export interface Counter {
  readonly clerk: string;
  readonly token: string;
  /** When they signed in. */
  readonly at?: number;
  /** Where they signed in, at the counter of the tests unless it is said. */
  readonly counter?: string;
}

/** The counter of the tests. */
const COUNTER = 'T1';

/** The calendar day of an instant in Shanghai. */
const dayOf = (at: number): number => Math.floor((at + 8 * 60 * MINUTE) / (24 * 60 * MINUTE));

export class Office {
  readonly folder: string;
  readonly keysFolder: string;
  at: number;
  door: Dispatcher;
  /** Whether clerks sign in again by themselves on another day, or after their hours; sessions end then. */
  signsInAgain = true;
  readonly #newest = new Map<string, Counter>();
  readonly progress: Progress[] = [];
  readonly tasks: PinTask[] = [];
  /** What was told, and to which counter. */
  readonly toldTo: string[] = [];
  readonly changes: ChangeKind[] = [];
  onProgress: ((progress: Progress) => void) | null = null;
  /** Its clerks sit at their keyboards unless a test lets them idle: then the ledger locks them out. */
  clerksIdle = false;
  /** From the next `reopen` on, and so is how files are posted: as the computer can while it is null. */
  authority: CertificateAuthority | null = null;
  lines: LineRegister | null = null;
  pace: Pace | null = null;
  readonly #awake = new KeptAwake();
  readonly #table: Handlers | undefined;

  /** @param table what answers each verb, the program's own use cases unless it is said. */
  constructor(folder: string, at = MORNING, keysFolder = keysBeside(folder), table?: Handlers) {
    this.#table = table;
    this.folder = folder;
    this.keysFolder = keysFolder;
    this.at = at;
    this.door = this.#open();
  }

  #open(): Dispatcher {
    const options = {
      folder: this.folder,
      keysFolder: this.keysFolder,
      officeId: OFFICE_ID,
      dataKey: DATA_KEY,
      pinKey: PIN_KEY,
      clock: () => this.at as Instant,
      report: (progress: Progress, counter: string) => {
        this.progress.push(progress);
        this.toldTo.push(counter);
        this.onProgress?.(progress);
      },
      tellTask: (task: PinTask, counter: string) => {
        this.tasks.push(task);
        this.toldTo.push(counter);
      },
      tellChange: (kinds: readonly ChangeKind[]) => this.changes.push(...kinds),
      ...servedAs(this),
    };
    return new Dispatcher(options, this.#table);
  }

  reopen(): void {
    this.door.close();
    this.door = this.#open();
  }

  /** Changes the file while this office has it closed. */
  whileClosed(work: (connection: Connection) => void): void {
    this.door.close();
    behindTheBack(this.folder, work);
    this.door = this.#open();
  }

  close = (): void => this.door.close();

  /** One request; `from` null comes before a sign-in. */
  async ask<V extends LedgerVerb>(verb: V, given: GivenInput<V>, from: Counter | null): Promise<Reply<Output<V>>> {
    const present = from === null ? null : await this.present(from);
    if (present !== null && !this.clerksIdle) await this.#awake.touch(this.door, present.token);
    const { counter = COUNTER } = from ?? {};
    const input = isTyped(given) ? await this.sealed(given, from) : given;
    const who = { sessionToken: present?.token ?? null, door: doorOf(verb), counter, operator: 'window' };
    return (await this.door.answer({ verb, input, ...who })).reply as Reply<Output<V>>;
  }

  /** An entry as main seals it. */
  async sealed(typed: TypedEntry, from: Counter | null): Promise<Input<'customer.takeEntry'>> {
    return sealedFor(await this.ask('customer.entryKey', {}, from), typed, from?.counter ?? COUNTER);
  }

  /** The session a clerk works in by now. */
  async present(from: Counter): Promise<Counter> {
    const present = this.#newest.get(from.token) ?? from;
    const { at: since = this.at } = present;
    const over = dayOf(since) !== dayOf(this.at) || this.at - since >= 12 * 60 * MINUTE;
    if (!over || !this.signsInAgain) return present;
    const next = await this.signIn(from.clerk, PASSWORDS[from.clerk] ?? '', from.counter);
    this.#newest.set(from.token, next);
    return next;
  }

  /** The value of an answer that must not be a refusal. */
  async must<V extends LedgerVerb>(verb: V, input: GivenInput<V>, from: Counter | null): Promise<Output<V>> {
    const reply = await this.ask(verb, input, from);
    if (!reply.ok) throw new Error(`${verb} was refused: ${JSON.stringify(reply.error)}`);
    return reply.value;
  }

  /** The code of a refusal, null when the request was answered. */
  async codeOf<V extends LedgerVerb>(verb: V, input: GivenInput<V>, from: Counter | null): Promise<string | null> {
    const reply = await this.ask(verb, input, from);
    return reply.ok ? null : reply.error.code;
  }

  async signIn(clerk: string, password = PASSWORDS[clerk] ?? '', counter = COUNTER): Promise<Counter> {
    const asked = { verb: 'session.signIn', door: 'teller', input: { clerkCode: clerk, password } } as const;
    const { reply, session } = await this.door.answer({ ...asked, sessionToken: null, counter, operator: 'window' });
    if (!reply.ok || typeof session !== 'string') throw new Error(`${clerk} could not sign in`);
    return { clerk, token: session, at: this.at, counter };
  }

  /** As a clerk does in the morning: who was signed in until the day or the session's hours ended signs in again. */
  async signedIn(counter: Counter): Promise<Counter> {
    return (await this.must('session.current', {}, counter)) === null ? this.signIn(counter.clerk) : counter;
  }

  /** For histories longer than a password lasts. */
  async keepPasswords(): Promise<void> {
    const setting = { name: 'passwordExpiryDays', value: '0', reason: '测试', authorisation: authorised('2001') };
    await this.must('setting.set', setting, await this.signIn('9001'));
  }

  openVisit(at: number, from: Counter) {
    return this.must('visit.open', visitOf(at), from);
  }

  /** What a customer types, entry by entry; answers how the task stands after the last. */
  async typePins(visitId: string, task: PinTaskKind, pins: readonly string[], from: Counter): Promise<PinTask> {
    const begun = await this.must('customer.beginTask', { visitId, task, second: null }, from);
    return typedPins(begun, pins, (typed) => this.must('customer.takeEntry', typed, from));
  }

  changeSetting = (name: AnySetting, value: number | string): Promise<void> => changeSetting(this.door, name, value);

  /** Names of the checks that found a fault. */
  async faults(): Promise<string[]> {
    const { ok, checks } = await this.must('ledger.verify', {}, null);
    const failed = checks.flatMap((check) => (check.ok ? [] : [check.name]));
    if (ok !== (failed.length === 0)) throw new Error('the report contradicts its checks');
    return failed;
  }

  post = {
    loading: { actor: '1001', answer: null },
    order: { clerk: '1001', second: '2001', answer: null },
    institutions: (text: string) => runInstitutions(this.door.ledger, inMemory(text), this.post.loading, null),
    register: (text: string) => runRegister(this.door.ledger, inMemory(text), this.post.loading, null),
    allocation: (text: string) => runAllocation(this.door.ledger, inMemory(text), this.post.order, null),
    settlement: (text: string) => runSettlement(this.door.ledger, inMemory(text), this.post.order, null),
  };

  /** Cancels what this clerk has under way. */
  cancel = (operationId: string, { token, counter = COUNTER }: Counter): void =>
    this.door.cancel(operationId, { sessionToken: token, counter });

  answer = (opened: { readonly answerId: string }, from: Counter): Promise<Buffer> =>
    wholeAnswer((offset) => this.must('answer.piece', { ...opened, offset }, from));

  /** Through the window's own way: piece by piece into the spool. Answers the id of the received file. */
  async receive(text: string, from: Counter): Promise<string> {
    const bytes = Buffer.from(text);
    const { intakeId } = await this.must('intake.begin', { name: 'a.csv', bytes: bytes.length }, from);
    for (const piece of inChunks(bytes)) await this.must('intake.chunk', { intakeId, ...piece }, from);
    await this.must('intake.end', { intakeId }, from);
    return intakeId;
  }
}

export function visitOf(at: number): Input<'visit.open'> {
  const { idNumber, card } = person(at);
  const nobodyElse = { secondaryDocument: null, agent: null };
  return { operationId: randomUUID(), idNumber, card, networkCheck: 'match-photo', ...nobodyElse };
}

export function statementOf(visitId: string, from = '2024-01-01', to = '2024-12-31'): Input<'statement.prepare'> {
  const period = { from: businessDate(from), to: businessDate(to) };
  return { visitId, period, kinds: null, largeType: false, language: 'zh-CN' };
}

export interface Template {
  readonly folder: string;
  readonly clerk: Counter;
  readonly supervisor: Counter;
  /** Printed once, covering everything posted in January. */
  readonly documentNumber: string;
}

/** Six people, two allocations, a settlement with every kind of line, a visit, and a printed statement. */
export async function makeTemplate(): Promise<Template> {
  const office = new Office(freshFolder());
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
  const clerk = await office.signIn('1001');
  const supervisor = await office.signIn('2001');
  const people = [0, 1, 2, 3, 4, 5].map(person);
  await office.post.institutions(INSTITUTIONS);
  await office.post.register(registerCsv(people));
  await advanceTo(office.door.ledger, businessDate('2024-01-31'), '1001');
  const credits = people.map((to, at) => ({ id: String(at + 1), to, amount: '300.00' }));
  const stranger = { id: '7', to: person(9), amount: '1.00' };
  await office.post.allocation(allocationCsv('YB1', '1801.00', [...credits, stranger]));
  const visit = await office.openVisit(0, clerk);
  const { documentNumber } = await office.must('statement.prepare', statementOf(visit.visitId), clerk);
  const printing = { operationId: randomUUID(), visitId: visit.visitId, documentNumber };
  const { jobId } = await office.must('print.issue', printing, clerk);
  await office.must('print.settle', { jobId, outcome: 'printed', printer: 'P', failure: null }, clerk);
  await office.must('visit.finish', { visitId: visit.visitId }, clerk);
  await advanceTo(office.door.ledger, businessDate('2024-02-05'), '1001');
  await office.post.settlement(settlementCsv('QS1', '140.50', januarySales()));
  await office.post.allocation(allocationCsv('YB2', '600.00', credits.slice(0, 2)));
  await loseCards(office, clerk);
  office.close();
  return { folder: office.folder, clerk, supervisor, documentNumber };
}

/** The fifth has a password, the sixth has lost the card by word of mouth. */
async function loseCards(office: Office, clerk: Counter): Promise<void> {
  const fifth = await office.openVisit(4, clerk);
  await office.typePins(fifth.visitId, 'first', [PIN, PIN], clerk);
  await office.must('visit.finish', { visitId: fifth.visitId }, clerk);
  const sixth = await office.openVisit(5, clerk);
  await office.must('loss.report', lossOf(sixth.visitId), clerk);
  await office.must('visit.finish', { visitId: sixth.visitId }, clerk);
}

/** An oral report of the card, unless said otherwise. */
export function lossOf(visitId: string, other: Partial<Input<'loss.report'>> = {}): Input<'loss.report'> {
  const usual = { object: 'card', kind: 'oral', missedSince: null, address: '', phone: null, second: null } as const;
  return { operationId: randomUUID(), visitId, ...usual, ...other };
}

/** A copy of the template's folder that a test may do anything to. */
export function copyOf({ folder }: Template): string {
  const copy = freshFolder();
  copyOffice(folder, copy);
  return copy;
}

/** Opens the file behind the program's back, with its key, as somebody who wants to cheat would. */
export function behindTheBack<T>(folder: string, work: (connection: Connection) => T): T {
  const connection = openConnection({ path: booksPath(folder), databaseKey: deriveKeys(DATA_KEY).database });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

/** Takes down every trigger and foreign key, so that exactly one thing can be broken. */
export function unguard(connection: Connection): void {
  connection.pragma('foreign_keys = OFF');
  const triggers = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
  for (const name of triggers.all()) connection.exec(`DROP TRIGGER ${name}`);
}
