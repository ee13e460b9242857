/** A call on a line and a ledger that only write down what they are told. */
import type { Reply } from '../../../../electron/contract/kernel/errors.ts';
import type { TelephoneVerb } from '../../../../electron/contract/telephone/telephone-verbs.ts';
import { Call, type CallRequest } from '../../../../electron/server/telephone/call.ts';
import type { Line } from '../../../../electron/server/telephone/lines/line.ts';
import type { Key } from '../../../../electron/server/telephone/menu/menu-state-rules.ts';
import { GAP, type Piece } from '../../../../electron/server/telephone/prompts/spoken-rules.ts';

type Answers = Partial<Record<TelephoneVerb, Reply<unknown>>>;

export class ScriptedCall implements Line {
  readonly callerNumber = '13812345678';
  readonly call: Call;
  readonly requests: CallRequest[] = [];
  /** The bytes of passwords as the ledger was given them. */
  readonly given: Uint8Array[] = [];
  /** What is being played. */
  playing: readonly Piece[] = [];
  readonly done: string[] = [];
  waits: { readonly ms: number; readonly then: () => void }[] = [];
  readonly #answers: Answers;
  /** Answers wait for `release` while it is set. */
  #held: (() => void)[] | null = null;

  constructor(answers: Answers) {
    this.#answers = answers;
    this.call = new Call(this, {
      language: 'zh-CN',
      hasPerson: true,
      ask: (request) => this.#answer(request),
      wait: (ms, then) => {
        const waiting = { ms, then };
        this.waits.push(waiting);
        return () => (this.waits = this.waits.filter((each) => each !== waiting));
      },
    });
  }

  play(pieces: readonly Piece[]): void {
    this.playing = pieces.filter((piece) => piece !== GAP);
  }

  stop(): void {
    this.playing = [];
  }

  hangUp(): void {
    this.done.push('hang up');
  }

  handOver(): void {
    this.done.push('hand over');
  }

  /** Strikes the keys one after another; what the ledger is asked meanwhile is answered. */
  async keys(text: string): Promise<void> {
    for (const key of text) this.call.key(key as Key);
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** The time that is waited runs out. */
  pause(): void {
    const [waiting] = this.waits;
    this.waits = [];
    waiting?.then();
  }

  holdAnswers(): void {
    this.#held = [];
  }

  async release(): Promise<void> {
    const held = this.#held ?? [];
    this.#held = null;
    for (const go of held) go();
    await new Promise((resolve) => setImmediate(resolve));
  }

  get verbs(): TelephoneVerb[] {
    return this.requests.map(({ verb }) => verb);
  }

  async #answer(request: CallRequest) {
    const input = request.input as Record<string, unknown>;
    // As they were when the ledger was asked, to be held against what is left of them later.
    const copied = Object.entries(input).map(([name, value]) => {
      if (value instanceof Uint8Array) this.given.push(value);
      return [name, value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value];
    });
    this.requests.push({ ...request, input: Object.fromEntries(copied) });
    if (this.#held !== null) await new Promise<void>((resolve) => this.#held?.push(resolve));
    const reply = this.#answers[request.verb] ?? { ok: true, value: {} };
    if (request.verb === 'telephone.hangUp') return { reply, session: null };
    return request.verb === 'telephone.prove' && reply.ok ? { reply, session: 'token' } : { reply };
  }
}
