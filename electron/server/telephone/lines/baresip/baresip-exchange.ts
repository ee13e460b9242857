/**
 * Calls by SIP, through baresip: one at a time, as baresip's commands are about its current call. Keys come as events of RFC 4733.
 * A baresip that dies takes its call with it and is started again.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../../../contract/kernel/vocabulary.ts';
import type { Note } from '../../../server-log.ts';
import { KEYS, type Key } from '../../menu/menu-state-rules.ts';
import type { RecordedPrompts } from '../../prompts/recorded-prompts.ts';
import type { Piece } from '../../prompts/spoken-rules.ts';
import { durationMs, waveOf } from '../../prompts/wave-rules.ts';
import type { Exchange, Line, LineListener, TakeCall } from '../line.ts';
import { SILENCE_AFTER, writeAccount, writeConfig } from './baresip-config.ts';
import { callerNumber, type ControlEvent } from './control-message-rules.ts';
import { ControlPort, freePort } from './control-port.ts';

const STARTED_AGAIN_AFTER_MS = 2_000;

export interface SipOptions {
  readonly host: string;
  readonly port: number;
  /** Where a caller who wants a person is transferred to, as a SIP address; null for nowhere. */
  readonly person: string | null;
  readonly prompts: RecordedPrompts;
  readonly take: TakeCall;
  readonly note: Note;
}

interface OpenCall {
  readonly id: string;
  readonly line: BaresipLine;
  readonly listener: LineListener;
}

export class BaresipExchange implements Exchange {
  readonly #options: SipOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'medicard-telephone-'));
  #port: ControlPort | null = null;
  #call: OpenCall | null = null;
  #isClosed = false;
  /** How many files were played. */
  #files = 0;
  #startingAgain: NodeJS.Timeout | undefined;

  private constructor(options: SipOptions) {
    this.#options = options;
  }

  /** Null where baresip is not installed or cannot listen there. */
  static async open(options: SipOptions): Promise<BaresipExchange | null> {
    const exchange = new BaresipExchange(options);
    if (await exchange.#start()) return exchange;
    await exchange.close();
    return null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#startingAgain);
    await this.#port?.close();
    this.#lose();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Calls are being taken. */
  get isUp(): boolean {
    return this.#port !== null;
  }

  /** As if the line had died: baresip is ended, and started again. */
  cut(): void {
    this.#port?.kill();
  }

  async #start(): Promise<boolean> {
    const { host, port } = this.#options;
    const controlPort = await freePort();
    writeConfig(this.#folder, { host, port, controlPort });
    writeAccount(this.#folder, `<sip:medicard@${host}>;regint=0;answermode=auto;audio_codecs=pcma/8000/1,pcmu/8000/1`);
    this.#port = await ControlPort.open({
      ...{ folder: this.#folder, controlPort },
      heard: (event) => this.#hear(event),
      ended: () => this.#ended(),
    });
    return this.#port !== null;
  }

  /** The line has died. */
  #ended(): void {
    const isUnexpected = !this.#isClosed && this.#port !== null;
    this.#port = null;
    this.#lose();
    if (!isUnexpected) return;
    this.#options.note('baresip has ended; it is started again', {});
    this.#startAgain();
  }

  #startAgain(): void {
    this.#startingAgain = setTimeout(() => {
      void this.#start().then((isStarted) => {
        if (!isStarted && !this.#isClosed) this.#startAgain();
      });
    }, STARTED_AGAIN_AFTER_MS);
  }

  #lose(): void {
    const call = this.#call;
    this.#call = null;
    call?.line.end();
    call?.listener.gone();
  }

  #hear({ type, id = '', direction, peeruri, param = '' }: ControlEvent): void {
    if (type === 'CALL_ESTABLISHED' && direction === 'incoming') this.#take(id, callerNumber(peeruri));
    if (this.#call?.id !== id) return;
    if (type === 'CALL_CLOSED') this.#lose();
    if (type === 'CALL_DTMF_START' && isKey(param)) this.#call.listener.key(param);
  }

  #take(id: string, number: string | null): void {
    const port = this.#port;
    if (port === null || this.#call !== null) return;
    const { prompts, person, take } = this.#options;
    let listener: LineListener | null = null;
    const played = (): void => listener?.played();
    const nextFile = (): number => (this.#files += 1);
    const line = new BaresipLine({
      callerNumber: number,
      port,
      prompts,
      person,
      folder: this.#folder,
      nextFile,
      played,
    });
    listener = take(line);
    this.#call = { id, line, listener };
  }
}

/** baresip begins its next call with the file that it played last, and answers none where that has gone: silence takes its place. */
function silenced(folder: string, file: number): void {
  if (existsSync(folder)) copyFileSync(join(folder, 'silence.wav'), join(folder, `${file}.wav`));
  rmSync(join(folder, `${file - 1}.wav`), { force: true });
}

function isKey(text: string): text is Key {
  return (KEYS as readonly string[]).includes(text);
}

interface LineOptions {
  readonly callerNumber: string | null;
  readonly port: ControlPort;
  readonly prompts: RecordedPrompts;
  readonly person: string | null;
  readonly folder: string;
  /** A number that no other file of this baresip has. */
  readonly nextFile: () => number;
  readonly played: () => void;
}

class BaresipLine implements Line {
  readonly callerNumber: string | null;
  readonly #options: LineOptions;
  #playing: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.callerNumber = options.callerNumber;
  }

  play(pieces: readonly Piece[], language: Language): void {
    const { prompts, folder, port, nextFile } = this.#options;
    const samples = prompts.samples(pieces, language);
    const file = nextFile();
    const path = join(folder, `${file}.wav`);
    writeFileSync(path, waveOf([...samples, SILENCE_AFTER]), { mode: 0o600 });
    // It has read the file whole when it answers, so that no balance stays on the disk.
    void port.send('ausrc', `aufile,${path}`).then(() => silenced(folder, file));
    this.#after(durationMs(samples), this.#options.played);
  }

  stop(): void {
    clearTimeout(this.#playing);
    this.#playing = undefined;
    // Silence that was played for long is begun again, because the call would end with it.
    void this.#options.port.send('ausrc', `aufile,${join(this.#options.folder, 'silence.wav')}`);
  }

  hangUp(): void {
    this.end();
    void this.#options.port.send('hangup', '');
  }

  handOver(): void {
    const { person, port } = this.#options;
    this.end();
    void port.send('transfer', person ?? '').then((isTaken) => (isTaken ? undefined : port.send('hangup', '')));
  }

  /** Nothing more is heard of what was played. */
  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#playing);
  }

  #after(ms: number, then: () => void): void {
    clearTimeout(this.#playing);
    if (this.#isEnded) return;
    this.#playing = setTimeout(() => {
      this.#playing = undefined;
      then();
    }, ms);
  }
}
