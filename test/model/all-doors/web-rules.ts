/** What must come of a holder's act online (docs/rules.md 7). */
import type { Login, Named, Proof } from './acts.ts';
import {
  beginSession,
  countFailure,
  DAY,
  dayOf,
  endSessions,
  giveUpLate,
  isLocked,
  lapse,
  lockAfterFailure,
  makeReport,
  mayRequest,
  personOf,
  queue,
  reportOf,
  reportsOf,
  session,
  statusOf,
  takeBack,
  type ModelCode,
  type ModelReport,
  type ModelSession,
  type Steps,
  type World,
} from './world.ts';

const MINUTE = 60_000;
const CODE_MINUTES = 5;
const CODE_TRIES = 3;
const CODES_A_PERSON = 10;
const CODES_A_PHONE = 5;
const LOGIN_MINUTES = 120;
const CODE_SESSION_MINUTES = 30;
const CHALLENGE_MINUTES = 5;
const WITHDRAW_MINUTES = 30;
/** No phone of anybody. */
export const WRONG_PHONE = '13900000001';

type Signing = Extract<Proof, { readonly kind: 'passkey' }>;

const KNOWN = ['login', 'report', 'follow-up'] as const;

export function* sendCode(world: World, act: Named<'send code'>): Steps {
  yield;
  if (!mayRequest(world, act.peer)) return 'ONLINE_TOO_MANY';
  const { person, purpose, wrong } = act;
  const who = personOf(world, person);
  const agrees = agreed(world, act);
  const phone = wrong === 'phone' ? WRONG_PHONE : who.phone;
  const lately = world.codes.filter(({ madeAt }) => madeAt > world.at - DAY);
  const many =
    lately.filter((code) => code.person === person).length >= CODES_A_PERSON ||
    lately.filter((code) => code.phone === phone).length >= CODES_A_PHONE;
  const locked = isLocked(world, person);
  if (!agrees && !locked) {
    countFailure(world, person);
    lockAfterFailure(world, person);
  }
  const known = agrees && !many && !locked;
  world.codes.push({
    ...{ key: act.code, purpose, person, known, phone, number: known ? act.number : null, madeAt: world.at },
    ...{ expires: world.at + CODE_MINUTES * MINUTE, tries: 0, used: false },
  });
  if (known) queue(world, { kind: `code ${purpose}`, phone: who.phone, code: act.code, minutes: CODE_MINUTES });
  else giveUpLate(world);
  return 'done';
}

function agreed(world: World, { person, purpose, wrong, number }: Named<'send code'>): boolean {
  if (personOf(world, person).isClosed || wrong === 'name' || wrong === 'phone') return false;
  if (wrong !== null && purpose === 'register') return false;
  return purpose !== 'follow-up' || (number !== null && reportOf(world, number).person === person);
}

/** The code, or what is refused. */
function useCode(
  world: World,
  { code: key, right }: { readonly code: string; readonly right: boolean },
  purposes: readonly ModelCode['purpose'][],
): ModelCode | string {
  const code = world.codes.find((each) => each.key === key);
  if (code === undefined || code.used || code.expires <= world.at || code.tries >= CODE_TRIES) return 'CODE_OVER';
  if (isLocked(world, code.person)) return 'ONLINE_REFUSED';
  code.tries += 1;
  if (!right || !code.known || !purposes.includes(code.purpose)) {
    countFailure(world, code.person);
    lockAfterFailure(world, code.person, code.known);
    const left = CODE_TRIES - code.tries;
    return left > 0 ? `CODE_WRONG ${left}` : 'CODE_WRONG';
  }
  code.used = true;
  const who = personOf(world, code.person);
  if (who.isClosed || who.phone !== code.phone) return 'CODE_OVER';
  who.failures = [];
  return code;
}

export function* enter(world: World, act: Named<'enter'>): Steps {
  yield;
  if (!mayRequest(world, act.peer)) return 'ONLINE_TOO_MANY';
  const code = useCode(world, act, ['report', 'follow-up']);
  if (typeof code === 'string') return code;
  const { purpose: kind, person, number } = code;
  if (kind === 'register') throw new Error('a code for registering opens nothing');
  beginSession(world, { key: act.session, kind, person, number }, CODE_SESSION_MINUTES);
  return `in ${kind}`;
}

export function* register(world: World, act: Named<'register'>): Steps {
  yield;
  if (!mayRequest(world, act.peer)) return 'ONLINE_TOO_MANY';
  if (isRefused(world, act.login, `registration ${act.session}`)) return 'PASSKEY_REFUSED';
  const code = useCode(world, act, ['register']);
  if (typeof code === 'string') return code;
  const { person } = code;
  const who = personOf(world, person);
  if (who.login !== null) {
    endSessions(world, person, 'login');
    queue(world, { kind: 'login replaced', phone: who.phone, code: null, minutes: 24 * 60 });
  }
  keepLogin(world, { person, login: act.login, key: act.session });
  return 'in login';
}

/** A challenge is answered once, and no two logins have the same passkey, one that ended with its account included. */
function isRefused(world: World, login: Login, challenge: string): boolean {
  if (login.kind === 'password') return false;
  world.answered[challenge] = world.at + CHALLENGE_MINUTES * MINUTE;
  return Object.values(world.passkeys).includes(login.passkey);
}

function keepLogin(world: World, made: { readonly person: number; readonly login: Login; readonly key: string }) {
  const { person, login, key } = made;
  world.versions += 1;
  personOf(world, person).login = { credential: login, version: world.versions, uses: 0 };
  world.passkeys[person] = login.kind === 'passkey' ? login.passkey : null;
  beginSession(world, { key, kind: 'login', person, number: null }, LOGIN_MINUTES);
}

/** Counted in one step, settled in another; what became of the login meanwhile counts. */
function* judged(
  world: World,
  { person, password, peer }: { readonly person: number; readonly password: string; readonly peer: string },
): Generator<undefined, string | null, undefined> {
  yield;
  if (!mayRequest(world, peer)) return 'ONLINE_TOO_MANY';
  const who = personOf(world, person);
  const login = !isLocked(world, person) && countFailure(world, person) ? who.login : null;
  yield;
  const isRight = login?.credential.kind === 'password' && login.credential.password === password;
  if (isRight && who.login?.version === login.version) {
    who.failures = [];
    return null;
  }
  lockAfterFailure(world, person);
  return 'ONLINE_REFUSED';
}

/** Whose it is; null where it is refused. */
function byPasskey(world: World, { passkey, signing, uses, madeAt }: Signing): number | null {
  const until = madeAt + CHALLENGE_MINUTES * MINUTE;
  if (until <= world.at || world.answered[signing] !== undefined) return null;
  world.answered[signing] = until;
  const owner = world.people.findIndex(
    ({ login }) => login?.credential.kind === 'passkey' && login.credential.passkey === passkey,
  );
  return uses > (world.people[owner]?.login?.uses ?? Infinity) ? owner : null;
}

export function* signIn(world: World, act: Named<'sign in'>): Steps {
  if (act.proof.kind === 'passkey') return yield* signInByPasskey(world, act, act.proof);
  const refused = yield* judged(world, { ...act.proof, peer: act.peer });
  if (refused !== null) return refused;
  beginSession(world, { key: act.session, kind: 'login', person: act.person, number: null }, LOGIN_MINUTES);
  return 'in login';
}

/** A door that others have locked is open to it. */
function* signInByPasskey(world: World, { peer, session: key }: Named<'sign in'>, proof: Signing): Steps {
  yield;
  if (!mayRequest(world, peer)) return 'ONLINE_TOO_MANY';
  const owner = byPasskey(world, proof);
  if (owner === null) return 'PASSKEY_REFUSED';
  const { login } = personOf(world, owner);
  if (login !== null) login.uses = proof.uses;
  beginSession(world, { key, kind: 'login', person: owner, number: null }, LOGIN_MINUTES);
  return 'in login';
}

/** The session that is changed must be one's own: the ID number typed with the password is that of its holder. */
export function* changeLogin(world: World, act: Named<'change login'>): Steps {
  const seen = yield* session(world, act.session, ['login']);
  if (seen === null) return 'SIGN_IN_REQUIRED';
  if (act.proof.kind === 'password') {
    const refused = yield* judged(world, { ...act.proof, peer: act.peer });
    if (refused !== null) return refused;
  } else {
    const owner = byPasskey(world, act.proof);
    if (owner === null) return 'PASSKEY_REFUSED';
    if (owner !== seen.person) return 'ONLINE_REFUSED';
  }
  if (isRefused(world, act.login, `change ${act.next}`)) return 'PASSKEY_REFUSED';
  endSessions(world, seen.person, 'login');
  keepLogin(world, { person: seen.person, login: act.login, key: act.next });
  return 'in login';
}

export function* signOut(world: World, act: Named<'sign out'>): Steps {
  const seen = yield* session(world, act.session, KNOWN);
  if (seen === null) return 'SIGN_IN_REQUIRED';
  const found = world.sessions.find(({ key }) => key === act.session);
  if (found !== undefined) found.ended = true;
  return 'done';
}

export function* endOthers(world: World, act: Named<'end others'>): Steps {
  const seen = yield* session(world, act.session, ['login']);
  if (seen === null) return 'SIGN_IN_REQUIRED';
  for (const each of world.sessions)
    if (each.person === seen.person && each.kind === 'login' && each.key !== act.session) each.ended = true;
  return 'done';
}

export function* standing(world: World, act: Named<'standing'>): Steps {
  const seen = yield* session(world, act.session, ['login']);
  // Whoever is looking while the login ends sees either.
  if (seen === null || personOf(world, seen.person).login === null) return 'SIGN_IN_REQUIRED';
  const losses = reportsOf(world, seen.person);
  return `losses ${losses.slice(0, 10).map(told).join(', ')}`;
}

const told = (report: ModelReport): string => `${report.digits} ${statusOf(report)}`;

/** A code is good for one report; the same request once more is answered as the report stands. */
export function* report(world: World, act: Named<'report'>): Steps {
  const seen = yield* session(world, act.session, KNOWN);
  if (seen === null || seen.kind === 'follow-up') return 'SIGN_IN_REQUIRED';
  const before = world.operations[act.op];
  if (before !== undefined) return told(reportOf(world, before));
  const found = world.sessions.find(({ key }) => key === act.session);
  if (seen.kind === 'report' && found?.number !== null) return 'SIGN_IN_REQUIRED';
  if (personOf(world, seen.person).isClosed) return 'ACCOUNT_CLOSED';
  const made = makeReport(world, { person: seen.person, kind: 'oral', channel: 'online', session: act.session });
  if (typeof made === 'string') return made;
  world.operations[act.op] = made.digits;
  if (seen.kind === 'report' && found !== undefined) found.number = made.digits;
  return told(made);
}

function isOwn(world: World, { kind, person, number: own }: ModelSession, number: string): boolean {
  return reportOf(world, number).person === person && (kind === 'login' || own === number);
}

export function* progress(world: World, act: Named<'progress'>): Steps {
  const seen = yield* session(world, act.session, KNOWN);
  if (seen === null) return 'SIGN_IN_REQUIRED';
  if (!isOwn(world, seen, act.number)) return 'LOSS_UNKNOWN';
  lapse(world);
  return told(reportOf(world, act.number));
}

export function* withdraw(world: World, act: Named<'withdraw'>): Steps {
  const seen = yield* session(world, act.session, ['login']);
  if (seen === null) return 'SIGN_IN_REQUIRED';
  const before = world.operations[act.op];
  if (before !== undefined) return before;
  if (!isOwn(world, seen, act.number)) return 'LOSS_UNKNOWN';
  lapse(world);
  const found = reportOf(world, act.number);
  if (found.session !== act.session) return 'WITHDRAW_NOT_HERE';
  if (found.card !== 'oral' && found.card !== 'formal') return 'LOSS_STATE';
  const late = world.at - found.at >= WITHDRAW_MINUTES * MINUTE || dayOf(world.at) !== found.day;
  if (late || found.confirmed) return 'WITHDRAW_LATE';
  takeBack(world, found);
  const answer = told(found);
  world.operations[act.op] = answer;
  return answer;
}
