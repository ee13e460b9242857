/**
 * The door of the telephone: every call of the exchange goes through the menu, and what it asks goes to the ledger as this door's. The
 * exchange says from which number a call comes; who calls, the ledger proves.
 */
import { UsageError } from '../../ledger/commands/command.ts';
import type { Note } from '../server-log.ts';
import { AgiExchange } from './lines/agi/agi-exchange.ts';
import { isPrivateAddress } from './lines/agi/agi-message-rules.ts';
import { BaresipExchange } from './lines/baresip/baresip-exchange.ts';
import type { Exchange, Line } from './lines/line.ts';
import { Call, type CallOptions } from './call.ts';
import { RecordedPrompts } from './prompts/recorded-prompts.ts';
import type { TelephonePlace } from './telephone-option-rules.ts';

export interface TelephoneDoorOptions {
  readonly place: TelephonePlace;
  /** The folder of the recordings. */
  readonly prompts: string;
  /** Where a caller who wants a person is connected to; null for nowhere. */
  readonly person: string | null;
  readonly ask: CallOptions['ask'];
  readonly note: Note;
}

/** Missing recordings are named, but no more of them than a line holds. */
const NAMED = 5;

export class TelephoneDoor {
  readonly #calls = new Set<Call>();
  readonly #options: TelephoneDoorOptions;
  #exchange: Exchange | null = null;

  private constructor(options: TelephoneDoorOptions) {
    this.#options = options;
  }

  /** Throws UsageError for recordings that are not there, for baresip that is not, and for an address of no private network. */
  static async open(options: TelephoneDoorOptions): Promise<TelephoneDoor> {
    const door = new TelephoneDoor(options);
    door.#exchange = await door.#openExchange(options);
    return door;
  }

  /** Calls under way are hung up, and what they have asked is answered first. */
  async close(): Promise<void> {
    const calls = [...this.#calls];
    await this.#exchange?.close();
    await Promise.all(calls.map(({ ended }) => ended));
  }

  async #openExchange({ place: { by, host, port }, prompts: folder, person, note }: TelephoneDoorOptions) {
    const prompts = RecordedPrompts.read(folder);
    if ('missing' in prompts) throw new UsageError(missingPrompts(folder, prompts.missing));
    const take = (line: Line): Call => this.#take(line);
    if (by === 'agi') {
      if (!isPrivateAddress(host))
        throw new UsageError(`--telephone agi: ${host} is no address of this computer alone or of a private network`);
      return AgiExchange.open({ host, port, promptsFolder: folder, take, note });
    }
    const exchange = await BaresipExchange.open({ host, port, person, prompts, take, note });
    if (exchange === null)
      throw new UsageError(
        `--telephone sip: baresip is not installed (apt-get install baresip-core), or cannot listen at ${host}:${port}`,
      );
    return exchange;
  }

  #take(line: Line): Call {
    const { ask, person } = this.#options;
    const call = new Call(line, { ask, wait: later, language: 'zh-CN', hasPerson: person !== null });
    this.#calls.add(call);
    void call.ended.then(() => this.#calls.delete(call));
    return call;
  }
}

function missingPrompts(folder: string, missing: readonly string[]): string {
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  return `${folder} has no recordings of a telephone (WAV, 8000 Hz, 16 bits, one channel): ${missing.slice(0, NAMED).join(', ')}${more}`;
}

/** Calls back once; answers what calls it off. */
export function later(ms: number, then: () => void): () => void {
  const waiting = setTimeout(then, ms);
  return () => clearTimeout(waiting);
}
