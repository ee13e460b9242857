/** Draws what somebody does next at a place, mostly what makes sense there, now and then what does not. */
import type { Chance } from '../seeded-chance.ts';
import type { Act, ActOf, Second } from './acts.ts';
import type { Names } from './asking.ts';
import {
  clerkOf,
  isClerkOnly,
  openVisitOf,
  type SessionState,
  type TaskState,
  type VisitState,
  type World,
} from './office-world.ts';

/** Who is never locked, so that the office goes on: nobody guesses in their name. */
export const STEADY = { supervisor: '2002', administrator: '9001' } as const;
const CLERKS = ['1001', '1001', '1002', '1002', '2001', STEADY.supervisor, STEADY.administrator] as const;
const AUTHORISERS = ['2001', STEADY.supervisor, STEADY.administrator] as const;
/** The supervisor's desk is the last place. */
export const PLACES = 7;
const DESK = PLACES - 1;
/** Of these the cards are lost and they have no PIN; the others have PINs. */
const LOSERS = [0, 1, 2];
export const HOLDERS = 6;
const PINS = ['750291', '806153', '918264', '274936', '461839'] as const;

export interface Drawn {
  readonly chance: Chance;
  readonly world: World;
  readonly names: Names;
  /** Commands that were answered, to be asked again. */
  readonly answered: readonly Act[];
}

type Draw = (drawn: Drawn, place: number, key: string) => Act;

export const drawAct: Draw = (drawn, place, key) => {
  const { chance, world } = drawn;
  const session = world.sessions[world.places[place]?.session ?? ''];
  if (session?.open !== true) return chance.happens(85) ? signIn(drawn, place, key) : drawStranger(drawn, place, key);
  if (clerkOf(world, session.clerk).locked && chance.happens(60)) {
    if (chance.happens(25)) return { key, place, do: 'sign out' };
    if (chance.happens(40)) return { key, place, do: 'arrive', holder: 0, agent: false, wrong: false };
    return { key, place, do: 'lift lock', clerk: session.clerk, by: STEADY.supervisor };
  }
  if (session.locked && chance.happens(80)) return { key, place, do: 'unlock', clerk: session.clerk };
  const visit = openVisitOf(world, session);
  if (visit === null) return drawBetween(drawn, session, key);
  if (!drawn.names.has(visit.key)) return { key, place, do: 'look at visit' };
  return chance.happens(75) ? drawInVisit(drawn, visit, { place, key }) : drawBetween(drawn, session, key);
};

const signIn: Draw = ({ chance }, place, key) => {
  const clerk = place === DESK ? chance.pick(AUTHORISERS) : chance.pick(CLERKS);
  return { key, place, do: 'sign in', clerk };
};

/** Without a session of one's own. */
const drawStranger: Draw = (drawn, place, key) => {
  const from = (place + 1 + drawn.chance.below(PLACES - 1)) % PLACES;
  if (drawn.chance.happens(60)) return { key, place, do: 'steal', from };
  return drawn.chance.pick<Act>([
    { key, place, do: 'see queue' },
    { key, place, do: 'sign out' },
    { key, place, do: 'arrive', holder: 0, agent: false, wrong: false },
  ]);
};

function drawBetween(drawn: Drawn, session: SessionState, key: string): Act {
  const { chance, world } = drawn;
  const { place, clerk } = session;
  const at = { key, place };
  // Who has been wrong goes on to be, else hardly anybody is locked for it.
  const isGuessing = clerkOf(world, clerk).mismatches.length >= 2 && chance.happens(40);
  if (isGuessing) return { ...at, do: 'arrive', holder: chance.below(HOLDERS), agent: false, wrong: true };
  const asked = askedAbout(drawn, session);
  if (asked !== null && chance.happens(asked.isApproved ? 70 : 15)) return { ...at, do: 'post', ...asked.post };
  const kind = chance.below(100);
  if (kind < 34) {
    const wrong = chance.happens(clerk === '1001' || clerk === '2001' ? 40 : clerk === '1002' ? 15 : 0);
    return { ...at, do: 'arrive', holder: chance.below(HOLDERS), agent: chance.happens(15), wrong };
  }
  if (kind < 40) return { ...at, do: 'see queue' };
  if (kind < 45) return { ...at, do: 'see requests' };
  if (kind < 60) return drawPaper(drawn, at) ?? { ...at, do: 'see queue' };
  if (kind < 68) return drawDecision(drawn, at, clerk) ?? { ...at, do: 'see requests' };
  if (kind < 80) return drawFile(drawn, session, key);
  if (kind < 88) return drawAgain(drawn, at, clerk) ?? { ...at, do: 'look at visit' };
  if (kind < 90) return drawLeaving(drawn, at);
  if (kind < 92) return { ...at, do: 'lock' };
  if (kind < 94) return { ...at, do: 'sign out' };
  if (kind < 96) return { ...at, do: 'steal', from: (place + 1 + chance.below(PLACES - 1)) % PLACES };
  const whose = (place + 1 + chance.below(PLACES - 1)) % PLACES;
  const counter = world.places[whose]?.number ?? '';
  return { ...at, do: 'revoke', counter, whose };
}

type At = Pick<Act, 'key' | 'place'>;

/** A paper of any counter: what is another one's must be refused. */
function drawPaper({ chance, world, names }: Drawn, at: At): Act | null {
  const known = Object.keys(world.jobs).filter((key) => names.has(key));
  const here = known.filter((key) => world.jobs[key]?.counter === world.places[at.place]?.number);
  const among = here.length > 0 && chance.happens(80) ? here.slice(-4) : known;
  if (among.length === 0) return null;
  const job = chance.pick(among);
  return chance.pick<Act>([
    { ...at, do: 'settle', job, outcome: 'printed' },
    { ...at, do: 'settle', job, outcome: chance.happens(50) ? 'failed' : 'printed' },
    { ...at, do: 'take paper', job },
    { ...at, do: 'cancel paper', job },
  ]);
}

function drawDecision({ chance, world, names }: Drawn, at: At, clerk: string): Act | null {
  const known = Object.keys(world.requests).filter((key) => names.has(key));
  const open = known.filter((key) => world.requests[key]?.state === 'pending');
  // Else hardly any file is posted before the session that received it is over.
  const files = open.filter((key) => world.requests[key]?.file !== null);
  const changed = files.filter((key) => world.batches.includes(batchAskedAbout(world, key) ?? ''));
  const urgent = changed.length > 0 && chance.happens(80) ? changed : files;
  const waiting = urgent.length > 0 && chance.happens(60) ? urgent : open;
  const among = waiting.length > 0 && chance.happens(85) ? waiting : known;
  if (among.length === 0 || (isClerkOnly(clerk) && chance.happens(70))) return null;
  const decision = chance.happens(75) ? 'approve' : 'refuse';
  return { ...at, do: 'decide', request: chance.pick(among), decision, clerk };
}

/** A file of one's own is checked and posted; now and then one of another session is tried. */
function drawFile({ chance, world, names }: Drawn, session: SessionState, key: string): Act {
  const at = { key, place: session.place };
  const known = Object.keys(world.files).filter((file) => names.has(file));
  const own = known.filter((file) => world.files[file]?.session === session.key);
  const among = own.length > 0 && chance.happens(85) ? own.slice(-1) : known;
  if (among.length === 0 || chance.happens(35)) {
    const rivals = batchesAskedAbout(world).filter((each) => !world.batches.includes(each));
    const isRival = rivals.length > 0 && chance.happens(40);
    const batch = isRival ? chance.pick(rivals) : `M${1 + chance.below(12)}`;
    const count = 1 + chance.below(5);
    const lines = Array.from({ length: count }, (): readonly [number, number] => [
      chance.below(HOLDERS + 1) - 1,
      100 + chance.below(9_000),
    ]);
    return { ...at, do: 'receive', batch, lines };
  }
  const file = chance.pick(among);
  // Else hardly any matter changes before it is decided.
  if (isRivalOfAsked(world, file) && chance.happens(60))
    return { ...at, do: 'post', file, second: drawSecond(chance, session.clerk) };
  if (chance.happens(20)) return { ...at, do: 'check', file };
  if (chance.happens(35)) return { ...at, do: 'ask about file', file };
  return { ...at, do: 'post', file, second: secondOfFile({ chance, world, names }, file, session.clerk) };
}

/** The numbers of the files that somebody waits to be authorised for. */
function batchesAskedAbout(world: World): string[] {
  const pending = Object.keys(world.requests).filter((key) => world.requests[key]?.state === 'pending');
  return pending.map((key) => batchAskedAbout(world, key)).filter((batch) => batch !== null);
}

function batchAskedAbout(world: World, request: string): string | null {
  const content = world.requests[request]?.file?.content;
  return content === undefined ? null : (JSON.parse(content) as [batch: string])[0];
}

/** Has the number of a file that waits to be authorised, and other lines. */
function isRivalOfAsked(world: World, file: string): boolean {
  const batch = world.files[file]?.batch ?? '';
  const isAsked = Object.keys(world.requests).some((request) => isAbout(world, request, file));
  return !isAsked && batchesAskedAbout(world).includes(batch);
}

interface AskedAbout {
  readonly isApproved: boolean;
  readonly post: Omit<ActOf<'post'>, keyof At | 'do'>;
}

/** A file of the session that somebody was asked about, with the request that may be used for it or waits. */
function askedAbout({ world, names }: Drawn, session: SessionState): AskedAbout | null {
  for (const [request, { state }] of Object.entries(world.requests)) {
    if ((state !== 'approved' && state !== 'pending') || !names.has(request)) continue;
    const own = Object.keys(world.files).find(
      (file) => world.files[file]?.session === session.key && names.has(file) && isAbout(world, request, file),
    );
    if (own !== undefined) return { isApproved: state === 'approved', post: { file: own, second: { request } } };
  }
  return null;
}

/** From the queue where somebody was asked about these lines, mostly. */
function secondOfFile(
  { chance, world, names }: Pick<Drawn, 'chance' | 'world' | 'names'>,
  file: string,
  clerk: string,
): Second {
  const requests = Object.keys(world.requests).filter((key) => names.has(key));
  const fitting = requests.filter((key) => isAbout(world, key, file));
  if (fitting.length > 0 && chance.happens(75)) return { request: chance.pick(fitting.slice(-2)) };
  if (requests.length > 0 && chance.happens(10)) return { request: chance.pick(requests) };
  return drawSecond(chance, clerk);
}

function isAbout(world: World, request: string, file: string): boolean {
  const { batch, lines } = world.files[file] ?? { batch: '', lines: [] };
  return world.requests[request]?.file?.content === JSON.stringify([batch, lines]);
}

function drawSecond(chance: Chance, clerk: string): Second {
  if (chance.happens(10)) return null;
  if (chance.happens(10)) return { clerk: chance.pick(CLERKS) };
  return { clerk: chance.pick(AUTHORISERS.filter((each) => each !== clerk)) };
}

/** Mostly of the clerk's own, at whichever counter it was. */
function drawAgain({ chance, answered, world }: Drawn, at: At, clerk: string): Act | null {
  const kept = answered.filter((act) => world.kept[act.key] !== undefined);
  const own = kept.filter((act) => world.kept[act.key]?.clerk === clerk);
  const among = own.length > 0 && chance.happens(75) ? own.slice(-6) : kept.slice(-12);
  if (among.length === 0) return null;
  return { ...at, do: 'again', of: chance.pick(among), changed: chance.happens(25) };
}

/** A visit of anybody's is finished, or asked for that is over. */
function drawLeaving({ chance, world, names }: Drawn, at: At): Act {
  const known = Object.keys(world.visits).filter((key) => names.has(key));
  if (known.length === 0 || chance.happens(30)) return { ...at, do: 'look at visit' };
  return { ...at, do: 'leave', visit: chance.pick(known) };
}

function drawInVisit(drawn: Drawn, visit: VisitState, at: At): Act {
  const { chance, world, names } = drawn;
  const task = Object.entries(world.tasks).find(
    ([key, each]) => each.visit === visit.key && each.ended === null && each.until > world.at && names.has(key),
  );
  if (task !== undefined && chance.happens(85)) return drawEntry(drawn, task, at);
  const kind = chance.below(100);
  const named = { ...at, visit: visit.key };
  if (kind < 18) return { ...named, do: 'leave' };
  if (kind < 28) return { ...named, do: 'prepare' };
  if (kind < 50) return drawPrint(drawn, visit, named) ?? { ...named, do: 'prepare' };
  if (kind < 60) return drawPaper(drawn, at) ?? { ...named, do: 'prepare' };
  if (LOSERS.includes(visit.holder)) return drawLoss(drawn, visit, named);
  const { state } = world.holders[visit.holder]?.pin ?? { state: 'none' };
  const wrongTask = chance.happens(10);
  const fitting = state === 'none' ? 'first' : chance.pick(['change', 'prove'] as const);
  return { ...named, do: 'begin task', task: wrongTask ? 'first' : fitting };
}

function drawPrint({ chance, world }: Drawn, visit: VisitState, named: At & { visit: string }): Act | null {
  const papers = Object.values(world.papers).filter(
    ({ holder, issued }) => holder === visit.holder || (issued && chance.happens(3)),
  );
  return papers.length === 0 ? null : { ...named, do: 'print', paper: chance.pick(papers.slice(-3)).number };
}

function drawLoss(drawn: Drawn, visit: VisitState, named: At & { visit: string }): Act {
  const { chance, world, names } = drawn;
  const known = world.losses.filter(({ number }) => names.has(number));
  const own = known.filter(({ holder }) => holder === visit.holder);
  const open = own.filter(({ state }) => state === 'oral' || state === 'formal');
  const among = open.length > 0 && chance.happens(85) ? open : chance.happens(90) ? own : known;
  if (among.length === 0 || (open.length === 0 && chance.happens(60)) || chance.happens(20))
    return { ...named, do: 'report loss', kind: chance.pick(['oral', 'formal'] as const) };
  const loss = chance.pick(among);
  // A request for what may still become a formal report would have to be asked anew.
  if (loss.kind === 'formal' && chance.happens(50)) return { ...named, do: 'ask', loss: loss.number };
  return { ...named, do: 'cancel loss', loss: loss.number, second: secondOfLoss(drawn, loss.number, visit) };
}

function secondOfLoss({ chance, world, names }: Drawn, loss: string, visit: VisitState): Second {
  const clerk = world.sessions[visit.session]?.clerk ?? '';
  const requests = Object.keys(world.requests).filter((key) => names.has(key));
  const fitting = requests.filter((key) => world.requests[key]?.loss === loss);
  if (fitting.length > 0 && chance.happens(70)) return { request: chance.pick(fitting.slice(-2)) };
  if (requests.length > 0 && chance.happens(10)) return { request: chance.pick(requests) };
  return drawSecond(chance, clerk);
}

function drawEntry(drawn: Drawn, [task, state]: [string, TaskState], at: At): ActOf<'type'> | ActOf<'end task'> {
  const { chance, world } = drawn;
  if (chance.happens(8)) return { ...at, do: 'end task', task };
  const { digits: present } = world.holders[state.holder]?.pin ?? { digits: '' };
  const step = chance.happens(95) ? state.step : chance.pick(['old', 'new', 'repeat'] as const);
  const isMistaken = chance.happens(12);
  if (step === 'old') return { ...at, do: 'type', task, step, digits: isMistaken ? '112358' : present || '112358' };
  if (step === 'repeat')
    return { ...at, do: 'type', task, step, digits: isMistaken ? '112358' : state.firstTyped || '112358' };
  return { ...at, do: 'type', task, step, digits: isMistaken ? present || PINS[0] : chance.pick(PINS) };
}
