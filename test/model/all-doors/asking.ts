/** Asks the program what the acts say, each at its own door, and puts its answers into the auditor's words. */
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { Input, LedgerVerb, Output } from '../../../electron/contract/verbs.ts';
import { codeFor } from '../../offices/holder-door.ts';
import { person } from '../../offices/made-up-people.ts';
import { authorised, lossOf, visitOf, type Counter, type Office } from '../../offices/small-office.ts';
import type { Act, Login, Named, Proof } from './acts.ts';
import type { Asker, From } from './asker.ts';
import { byTelephone } from './asking-by-telephone.ts';
import { HeldPasskeys, HERE } from './held-passkeys.ts';
import { bare, isAtCounter, told, uuid } from './asked-names.ts';
import { kindOf } from './message-kinds.ts';
import { WRONG_PHONE } from './web-rules.ts';

/** A wrong code; a right one that happens to be the same is drawn once in a million. */
const WRONG_CODE = '000000';

export class Asking implements Asker {
  office: Office;
  readonly #clerk: Counter;
  /** What the askers hold: tokens, ids of codes, digits that came to a phone, full numbers, ids of messages. */
  readonly tokens = new Map<string, string>();
  readonly codeIds = new Map<string, string>();
  readonly digits = new Map<string, string>();
  readonly #numbers = new Map<string, string>();
  readonly #messages = new Map<number, number>();
  readonly passkeys = new HeldPasskeys();
  readonly taken: string[] = [];
  #visit: { readonly person: number; readonly visitId: string } | null = null;

  constructor(office: Office, clerk: Counter) {
    this.office = office;
    this.#clerk = clerk;
  }

  /**
   * Brings the act's holder to the counter where it needs one, and has passkeys sign; what comes of that is told by no rule here.
   */
  async prepare(act: Act): Promise<void> {
    if ('proof' in act) await this.#proof(act.proof);
    if ('login' in act) await this.#newLogin(act.login, keyOf(act));
    if (!isAtCounter(act) || !('person' in act)) return;
    const open = await this.office.must('visit.current', {}, this.#clerk);
    if (open !== null) await this.office.must('visit.finish', { visitId: open.visitId }, this.#clerk);
    const card = this.cards[act.person] ?? '';
    const { visitId } = await this.office.must('visit.open', { ...visitOf(act.person), card }, this.#clerk);
    this.#visit = { person: act.person, visitId };
  }

  /** The answer in the auditor's words, as a promise that is asked at once. */
  async ask(act: Act): Promise<string> {
    switch (act.act) {
      case 'send code':
        return this.#sendCode(act);
      case 'enter':
        return this.#web(act, 'online.enter', this.#codeOf(act), ({ kind }) => `in ${kind}`);
      case 'register': {
        const login = await this.#newLogin(act.login, keyOf(act));
        const input = { ...this.#codeOf(act), login, language: 'zh-CN' } as const;
        return this.#web(act, 'online.register', input, ({ kind }) => `in ${kind}`);
      }
      case 'sign in':
        return this.#web(act, 'online.signIn', { proof: await this.#proof(act.proof) }, ({ kind }) => `in ${kind}`);
      case 'change login':
        return this.#changeLogin(act);
      default:
        return this.#known(act);
    }
  }

  async #known(act: Exclude<Act, { act: 'send code' | 'enter' | 'register' | 'sign in' | 'change login' }>) {
    switch (act.act) {
      case 'sign out':
        return this.#online(act, 'online.signOut', {}, () => 'done');
      case 'end others':
        return this.#online(act, 'online.endOthers', {}, () => 'done');
      case 'standing':
        return this.#online(act, 'online.standing', {}, ({ losses }) => `losses ${losses.map(told).join(', ')}`);
      case 'report':
        return this.#online(act, 'online.report', { operationId: uuid(act.op) }, told);
      case 'progress':
        return this.#online(act, 'online.progress', { number: this.numberOf(act.number) }, told);
      case 'withdraw': {
        const input = { operationId: uuid(act.op), number: this.numberOf(act.number) };
        return this.#online(act, 'online.withdraw', input, told);
      }
      case 'call':
      case 'report by call':
      case 'report unproven':
      case 'progress by call':
      case 'change PIN':
      case 'send number':
      case 'hang up':
        return byTelephone(this, act);
      default:
        return this.#inOffice(act);
    }
  }

  /** The phones on file and the present cards, as far as whoever acts knows. */
  phones: readonly string[] = [];
  cards: readonly string[] = [];

  async #inOffice(
    act: Extract<
      Act,
      {
        act:
          | 'report at counter'
          | 'cancel at counter'
          | 'reissue'
          | 'close account'
          | 'end login'
          | 'set telephone password'
          | 'change phone'
          | 'take messages'
          | 'settle message';
      }
    >,
  ): Promise<string> {
    switch (act.act) {
      case 'report at counter': {
        const input = { ...lossOf(this.#visitOf(act.person), { kind: act.kind }), operationId: uuid(act.op) };
        return this.#atCounter('loss.report', input, told);
      }
      case 'cancel at counter':
        return this.#cancel(act);
      case 'reissue':
        return this.#reissue(act);
      case 'close account': {
        const asked = { operationId: uuid(act.op), visitId: this.#visitOf(act.person), second: authorised('2001') };
        return this.#atCounter('holder.close', { ...asked, reference: null }, () => 'done');
      }
      case 'end login':
        return this.#atCounter(
          'online.endLogin',
          { operationId: uuid(act.op), visitId: this.#visitOf(act.person) },
          () => 'done',
        );
      case 'set telephone password': {
        const typed = await this.office.typePins(
          this.#visitOf(act.person),
          'telephone',
          [act.digits, act.digits],
          this.#clerk,
        );
        if (typed.ended !== null) return typed.ended;
        await this.office.must('customer.endTask', { taskId: typed.taskId, how: 'cancelled' }, this.#clerk);
        return 'not ended';
      }
      case 'change phone': {
        const input = { phone: act.phone, address: null, authorisation: authorised('2001') };
        return this.#atCounter('holder.contact', { visitId: this.#visitOf(act.person), ...input }, () => 'done');
      }
      case 'take messages':
        return this.answer('message.take', { most: 100 }, SENDING, (taken) => this.#take(taken));
      case 'settle message': {
        const id = this.#messages.get(act.message);
        if (id === undefined) throw new Error(`message ${act.message} was never taken`);
        return this.answer('message.settle', { id, failure: act.failure }, SENDING, ({ state }) => state);
      }
    }
  }

  #reissue(act: Named<'reissue'>): Promise<string> {
    const asked = { operationId: uuid(act.op), visitId: this.#visitOf(act.person), number: this.numberOf(act.number) };
    const card = { newCard: act.card, newInsuranceNumber: `YB${act.card.slice(-8)}`, feeClass: 'standard' } as const;
    return this.#atCounter('loss.reissue', { ...asked, ...card, second: authorised('2001') }, told);
  }

  async #cancel(act: Named<'cancel at counter'>): Promise<string> {
    const visitId = this.#visitOf(act.person);
    const begun = await this.office.ask('customer.beginTask', { visitId, task: 'prove', second: null }, this.#clerk);
    if (!begun.ok) return begun.error.code;
    const { taskId, step } = begun.value;
    const typed = { taskId, step, pin: Buffer.from(act.digits) };
    const proven = await this.office.must('customer.takeEntry', typed, this.#clerk);
    if (proven.ended !== 'done') {
      await this.office.ask('customer.endTask', { taskId, how: 'cancelled' }, this.#clerk);
      return 'not proven';
    }
    const asked = { operationId: uuid(act.op), visitId, number: this.numberOf(act.number) };
    return this.#atCounter('loss.cancel', { ...asked, second: authorised('2001') }, told);
  }

  /** In the books a message's id is its place, as none that is addressed ever goes. */
  place: (id: number) => number = () => -1;

  #take(taken: Output<'message.take'>): string {
    this.taken.splice(0, this.taken.length, ...taken.map(({ text }) => /\d{6}/.exec(text)?.[0] ?? ''));
    return taken
      .map(({ id, phone, text }) => {
        const place = this.place(id);
        this.#messages.set(place, id);
        return `${place} ${kindOf(text)} ${phone}`;
      })
      .join('; ');
  }

  wasTaken = (message: number): boolean => this.#messages.has(message);

  #visitOf(at: number): string {
    if (this.#visit?.person !== at) throw new Error(`person ${at} is not at the counter`);
    return this.#visit.visitId;
  }

  async #sendCode(act: Named<'send code'>): Promise<string> {
    const who = { ...person(act.person), phone: this.phones[act.person] ?? '', card: this.cards[act.person] ?? '' };
    const wrong = {
      ...(act.wrong === 'name' ? { name: '别人' } : {}),
      ...(act.wrong === 'phone' ? { phone: WRONG_PHONE } : {}),
      ...(act.wrong === 'card' ? { card: '0000' } : {}),
      ...(act.wrong === 'old card' ? { card: person(act.person).card } : {}),
    };
    const number = act.number === null ? null : this.numberOf(act.number);
    const input = codeFor(act.purpose, { ...who, ...wrong }, number);
    return this.answer('online.sendCode', input, { door: 'web', session: null, peer: act.peer }, ({ codeId }) => {
      this.codeIds.set(act.code, codeId);
      return 'done';
    });
  }

  async #changeLogin(act: Named<'change login'>): Promise<string> {
    const proof = await this.#proof(act.proof);
    const input = { proof, login: await this.#newLogin(act.login, keyOf(act)), language: 'zh-CN' } as const;
    const from = { door: 'web', session: act.session, peer: act.peer } as const;
    return this.answer('online.changeLogin', input, from, ({ kind }) => `in ${kind}`, act.next);
  }

  async #newLogin(login: Login, key: string) {
    if (login.kind === 'password') return login;
    const answered = await this.passkeys.registers(login.passkey, key, () => this.#challenge('register'));
    return { kind: 'passkey', ...answered } as const;
  }

  async #proof(proof: Proof) {
    if (proof.kind === 'password')
      return { kind: 'password', idNumber: person(proof.person).idNumber, password: proof.password } as const;
    return { kind: 'passkey', ...(await this.passkeys.signs(proof, () => this.#challenge('sign-in'))) } as const;
  }

  async #challenge(purpose: 'register' | 'sign-in'): Promise<string> {
    const from = { door: 'web', counter: 'web', operator: 'web', peer: '192.0.2.9', sessionToken: null } as const;
    const { reply } = await this.office.door.answer({ verb: 'online.challenge', input: { purpose, ...HERE }, ...from });
    if (!reply.ok) throw new Error(`no challenge: ${reply.error.code}`);
    return (reply.value as Output<'online.challenge'>).challengeId;
  }

  #codeOf({ code, right }: Named<'enter'> | Named<'register'>): { readonly codeId: string; readonly code: string } {
    const digits = right ? this.digits.get(code) : WRONG_CODE;
    if (digits === undefined) throw new Error(`${code} never came to a phone`);
    return { codeId: this.codeIds.get(code) ?? '', code: digits };
  }

  #web<V extends LedgerVerb>(
    { session, peer }: { readonly session: string; readonly peer: string },
    verb: V,
    input: Input<V>,
    say: (value: Output<V>) => string,
  ): Promise<string> {
    return this.answer(verb, input, { door: 'web', session: null, peer }, say, session);
  }

  #online<V extends LedgerVerb>(
    { session }: { readonly session: string },
    verb: V,
    input: Input<V>,
    say: (value: Output<V>) => string,
  ): Promise<string> {
    return this.answer(verb, input, { door: 'web', session, peer: '192.0.2.9' }, say);
  }

  async #atCounter<V extends LedgerVerb>(verb: V, input: Input<V>, say: (value: Output<V>) => string) {
    const reply = (await this.office.ask(verb, input as never, this.#clerk)) as Reply<Output<V>>;
    return this.#said(reply, say);
  }

  /** @param next the key under which a session that begins is kept, `from.session` unless it is said. */
  async answer<V extends LedgerVerb>(
    verb: V,
    input: Input<V>,
    { door, session, peer }: From,
    say: (value: Output<V>) => string,
    next = session,
  ): Promise<string> {
    const sessionToken = session === null ? null : (this.tokens.get(session) ?? null);
    const from = { sessionToken, door, counter: door, operator: door, peer };
    const answer = await this.office.door.answer({ verb, input, ...from });
    if (typeof answer.session === 'string' && next !== null) this.tokens.set(next, answer.session);
    return this.#said(answer.reply as Reply<Output<V>>, say);
  }

  #said<T>(reply: Reply<T>, say: (value: T) => string): string {
    if (reply.ok) {
      this.#remember(reply.value);
      return say(reply.value);
    }
    const { code, details } = reply.error;
    const left = TELLS_LEFT.has(code) ? details['left'] : undefined;
    return left === undefined ? code : `${code} ${String(left)}`;
  }

  #remember(value: unknown): void {
    if (typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string')
      this.#numbers.set(bare(value.number), value.number);
  }

  know(number: string): void {
    this.#numbers.set(bare(number), number);
  }

  numberOf(digits: string): string {
    const number = this.#numbers.get(digits);
    if (number === undefined) throw new Error(`nobody knows the number ${digits}`);
    return number;
  }
}

const keyOf = (act: Named<'register'> | Named<'change login'>): string =>
  act.act === 'register' ? act.session : act.next;
const TELLS_LEFT: ReadonlySet<string> = new Set(['CODE_WRONG', 'TELEPHONE_PASSWORD_WRONG']);
const SENDING: From = { door: 'server', session: null, peer: '' };
