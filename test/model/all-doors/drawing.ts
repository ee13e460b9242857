/** What somebody does next, drawn from what they could know: right and wrong, in time and late, once and once more. */
import type { Chance } from '../seeded-chance.ts';
import type { Act, Login, Proof } from './acts.ts';
import { cardNumber, person as personOf } from '../../offices/made-up-people.ts';
import { isAtCounter } from './asked-names.ts';
import type { Asking } from './asking.ts';
import { WRONG_PHONE } from './web-rules.ts';
import { reportsOf, type ModelSession, type World } from './world.ts';

export const PEOPLE = 3;
export const PEERS = ['192.0.2.1', '192.0.2.2', '192.0.2.3'] as const;
/** Numbers that calls come from. */
export const CALLERS = ['13912597620', '13912597621'] as const;
const IDLE = 15 * 60_000;
/** The first card that is given out in place of another. */
const FIRST_NEW_CARD = 5_000;
const PASSKEYS = ['passkey 1', 'passkey 2', 'passkey 3', 'passkey 4'];
const PASSWORDS = ['a long phrase 41', 'another phrase 52', 'one more phrase 63'];
export const TELEPHONE_PASSWORDS = ['640275', '739201', '285164'];
export const PINS = ['750291', '846203', '392750'];

const WEIGHTS: readonly (readonly [name: Act['act'] | 'again', weight: number])[] = [
  ['send code', 14],
  ['enter', 10],
  ['register', 14],
  ['sign in', 16],
  ['sign out', 1],
  ['standing', 7],
  ['end others', 2],
  ['report', 12],
  ['progress', 8],
  ['withdraw', 12],
  ['change login', 4],
  ['call', 8],
  ['report by call', 4],
  ['report unproven', 4],
  ['progress by call', 3],
  ['change PIN', 4],
  ['send number', 5],
  ['hang up', 2],
  ['report at counter', 5],
  ['cancel at counter', 4],
  ['reissue', 4],
  ['close account', 0.5],
  ['end login', 2],
  ['set telephone password', 2],
  ['change phone', 2],
  ['take messages', 14],
  ['settle message', 10],
  ['again', 5],
];
const weighted = WEIGHTS.flatMap(([name, weight]) => Array.from({ length: weight * 4 }, () => name));

export class Drawing {
  readonly #chance: Chance;
  readonly #asking: Asking;
  #made = 0;
  #uses = 1;
  #cards = FIRST_NEW_CARD;
  /** Commands that can be sent once more. */
  readonly #once: Act[] = [];

  constructor(chance: Chance, asking: Asking) {
    this.#chance = chance;
    this.#asking = asking;
  }

  /** Null where nobody could do what was drawn. */
  draw(world: World): Act | null {
    const name = this.#chance.pick(weighted);
    if (name === 'again') return this.#once.length === 0 ? null : this.#chance.pick(this.#once);
    const act = this.#web(world, name) ?? this.#telephone(world, name) ?? this.#office(world, name);
    // A clerk's command names its visit, and is repeated within it by another model.
    if (act !== null && 'op' in act && !isAtCounter(act)) this.#once.push(act);
    return act;
  }

  /** The same once more as a press of its own: in another tab, by somebody in a hurry. */
  pressedAgain(act: Act, { at }: World): Act {
    if ('op' in act) return { ...act, op: this.#name('again') };
    if (act.act === 'send code') return { ...act, code: this.#name('code') };
    if (act.act === 'change login')
      return { ...act, next: this.#name('session'), proof: this.#proofAgain(act.proof, at) };
    if (act.act === 'sign in')
      return { ...act, session: this.#name('session'), proof: this.#proofAgain(act.proof, at) };
    return act.act === 'enter' || act.act === 'register' || act.act === 'call'
      ? { ...act, session: this.#name('session') }
      : act;
  }

  #name(what: string): string {
    this.#made += 1;
    return `${what} ${this.#made}`;
  }

  #person = (): number => this.#chance.below(PEOPLE);
  #mostly = (): boolean => this.#chance.happens(86);

  /** Somebody who holds a token of one of these kinds, be it over or not. */
  #session(world: World, kinds: readonly ModelSession['kind'][]): ModelSession | null {
    const held = world.sessions.filter(({ key, kind }) => kinds.includes(kind) && this.#asking.tokens.has(key));
    const open = held.filter(
      ({ ended, endsAt, lastUsed }) => !ended && endsAt > world.at && world.at - lastUsed < IDLE,
    );
    const from = open.length > 0 && this.#chance.happens(90) ? open.slice(-4) : held;
    return from.length === 0 ? null : this.#chance.pick(from);
  }

  #number(world: World, person: number | null): string | null {
    const own = person === null ? [] : reportsOf(structuredClone(world), person);
    const from = own.length > 0 && this.#mostly() ? own.slice(0, 2) : world.reports;
    return from.length === 0 ? null : this.#chance.pick(from).digits;
  }

  #web(world: World, name: Act['act']): Act | null {
    const peer = this.#chance.pick(PEERS);
    switch (name) {
      case 'send code':
        return this.#sendCode(world, peer);
      case 'enter':
      case 'register':
        return this.#codeUsed(world, name, peer);
      case 'sign in': {
        const person = this.#person();
        return { act: name, person, proof: this.#proof(world, person), session: this.#name('session'), peer };
      }
      case 'change login': {
        const session = this.#session(world, ['login']);
        if (session === null) return null;
        const { key, person } = session;
        const changed = { proof: this.#proof(world, person), login: this.#newLogin(), next: this.#name('session') };
        return { act: name, session: key, person, ...changed, peer };
      }
      default:
        return this.#inSession(world, name);
    }
  }

  #inSession(world: World, name: Act['act']): Act | null {
    const session = this.#session(
      world,
      name === 'withdraw' ? ['login', 'login', 'report'] : ['login', 'report', 'follow-up'],
    );
    if (session === null) return null;
    const { key, person } = session;
    switch (name) {
      case 'sign out':
      case 'end others':
      case 'standing':
        return { act: name, session: key };
      case 'report':
        return { act: name, session: key, op: this.#name('report') };
      case 'progress': {
        const number = this.#number(world, person);
        return number === null ? null : { act: name, session: key, number };
      }
      case 'withdraw': {
        const made = world.reports.filter((report) => report.session === key).at(-1)?.digits;
        const number = made !== undefined && this.#mostly() ? made : this.#number(world, person);
        return number === null ? null : { act: name, session: key, number, op: this.#name('withdrawal') };
      }
      default:
        return null;
    }
  }

  #newLogin(): Login {
    return this.#chance.happens(55)
      ? { kind: 'password', password: this.#chance.pick(PASSWORDS) }
      : { kind: 'passkey', passkey: this.#chance.pick(PASSKEYS) };
  }

  #proof(world: World, person: number): Proof {
    const login = world.people[person]?.login?.credential ?? this.#newLogin();
    const used = this.#chance.happens(72) ? login : this.#newLogin();
    if (used.kind === 'password') return { kind: 'password', person, password: used.password };
    const before = this.#asking.passkeys.signed.slice(-4);
    if (before.length > 0 && this.#chance.happens(15)) return this.#chance.pick(before);
    return this.#signing(used.passkey, world.at);
  }

  #proofAgain(proof: Proof, at: number): Proof {
    return proof.kind === 'password' || this.#chance.happens(50) ? proof : this.#signing(proof.passkey, at);
  }

  /** A copy of a passkey counts its own uses, and lies behind. */
  #signing(passkey: string, madeAt: number): Proof {
    this.#uses += 1;
    const uses = this.#chance.happens(90) ? this.#uses : 1;
    return { kind: 'passkey', passkey, signing: this.#name('signing'), uses, madeAt };
  }

  #sendCode(world: World, peer: string): Act | null {
    const person = this.#person();
    const purpose = this.#chance.pick(['register', 'register', 'report', 'report', 'follow-up'] as const);
    const wrong = this.#mostly() ? null : this.#chance.pick(this.#wrongs(world, person));
    const number = purpose === 'follow-up' ? this.#number(world, person) : null;
    if (purpose === 'follow-up' && number === null) return null;
    return { act: 'send code', code: this.#name('code'), person, purpose, wrong, number, peer };
  }

  /** What can be wrong with what somebody says of themselves. */
  #wrongs(world: World, person: number) {
    const isReplaced = world.people[person]?.card !== personOf(person).card;
    return isReplaced ? (['name', 'phone', 'old card', 'old card'] as const) : (['name', 'phone', 'card'] as const);
  }

  #codeUsed(world: World, name: 'enter' | 'register', peer: string): Act | null {
    const known = world.codes.filter(({ key }) => this.#asking.codeIds.has(key)).slice(-6);
    const fitting = known.filter(({ purpose }) => (purpose === 'register') === (name === 'register'));
    const from = fitting.length > 0 && this.#mostly() ? fitting : known;
    if (from.length === 0) return null;
    const { key: code } = this.#chance.pick(from);
    const right = this.#asking.digits.has(code) && this.#mostly();
    const used = { code, right, peer, session: this.#name('session') };
    return name === 'enter' ? { act: name, ...used } : { act: name, ...used, login: this.#newLogin() };
  }

  #telephone(world: World, name: Act['act']): Act | null {
    if (name === 'call') {
      const person = this.#person();
      const right = world.people[person]?.telephone.digits ?? '';
      const digits = this.#mostly() ? right : this.#chance.pick(TELEPHONE_PASSWORDS);
      return { act: name, person, digits, session: this.#name('call'), from: this.#chance.pick(CALLERS) };
    }
    if (name === 'report unproven') {
      const person = this.#person();
      const phone = this.#mostly() ? (world.people[person]?.phone ?? '') : WRONG_PHONE;
      return { act: name, person, phone, op: this.#name('unproven'), from: this.#chance.pick(CALLERS) };
    }
    const session = this.#session(world, ['call']);
    if (name === 'send number') {
      const proven = session !== null && this.#mostly();
      const number = this.#number(world, proven ? session.person : null);
      return number === null ? null : { act: name, session: proven ? session.key : null, number };
    }
    return session === null ? null : this.#inCall(world, name, session);
  }

  #inCall(world: World, name: Act['act'], { key, person }: ModelSession): Act | null {
    switch (name) {
      case 'report by call':
        return { act: name, session: key, op: this.#name('by call') };
      case 'progress by call':
      case 'hang up':
        return { act: name, session: key };
      case 'change PIN': {
        const present = world.people[person]?.pin.digits ?? '';
        const fresh =
          PINS.find((pin) => pin !== present && this.#chance.happens(50)) ?? PINS.find((pin) => pin !== present);
        const old = this.#mostly() ? present : '111112';
        return { act: name, session: key, old, fresh: fresh ?? '' };
      }
      default:
        return null;
    }
  }

  #sending(world: World, name: 'take messages' | 'settle message'): Act | null {
    if (name === 'take messages') return { act: name };
    const taken = world.messages.flatMap((_, at) => (this.#asking.wasTaken(at) ? [at] : [])).slice(-4);
    if (taken.length === 0) return null;
    return { act: name, message: this.#chance.pick(taken), failure: this.#chance.happens(60) ? null : 'no answer' };
  }

  #office(world: World, name: Act['act']): Act | null {
    if (name === 'take messages' || name === 'settle message') return this.#sending(world, name);
    const person = this.#person();
    // Of a closed account the counter has nothing to change; what it refuses then is another model's.
    if (world.people[person]?.isClosed === true && !['report at counter', 'end login', 'close account'].includes(name))
      return null;
    switch (name) {
      case 'report at counter':
        return {
          act: name,
          person,
          kind: this.#chance.pick(['oral', 'oral', 'formal'] as const),
          op: this.#name('at counter'),
        };
      case 'cancel at counter': {
        const number = world.reports.find((each) => each.person === person && each.card === 'formal')?.digits;
        const digits = this.#chance.happens(95) ? (world.people[person]?.pin.digits ?? '') : '111112';
        return number === undefined ? null : { act: name, person, number, digits, op: this.#name('cancelling') };
      }
      case 'end login':
        return { act: name, person, op: this.#name('ending') };
      case 'set telephone password':
        return { act: name, person, digits: this.#chance.pick(TELEPHONE_PASSWORDS) };
      case 'change phone':
        return { act: name, person, phone: `1391259${String(1000 + this.#chance.below(9000))}` };
      case 'reissue': {
        const number = world.reports.find((each) => each.person === person && each.card === 'formal')?.digits;
        if (number === undefined) return null;
        this.#cards += 1;
        return { act: name, person, number, card: cardNumber(this.#cards), op: this.#name('reissue') };
      }
      case 'close account':
        return { act: name, person, op: this.#name('closing') };
      default:
        return null;
    }
  }
}
