/**
 * The ledger at the far end of a line: an office server over TLS, with the certificate of this counter. One start is one line; what
 * is said before the server's hello waits. Nothing that opens books can be sent here.
 */
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { localTime, OFFICE_TIME_ZONE, type Instant } from '../../contract/kernel/dates.ts';
import { accepted, refused, type Refusal } from '../../contract/kernel/errors.ts';
import type { CancelMessage, RequestMessage } from '../../contract/protocol.ts';
import { addressText } from '../../line/address-text.ts';
import { FramedLine, type LineOptions } from '../../line/framed-line.ts';
import { LineBreach } from '../../line/line-breach.ts';
import {
  aboutTheLineSchema,
  FROM_COUNTER,
  FROM_SERVER,
  PROTOCOL,
  type AboutTheLine,
  type FromCounter,
} from '../../line/line-messages.ts';
import { programsDiffer } from '../../line/program-versions.ts';
import { checkedFromLedger, type LedgerListeners } from './ledger-transport.ts';

/** What a counter has once it has joined. All PEM. */
export interface CounterIdentity {
  readonly key: string;
  readonly certificate: string;
  /** Of the office: the one that it trusts. */
  readonly authority: string;
}

export interface NetworkOptions extends Pick<LineOptions, 'beatMs'> {
  readonly host: string;
  readonly port: number;
  readonly identity: CounterIdentity;
  /** The version of this program. */
  readonly program: string;
  /** From the first byte to the server's hello. */
  readonly connectMs?: number;
}

export type ToServer = RequestMessage | CancelMessage;

export interface ServerLine {
  /** To a line that has ended the message is lost; its `exit` says so. */
  readonly send: (message: ToServer) => void;
  readonly kill: (force?: 'force') => void;
}

/** `message` is told `opened` first; and with a refusal when the server, or this end, will not have the other, then or later. */
export type StartLine = (listeners: Pick<LedgerListeners, 'message' | 'exit'>) => ServerLine;

const USUAL_CONNECT_MS = 10_000;

export function networkLedger(options: NetworkOptions): StartLine {
  return (listeners) => new NetworkLine(options, listeners);
}

class NetworkLine implements ServerLine {
  readonly #options: NetworkOptions;
  readonly #listeners: Parameters<StartLine>[0];
  readonly #socket: TLSSocket;
  readonly #late: NodeJS.Timeout;
  #line: FramedLine | null = null;
  /** Until the server has said its hello. */
  #waiting: ToServer[] | null = [];
  #refusal: Refusal | null = null;
  #reason = 'the line ended';

  constructor(options: NetworkOptions, listeners: Parameters<StartLine>[0]) {
    this.#options = options;
    this.#listeners = listeners;
    this.#late = setTimeout(() => this.#socket.destroy(), options.connectMs ?? USUAL_CONNECT_MS);
    this.#socket = connect(tlsOptions(options), () => this.#connected());
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#hearError(error.code ?? error.name));
    this.#socket.once('close', () => {
      clearTimeout(this.#late);
      // What the line says of its own end comes first.
      queueMicrotask(() => this.#ended());
    });
  }

  send(message: ToServer): void {
    if (this.#refusal !== null) return;
    if (this.#waiting !== null) this.#waiting.push(message);
    else this.#say(message);
  }

  kill(force?: 'force'): void {
    this.#reason = 'closed';
    if (force === undefined && this.#line !== null) this.#line.end();
    else this.#socket.destroy();
  }

  #hearError(code: string): void {
    const { host, port } = this.#options;
    this.#reason = code;
    if (isOutOfDate(code)) this.#refuse('CERTIFICATE_EXPIRED', {});
    else if (isAnotherServer(code)) this.#refuse('SERVER_OTHER', { address: addressText(host, port) });
  }

  #connected(): void {
    const { beatMs, program } = this.#options;
    this.#line = new FramedLine(this.#socket, {
      incoming: FROM_SERVER,
      outgoing: FROM_COUNTER,
      message: (message) => this.#receive(message),
      ended: (breach) => {
        this.#reason = breach ?? this.#reason;
      },
      ...(beatMs === undefined ? {} : { beatMs }),
    });
    this.#put({ type: 'hello', protocol: PROTOCOL, program });
  }

  #put(message: FromCounter): boolean {
    return this.#line?.send(message) ?? true;
  }

  #say(message: ToServer): void {
    const { sessionToken } = message;
    if (message.type === 'cancel') this.#put({ type: 'cancel', operationId: message.operationId, sessionToken });
    else {
      const { id, verb, input } = message;
      // The folder and its keys are the server's: main is no more than its windows are there.
      const door = message.door === 'own-program' ? 'program' : message.door;
      const sent = this.#put({ type: 'request', id, verb, input, sessionToken, door });
      if (!sent)
        this.#listeners.message({ type: 'reply', id, reply: refused('INPUT_INVALID', { problem: 'tooLong' }) });
    }
  }

  #receive(raw: unknown): void {
    const own = aboutTheLineSchema.safeParse(raw);
    if (own.success) {
      this.#hear(own.data);
      return;
    }
    const message = checkedFromLedger(raw);
    if (message === null || message.type === 'opened' || this.#waiting !== null) throw new LineBreach('message');
    this.#listeners.message(message);
  }

  #hear(message: AboutTheLine): void {
    if (message.type === 'goodbye') this.#refuse(message.refusal.code, message.refusal.details);
    if (message.type !== 'hello') return;
    const differ = programsDiffer({ protocol: PROTOCOL, program: this.#options.program }, message);
    if (differ !== null) this.#refuse(differ.code, differ.details);
    if (this.#waiting === null || this.#refusal !== null) return;
    const waiting = this.#waiting;
    this.#waiting = null;
    clearTimeout(this.#late);
    this.#listeners.message({ type: 'opened', reply: accepted({ officePresent: true }) });
    for (const one of waiting) this.#say(one);
  }

  #refuse(code: Refusal['code'], details: Refusal['details']): void {
    if (this.#refusal !== null) return;
    this.#refusal = { code, details };
    this.#waiting = [];
    this.#listeners.message({ type: 'opened', reply: { ok: false, error: this.#refusal } });
    this.#socket.destroy();
  }

  #ended(): void {
    // Why a server does not take a certificate that has run out is not said in its handshake.
    const until = new Date(new X509Certificate(this.#options.identity.certificate).validTo);
    if (this.#waiting !== null && this.#line !== null && until.getTime() < Date.now())
      this.#refuse('CERTIFICATE_EXPIRED', {
        until: localTime(until.getTime() as Instant, OFFICE_TIME_ZONE).slice(0, 10),
      });
    this.#listeners.exit(this.#reason);
  }
}

function tlsOptions({ host, port, identity }: NetworkOptions): ConnectionOptions {
  const { key, certificate, authority } = identity;
  return { host, port, key, cert: certificate, ca: authority, minVersion: 'TLSv1.3' };
}

/** On this computer's calendar, which may be the one that is wrong. */
function isOutOfDate(code: string): boolean {
  return code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID';
}

/** By what TLS says when somebody else answers, or the office's own server at a name or address that is not its own. */
function isAnotherServer(code: string): boolean {
  return (
    /^(ERR_TLS_CERT_ALTNAME_INVALID|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|INVALID_PURPOSE)$/.test(
      code,
    ) || /^(UNABLE_TO_|CERT_|ERR_SSL_WRONG_VERSION|ERR_SSL_UNSUPPORTED_PROTOCOL|ERR_SSL_PACKET_LENGTH)/.test(code)
  );
}
