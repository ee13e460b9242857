/** An office server without books, for the tests of its door: says back what it was told, and misbehaves when asked to. */
import { accepted, refused } from '../../../electron/contract/kernel/errors.ts';
import type { FromLedger } from '../../../electron/contract/protocol.ts';
import type {
  ServedAnswer,
  ServedJoining,
  ServedLedger,
  ServedRequest,
} from '../../../electron/server/doors/served-ledger.ts';
import type { Echo } from './echo-ledger.ts';

type Told = Extract<FromLedger, { type: 'progress' | 'changed' }>;

export class ServedEcho implements ServedLedger, ServedJoining {
  readonly asked: ServedRequest[] = [];
  readonly cancelled: string[] = [];
  readonly #tell: (counter: string, message: Told) => void;
  #held: (() => void)[] = [];
  readonly #working = new Map<string, () => void>();

  constructor(tell: (counter: string, message: Told) => void) {
    this.#tell = tell;
  }

  async answer(request: ServedRequest): Promise<ServedAnswer> {
    this.asked.push(request);
    const wish = request.input as Echo;
    if (wish.do === 'echo') return { reply: accepted(wish.value) };
    if (wish.do === 'session') return { reply: accepted(null), session: wish.session };
    if (wish.do === 'work') return this.#work(wish.operationId);
    if (wish.do === 'hold') await new Promise<void>((resolve) => this.#held.push(resolve));
    else if (wish.do === 'release') this.release();
    else if (wish.do === 'progress') this.#report(request.counter, wish.operationId, wish.steps);
    else if (wish.do === 'change') this.#tell(request.counter, { type: 'changed', kinds: wish.kinds });
    else process.kill(process.pid, 'SIGKILL');
    return { reply: accepted('done') };
  }

  /** What was asked by who has no certificate; nobody joins an echo. */
  readonly joining: unknown[] = [];

  join(input: unknown): Promise<ServedAnswer> {
    this.joining.push(input);
    return Promise.resolve({ reply: refused('ENROLMENT_CODE_UNKNOWN') });
  }

  cancel(operationId: string): void {
    this.cancelled.push(operationId);
    this.#working.get(operationId)?.();
  }

  /** Answers all that is held, after what released it, the last one first. */
  release(): void {
    const held = this.#held.splice(0).reverse();
    queueMicrotask(() => {
      for (const one of held) one();
    });
  }

  async #work(operationId: string): Promise<ServedAnswer> {
    await new Promise<void>((resolve) => this.#working.set(operationId, resolve));
    return { reply: refused('OPERATION_CANCELLED') };
  }

  #report(counter: string, operationId: string, steps: number): void {
    for (let done = 1; done <= steps; done += 1)
      this.#tell(counter, { type: 'progress', progress: { operationId, phase: 'posting', done, total: steps } });
  }
}
