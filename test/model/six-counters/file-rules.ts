/** What must come of the department's files: each good line is credited once, and a file's number serves once. */
import type { ActOf } from './acts.ts';
import { sessionAt, type FileState, type Seen, type World } from './office-world.ts';
import { secondFault } from './loss-rules.ts';
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
  return file?.session === session.key ? verdict(world, file, false) : 'FILE_UNKNOWN';
}

export function post(world: World, { key, place, file: fileKey, second }: ActOf<'post'>): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const fault = second !== null && 'clerk' in second ? secondFault(world, session, second.clerk) : null;
  if (fault !== null) return fault;
  const file = world.files[fileKey];
  if (file?.session !== session.key) return 'FILE_UNKNOWN';
  if (second === null) return 'SECOND_PERSON_REQUIRED';
  const seen = verdict(world, file, true);
  if (!isPosted(seen)) return seen;
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
