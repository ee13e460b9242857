/**
 * An office server in a process of its own, to be killed: the program's doors, signing and dispatcher over the folder it is told,
 * with the time it is told. What its parent asks of it besides, a command line would ask, or a test alone.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Instant } from '../../../electron/contract/kernel/dates.ts';
import { RefusalError, type Reply } from '../../../electron/contract/kernel/errors.ts';
import type { LedgerVerb } from '../../../electron/contract/verbs.ts';
import { closeDays } from '../../../electron/ledger/day/days.ts';
import { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import { COMMAND_LINE } from '../../../electron/ledger/request/scope.ts';
import { CounterDoor } from '../../../electron/server/doors/counter-door.ts';
import type { ServedAnswer, ServedLedger, ServedRequest } from '../../../electron/server/doors/served-ledger.ts';
import { keptAuthority } from '../../../electron/server/identity/authority-keeping.ts';
import { CounterSigning } from '../../../electron/server/identity/counter-signing.ts';
import { OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { OfficeLedger } from '../../../electron/server/office-ledger.ts';

const HOST = '127.0.0.1';

/** What the parent asks: each is answered under its number. */
export type ToServed =
  | { readonly do: 'open'; readonly place: Place; readonly at: number; readonly port: number }
  | { readonly do: 'time'; readonly at: number }
  | { readonly do: 'ask'; readonly verb: LedgerVerb; readonly input: unknown; readonly token: string | null }
  | { readonly do: 'close days'; readonly days: number }
  /** Once nothing that was asked is under way any more. */
  | { readonly do: 'settle' }
  | { readonly do: 'die'; readonly fate: Fate }
  /** Leaves no room on its disk, or makes some again; how much memory it holds. */
  | { readonly do: 'fill' | 'make room' | 'memory' }
  | { readonly do: 'close' };

export interface Place {
  readonly folder: string;
  readonly keysFolder: string;
  readonly officeId: string;
  readonly dataKey: Uint8Array;
  readonly pinKey: Uint8Array;
  readonly program: string;
}

export interface MemoryInUse {
  /** Of the computer's memory. */
  readonly residentMb: number;
  /** By what the program still holds. */
  readonly heldMb: number;
}

/** At the request after so many more: as it comes, some turns after, or once it is done and not yet answered. */
export interface Fate {
  readonly after: number;
  readonly when: 'coming' | 'during' | 'done';
  readonly turns: number;
}

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let at = 0;
let served: Served | null = null;

/** Counts what is under way, and dies when it is its fate. */
class Watched implements ServedLedger {
  readonly #ledger: ServedLedger;
  #underWay = 0;
  #idle: (() => void)[] = [];
  fate: Fate | null = null;

  constructor(ledger: ServedLedger) {
    this.#ledger = ledger;
  }

  async answer(request: ServedRequest): Promise<ServedAnswer> {
    this.#underWay += 1;
    const { fate } = this;
    if (fate !== null) this.fate = { ...fate, after: fate.after - 1 };
    const isLast = fate?.after === 0;
    if (isLast && fate.when === 'coming') die();
    const answering = this.#ledger.answer(request);
    if (isLast && fate.when === 'during') {
      for (let left = fate.turns; left > 0; left -= 1) await turn();
      die();
    }
    const answer = await answering;
    if (isLast) die();
    this.#underWay -= 1;
    if (this.#underWay === 0) for (const wake of this.#idle.splice(0)) wake();
    return answer;
  }

  readonly cancel: ServedLedger['cancel'] = (...asked) => this.#ledger.cancel(...asked);

  settled(): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

class Served {
  readonly dispatcher: Dispatcher;
  readonly watched: Watched;
  readonly filler: string;
  readonly #ledger = new OfficeLedger();
  readonly #signing = new CounterSigning();
  #door: CounterDoor | null = null;

  constructor({ folder, keysFolder, officeId, dataKey, pinKey }: Place) {
    this.watched = new Watched(this.#ledger);
    this.filler = join(folder, 'filler');
    this.dispatcher = new Dispatcher({
      ...{ folder, keysFolder, officeId, dataKey, pinKey, authority: this.#signing },
      clock: () => at as Instant,
      report: (progress, counter) => this.#door?.tell(counter, { type: 'progress', progress }),
      tellTask: (task, counter) => this.#door?.tell(counter, { type: 'customer-task', task }),
      tellChange: (kinds) => {
        this.#door?.tellAll({ type: 'changed', kinds });
        if (kinds.includes('counters')) void this.#door?.lookAgain();
      },
    });
    this.#ledger.serve(this.dispatcher);
  }

  /** Answers the port. */
  async listen({ keysFolder, officeId, program }: Place, port: number): Promise<number> {
    const authority = await OfficeAuthority.of(await keptAuthority({ keysFolder, officeId }, Date.now()));
    this.#signing.begin(authority);
    const ledger = {
      answer: (request: ServedRequest) => this.watched.answer(request),
      cancel: this.watched.cancel,
      join: this.#ledger.join.bind(this.#ledger),
    };
    const identity = await authority.issueServer(officeId, [HOST], Date.now());
    const note = (): void => undefined;
    const open = { host: HOST, port, ledger, identity, program, register: this.#ledger, note };
    this.#door = await CounterDoor.open(open);
    const listening = this.#door.address.port;
    await this.#ledger.begin({ address: `${HOST}:${listening}`, fingerprint: this.#signing.fingerprint });
    return listening;
  }

  async close(): Promise<void> {
    await this.#door?.close();
    this.dispatcher.close();
  }
}

async function obey(wish: ToServed): Promise<unknown> {
  if (wish.do === 'open') {
    at = wish.at;
    served = new Served(wish.place);
    return served.listen(wish.place, wish.port);
  }
  if (served === null) throw new Error('no office is open');
  if (wish.do === 'memory') return memoryInUse();
  if (wish.do === 'time') at = wish.at;
  else if (wish.do === 'ask') return asked(served, wish);
  else if (wish.do === 'close days') return daysClosed(served, wish.days);
  else if (wish.do === 'settle') await served.watched.settled();
  else if (wish.do === 'die') served.watched.fate = wish.fate;
  else if (wish.do === 'fill') fillDisk(served.filler);
  else if (wish.do === 'make room') rmSync(served.filler);
  else await served.close();
  return null;
}

/** As the command line asks. */
async function asked({ dispatcher }: Served, { verb, input, token }: Extract<ToServed, { do: 'ask' }>) {
  const from = { door: 'command-line', counter: COMMAND_LINE, operator: 'operator:model' } as const;
  const { reply, session } = await dispatcher.answer({ verb, input, sessionToken: token, ...from });
  return { reply, session: session ?? null };
}

async function daysClosed({ dispatcher }: Served, days: number): Promise<Reply<unknown>> {
  try {
    const from = { sessionToken: null, operator: 'operator:model' };
    let day = '';
    for (let left = days; left > 0; left -= 1)
      day = await dispatcher.perform('day.close', from, (scope) => closeDays(scope, null, null));
    return { ok: true, value: day };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, error: error.refusal };
    throw error;
  }
}

/** Once what nobody holds any more has been thrown away. */
function memoryInUse(): MemoryInUse {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { residentMb: rss / 2 ** 20, heldMb: (heapUsed + external) / 2 ** 20 };
}

/** Down to less than what anybody writes. */
function fillDisk(path: string): void {
  for (let size = 1 << 20; size >= 512;) {
    try {
      writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      size >>= 1;
    }
  }
}

process.on('message', ({ id, wish }: { readonly id: number; readonly wish: ToServed }) => {
  void obey(wish).then((value) => process.send?.({ id, value }));
});
process.on('disconnect', () => process.exit());
