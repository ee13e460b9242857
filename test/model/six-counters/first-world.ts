/** The world as every history finds it. */
import { FIRST_DAY, FIRST_FEN, type Template } from './office-template.ts';
import { HOLDERS } from './drawing.ts';
import type { World } from './office-world.ts';

export function firstWorld({ at, places }: Template): World {
  return {
    at,
    day: FIRST_DAY,
    places: places.map(({ number }) => ({ number, session: null, revoked: false })),
    clerks: {},
    sessions: {},
    visits: {},
    holders: Array.from({ length: HOLDERS }, () => ({
      entries: 1,
      fen: FIRST_FEN,
      printed: 0,
      pin: { state: 'none' as const, digits: '', wrong: 0 },
    })),
    papers: {},
    jobs: {},
    losses: [],
    requests: {},
    tasks: {},
    files: {},
    checked: {},
    batches: [],
    kept: {},
    numbers: {},
  };
}
