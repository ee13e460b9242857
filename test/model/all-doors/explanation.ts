/**
 * Which worlds are possible after what was seen: an act alone, two at once in any order of their steps, one whose commit failed, one
 * in the middle of which the process was killed.
 */
import type { Act } from './acts.ts';
import * as other from './other-doors-rules.ts';
import * as web from './web-rules.ts';
import type { Steps, World } from './world.ts';

const RULES: { readonly [Name in Act['act']]: (world: World, act: Extract<Act, { act: Name }>) => Steps } = {
  'send code': web.sendCode,
  enter: web.enter,
  register: web.register,
  'sign in': web.signIn,
  'sign out': web.signOut,
  standing: web.standing,
  'end others': web.endOthers,
  report: web.report,
  progress: web.progress,
  withdraw: web.withdraw,
  'change login': web.changeLogin,
  call: other.call,
  'report by call': other.reportByCall,
  'report unproven': other.reportUnproven,
  'progress by call': other.progressByCall,
  'change PIN': other.changePin,
  'send number': other.sendNumber,
  'hang up': other.hangUp,
  'report at counter': other.reportAtCounter,
  'cancel at counter': other.cancelAtCounter,
  reissue: other.reissue,
  'close account': other.closeAccount,
  'end login': other.endLogin,
  'set telephone password': other.setTelephonePassword,
  'change phone': other.changePhone,
  'take messages': other.takeMessages,
  'settle message': other.settleMessage,
};

const begin = (world: World, act: Act): Steps => (RULES[act.act] as (world: World, act: Act) => Steps)(world, act);

export interface Outcome {
  readonly world: World;
  /** Of each act in their order; null where the asker heard nothing, or of a failed disk. */
  readonly answers: readonly (string | null)[];
}

/** Every order of the steps of the acts, each with what is answered in it. */
export function outcomes(world: World, acts: readonly Act[]): Outcome[] {
  const found: Outcome[] = [];
  const schedules: number[][] = [[]];
  for (let schedule = schedules.pop(); schedule !== undefined; schedule = schedules.pop()) {
    const { world: reached, answers, open } = played(world, acts, schedule);
    if (open.length === 0) found.push({ world: reached, answers });
    for (const next of open) schedules.push([...schedule, next]);
  }
  return found;
}

/** What the books hold when a single act broke off after any number of its steps, the last included. */
export function brokenOff(world: World, act: Act): World[] {
  const found: World[] = [];
  for (let steps = 0; ; steps += 1) {
    const { world: reached, open } = played(
      world,
      [act],
      Array.from({ length: steps }, () => 0),
    );
    found.push(reached);
    if (open.length === 0) return found;
  }
}

function played(world: World, acts: readonly Act[], schedule: readonly number[]) {
  const reached = structuredClone(world);
  const running = acts.map((act) => begin(reached, act));
  const answers: (string | null)[] = acts.map(() => null);
  for (const which of schedule) {
    const step = running[which]?.next();
    if (step?.done === true) answers[which] = step.value;
  }
  const open = acts.flatMap((_, which) => (answers[which] === null ? [which] : []));
  return { world: reached, answers, open };
}
