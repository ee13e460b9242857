/**
 * What a request must come to, worked out from the policy of its verb and from docs/rules.md and docs/architecture.md alone;
 * nothing of what keeps the policies is used here.
 */
import type { Door, SecondPolicy, VerbPolicy } from '../../../../electron/contract/kernel/verb-policy.ts';
import type { Role } from '../../../../electron/contract/kernel/vocabulary.ts';

/** A sign-in as it stands when something is asked with it. */
export interface SessionFacts {
  readonly role: Role;
  /** Signed out, past its day or its hours, or of a clerk who was disabled or given another password. */
  readonly over: boolean;
  readonly windowLocked: boolean;
  readonly clerkLocked: boolean;
}

/** A session of a holder's own door as it stands when something is asked with it. */
export interface HolderFacts {
  readonly kind: 'login' | 'report' | 'follow-up' | 'call';
  /** Signed out, past its end, or unused for its minutes. */
  readonly over: boolean;
}

/** The visit that a request names, seen from the session that asks. */
export interface VisitFacts {
  readonly whose: 'own' | 'another' | 'nobody';
  readonly over: boolean;
  readonly stands: 'holder' | 'agent' | 'guardian';
}

export interface TaskFacts {
  readonly whose: 'own' | 'another' | 'nobody';
  readonly running: boolean;
  readonly visitOver: boolean;
}

export interface Facts {
  readonly door: Door;
  readonly office: 'open' | 'absent' | 'shut' | 'gone';
  /** Nobody has signed in since the office was made, and it was made at the asking counter. */
  readonly justSetUp: boolean;
  readonly session: SessionFacts | null;
  /** Null at any door but a holder's own, and for a token that is none there. */
  readonly holder: HolderFacts | null;
  /** Null where the request names none. */
  readonly visit: VisitFacts | null;
  readonly task: TaskFacts | null;
  /** What is reported lost, for the verb that tells them apart. */
  readonly about: 'card' | 'password';
  /** Who comes as second person, where one is asked at the counter. */
  readonly second: GivenSecond;
}

/**
 * The code of the refusal, by rules in the order in which they apply; `done` where the use case is reached, and `told` where
 * there is no office to ask.
 */
export function predicted(policy: VerbPolicy, facts: Facts): string {
  return (
    ofDoor(policy, facts) ??
    ofInput(policy, facts) ??
    ofOffice(policy, facts) ??
    (facts.office === 'open'
      ? (ofSession(policy, facts) ?? ofRole(policy, facts) ?? ofVisit(policy, facts) ?? ofSecond(policy, facts))
      : null) ??
    (facts.office === 'absent' && policy.office === 'open or absent' ? 'told' : 'done')
  );
}

/** Main that keeps the office itself asks what any main may, and what none other may. */
function ofDoor({ doors }: VerbPolicy, { door }: Facts): string | null {
  const through: readonly Door[] = door === 'own-program' ? ['own-program', 'program'] : [door];
  return doors.some((each) => through.includes(each)) ? null : 'NOT_ALLOWED_HERE';
}

const WITHOUT_NAMING: readonly string[] = ['none', 'anyone, or none', 'of the command', 'of the task'];

/** A verb about a visit has to name one. */
function ofInput({ visit }: VerbPolicy, facts: Facts): string | null {
  return facts.visit === null && !WITHOUT_NAMING.includes(visit) ? 'INPUT_INVALID' : null;
}

/** An office is made where there is none, books are opened that are shut, and all else waits for an open office. */
function ofOffice({ office: asked }: VerbPolicy, { office }: Facts): string | null {
  const fits: Readonly<Record<Facts['office'], readonly string[]>> = {
    open: ['open', 'open or absent', 'open or shut'],
    absent: ['absent', 'absent or gone', 'open or absent'],
    shut: ['shut', 'open or shut'],
    gone: ['absent or gone'],
  };
  if (fits[office].includes(asked)) return null;
  const makesOne = asked === 'absent' || asked === 'absent or gone';
  if (office === 'gone') return 'BOOKS_GONE';
  if (office === 'absent') return 'OFFICE_ABSENT';
  if (makesOne) return 'OFFICE_EXISTS';
  return office === 'shut' ? 'BOOKS_BEHIND' : 'BOOKS_NOT_SHUT';
}

/** A code opens what it was sent for, a login all that is the holder's, a telephone password a call. */
const OF_HOLDERS: Partial<Record<string, readonly HolderFacts['kind'][]>> = {
  'holder signed in': ['login'],
  'holder known': ['login', 'report', 'follow-up'],
  'caller proven': ['call'],
};

/** A clerk whom wrong pairs have locked may sign out; over a locked window one may lift the lock, and sign out. */
function ofSession({ session: asked }: VerbPolicy, { session, holder, justSetUp, door }: Facts): string | null {
  if (asked === 'none') return null;
  const kinds = OF_HOLDERS[asked];
  if (kinds !== undefined)
    return holder !== null && !holder.over && kinds.includes(holder.kind) ? null : 'SIGN_IN_REQUIRED';
  const isNobody = session === null || session.over;
  if (isNobody && asked === 'open, or at the command line' && door === 'command-line') return null;
  if (session === null && asked === 'open, or just set up' && justSetUp) return null;
  if (isNobody) return 'SIGN_IN_REQUIRED';
  if (session.clerkLocked && asked !== 'clerk may be locked') return 'CLERK_LOCKED';
  const overALockedWindow = asked === 'clerk may be locked' || asked === 'window may be locked';
  return session.windowLocked && !overALockedWindow ? 'SESSION_LOCKED' : null;
}

function ofRole({ actor, session: asked }: VerbPolicy, { session }: Facts): string | null {
  if (typeof actor === 'string' || asked === 'none' || session === null || actor.roles.includes(session.role))
    return null;
  return actor.told ? 'ROLE_REQUIRED' : 'NOT_ALLOWED_HERE';
}

/** Somebody else's visit is none; one that is over has ended; an agent does nothing that is the holder's alone. */
function ofVisit({ visit: asked }: VerbPolicy, { visit, task, about }: Facts): string | null {
  if (asked === 'none') return null;
  if (asked === 'of the task') return ofTask(task);
  if (visit === null) return null;
  if (visit.whose !== 'own') return 'VISIT_REQUIRED';
  if (visit.over && asked !== 'also ended') return 'VISIT_ENDED';
  const holderAlone = asked === 'holder' || (asked === 'holder, for a card anyone' && about === 'password');
  return holderAlone && visit.stands === 'agent' ? 'AGENT_MAY_NOT' : null;
}

function ofTask(task: TaskFacts | null): string | null {
  if (task?.whose !== 'own' || !task.running) return 'PIN_TASK_ENDED';
  return task.visitOver ? 'VISIT_ENDED' : null;
}

function ofSecond({ second: asked }: VerbPolicy, { second, about }: Facts): string | null {
  const code = asked === 'never' ? 'done' : predictedSecond(asked, second, { about, mayBeNobody: false });
  return code === 'done' ? null : code;
}

/** Whom a command names as its second person, at the counter with code and password or by a request in the queue. */
export type GivenSecond =
  'supervisor' | 'supervisor, wrong password' | 'clerk' | 'the first person' | 'request' | 'nobody';

/**
 * Two pairs of eyes: the second person can authorise, is not the first, and proves who they are; what the queue knows is
 * looked up together with the command. `mayBeNobody` is whether the input can leave them out.
 */
export function predictedSecond(
  policy: Exclude<SecondPolicy, 'never'>,
  given: GivenSecond,
  { about, mayBeNobody }: { readonly about: Facts['about']; readonly mayBeNobody: boolean },
): string {
  const isInPlace = policy.from !== 'in place or queue';
  if (isInPlace && given === 'request') return 'INPUT_INVALID';
  if (given === 'nobody' && !mayBeNobody) return 'INPUT_INVALID';
  if (policy.when === 'a PIN is lost' && about === 'card') return 'done';
  // Whether one is asked, the use case finds in the books.
  if (policy.from === 'in place, where asked') return 'done';
  // Who decides alone is nobody's second; whether their role may is judged by the use case.
  if (policy.from === 'one in place') return given === 'supervisor, wrong password' ? 'SIGN_IN_FAILED' : 'done';
  const codes: Readonly<Record<GivenSecond, string>> = {
    supervisor: 'done',
    'supervisor, wrong password': 'SECOND_PERSON_FAILED',
    clerk: 'SECOND_PERSON_ROLE',
    'the first person': 'SECOND_PERSON_SAME',
    request: 'done',
    nobody: isInPlace ? 'SECOND_PERSON_REQUIRED' : 'done',
  };
  return codes[given];
}
