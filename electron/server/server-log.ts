/**
 * What the server says of who comes and goes: a line of JSON an event, never anything out of a message. An event that comes over and
 * over is told a few times a minute and then counted, so that a stranger who keeps knocking does not fill the disk.
 */

const MINUTE = 60_000;
const TOLD_A_MINUTE = 20;

export type Note = (event: string, details: Readonly<Record<string, string>>) => void;

interface Told {
  readonly since: number;
  readonly times: number;
}

/** @param now the clock, in milliseconds since 1970. */
export function serverLog(write: (line: string) => void, now: () => number): Note {
  const told = new Map<string, Told>();
  const say = (fields: object): void => write(`${JSON.stringify(fields)}\n`);
  return (event, details) => {
    const at = now();
    const before = told.get(event);
    const isFresh = before === undefined || at - before.since >= MINUTE;
    const times = isFresh ? 1 : before.times + 1;
    told.set(event, { since: isFresh ? at : before.since, times });
    if (isFresh && before !== undefined && before.times > TOLD_A_MINUTE)
      say({ at, event, untold: before.times - TOLD_A_MINUTE });
    if (times <= TOLD_A_MINUTE) say({ at, event, ...details });
  };
}
