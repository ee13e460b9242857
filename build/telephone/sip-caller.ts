/** Somebody who calls: a second baresip, which dials, strikes keys and writes down what it hears, for the demo and the tests. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAccount, writeConfig } from '../../electron/server/telephone/lines/baresip/baresip-config.ts';
import type { ControlEvent } from '../../electron/server/telephone/lines/baresip/control-message-rules.ts';
import { silence } from '../../electron/server/telephone/prompts/wave-rules.ts';
import { ControlPort, freePort } from '../../electron/server/telephone/lines/baresip/control-port.ts';

export interface CallerOptions {
  /** The number the call comes from. */
  readonly number: string;
  /** Its own SIP port, of which it takes the next one too. */
  readonly port: number;
}

/** A caller says nothing, for longer than any call: it ends with what baresip plays. */
const CALLER_SAYS = silence(300_000);

interface Waiting {
  readonly type: string;
  readonly resolve: (event: ControlEvent) => void;
}

export class SipCaller {
  readonly #folder: string;
  readonly #port: ControlPort;
  readonly #waiting: Waiting[];

  private constructor(folder: string, port: ControlPort, waiting: Waiting[]) {
    this.#folder = folder;
    this.#port = port;
    this.#waiting = waiting;
  }

  /** Throws where baresip is not installed. */
  static async open({ number, port: sipPort }: CallerOptions): Promise<SipCaller> {
    const folder = mkdtempSync(join(tmpdir(), 'medicard-caller-'));
    const controlPort = await freePort();
    const place = { host: '127.0.0.1', port: sipPort, controlPort };
    writeConfig(folder, place, CALLER_SAYS, ['module sndfile.so', `snd_path ${folder}`]);
    writeAccount(folder, `<sip:${number}@127.0.0.1:${sipPort}>;regint=0;audio_codecs=pcma/8000/1`);
    const waiting: Waiting[] = [];
    const port = await ControlPort.open({
      ...{ folder, controlPort },
      heard: (event) => {
        for (const each of waiting.filter(({ type }) => type === event.type)) {
          waiting.splice(waiting.indexOf(each), 1);
          each.resolve(event);
        }
      },
      ended: () => undefined,
    });
    if (port === null)
      throw new Error('baresip, which makes the call, is missing or cannot listen: apt-get install baresip-core');
    return new SipCaller(folder, port, waiting);
  }

  /** Whether the call is answered; it is not where the line is busy. */
  async dial(host: string, port: number): Promise<boolean> {
    const answered = this.next('CALL_ESTABLISHED').then(() => true);
    const refused = this.next('CALL_CLOSED').then(() => false);
    await this.#port.send('dial', `sip:medicard@${host}:${port}`);
    return Promise.race([answered, refused]);
  }

  /** The next event of this type. */
  next(type: string): Promise<ControlEvent> {
    return new Promise((resolve) => this.#waiting.push({ type, resolve }));
  }

  /** As events of RFC 4733; baresip sends them one after another, some four a second. */
  async keys(text: string): Promise<void> {
    for (const key of text) await this.#port.send('sndcode', key);
  }

  /** Whether there was a call. */
  async hangUp(): Promise<boolean> {
    return this.#port.send('hangup', '');
  }

  /** The file of what was heard, once the call has ended; null for no call. */
  heard(): string | null {
    const name = readdirSync(this.#folder).find((each) => each.endsWith('-dec.wav'));
    return name === undefined ? null : join(this.#folder, name);
  }

  async close(): Promise<void> {
    await this.#port.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
