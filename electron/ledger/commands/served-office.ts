/**
 * The office of a folder that an office server has open: each request goes over the local socket, and is judged there. Nothing of the
 * books, no key and no path of a file is read or sent here.
 */
import { connect, type Socket } from 'node:net';
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import { refusalSchema } from '../../contract/kernel/value-schemas.ts';
import { z } from 'zod';
import { addressToAsk } from '../../disk/local-socket.ts';
import { FramedLine } from '../../line/framed-line.ts';
import { LineBreach } from '../../line/line-breach.ts';
import {
  aboutTheLineSchema,
  FROM_COUNTER,
  FROM_SERVER,
  PROTOCOL,
  type AboutTheLine,
  type FromCommandLine,
} from '../../line/line-messages.ts';
import { isRecordOf } from '../../line/message-fields.ts';
import { programsDiffer } from '../../line/program-versions.ts';
import type { Answer } from '../dispatch/dispatcher.ts';
import { tellProgress } from './acting.ts';
import { interruptions } from './interruptions.ts';
import type { AskedOfOffice, OpenedOffice } from './opened-office.ts';
import { programVersion } from './program-version.ts';

const HELLO_MS = 10_000;
/** What a system says where nobody listens, or not any more. */
const NOBODY = /^(ENOENT|ECONNREFUSED|ENOTSOCK)$/;

const replySchema = z.strictObject({
  type: z.literal('reply'),
  id: z.number().int(),
  reply: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: refusalSchema }),
  ]),
  session: z.string().nullable().optional(),
});

const progressSchema = z.strictObject({
  type: z.literal('progress'),
  progress: z.object({
    operationId: z.string(),
    phase: z.enum(['reading', 'checking', 'posting']),
    done: z.number(),
    total: z.number().nullable(),
  }),
});

interface ServedOffice extends OpenedOffice {
  readonly close: () => void;
}

/**
 * Null where no server has the folder open: then it is opened here. Throws RefusalError PROGRAM_OLDER or _NEWER for a server of another
 * release, SERVER_LOST for one that does not answer.
 */
export async function servedOffice(folder: string): Promise<ServedOffice | null> {
  const socket = await connected(folder);
  if (socket === null) return null;
  const line = new CommandLineEnd(socket);
  await line.greeted;
  return line;
}

async function connected(folder: string): Promise<Socket | null> {
  const address = addressToAsk(folder);
  if (address === null) return null;
  const socket = connect(address.path);
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (NOBODY.test(error.code ?? '')) resolve(null);
      else reject(error);
    });
  }).finally(address.done) as Promise<Socket | null>;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

class CommandLineEnd implements ServedOffice {
  readonly own = null;
  readonly shut = null;
  readonly greeted: Promise<null>;
  readonly #line: FramedLine;
  readonly #waiting = new Map<number, Waiting>();
  #greeting: Omit<Waiting, 'resolve'> & { readonly resolve: () => void };
  #asked = 0;
  #refusal: Refusal | null = null;
  #isClosed = false;

  constructor(socket: Socket) {
    const { promise, resolve, reject } = Promise.withResolvers<null>();
    this.greeted = promise;
    const late = setTimeout(() => this.#line.cut('silent'), HELLO_MS);
    this.#greeting = {
      resolve() {
        clearTimeout(late);
        resolve(null);
      },
      reject(error) {
        clearTimeout(late);
        reject(error);
      },
    };
    this.#line = new FramedLine(socket, {
      incoming: FROM_SERVER,
      outgoing: FROM_COUNTER,
      message: (message) => this.#receive(message),
      ended: () => this.#ended(),
    });
    this.#line.send({ type: 'hello', protocol: PROTOCOL, program: programVersion() });
  }

  async answer({ verb, input, sessionToken }: AskedOfOffice): Promise<Answer> {
    if (this.#isClosed) throw this.#lost(verb);
    this.#asked += 1;
    const [id, operationId] = [this.#asked, isRecordOf(input) ? input['operationId'] : undefined];
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.set(id, { resolve, reject });
    const cancel = (): void => {
      if (typeof operationId === 'string') this.#put({ type: 'cancel', operationId, sessionToken });
    };
    const quiet = typeof operationId === 'string' ? interruptions(cancel) : undefined;
    try {
      const sent = this.#put({ type: 'request', id, verb, input, sessionToken, door: 'command-line' });
      if (!sent) throw new RefusalError('INPUT_INVALID', { problem: 'tooLong' });
      return await promise;
    } finally {
      quiet?.();
      this.#waiting.delete(id);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#line.end();
  }

  #put(message: FromCommandLine): boolean {
    return this.#line.send(message);
  }

  #receive(raw: unknown): void {
    const own = aboutTheLineSchema.safeParse(raw);
    if (own.success) {
      this.#hear(own.data);
      return;
    }
    const progress = progressSchema.safeParse(raw);
    if (progress.success) {
      tellProgress(progress.data.progress);
      return;
    }
    const message = replySchema.safeParse(raw);
    if (!message.success) throw new LineBreach('message');
    const { id, reply, session } = message.data;
    const answered = reply.ok ? { ok: true as const, value: reply.value } : reply;
    this.#waiting.get(id)?.resolve(session === undefined ? { reply: answered } : { reply: answered, session });
  }

  #hear(message: AboutTheLine): void {
    if (message.type === 'goodbye') this.#refusal = message.refusal;
    if (message.type !== 'hello') return;
    this.#refusal = programsDiffer({ protocol: PROTOCOL, program: programVersion() }, message);
    if (this.#refusal === null) this.#greeting.resolve();
    else this.#line.end();
  }

  #ended(): void {
    this.#isClosed = true;
    this.#greeting.reject(this.#lost(''));
    for (const { reject } of this.#waiting.values()) reject(this.#lost(''));
  }

  #lost(verb: string): RefusalError {
    const { code, details } = this.#refusal ?? { code: 'SERVER_LOST', details: verb === '' ? {} : { verb } };
    return new RefusalError(code, details);
  }
}
