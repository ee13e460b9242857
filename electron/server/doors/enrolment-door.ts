/**
 * Where a computer comes in that has no certificate yet: it asks once to join, is answered, and the connection ends. The code it
 * proves is judged by the books (docs/server.md 2).
 */
import type { Socket } from 'node:net';
import {
  createServer as createTls,
  type SecureContextOptions,
  type Server as TlsServer,
  type TLSSocket,
} from 'node:tls';
import { FramedLine } from '../../line/framed-line.ts';
import {
  FROM_JOINING,
  JOIN_PROTOCOL,
  joinRequestSchema,
  joinVersionSchema,
  TO_JOINING,
} from '../../line/join-messages.ts';
import { LineBreach } from '../../line/line-breach.ts';
import { isBeat, PROTOCOL } from '../../line/line-messages.ts';
import { programsDiffer } from '../../line/program-versions.ts';
import type { TlsIdentity } from '../identity/office-authority.ts';
import type { Note } from '../server-log.ts';
import type { ServedAnswer, ServedJoining } from './served-ledger.ts';

/** The name in the audit record of who has no number yet. */
const JOINING = 'joining';

export interface EnrolmentDoorOptions {
  readonly identity: TlsIdentity;
  readonly ledger: ServedJoining;
  readonly note: Note;
  readonly handshakeMs: number;
  readonly program: string;
}

/** Whether the first bytes of a connection ask for this door. Whoever says so without being so gets no further here. */
export function asksToJoin(hello: Uint8Array): boolean {
  return Buffer.from(hello.buffer, hello.byteOffset, hello.byteLength).includes(JOIN_PROTOCOL);
}

export class EnrolmentDoor {
  readonly #options: EnrolmentDoorOptions;
  readonly #tls: TlsServer;

  constructor(options: EnrolmentDoorOptions) {
    this.#options = options;
    const { identity, handshakeMs, note } = options;
    this.#tls = createTls({
      ...contextOf(identity),
      requestCert: false,
      ALPNProtocols: [JOIN_PROTOCOL],
      handshakeTimeout: handshakeMs,
    });
    this.#tls.on('secureConnection', (socket) => this.#admit(socket));
    this.#tls.on('tlsClientError', (_, socket) => {
      note('joining handshake refused', { from: socket.remoteAddress ?? 'unknown' });
    });
  }

  /** A connection that has said nothing but its TLS hello. */
  take(socket: Socket): void {
    this.#tls.emit('connection', socket);
  }

  show(identity: TlsIdentity): void {
    this.#tls.setSecureContext(contextOf(identity));
  }

  #admit(socket: TLSSocket): void {
    let hasAsked = false;
    const line = new FramedLine(socket, {
      incoming: FROM_JOINING,
      outgoing: TO_JOINING,
      message: (raw) => {
        // It waits for an answer that takes long.
        if (isBeat(raw)) return;
        if (hasAsked) throw new LineBreach('message');
        const answer = this.#hear(raw);
        hasAsked = true;
        void answer.then((reply) => {
          line.send({ type: 'joined', reply });
          line.end();
        });
      },
      ended: () => undefined,
    });
  }

  /** Programs of two releases are told before anything is made of the code. Throws LineBreach for what asks for nothing. */
  #hear(raw: unknown): Promise<ServedAnswer['reply']> {
    const asking = joinVersionSchema.safeParse(raw);
    if (!asking.success) throw new LineBreach('message');
    const { program, note } = this.#options;
    const differ = programsDiffer(asking.data, { protocol: PROTOCOL, program });
    if (differ !== null) {
      note('joining refused', { code: differ.code });
      return Promise.resolve({ ok: false, error: differ });
    }
    const asked = joinRequestSchema.safeParse(raw);
    if (!asked.success) throw new LineBreach('message');
    return this.#answer(asked.data.input);
  }

  async #answer(input: unknown): Promise<ServedAnswer['reply']> {
    const { ledger, note } = this.#options;
    const { reply } = await ledger.join(input, JOINING);
    note(reply.ok ? 'counter joined' : 'joining refused', reply.ok ? {} : { code: reply.error.code });
    return reply;
  }
}

/** With the office's certificate behind the server's own, so that the joining computer sees whose office it is. */
function contextOf({ key, certificate, authority }: TlsIdentity): SecureContextOptions {
  return { key, cert: `${certificate}\n${authority}`, minVersion: 'TLSv1.3' };
}
