/** One history of the office, drawn from a seed: step after step, several at once, with what goes wrong meanwhile. */
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { ChangeKind } from '../../../electron/contract/protocol.ts';
import type { Input, LedgerVerb, Output } from '../../../electron/contract/verbs.ts';
import { allocationCsv } from '../../offices/made-up-people.ts';
import type { Chance } from '../seeded-chance.ts';
import { COMMAND_LINE, isDoneOnce, type Act, type ActKind, type ActOf } from './acts.ts';
import { isTyped, sealedFor, type TypedEntry } from '../../offices/typed-entry.ts';
import { Names, personOfLine, questionOf, seenOf, visitSeenAt } from './asking.ts';
import { CounterPlace } from './counter-place.ts';
import { drawAct, PLACES } from './drawing.ts';
import { explained, type Done } from './explanation.ts';
import { beginFault, type Held } from './faults-of-step.ts';
import { ListeningCounter } from './listening-counter.ts';
import { OfficeProcess } from './office-process.ts';
import { openVisitOf, pass, type World } from './office-world.ts';
import { restarted } from './predicted.ts';
import { firstWorld } from './first-world.ts';
import { join, type Template } from './office-template.ts';

/** Between two steps: longer than any wait after a wrong password's first two. */
const STEP_MS = 2_000;
/** In minutes. Windows lock, and after the second visits have ended too. */
const PAUSES = [6, 16];
/** So many steps after a pause at least there is none: what is idle is then idle without any doubt. */
const STEPS_BETWEEN_PAUSES = 40;
const MOST_TRIES = 12;

/** What a commit of the act must have told its own counter before it was answered. */
const TOLD: Partial<Record<ActKind, ChangeKind>> = {
  print: 'print-queue',
  ask: 'approvals',
  'ask about file': 'approvals',
  decide: 'approvals',
  'report loss': 'worklist',
};
/** What reads a balance is not done while a file posts. */
const READS_BALANCES: ReadonlySet<ActKind> = new Set<ActKind>(['arrive', 'look at visit', 'prepare', 'again']);

export class History {
  worlds: World[];
  /** What each act was, for whoever looks for a fault. */
  readonly story: string[] = [];
  /** Each kind of act with what came of it: `done`, a code, or `lost`. */
  readonly came = new Set<string>();
  readonly #chance: Chance;
  readonly #server: OfficeProcess;
  readonly #places: readonly CounterPlace[];
  readonly #listener: ListeningCounter;
  readonly #names = new Names();
  readonly #answered: Act[] = [];
  readonly #held: Held = [];
  #steps = 0;
  #sincePause = 0;
  #pauses = 0;

  private constructor(chance: Chance, template: Template, server: OfficeProcess, places: readonly CounterPlace[]) {
    this.#chance = chance;
    this.#server = server;
    this.#places = places;
    this.#listener = new ListeningCounter(template.listener, () => server.port);
    this.worlds = [firstWorld(template)];
  }

  static async open(chance: Chance, template: Template, folder: string): Promise<History> {
    const server = await OfficeProcess.open(folder, template.at);
    const places = await Promise.all(template.places.map((joined) => CounterPlace.open(joined, () => server.port)));
    return new History(chance, template, server, places);
  }

  get deaths(): number {
    return this.#server.deaths;
  }

  /** The world that is drawn from. */
  get world(): World {
    const [world] = this.worlds;
    if (world === undefined) throw new Error('no world is left');
    return world;
  }

  async step(): Promise<void> {
    this.#steps += 1;
    await this.#passTime();
    const acts = this.#draw();
    const deathsBefore = this.#server.deaths;
    const isFaulty = this.#chance.happens(30) && acts[0] !== undefined && acts[0].place >= 0;
    const meanwhile = isFaulty
      ? await beginFault(
          { chance: this.#chance, server: this.#server, held: this.#held },
          this.#place(acts[0]?.place ?? 0),
        )
      : () => Promise.resolve();
    const [done] = await Promise.all([Promise.all(acts.map((act) => this.#do(act))), meanwhile()]);
    await this.#server.end();
    if (this.#chance.happens(40)) for (const passage of this.#held.splice(0)) passage.release();
    await Promise.all(this.#places.map((place) => place.ready()));
    await this.#settle();
    this.#judge(done, this.#server.deaths - deathsBefore, isFaulty);
    for (const { act } of done) if (act.do === 'revoke') await this.#seeRevoked(act);
    if (this.#steps % 40 === 0) await this.#night();
  }

  async #passTime(): Promise<void> {
    const isPause = this.#sincePause >= STEPS_BETWEEN_PAUSES && this.#pauses < 2 && this.#chance.happens(50);
    this.#sincePause = isPause ? 0 : this.#sincePause + 1;
    const minutes = isPause ? PAUSES[this.#pauses] : undefined;
    if (isPause) this.#pauses += 1;
    for (const world of this.worlds) {
      if (minutes === undefined) world.at += STEP_MS;
      else pass(world, minutes);
    }
    await this.#server.tell(this.world.at);
  }

  #draw(): Act[] {
    const drawn = { chance: this.#chance, world: this.world, names: this.#names, answered: this.#answered };
    if (this.#chance.happens(2))
      return [{ key: `a${this.#steps}`, place: COMMAND_LINE, do: 'close day', days: 1 + this.#chance.below(4) }];
    const places = new Set<number>();
    const many = this.#chance.pick([1, 1, 1, 2, 2, 3]);
    while (places.size < many) places.add(this.#chance.below(PLACES));
    const acts = [...places].map((place, nth) => drawAct(drawn, place, `a${this.#steps}.${nth}`));
    const alone = acts.find((act) => act.do === 'receive' || act.do === 'revoke');
    if (alone !== undefined) return [alone];
    const posts = acts.some((act) => act.do === 'post');
    return posts ? acts.filter(({ do: kind }) => kind === 'post' || !READS_BALANCES.has(kind)) : acts;
  }

  #place(at: number): CounterPlace {
    const place = this.#places[at];
    if (place === undefined) throw new Error(`there is no place ${at}`);
    return place;
  }

  /** Asks until it is answered, or given up: now and then a window does not ask again. */
  async #do(act: Act): Promise<Done> {
    if (act.do === 'close day')
      return { act, lost: 0, seen: seenOf(act, await this.#server.closeDays(act.days), this.#names) };
    if (act.do === 'receive') return this.#receive(act);
    const place = this.#place(act.place);
    const gaveUp = this.#chance.happens(15);
    for (let lost = 0; lost < MOST_TRIES; lost += 1) {
      const reply = await this.#askAt(place, act);
      const code = reply.ok ? null : reply.error.code;
      if (code !== 'SERVER_DID_NOT_ANSWER' && code !== 'PASSWORD_TOO_SOON')
        return { act, lost, seen: seenOf(act, reply, this.#names) };
      await this.#quiet(place, isDoneOnce(act) && !gaveUp);
      if (gaveUp || code === 'PASSWORD_TOO_SOON') return { act, lost: lost + 1, seen: null };
    }
    throw new Error(`${act.key} was never answered`);
  }

  #askAt(place: CounterPlace, act: Act): Promise<Reply<unknown>> {
    const { verb, input } = questionOf(act, this.#names);
    if (isTyped(input)) return typedAt(place, input);
    const stolen = act.do === 'steal' ? (this.#place(act.from).asker.session ?? 'none') : undefined;
    return place.ask(verb, input as Input<LedgerVerb>, stolen);
  }

  /** The line stands again; unless the command itself makes sure of it, nothing of the broken one is under way any more. */
  async #quiet(place: CounterPlace, isOnce: boolean): Promise<void> {
    await place.ready();
    if (isOnce) return;
    for (;;) {
      const reply = await place.ask('office.status', {});
      if (reply.ok) break;
      await place.ready();
    }
    await this.#server.settle();
  }

  /** Piece by piece; where the line breaks, from the beginning. */
  async #receive(act: ActOf<'receive'>): Promise<Done> {
    const place = this.#place(act.place);
    const bytes = Buffer.from(fileOf(act));
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const begun = await place.ask('intake.begin', { name: 'a.csv', bytes: bytes.length });
      const { intakeId } = (begun.ok ? begun.value : { intakeId: '' }) as Output<'intake.begin'>;
      const taken = begun.ok ? await place.ask('intake.chunk', { intakeId, offset: 0, chunk: bytes }) : begun;
      const ended = taken.ok ? await place.ask('intake.end', { intakeId }) : taken;
      if (ended.ok) this.#names.set(act.key, intakeId);
      const code = ended.ok ? null : ended.error.code;
      if (code !== 'SERVER_DID_NOT_ANSWER' && code !== 'FILE_UNKNOWN') return { act, lost: 0, seen: code ?? 'ok' };
      await this.#quiet(place, false);
    }
    throw new Error(`${act.key} was never received`);
  }

  async #settle(): Promise<void> {
    await this.#server.settle();
  }

  #judge(done: readonly Done[], deaths: number, isFaulty: boolean): void {
    const told = done.map(({ act, lost, seen }) => `${JSON.stringify(act)} lost ${lost} seen ${JSON.stringify(seen)}`);
    this.story.push(`step ${this.#steps}, ${deaths} deaths\n    ${told.join('\n    ')}`);
    const after = explained(this.worlds, done, deaths);
    if (after.length === 0) {
      const alone = done.map((each) => explainedAlone(this.worlds, each));
      throw new Error(`no order of these explains what was seen; alone: ${JSON.stringify(alone)}`);
    }
    this.worlds = after;
    for (const each of done) this.#note(each, isFaulty);
    for (const { act, lost, seen } of done) {
      this.came.add(`${act.do} ${typeof seen === 'string' && /^[A-Z]/.test(seen) ? seen : 'done'}`);
      if (lost > 0) this.came.add(`${act.do} lost`);
      if (act.do === 'post' && act.second !== null && 'request' in act.second && typeof seen === 'object')
        this.came.add('post from the queue done');
    }
  }

  #note({ act, lost, seen }: Done, isFaulty: boolean): void {
    if (act.do === 'look at visit') {
      const session = this.world.sessions[this.world.places[act.place]?.session ?? ''];
      const visit = session === undefined ? null : openVisitOf(this.world, session);
      const name = visitSeenAt(act.place, act.key);
      if (visit !== null && this.#names.has(name)) this.#names.set(visit.key, this.#names.get(name));
    }
    if (this.world.kept[act.key] === undefined || seen === null) return;
    this.#answered.push(act);
    const kind = TOLD[act.do];
    if (kind !== undefined && lost === 0 && !isFaulty && !this.#place(act.place).changed.has(kind))
      throw new Error(`${act.key} was answered before its counter was told that ${kind} changed`);
  }

  /** Whether it was done, which whoever gave up did not hear: the command line lists it. */
  async #seeRevoked({ counter, whose }: ActOf<'revoke'>): Promise<void> {
    const { reply } = await this.#server.ask('counter.list', {});
    if (!reply.ok) throw new Error(`the counters are not listed: ${reply.error.code}`);
    const listed = (reply.value as Output<'counter.list'>).find(({ number }) => number === counter);
    const isRevoked = listed?.state === 'revoked';
    this.worlds = this.worlds.filter(({ places }) => places[whose]?.revoked === isRevoked);
    if (this.worlds.length === 0) throw new Error(`counter ${counter} is ${listed?.state ?? 'gone'}`);
    if (isRevoked) await this.#joinAnew(whose);
  }

  /** A counter that was revoked is refused whatever it asks; its computer joins again as another counter. */
  async #joinAnew(whose: number): Promise<void> {
    const place = this.#place(whose);
    await place.refused();
    const reply = await place.ask('office.status', {});
    if (reply.ok || reply.error.code !== 'COUNTER_REVOKED') throw new Error('a revoked counter is still served');
    const joined = await join(this.#server, `${whose + 1} 号，第 ${this.#steps} 步`, 'counter');
    await place.become(joined);
    for (const world of this.worlds) world.places[whose] = { number: joined.number, session: null, revoked: false };
  }

  /** The server is closed and opened again, as over night. */
  async #night(): Promise<void> {
    await this.#server.whileClosed(() => Promise.resolve());
    await Promise.all(this.#places.map((place) => place.ready()));
    this.worlds = this.worlds.map((world) => restarted(world));
  }

  /** Ends it all, and says what nobody should have heard. */
  async close(): Promise<void> {
    for (const passage of this.#held.splice(0)) passage.release();
    await Promise.all(this.#places.map((place) => place.close()));
    this.#listener.close();
    await this.#server.close();
    if (this.#listener.strange.length > 0) throw new Error(`a counter heard ${this.#listener.strange.join(', ')}`);
    if (this.#listener.heard === 0) throw new Error('nothing was ever said to have changed');
    const heard = this.#places.flatMap(({ tasks }) => [...tasks]);
    if (new Set(heard).size < heard.length) throw new Error('a customer’s task was told at two counters');
  }

  /** After a failure: whatever state it is in. */
  abandon(): void {
    this.#listener.close();
    this.#server.abandon();
    for (const place of this.#places) void place.close();
  }
}

function explainedAlone(worlds: readonly World[], done: Done): readonly string[] {
  return explained(worlds, [done], 0).length > 0 ? [done.act.key, 'possible'] : [done.act.key, 'impossible'];
}

/** A file as the department writes it: the sum of its head is right, whoever its lines name. */
function fileOf({ batch, lines }: ActOf<'receive'>): string {
  const total = lines.reduce((sum, [, fen]) => sum + fen, 0);
  const credits = lines.map(([holder, fen], at) => ({
    id: String(at + 1),
    to: personOfLine(holder),
    amount: (fen / 100).toFixed(2),
  }));
  return allocationCsv(batch, (total / 100).toFixed(2), credits);
}

/** Sealed as main does it. */
async function typedAt(place: CounterPlace, typed: TypedEntry): Promise<Reply<unknown>> {
  const key = (await place.ask('customer.entryKey', {})) as Reply<Output<'customer.entryKey'>>;
  if (!key.ok && key.error.code === 'SERVER_DID_NOT_ANSWER') return key;
  return place.ask('customer.takeEntry', await sealedFor(key, typed, key.ok ? key.value.counter : ''));
}
