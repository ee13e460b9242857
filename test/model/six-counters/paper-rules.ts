/** What must come of statements, and of the print queue of each counter. */
import type { ActOf } from './acts.ts';
import { isClerkOnly, nextNumber, sessionAt, visitOf, type JobState, type Seen, type World } from './office-world.ts';
import { holderOf, ok } from './session-rules.ts';

export function prepare(world: World, { place, visit: key }: ActOf<'prepare'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const visit = visitOf(world, session, key);
  if (typeof visit === 'string') return visit;
  const { entries, fen, printed } = holderOf(world, visit.holder);
  const draft = Object.values(world.papers).find((paper) => paper.visit === key && !paper.issued);
  const number = draft?.number ?? nextNumber(world, 'S');
  world.papers[number] = { number, holder: visit.holder, visit: key, entries, issued: false, copies: 0 };
  return { number, closingFen: fen, entries, unprinted: entries - printed, clears: entries - printed };
}

export function print(world: World, { key, place, visit: visitKey, paper: number }: ActOf<'print'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const visit = visitOf(world, session, visitKey);
  if (typeof visit === 'string') return visit;
  const paper = world.papers[number];
  const isGiven = paper?.holder === visit.holder && (paper.issued || paper.visit === visit.key);
  if (paper === undefined || !isGiven) return 'DOCUMENT_UNKNOWN';
  paper.issued = true;
  paper.copies += 1;
  const counter = world.places[place]?.number ?? '';
  world.jobs[key] = { paper: number, copy: paper.copies, clerk: session.clerk, counter, state: 'queued' };
  world.kept[key] = { seen: ok, clerk: session.clerk };
  return ok;
}

/** A job of the counter that the clerk may touch; or why it is refused. */
function jobAt(world: World, place: number, key: string): (JobState & { readonly isOwn: boolean }) | string {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const job = world.jobs[key];
  const isOwn = job?.clerk === session.clerk;
  if (job === undefined || job.counter !== world.places[place]?.number) return 'PRINT_JOB_UNKNOWN';
  return isOwn || !isClerkOnly(session.clerk) ? { ...job, isOwn } : 'PRINT_JOB_UNKNOWN';
}

export function settle(world: World, { place, job: key, outcome }: ActOf<'settle'>): Seen {
  const job = jobAt(world, place, key);
  if (typeof job === 'string') return job;
  const kept = world.jobs[key];
  if (kept === undefined) throw new Error('a job that was found is there');
  if (kept.state === 'queued' && outcome === 'printed') {
    kept.state = 'printed';
    const paper = world.papers[kept.paper];
    if (paper === undefined) throw new Error('a job without its paper');
    const holder = holderOf(world, paper.holder);
    holder.printed = Math.max(holder.printed, paper.entries);
  }
  return { state: kept.state, copy: kept.copy };
}

/** The bytes of a paper: of one's own, or for a reason, of another clerk's of this counter. */
export function takePaper(world: World, { place, job: key }: ActOf<'take paper'>): Seen {
  const job = jobAt(world, place, key);
  if (typeof job === 'string') return job;
  return job.state === 'queued' ? ok : 'PRINT_JOB_UNKNOWN';
}

export function cancelPaper(world: World, { place, job: key }: ActOf<'cancel paper'>): Seen {
  const job = jobAt(world, place, key);
  if (typeof job === 'string') return job;
  const kept = world.jobs[key];
  if (job.state !== 'queued' || kept === undefined) return 'PRINT_JOB_UNKNOWN';
  kept.state = 'cancelled';
  return ok;
}

export function seeQueue(world: World, { place }: ActOf<'see queue'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const counter = world.places[place]?.number;
  const mine = Object.values(world.jobs).filter(
    (job) =>
      job.state === 'queued' && job.counter === counter && (!isClerkOnly(session.clerk) || job.clerk === session.clerk),
  );
  return { papers: mine.map(({ paper, copy, clerk }) => `${paper} ${copy} ${clerk}`).toSorted() };
}
