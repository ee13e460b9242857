/** What goes wrong while something is done: with one counter's line, or with the server. */
import type { Passage } from '../../faults/link/line-proxy.ts';
import type { Chance } from '../seeded-chance.ts';
import type { CounterPlace } from './counter-place.ts';
import type { OfficeProcess } from './office-process.ts';

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** As long as a hello and its handshake are at most. */
const HELLO_BYTES = 3_000;

/** Connections that were held while later ones went first, until they are let go. */
export type Held = Passage[];

export interface Suffering {
  readonly chance: Chance;
  readonly server: OfficeProcess;
  readonly held: Held;
}

/** Begins before the acts are asked; what is answered is to be awaited beside them. */
export async function beginFault(
  { chance, server, held }: Suffering,
  place: CounterPlace,
): Promise<() => Promise<void>> {
  const { passage } = place;
  const kind = chance.below(100);
  if (kind < 20) passage.cut('up', 1 + chance.below(400));
  else if (kind < 40) passage.cut('down', 1 + chance.below(600));
  else if (kind < 55) return reordered(passage, held, chance.below(30));
  else if (kind < 65) return delayed(passage, chance.below(30));
  else if (kind < 80) return heldFromTheStart(place, held, chance.below(HELLO_BYTES));
  else if (kind < 85) return slow(place, 1 + chance.below(200));
  else {
    const when = chance.pick(['coming', 'during', 'done'] as const);
    await server.doom({ after: chance.below(3), when, turns: chance.below(12) });
    return () => Promise.resolve();
  }
  return () => Promise.resolve();
}

/** The counter goes while what it has said is under way, and comes again on another connection. */
function reordered(passage: Passage, held: Held, turns: number): () => Promise<void> {
  passage.hold();
  held.push(passage);
  return async () => {
    await turnsOf(turns);
    passage.leave();
  };
}

function delayed(passage: Passage, turns: number): () => Promise<void> {
  passage.hold();
  return async () => {
    await turnsOf(turns);
    passage.release();
  };
}

/** The next connection is stopped on its way, in its handshake or behind it, and the one after it goes first. */
function heldFromTheStart(place: CounterPlace, held: Held, holdAfter: number): () => Promise<void> {
  place.faults.push({ holdAfter });
  const { passage: before } = place;
  before.cut();
  return async () => {
    while (place.passage === before) await turn();
    const { passage } = place;
    while (passage.passedUp < holdAfter && place.passage === passage && !place.isReady) await turn();
    held.push(passage);
    passage.leave();
  };
}

function slow(place: CounterPlace, pieceBytes: number): () => Promise<void> {
  place.faults.push({ pieceBytes });
  place.passage.cut();
  return () => Promise.resolve();
}

async function turnsOf(turns: number): Promise<void> {
  for (let left = turns; left > 0; left -= 1) await turn();
}
