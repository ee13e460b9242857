/** The auditor's word on any act: what it is answered, and how the world is afterwards. */
import type { Act, ActKind, ActOf } from './acts.ts';
import { askAboutFile, check, post, receive } from './file-rules.ts';
import { ask, cancelLoss, decide, reportLoss, seeRequests } from './loss-rules.ts';
import { sessionAt, visitOf, type Seen, type World } from './office-world.ts';
import { cancelPaper, prepare, print, seeQueue, settle, takePaper } from './paper-rules.ts';
import { beginTask, countedOnly, endTask, forgetTasks, type } from './pin-rules.ts';
import {
  arrive,
  closeDay,
  header,
  leave,
  liftLock,
  lock,
  lookAtVisit,
  revoke,
  signIn,
  signOut,
  steal,
  unlock,
} from './session-rules.ts';

type Rules = { readonly [Kind in ActKind]: (world: World, act: ActOf<Kind>) => Seen };

const rules: Rules = {
  'sign in': signIn,
  'sign out': signOut,
  lock,
  unlock,
  'lift lock': liftLock,
  steal,
  arrive,
  'look at visit': lookAtVisit,
  leave,
  prepare,
  print,
  settle,
  'take paper': takePaper,
  'cancel paper': cancelPaper,
  'see queue': seeQueue,
  'report loss': reportLoss,
  'cancel loss': cancelLoss,
  ask,
  decide,
  'see requests': seeRequests,
  'begin task': beginTask,
  type,
  'end task': endTask,
  receive,
  check,
  'ask about file': askAboutFile,
  post,
  again,
  revoke,
  'close day': closeDay,
};

/** Does it to the world, once more or for the first time, and answers what must be seen of it. */
export function predict(world: World, act: Act): Seen {
  const kept = act.do === 'again' ? undefined : world.kept[act.key];
  // The same command under its own id: whoever asks it once more gets the first answer.
  if (kept !== undefined) return repeated(world, act.place, act, false);
  return rules[act.do](world, act as never);
}

function again(world: World, { place, of, changed }: ActOf<'again'>): Seen {
  return repeated(world, place, of, changed);
}

/** A command that was answered, asked by whoever is at the place now. */
function repeated(world: World, place: number, of: Act, changed: boolean): Seen {
  const session = sessionAt(world, place);
  if (typeof session === 'string') return session;
  const kept = world.kept[of.key];
  if (kept === undefined) throw new Error(`${of.key} is asked again and was never answered`);
  if (kept.clerk !== session.clerk || changed) return 'OPERATION_REUSED';
  // Whose file it is, is looked at before the present state of the request is told.
  if (of.do === 'ask about file' && world.files[of.file]?.session !== session.key) return 'FILE_UNKNOWN';
  if (of.do === 'arrive') {
    const visit = visitOf(world, session, of.key);
    return typeof visit === 'string' ? visit : header(world, visit);
  }
  if (of.do === 'ask') {
    const visit = visitOf(world, session, of.visit);
    return typeof visit === 'string' ? visit : (world.requests[of.key]?.state ?? 'APPROVAL_UNKNOWN');
  }
  if (of.do === 'ask about file') return world.requests[of.key]?.state ?? 'APPROVAL_UNKNOWN';
  if (of.do === 'decide') return world.requests[of.request]?.state ?? 'APPROVAL_UNKNOWN';
  return kept.seen;
}

/** What an act whose answer was lost may have come to: nothing, all of it, or where the server died, the part that it commits first. */
export function lostEffects(before: World, act: Act): World[] {
  // Nobody was told the token of the session, so that it is as if there were none.
  if (act.do === 'sign in') return [before];
  const done = structuredClone(before);
  predict(done, act);
  if (act.do !== 'type') return [before, done];
  const half = structuredClone(before);
  countedOnly(half, act);
  return [before, half, done];
}

/** The server has died and come back. */
export function restarted(before: World): World {
  const after = structuredClone(before);
  forgetTasks(after);
  after.checked = {};
  return after;
}
