/** What must come of the department's files: each good line is credited once, and a file's number serves once. */
import type { ActOf } from './acts.ts';
import { sessionAt, type FileState, type RequestState, type Seen, type World } from './office-world.ts';
import { secondFault, used } from './second-person-rules.ts';
import { holderOf, ok } from './session-rules.ts';

export function receive(world: World, { key, place, batch, lines }: ActOf<'receive'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  world.files[key] = { session: session.key, batch, lines };
  return ok;
}

export function check(world: World, { place, file: key }: ActOf<'check'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const file = world.files[key];
  if (file?.session !== session.key) return 'FILE_UNKNOWN';
  checkedNow(world, file);
  return verdict(world, file, false);
}

export function askAboutFile(world: World, { key, place, file: fileKey }: ActOf<'ask about file'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const file = world.files[fileKey];
  if (file?.session !== session.key) return 'FILE_UNKNOWN';
  const asked = { content: contentOf(file), figures: checkedNow(world, file) };
  world.requests[key] = { loss: 'file', file: asked, agent: false, askedBy: session.clerk, state: 'pending' };
  world.kept[key] = { seen: 'pending', clerk: session.clerk };
  return 'pending';
}

/** Whether the file of a request comes to something else by now: then the request ends, and the same is asked as it stands. */
export function hasChanged(world: World, key: string, request: RequestState): boolean {
  if (request.file === null) return false;
  const { content } = request.file;
  const file = Object.values(world.files).find((each) => contentOf(each) === content);
  if (file === undefined) throw new Error('a file was asked about that nobody received');
  const figures = checkedNow(world, file);
  if (figures === request.file.figures) return false;
  request.state = 'expired';
  world.requests[`${key} as it stands`] = { ...request, file: { content, figures }, state: 'pending' };
  return true;
}

function contentOf({ batch, lines }: FileState): string {
  return JSON.stringify([batch, lines]);
}

function checkedNow(world: World, file: FileState): string {
  return (world.checked[contentOf(file)] = JSON.stringify(verdict(world, file, false)));
}

/** Why a request from the queue is not for this file, before it is read for its posting: by its last check. */
function requestFault(world: World, file: FileState, clerk: string, asked: string): string | null {
  const figures = world.checked[contentOf(file)] ?? checkedNow(world, file);
  const request = world.requests[asked];
  if (request === undefined) return 'APPROVAL_UNKNOWN';
  const isSame = request.file?.content === contentOf(file) && request.file.figures === figures;
  return request.askedBy === clerk && isSame ? used({ ...request }) : 'APPROVAL_OTHER';
}

export function post(world: World, { key, place, file: fileKey, second }: ActOf<'post'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const fault = second !== null && 'clerk' in second ? secondFault(world, session, second.clerk) : null;
  if (fault !== null) return fault;
  const file = world.files[fileKey];
  if (file?.session !== session.key) return 'FILE_UNKNOWN';
  if (second === null) return 'SECOND_PERSON_REQUIRED';
  const asked = 'request' in second ? second.request : null;
  const notFor = asked === null ? null : requestFault(world, file, session.clerk, asked);
  if (notFor !== null) return notFor;
  const seen = verdict(world, file, true);
  if (!isPosted(seen)) return seen;
  const request = asked === null ? undefined : world.requests[asked];
  if (request !== undefined) request.state = 'used';
  world.batches.push(file.batch);
  for (const [at, fen] of file.lines) {
    if (at < 0) continue;
    const holder = holderOf(world, at);
    holder.entries += 1;
    holder.fen += fen;
  }
  world.kept[key] = { seen, clerk: session.clerk };
  return seen;
}

const isPosted = (seen: Seen): boolean => typeof seen !== 'string' && seen['posted'] === true;

function verdict(world: World, { batch, lines }: FileState, posting: boolean): Seen {
  if (world.batches.includes(batch)) return { posted: false, accepted: 0, fen: 0, refused: 0, reason: 'DU01' };
  const good = lines.filter(([holder]) => holder >= 0);
  // Such a file is not booked, and its number stays free.
  if (good.length === 0) return { posted: false, accepted: 0, fen: 0, refused: lines.length, reason: 'NO_GOOD_LINE' };
  const fen = good.reduce((sum, [, amount]) => sum + amount, 0);
  return { posted: posting, accepted: good.length, fen, refused: lines.length - good.length, reason: null };
}
