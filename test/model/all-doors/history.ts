/** One history: people at all doors, alone and two at once, over a disk that is full at times and a process that is killed. */
import { vi } from 'vitest';
import { failNextCommit } from '../../offices/failing-commit.ts';
import { person } from '../../offices/made-up-people.ts';
import { copyOffice, Office, type Counter } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import type { Chance } from '../seeded-chance.ts';
import type { Act } from './acts.ts';
import { isAtCounter, nameOf } from './asked-names.ts';
import { Asking } from './asking.ts';
import { CALLERS, Drawing, PEERS, PEOPLE, PINS, TELEPHONE_PASSWORDS } from './drawing.ts';
import { brokenOff, outcomes } from './explanation.ts';
import { expected, observed } from './observed.ts';
import type { World } from './world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WAITS = [
  SECOND,
  SECOND,
  10 * SECOND,
  10 * SECOND,
  40 * SECOND,
  MINUTE,
  3 * MINUTE,
  6 * MINUTE,
  16 * MINUTE,
  31 * MINUTE,
];
const LONG_WAITS = [2 * HOUR, 7 * HOUR, DAY, 2 * DAY, 6 * DAY];
/** Turns of the process within which any request here is done. */
const TURNS = 60;

/** From where people come whom the limits count. */
const SEEN = { peers: PEERS, callers: CALLERS };

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class History {
  readonly #chance: Chance;
  readonly asking: Asking;
  readonly #drawing: Drawing;
  worlds: World[];
  readonly story: string[] = [];
  /** What came of each act, as `act answer`. */
  readonly came = new Set<string>();

  constructor(chance: Chance, office: Office, clerk: Counter) {
    this.#chance = chance;
    this.asking = new Asking(office, clerk);
    this.#drawing = new Drawing(chance, this.asking);
    this.worlds = [firstWorld(office.at)];
  }

  get office(): Office {
    return this.asking.office;
  }

  get #world(): World {
    const [world] = this.worlds;
    if (world === undefined) throw new Error('no world is left');
    return world;
  }

  async step(): Promise<void> {
    const drawn = this.#chance.below(100);
    if (drawn < 14) this.#wait();
    else if (drawn < 16) this.#restart();
    else {
      const act = this.#drawing.draw(this.#world);
      if (act === null) return;
      const isPlain = !('digits' in act) && act.act !== 'change phone';
      if (drawn < 21 && isPlain) await this.#withFault(act);
      else if (drawn < 26 && isPlain) await this.#killed(act);
      else if (drawn < 50 && isPlain) await this.#atOnce(act);
      else await this.#answered([act]);
    }
    await this.#agree();
  }

  #wait(): void {
    const ms = this.#chance.happens(85) ? this.#chance.pick(WAITS) : this.#chance.pick(LONG_WAITS);
    this.office.at += ms;
    for (const world of this.worlds) world.at = this.office.at;
    this.story.push(`${ms / SECOND} s pass`);
  }

  #restart(): void {
    this.office.reopen();
    this.story.push('the program is started anew');
  }

  async #atOnce(act: Act): Promise<void> {
    // Those that meet are mostly about the same holder.
    const drawn = Array.from({ length: 12 }, () => this.#drawing.draw(this.#world)).filter((each) => each !== null);
    const near = drawn.filter((each) => this.#holderOf(each) === this.#holderOf(act));
    const other = near.find((each) => 'session' in each && 'session' in act && each.session === act.session);
    const met = [other, near[0], drawn[0], this.#drawing.pressedAgain(act, this.#world)].filter(
      (each) => each !== undefined,
    );
    await this.#together(act, met.length === 0 ? null : this.#chance.pick(met));
  }

  #holderOf(act: Act): number | null {
    if ('person' in act) return act.person;
    const { sessions, codes } = this.#world;
    if ('session' in act && act.session !== null && sessions.some(({ key }) => key === act.session))
      return sessions.find(({ key }) => key === act.session)?.person ?? null;
    return 'code' in act ? (codes.find(({ key }) => key === act.code)?.person ?? null) : null;
  }

  async #together(act: Act, other: Act | null): Promise<void> {
    const isFit =
      other !== null &&
      // Of two codes alike nobody could say which message carries which.
      !(
        act.act === 'send code' &&
        other.act === 'send code' &&
        act.person === other.person &&
        act.purpose === other.purpose
      ) &&
      !('digits' in other && isAtCounter(other)) &&
      other.act !== 'change phone' &&
      !(isAtCounter(act) && isAtCounter(other));
    await this.#answered(isFit ? [act, other] : [act]);
  }

  async #answered(acts: readonly Act[]): Promise<void> {
    await this.#prepare(acts);
    const late = acts.map((_, at) => (at === 0 ? 0 : this.#chance.below(TURNS / 2)));
    const answers = await Promise.all(
      acts.map(async (act, at) => {
        for (let turns = late[at] ?? 0; turns > 0; turns -= 1) await (turns % 4 === 3 ? turn() : null);
        return this.asking.ask(act);
      }),
    );
    this.#note(acts, answers);
    const possible = this.worlds.flatMap((world) => outcomes(world, acts));
    const fitting = possible.filter((outcome) => outcome.answers.every((answer, at) => answer === answers[at]));
    if (fitting.length === 0) {
      const told = [...new Set(possible.map((outcome) => outcome.answers.join(' | ')))];
      throw new Error(`answered ${answers.join(' | ')}, expected ${told.join('  or  ')}`);
    }
    this.worlds = fitting.map(({ world }) => world);
    this.#learn(acts, answers);
  }

  /** The digits that came with messages, by the codes they are. */
  #learn(acts: readonly Act[], answers: readonly string[]): void {
    const at = acts.findIndex(({ act }) => act === 'take messages');
    const taken = answers[at]?.split('; ') ?? [];
    for (const [nth, line] of taken.entries()) {
      const code = this.#world.messages[Number.parseInt(line, 10)]?.code;
      const digits = this.asking.taken[nth];
      if (code !== null && code !== undefined && digits !== undefined && digits !== '')
        this.asking.digits.set(code, digits);
    }
  }

  async #prepare(acts: readonly Act[]): Promise<void> {
    this.asking.phones = this.#world.people.map(({ phone }) => phone);
    this.asking.cards = this.#world.people.map(({ card }) => card);
    for (const act of acts) await this.asking.prepare(act);
  }

  #note(acts: readonly Act[], answers: readonly string[]): void {
    this.story.push(acts.map((act, at) => `${JSON.stringify(act)} -> ${answers[at] ?? ''}`).join('  and  '));
    for (const [at, act] of acts.entries()) this.came.add(`${nameOf(act)} ${wordOf(answers[at] ?? '')}`);
  }

  /** The disk is full at its next commit: what is told is that, or the act was done without one. */
  async #withFault(act: Act): Promise<void> {
    await this.#prepare([act]);
    failNextCommit();
    const answer = await this.asking.ask(act);
    vi.restoreAllMocks();
    this.#note([act], [answer]);
    if (answer === 'DISK_FULL') this.worlds = this.worlds.flatMap((world) => brokenOff(world, act));
    else {
      const fitting = this.worlds
        .flatMap((world) => outcomes(world, [act]))
        .filter((outcome) => outcome.answers[0] === answer);
      if (fitting.length === 0) throw new Error(`answered ${answer} on a full disk`);
      this.worlds = fitting.map(({ world }) => world);
    }
    this.#learn([act], [answer]);
  }

  /**
   * Every call into the books is synchronous, so what lies in the folder between two of them is what a process leaves that is
   * killed there: it goes on from a copy of that, and nobody hears the answer.
   */
  async #killed(act: Act): Promise<void> {
    await this.#prepare([act]);
    const [tokens, codeIds] = [new Map(this.asking.tokens), new Map(this.asking.codeIds)];
    const before = this.office;
    const asked = this.asking.ask(act);
    const turns = this.#chance.below(TURNS);
    for (let at = 0; at < turns; at += 1) await (at % 4 === 3 ? turn() : null);
    const folder = freshFolder();
    copyOffice(before.folder, folder);
    await asked;
    before.close();
    for (const [kept, held] of [
      [tokens, this.asking.tokens],
      [codeIds, this.asking.codeIds],
    ] as const) {
      held.clear();
      for (const [key, value] of kept) held.set(key, value);
    }
    this.asking.office = new Office(folder, before.at);
    this.story.push(`${JSON.stringify(act)} -> killed after ${turns} turns`);
    this.came.add('killed');
    this.worlds = this.worlds.flatMap((world) => brokenOff(world, act));
  }

  /** Everything in the books is as in one of the worlds. */
  async #agree(): Promise<void> {
    const seen = await observed(this.office, PEOPLE, SEEN);
    for (const number of seen.numbers) this.asking.know(number);
    this.#seen = [];
    this.asking.place = (id) => this.#placeOf(id, seen.messages);
    const fitting = this.worlds.filter((world) => expected(world, SEEN) === seen.text);
    if (fitting.length === 0) throw new Error(differences(seen.text, expected(this.#world, SEEN)));
    this.worlds = [...new Map(fitting.map((world) => [JSON.stringify(world), world])).values()];
  }

  /** Of a message that was queued since the books were looked at, the next one. */
  #placeOf(id: number, messages: readonly number[]): number {
    const known = messages.indexOf(id);
    return known === -1 ? messages.length + this.#newer(id) : known;
  }

  #newer(id: number): number {
    this.#seen = this.#seen.filter((each) => each !== id);
    this.#seen.push(id);
    return this.#seen.length - 1;
  }
  #seen: number[] = [];
}

function firstWorld(at: number): World {
  const people = Array.from({ length: PEOPLE }, (_, nth) => ({
    ...{ phone: person(nth).phone, card: person(nth).card, isClosed: false },
    login: null,
    lockedUntil: 0,
    failures: [],
    telephone: { digits: TELEPHONE_PASSWORDS[0] ?? '', version: 0, wrong: 0 },
    pin: { digits: PINS[0] ?? '', wrong: 0, locked: false },
  }));
  return {
    at,
    people,
    reports: [],
    sessions: [],
    codes: [],
    messages: [],
    addresses: {},
    callers: {},
    answered: {},
    passkeys: {},
    operations: {},
    sequence: {},
    versions: 0,
  };
}

const wordOf = (answer: string): string =>
  /^(?:L\d|losses|\d|$)/.test(answer)
    ? (answer.split(' ').at(-1) ?? '').replace(/^(?:L.*|\d+)$/, 'done')
    : (answer.split(' ')[0] ?? '');

function differences(seen: string, wanted: string): string {
  const [one, other] = [seen.split('\n'), wanted.split('\n')];
  const only = (these: string[], those: string[]) => these.filter((line) => !those.includes(line)).join('\n  ');
  return `in the books\n  ${only(one, other)}\nexpected\n  ${only(other, one)}`;
}
