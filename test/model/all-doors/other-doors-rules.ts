/** What must come of an act by telephone, at the counter, and of the sending of messages (docs/rules.md 3, 4 and 8). */
import type { Named } from './acts.ts';
import {
  beginSession,
  dayOf,
  endSessions,
  lapse,
  makeReport,
  mayTry,
  moment,
  personOf,
  queue,
  reportOf,
  reportsOf,
  session,
  statusOf,
  wasRight,
  type Steps,
  type World,
} from './world.ts';

const MINUTE = 60_000;
const TRIES = 3;
const CALL_MINUTES = 60;

export function* call(world: World, act: Named<'call'>): Steps {
  yield;
  if (!mayTry(world, act.from)) return 'ONLINE_TOO_MANY';
  yield;
  const who = personOf(world, act.person);
  if (who.isClosed) return 'PAIR_MISMATCH';
  const tried = who.telephone;
  if (tried.wrong >= TRIES) return 'TELEPHONE_PASSWORD_LOCKED';
  tried.wrong += 1;
  const left = TRIES - tried.wrong;
  if (act.digits !== tried.digits) return `TELEPHONE_PASSWORD_WRONG ${left}`;
  yield;
  if (personOf(world, act.person).isClosed) return 'PAIR_MISMATCH';
  if (who.telephone.version !== tried.version) return 'TELEPHONE_PASSWORD_WRONG';
  who.telephone.wrong = 0;
  wasRight(world, act.from);
  beginSession(world, { key: act.session, kind: 'call', person: act.person, number: null }, CALL_MINUTES);
  return 'proven';
}

/** Its account was closed since the session was looked at. */
const isClosed = (world: World, { person }: { readonly person: number }): boolean => personOf(world, person).isClosed;

export function* reportByCall(world: World, act: Named<'report by call'>): Steps {
  const seen = yield* session(world, act.session, ['call']);
  if (seen === null || (isClosed(world, seen) && world.operations[act.op] === undefined)) return 'SIGN_IN_REQUIRED';
  return byTelephone(world, seen.person, act.op);
}

export function* reportUnproven(world: World, act: Named<'report unproven'>): Steps {
  yield;
  if (!mayTry(world, act.from)) return 'ONLINE_TOO_MANY';
  yield;
  const { phone, isClosed: isOver } = personOf(world, act.person);
  if (world.operations[act.op] === undefined && (isOver || act.phone !== phone)) return 'PAIR_MISMATCH';
  const answer = byTelephone(world, act.person, act.op);
  // What is refused after all was not right.
  if (answer !== 'LOSS_ALREADY_REPORTED') wasRight(world, act.from);
  return answer;
}

function byTelephone(world: World, person: number, op: string): string {
  const before = world.operations[op];
  if (before !== undefined) return before;
  const made = makeReport(world, { person, kind: 'oral', channel: 'telephone', session: null });
  if (typeof made === 'string') return made;
  world.operations[op] = made.digits;
  return made.digits;
}

export function* progressByCall(world: World, act: Named<'progress by call'>): Steps {
  const seen = yield* session(world, act.session, ['call']);
  if (seen === null || isClosed(world, seen)) return 'SIGN_IN_REQUIRED';
  const newest = reportsOf(world, seen.person).slice(0, 3);
  return newest.map((report) => `${report.digits} ${statusOf(report)}`).join(', ');
}

/** One change of an account at a time; a try is counted before it is judged. */
export function* changePin(world: World, act: Named<'change PIN'>): Steps {
  const seen = yield* session(world, act.session, ['call']);
  if (seen === null || isClosed(world, seen)) return 'SIGN_IN_REQUIRED';
  const { pin } = personOf(world, seen.person);
  if (pin.locked) return 'PIN_STATE';
  pin.wrong += 1;
  const right = act.old === pin.digits;
  yield;
  if (right) {
    Object.assign(pin, { digits: act.fresh, wrong: 0 });
    return 'changed';
  }
  pin.locked = pin.wrong >= TRIES;
  return pin.locked ? 'locked' : `wrong ${TRIES - pin.wrong}`;
}

/** Once a minute; without a proof only what was reported by telephone today. */
export function* sendNumber(world: World, act: Named<'send number'>): Steps {
  const seen = yield* session(world, act.session, ['call']);
  if (act.session === null) yield;
  const report = reportOf(world, act.number);
  const today = report.channel === 'telephone' && report.day === dayOf(world.at);
  if (seen === null ? !today : seen.person !== report.person) return 'LOSS_UNKNOWN';
  if (report.sentAt !== null && world.at - report.sentAt < MINUTE) return 'done';
  report.sentAt = world.at;
  queue(world, { kind: 'loss number', phone: personOf(world, report.person).phone, code: null, minutes: 24 * 60 });
  return 'done';
}

export function* hangUp(world: World, act: Named<'hang up'>): Steps {
  const seen = yield* session(world, act.session, ['call']);
  if (seen === null) yield;
  const found = world.sessions.find(({ key }) => key === act.session);
  if (found !== undefined && seen !== null) found.ended = true;
  return 'done';
}

export function* reportAtCounter(world: World, act: Named<'report at counter'>): Steps {
  yield;
  const before = world.operations[act.op];
  if (before !== undefined) return before;
  const { person, kind } = act;
  if (personOf(world, person).isClosed) return 'ACCOUNT_CLOSED';
  const made = makeReport(world, { person, kind, channel: 'counter', session: null });
  if (typeof made === 'string') return made;
  const answer = `${made.digits} ${statusOf(made)}`;
  world.operations[act.op] = answer;
  return answer;
}

/** Found again: in person, with the PIN. */
export function* cancelAtCounter(world: World, act: Named<'cancel at counter'>): Steps {
  yield;
  const before = world.operations[act.op];
  if (before !== undefined) return before;
  const { pin } = personOf(world, act.person);
  if (pin.locked) return 'PIN_STATE';
  const right = act.digits === pin.digits;
  pin.wrong = right ? 0 : pin.wrong + 1;
  pin.locked = pin.wrong >= TRIES;
  if (!right) return 'not proven';
  lapse(world);
  const report = reportOf(world, act.number);
  if (report.person !== act.person) return 'LOSS_UNKNOWN';
  if (report.card !== 'formal') return 'LOSS_STATE';
  const now = moment(world.at);
  Object.assign(report, { card: 'cancelled', until: report.from > now ? report.from : now });
  const answer = `${report.digits} ${statusOf(report)}`;
  world.operations[act.op] = answer;
  return answer;
}

/** The old card stays stopped for good. */
export function* reissue(world: World, act: Named<'reissue'>): Steps {
  yield;
  const before = world.operations[act.op];
  if (before !== undefined) return before;
  const report = reportOf(world, act.number);
  if (report.card !== 'formal' || report.reissueFrom === null) return 'LOSS_STATE';
  if (dayOf(world.at) < report.reissueFrom) return 'REISSUE_TOO_EARLY';
  report.card = 'reissued';
  personOf(world, act.person).card = act.card;
  const answer = `${report.digits} ${statusOf(report)}`;
  world.operations[act.op] = answer;
  return answer;
}

/** Logins, sessions and telephone password end with it. */
export function* closeAccount(world: World, act: Named<'close account'>): Steps {
  yield;
  const who = personOf(world, act.person);
  if (who.isClosed) return 'ACCOUNT_CLOSED';
  Object.assign(who, { isClosed: true, login: null });
  for (const kind of ['login', 'report', 'follow-up', 'call'] as const) endSessions(world, act.person, kind);
  return 'done';
}

export function* endLogin(world: World, act: Named<'end login'>): Steps {
  yield;
  const before = world.operations[act.op];
  if (before !== undefined) return before;
  const who = personOf(world, act.person);
  if (who.login === null) return 'LOGIN_ABSENT';
  who.login = null;
  world.passkeys[act.person] = null;
  who.lockedUntil = 0;
  endSessions(world, act.person, 'login');
  queue(world, { kind: 'login ended', phone: who.phone, code: null, minutes: 24 * 60 });
  world.operations[act.op] = 'done';
  return 'done';
}

export function* setTelephonePassword(world: World, act: Named<'set telephone password'>): Steps {
  yield;
  // The present one is no new one, and is asked for again.
  if (personOf(world, act.person).telephone.digits === act.digits) return 'not ended';
  world.versions += 1;
  personOf(world, act.person).telephone = { digits: act.digits, version: world.versions, wrong: 0 };
  return 'done';
}

export function* changePhone(world: World, act: Named<'change phone'>): Steps {
  yield;
  personOf(world, act.person).phone = act.phone;
  return 'done';
}

/** Oldest first; lent for a minute. */
export function* takeMessages(world: World): Steps {
  yield;
  const waiting = world.messages
    .filter(({ state, nextAt, expires }) => state === 'waiting' && nextAt <= world.at && expires > world.at)
    .sort((one, other) => one.nextAt - other.nextAt);
  for (const message of waiting) message.nextAt = world.at + MINUTE;
  return waiting.map((message) => `${world.messages.indexOf(message)} ${message.kind} ${message.phone}`).join('; ');
}

const PAUSES = [5, 10, 20, 40, 80, 160, 320].map((seconds) => seconds * 1_000);

export function* settleMessage(world: World, act: Named<'settle message'>): Steps {
  yield;
  const message = world.messages[act.message];
  if (message === undefined) throw new RangeError(`no message ${act.message}`);
  if (message.state !== 'waiting') return message.state;
  message.tries += 1;
  if (act.failure === null) message.state = 'sent';
  else {
    message.nextAt = world.at + (PAUSES[message.tries - 1] ?? 600_000);
    if (message.nextAt >= message.expires) message.state = 'given up';
  }
  return message.state;
}
