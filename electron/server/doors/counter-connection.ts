/**
 * One counter on the line: its hello, then its requests. What is under way when the line ends goes on to its end in the ledger; the
 * counter asks again under the same operation id and gets the same answer.
 */
import { refused, type Refusal } from '../../contract/kernel/errors.ts';
import type { FromLedger } from '../../contract/protocol.ts';
import { programsDiffer } from '../../line/program-versions.ts';
import { FramedLine, type LineOptions } from '../../line/framed-line.ts';
import { LineBreach, type BreachReason } from '../../line/line-breach.ts';
import {
  FROM_COUNTER,
  FROM_SERVER,
  PROTOCOL,
  type AboutTheLine,
  type FromCommandLine,
  type FromCounter,
  type Hello,
  type LineRequest,
} from '../../line/line-messages.ts';
import type { Duplex } from 'node:stream';
import type { z } from 'zod';
import type { ServedLedger } from './served-ledger.ts';

export interface ConnectionOptions extends Pick<LineOptions, 'beatMs' | 'queueBytes'> {
  /** The counter's number; the command line's own name. */
  readonly counter: string;
  /** What may come in through this door. */
  readonly incoming: z.ZodType<FromCounter | FromCommandLine>;
  /** Why the counter is not let in; its line says this and ends. */
  readonly refusal: Refusal | null;
  readonly ledger: ServedLedger;
  /** The version of this program. */
  readonly program: string;
  /** While so many requests are under way, nothing more is read. */
  readonly maxUnderWay: number;
  /** The counter may ask from now on. */
  readonly welcomed: () => void;
  readonly ended: (why: BreachReason | null) => void;
}

export class CounterConnection {
  readonly #options: ConnectionOptions;
  readonly #line: FramedLine;
  /** How many requests of each operation are under way. */
  readonly #operations = new Map<string, number>();
  #isWelcome = false;
  #underWay = 0;
  #idle: (() => void) | null = null;

  constructor(socket: Duplex, options: ConnectionOptions) {
    this.#options = options;
    const { beatMs, queueBytes, ended } = options;
    this.#line = new FramedLine(socket, {
      incoming: FROM_COUNTER,
      outgoing: FROM_SERVER,
      message: (message) => this.#receive(message),
      ended,
      ...(beatMs === undefined ? {} : { beatMs }),
      ...(queueBytes === undefined ? {} : { queueBytes }),
    });
    const { program, refusal } = options;
    if (refusal === null) this.#say({ type: 'hello', protocol: PROTOCOL, program });
    else this.refuse(refusal);
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** Whether the operation is under way on this line. */
  has(operationId: string): boolean {
    return this.#operations.has(operationId);
  }

  /** Progress, what became of a customer's task, or that something changed. */
  tell(message: Extract<FromLedger, { type: 'progress' | 'customer-task' | 'changed' }>): void {
    this.#line.send(message);
  }

  /** Says why and ends the line. */
  refuse(refusal: Refusal): void {
    this.#say({ type: 'goodbye', refusal });
    this.#line.end();
  }

  /** Ends the line once what is under way has been answered. */
  async close(): Promise<void> {
    this.#line.hold();
    await this.#answered();
    this.#line.end();
  }

  cut(): void {
    this.#line.cut();
  }

  #answered(): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => (this.#idle = resolve));
  }

  #say(message: AboutTheLine): void {
    this.#line.send(message);
  }

  #receive(raw: unknown): void {
    const message = this.#options.incoming.safeParse(raw);
    if (!message.success) throw new LineBreach('message');
    if (message.data.type === 'hello') this.#greeted(message.data);
    else if (!this.#isWelcome) throw new LineBreach('message');
    else this.#obey(message.data);
  }

  #greeted(hello: Hello): void {
    if (this.#isWelcome) throw new LineBreach('message');
    const refusal = programsDiffer(hello, { protocol: PROTOCOL, program: this.#options.program });
    if (refusal !== null) {
      this.refuse(refusal);
      return;
    }
    this.#isWelcome = true;
    this.#options.welcomed();
  }

  #obey(message: Exclude<FromCounter | FromCommandLine, Hello>): void {
    if (message.type === 'request') void this.#answer(message);
    // Whoever else may know the id: only the counter that asked cancels.
    else if (message.type === 'cancel' && this.#operations.has(message.operationId))
      this.#options.ledger.cancel(message.operationId, {
        counter: this.#options.counter,
        sessionToken: message.sessionToken,
      });
  }

  async #answer({ id, verb, input, sessionToken, door }: LineRequest): Promise<void> {
    const operation = operationOf(input);
    this.#begin(operation);
    const { counter, ledger } = this.#options;
    const answer = await ledger.answer({ verb, input, sessionToken, door, counter });
    const sent = this.#line.send({ type: 'reply', id, ...answer });
    // Nothing that is answered is so long; what the ledger did stands either way.
    if (!sent) this.#line.send({ type: 'reply', id, reply: refused('OUTPUT_FAILED') });
    this.#done(operation);
  }

  #begin(operation: string | null): void {
    this.#underWay += 1;
    if (operation !== null) this.#operations.set(operation, (this.#operations.get(operation) ?? 0) + 1);
    if (this.#underWay >= this.#options.maxUnderWay) this.#line.hold();
  }

  #done(operation: string | null): void {
    this.#underWay -= 1;
    const left = operation === null ? 0 : (this.#operations.get(operation) ?? 1) - 1;
    if (operation !== null && left === 0) this.#operations.delete(operation);
    else if (operation !== null) this.#operations.set(operation, left);
    if (this.#idle === null) this.#line.goOn();
    else if (this.#underWay === 0) this.#idle();
  }
}

function operationOf(input: unknown): string | null {
  const named = typeof input === 'object' && input !== null && 'operationId' in input;
  return named && typeof input.operationId === 'string' ? input.operationId : null;
}
