/**
 * One end of a line: messages over a stream, in bounded memory. It tells the other end that it is there, notices when the other one
 * is not, and cuts off what breaks the protocol or does not take what it is sent. Both ends are made of it.
 */
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { frame, FrameReader } from './frames.ts';
import { LineBreach, type BreachReason } from './line-breach.ts';
import { bytesOf, messageOf } from './message-bytes.ts';
import type { DirectionLimits } from './line-messages.ts';

/** How long an end stays silent at most; the other one takes three such silences for the end of the line. */
const USUAL_BEAT_MS = 5_000;
const SILENT_BEATS = 3;
/** What an end lets wait of what it sent. A message may be longer; while more than this waits, no other one is added. */
const USUAL_QUEUE_BYTES = 8 * 1024 * 1024;

export interface LineOptions {
  /** Of what comes in, and of what goes out. */
  readonly incoming: DirectionLimits;
  readonly outgoing: DirectionLimits;
  /** May throw LineBreach, which cuts the line. */
  readonly message: (message: unknown) => void;
  /** Once, when the line has ended: by what the other end did, or null when it was closed, by whichever end. */
  readonly ended: (breach: BreachReason | null) => void;
  readonly beatMs?: number;
  readonly queueBytes?: number;
}

export class FramedLine {
  readonly #socket: Duplex;
  readonly #options: LineOptions;
  readonly #reader: FrameReader;
  readonly #beating: NodeJS.Timeout;
  #breach: BreachReason | null = null;
  /** What came while the line is held, still as bytes. */
  #held: Uint8Array[] = [];
  #isHeld = false;
  #isLeaving = false;
  #silentBeats = 0;
  #hasSpoken = false;

  constructor(socket: Duplex, options: LineOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#reader = new FrameReader(options.incoming.maxBytes);
    this.#beating = setInterval(() => this.#beat(), options.beatMs ?? USUAL_BEAT_MS);
    // Else the second of two short messages waits until the other end has acknowledged the first, forty milliseconds on many systems.
    if (socket instanceof Socket) socket.setNoDelay(true);
    socket.on('data', (bytes: Uint8Array) => this.#take(bytes));
    // What was wrong with the stream is said by its end, which follows.
    socket.on('error', ignoreError);
    socket.once('end', () => socket.end());
    socket.once('close', () => {
      clearInterval(this.#beating);
      options.ended(this.#breach);
    });
  }

  /** False for a message longer than the other end takes, which is not sent. To a line that has ended it is lost. */
  send(message: object): boolean {
    if (this.#socket.destroyed || this.#socket.writableEnded) return true;
    const bytes = bytesOf(message);
    if (bytes.length > this.#options.outgoing.maxBytes) return false;
    if (this.#socket.writableLength > (this.#options.queueBytes ?? USUAL_QUEUE_BYTES)) {
      this.cut('slow-reader');
      return true;
    }
    this.#hasSpoken = true;
    this.#socket.write(frame(bytes));
    return true;
  }

  /** Takes in nothing more until `goOn`: the other end waits. */
  hold(): void {
    if (this.#isLeaving) return;
    this.#isHeld = true;
    this.#socket.pause();
  }

  goOn(): void {
    if (!this.#isHeld || this.#isLeaving) return;
    this.#isHeld = false;
    this.#deliver(this.#held.splice(0));
    if (!this.#stillHeld()) this.#socket.resume();
  }

  /** After what was sent has gone out. What still comes in is left unread; the other end has a while to leave too. */
  end(): void {
    if (this.#isLeaving || this.#socket.destroyed) return;
    this.#isLeaving = true;
    this.#held = [];
    this.#socket.end();
    this.#socket.resume();
    const insist = setTimeout(() => this.#socket.destroy(), (this.#options.beatMs ?? USUAL_BEAT_MS) * SILENT_BEATS);
    this.#socket.once('close', () => clearTimeout(insist));
  }

  /** At once, and what was sent may be lost. */
  cut(breach: BreachReason | null = null): void {
    this.#breach ??= breach;
    this.#socket.destroy();
  }

  #take(bytes: Uint8Array): void {
    this.#silentBeats = 0;
    if (this.#isLeaving) return;
    this.#orCut(() => {
      const messages = [...this.#reader.take(bytes)];
      this.#deliver(messages);
    });
  }

  #deliver(messages: readonly Uint8Array[]): void {
    this.#orCut(() => {
      for (const [at, bytes] of messages.entries()) {
        if (this.#stillHeld()) {
          this.#held.push(...messages.slice(at));
          return;
        }
        if (this.#socket.destroyed || this.#isLeaving) return;
        this.#options.message(messageOf(bytes, this.#options.incoming.maxParts));
      }
    });
  }

  /** Read anew: what a message does may hold the line. */
  #stillHeld(): boolean {
    return this.#isHeld;
  }

  #orCut(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof LineBreach)) throw error;
      this.cut(error.reason);
    }
  }

  #beat(): void {
    this.#silentBeats += 1;
    if (this.#silentBeats > SILENT_BEATS) this.cut('silent');
    else if (!this.#hasSpoken) this.send({ type: 'beat' });
    this.#hasSpoken = false;
  }
}

function ignoreError(): void {
  // The stream closes after it.
}
