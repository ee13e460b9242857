/**
 * Looks for an order of what was done at once that explains all that was seen. Answers every world that is possible afterwards;
 * none means that no order does, and the office is wrong.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Act } from './acts.ts';
import type { Seen, World } from './office-world.ts';
import { lostEffects, predict, restarted } from './predicted.ts';

/** An act that was done at the same time as others. */
export interface Done {
  readonly act: Act;
  /** How often it was asked without an answer, before it was answered or given up. */
  readonly lost: number;
  /** Null when it was given up. */
  readonly seen: Seen | null;
}

interface Left {
  readonly done: Done;
  readonly lost: number;
  readonly isAnswered: boolean;
}

/** More possibilities than this are no prediction any more. */
const MOST_WORLDS = 256;

/** @param deaths how often the server died meanwhile. */
export function explained(worlds: readonly World[], all: readonly Done[], deaths: number): World[] {
  const found = new Map<string, World>();
  const left = all.map((done) => ({ done, lost: Math.min(done.lost, 2), isAnswered: false }));
  for (const world of worlds) explain(world, left, deaths, found);
  if (found.size > MOST_WORLDS) throw new Error(`${found.size} worlds are possible: the model predicts too little`);
  return [...found.values()];
}

function explain(world: World, left: readonly Left[], deaths: number, found: Map<string, World>): void {
  if (left.length === 0 && deaths === 0) {
    found.set(nameOf(world), world);
    return;
  }
  if (deaths > 0) explain(restarted(world), left, deaths - 1, found);
  for (const [at, one] of left.entries()) {
    const others = left.filter((_, other) => other !== at);
    const { act, seen } = one.done;
    if (one.lost > 0) {
      for (const after of lostEffects(world, act))
        explain(after, without(others, { ...one, lost: one.lost - 1 }), deaths, found);
      continue;
    }
    const after = structuredClone(world);
    if (isDeepStrictEqual(predict(after, act), seen)) explain(after, others, deaths, found);
  }
}

/** Worlds of one name are one, in whichever order things came to be in them. */
function nameOf(world: World): string {
  return JSON.stringify(world, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** What is left of an act after one of its tries; an act that was given up is over with the last of them. */
function without(others: readonly Left[], one: Left): readonly Left[] {
  return one.lost === 0 && one.done.seen === null ? others : [...others, one];
}
