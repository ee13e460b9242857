/** What must come of signing in and out, of visits, and of what is tried from the wrong counter. */
import type { ActOf } from './acts.ts';
import {
  clerkOf,
  countGuess,
  dayAfter,
  endSession,
  openVisitOf,
  sessionAt,
  type Seen,
  type VisitState,
  type World,
} from './office-world.ts';

export const ok = 'ok';

export function signIn(world: World, { key, place, clerk }: ActOf<'sign in'>): Seen {
  if (clerkOf(world, clerk).locked) return 'CLERK_LOCKED';
  world.sessions[key] = { key, place, clerk, open: true, locked: false, visit: null };
  const at = world.places[place];
  if (at !== undefined) at.session = key;
  return ok;
}

export function signOut(world: World, { place }: ActOf<'sign out'>): Seen {
  const session = sessionAt(world, place, 'clerk locked');
  if (typeof session === 'string') return session;
  endSession(world, session);
  return ok;
}

export function lock(world: World, { place }: ActOf<'lock'>): Seen {
  const session = sessionAt(world, place, 'window locked');
  if (typeof session === 'string') return session;
  session.locked = true;
  return ok;
}

export function unlock(world: World, { place }: ActOf<'unlock'>): Seen {
  const session = sessionAt(world, place, 'window locked');
  if (typeof session === 'string') return session;
  session.locked = false;
  return ok;
}

export function liftLock(world: World, { clerk, by }: ActOf<'lift lock'>): Seen {
  if (clerkOf(world, by).locked) return 'SECOND_PERSON_LOCKED';
  Object.assign(clerkOf(world, clerk), { locked: false, mismatches: [] });
  return ok;
}

/** A token from elsewhere is nothing. */
export function steal(): Seen {
  return 'SIGN_IN_REQUIRED';
}

export function arrive(world: World, { key, place, holder, agent, wrong }: ActOf<'arrive'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  if (openVisitOf(world, session) !== null) return 'VISIT_OPEN';
  if (wrong) {
    countGuess(world, session.clerk);
    return 'PAIR_MISMATCH';
  }
  const visit = { key, session: session.key, holder, agent, open: true };
  world.visits[key] = visit;
  session.visit = key;
  world.kept[key] = { seen: ok, clerk: session.clerk };
  return header(world, visit);
}

/** What the visit's header says of its holder. */
export function header(world: World, { holder }: VisitState): Seen {
  const { fen, entries, printed, pin } = holderOf(world, holder);
  const open = world.losses.find(
    (loss) => loss.holder === holder && (loss.state === 'oral' || loss.state === 'formal') && loss.lastDay >= world.day,
  );
  return { holder, fen, unprinted: entries - printed, loss: open?.kind ?? null, pin: pin.state };
}

export function holderOf(world: World, holder: number): World['holders'][number] {
  const found = world.holders[holder];
  if (found === undefined) throw new Error(`there is no holder ${holder}`);
  return found;
}

export function lookAtVisit(world: World, { place }: ActOf<'look at visit'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const visit = openVisitOf(world, session);
  return visit === null ? 'nobody' : header(world, visit);
}

export function leave(world: World, { place, visit: key }: ActOf<'leave'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const visit = world.visits[key];
  if (visit?.session !== session.key) return 'VISIT_REQUIRED';
  visit.open = false;
  return ok;
}

export function revoke(world: World, { place, counter, whose }: ActOf<'revoke'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  if (!session.clerk.startsWith('9')) return 'ROLE_REQUIRED';
  const revoked = world.places[whose];
  if (revoked === undefined || revoked.number !== counter) throw new Error('another counter is revoked than was drawn');
  if (revoked.revoked) return 'COUNTER_REVOKED';
  revoked.revoked = true;
  for (const other of Object.values(world.sessions)) if (other.place === whose && other.open) endSession(world, other);
  return 'revoked';
}

export function closeDay(world: World, { days }: ActOf<'close day'>): Seen {
  world.day = dayAfter(world.day, days);
  lapse(world);
  return world.day;
}

/** Oral reports that nobody has confirmed end with their last day. */
export function lapse(world: World): void {
  for (const loss of world.losses) if (loss.state === 'oral' && loss.lastDay < world.day) loss.state = 'lapsed';
}
