/** What must come of loss reports, and of what a second person is asked for at another counter. Holders of these have no PIN. */
import type { ActOf } from './acts.ts';
import { hasChanged } from './file-rules.ts';
import {
  countGuess,
  dayAfter,
  isClerkOnly,
  nextNumber,
  sessionAt,
  visitOf,
  type LossState,
  type RequestState,
  type Seen,
  type SessionState,
  type World,
} from './office-world.ts';
import { secondFault, used } from './second-person-rules.ts';
import { lapse } from './session-rules.ts';

const ORAL_DAYS = 5;
/** A formal report has no last day. */
const NEVER = '9999-12-31';

export function reportLoss(world: World, { key, place, visit: visitKey, kind }: ActOf<'report loss'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const visit = visitOf(world, session, visitKey);
  if (typeof visit === 'string') return visit;
  lapse(world);
  const open = openLossOf(world, visit.holder);
  if (open?.state === 'formal') return 'LOSS_ALREADY_REPORTED';
  const reported =
    open !== null && kind === 'formal' ? confirmed(world, open) : entered(world, visit.holder, kind, open);
  const seen = { number: reported.number, kind: reported.kind, status: kind === 'oral' ? 'reported' : 'waiting' };
  world.kept[key] = { seen, clerk: session.clerk };
  return seen;
}

function openLossOf(world: World, holder: number): LossState | null {
  return (
    world.losses.find((loss) => loss.holder === holder && (loss.state === 'oral' || loss.state === 'formal')) ?? null
  );
}

function confirmed(world: World, open: LossState): LossState {
  const formal = { ...open, kind: 'formal', state: 'formal', lastDay: NEVER } as const;
  world.losses[world.losses.indexOf(open)] = formal;
  return formal;
}

function entered(world: World, holder: number, kind: 'oral' | 'formal', open: LossState | null): LossState {
  if (open !== null) open.state = 'superseded';
  const lastDay = kind === 'oral' ? dayAfter(world.day, ORAL_DAYS) : NEVER;
  const loss: LossState = { number: nextNumber(world, 'L'), holder, kind, state: kind, lastDay };
  world.losses.push(loss);
  return loss;
}

export function cancelLoss(world: World, act: ActOf<'cancel loss'>): Seen {
  const session = sessionAt(world, act.place);
  if (typeof session === 'string') return session;
  const visit = visitOf(world, session, act.visit);
  if (typeof visit === 'string') return visit;
  if (visit.agent) return 'AGENT_MAY_NOT';
  const inPlace = act.second !== null && 'clerk' in act.second ? secondFault(world, session, act.second.clerk) : null;
  if (inPlace !== null) return inPlace;
  lapse(world);
  const loss = world.losses.find(({ number }) => number === act.loss);
  if (loss?.holder !== visit.holder) {
    countGuess(world, session.clerk);
    return 'LOSS_UNKNOWN';
  }
  if (loss.state !== 'oral' && loss.state !== 'formal') return 'LOSS_STATE';
  const fault = loss.state === 'formal' ? approvedFault(world, session, act) : null;
  if (fault !== null) return fault;
  loss.state = 'cancelled';
  const seen = { number: loss.number, status: 'cancelled' };
  world.kept[act.key] = { seen, clerk: session.clerk };
  return seen;
}

/** Whether a formal report has its second person: from the queue, the request is used up. */
function approvedFault(world: World, session: SessionState, { second, loss }: ActOf<'cancel loss'>): string | null {
  if (second === null) return 'SECOND_PERSON_REQUIRED';
  if ('clerk' in second) return null;
  const request = world.requests[second.request];
  if (request === undefined) return 'APPROVAL_UNKNOWN';
  if (request.askedBy !== session.clerk || request.loss !== loss || request.agent) return 'APPROVAL_OTHER';
  return used(request);
}

export function ask(world: World, { key, place, visit: visitKey, loss: number }: ActOf<'ask'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const visit = visitOf(world, session, visitKey);
  if (typeof visit === 'string') return visit;
  lapse(world);
  const loss = world.losses.find((each) => each.number === number);
  if (loss?.holder !== visit.holder) {
    countGuess(world, session.clerk);
    return 'LOSS_UNKNOWN';
  }
  world.requests[key] = { loss: number, file: null, agent: visit.agent, askedBy: session.clerk, state: 'pending' };
  world.kept[key] = { seen: 'pending', clerk: session.clerk };
  return 'pending';
}

export function decide(world: World, { key, place, request: asked, decision }: ActOf<'decide'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const request = world.requests[asked];
  if (request === undefined) return 'APPROVAL_UNKNOWN';
  if (request.askedBy === session.clerk) return 'SECOND_PERSON_SAME';
  if (isClerkOnly(session.clerk)) return 'SECOND_PERSON_ROLE';
  if (request.state === 'expired') return 'APPROVAL_EXPIRED';
  if (request.state !== 'pending') return 'APPROVAL_USED';
  if (decision === 'approve' && hasChanged(world, asked, request)) return 'APPROVAL_CHANGED';
  request.state = decision === 'approve' ? 'approved' : 'refused';
  world.kept[key] = { seen: request.state, clerk: session.clerk };
  return request.state;
}

/** A clerk sees their own requests, who may decide sees all. */
export function seeRequests(world: World, { place }: ActOf<'see requests'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const seen = Object.values(world.requests).filter(
    ({ askedBy }) => !isClerkOnly(session.clerk) || askedBy === session.clerk,
  );
  return { requests: seen.map((each) => told(each)).toSorted() };
}

function told({ askedBy, state, loss }: RequestState): string {
  return `${askedBy} ${loss} ${state}`;
}
