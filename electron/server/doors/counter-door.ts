/**
 * Where the counters of the office come in: TLS 1.3 with a certificate of the office's own authority, then the register, then the
 * hello of the line. What fails at any of them costs little and ends soon, and the counters beside it are served meanwhile.
 */
import type { X509Certificate } from 'node:crypto';
import { createServer as listenPlain, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  createServer as createTls,
  type SecureContextOptions,
  type Server as TlsServer,
  type TLSSocket,
} from 'node:tls';
import { RefusalError, type Refusal } from '../../contract/kernel/errors.ts';
import { addressText } from '../../line/address-text.ts';
import type { LineOptions } from '../../line/framed-line.ts';
import { fromCounterSchema } from '../../line/line-messages.ts';
import { certificateState, serialText } from '../identity/certificate-rules.ts';
import type { TlsIdentity } from '../identity/office-authority.ts';
import type { Note } from '../server-log.ts';
import { CounterConnection } from './counter-connection.ts';
import { asksToJoin, EnrolmentDoor } from './enrolment-door.ts';
import type { CounterRegister, RegisteredCounter } from './counter-register.ts';
import { Handshakes, type HandshakeLimits } from './handshakes.ts';
import { HelloRate, type HelloLimits } from './hello-rate.ts';
import type { LineHistory } from './line-history.ts';
import type { ServedJoining, ServedLedger } from './served-ledger.ts';
import { awaitHello } from './tls-hello.ts';

export interface DoorLimits extends HandshakeLimits, HelloLimits, Pick<LineOptions, 'beatMs' | 'queueBytes'> {
  /** From the first byte to the counter's hello. */
  readonly handshakeMs: number;
  /** Requests under way of one counter. */
  readonly underWay: number;
}

const USUAL: DoorLimits = {
  ...{ fromOneAddress: 16, altogether: 256, handshakeMs: 10_000, underWay: 256 },
  ...{ hellosAtOnce: 64, hellosASecond: 16, addresses: 4_096 },
};

/** So many knock at once before the system lets the next ones knock again a second later: counters would wait among them. */
const KNOCKING = 4_096;

export interface CounterDoorOptions {
  readonly host: string;
  readonly port: number;
  readonly identity: TlsIdentity;
  readonly register: CounterRegister;
  readonly ledger: ServedLedger & ServedJoining;
  readonly program: string;
  readonly note: Note;
  /** Where it is kept how the lines do. */
  readonly history?: LineHistory;
  readonly limits?: Partial<DoorLimits>;
  /** Milliseconds that never go back; of a test that moves them. */
  readonly now?: () => number;
}

/** A counter, nobody whom the register knows, or why it cannot say. */
type Found = RegisteredCounter | Refusal | null;

/** A connection from its first moment on. */
interface Arrived {
  /** The how-many-th it is. */
  readonly nth: number;
  /** The counter has said who it is. */
  readonly known: () => void;
}

/** The line of a counter that the register knows. */
interface CounterLine {
  readonly connection: CounterConnection;
  readonly counter: string;
  readonly serial: string;
}

export class CounterDoor {
  readonly #options: CounterDoorOptions;
  readonly #limits: DoorLimits;
  readonly #handshakes: Handshakes;
  readonly #hellos: HelloRate;
  /** Takes the connections, so that they are counted before anything is spent on them. */
  readonly #plain: Server;
  readonly #tls: TlsServer;
  readonly #enrolment: EnrolmentDoor;
  /** By the connection's far end, which is all that TLS leaves of it. */
  readonly #arrived = new Map<string, Arrived>();
  #arrivals = 0;
  /** Those that may ask, by the counter's number. */
  readonly #counters = new Map<string, CounterLine>();
  /** Those and the ones that have not said their hello yet. */
  readonly #lines = new Set<CounterLine>();
  #looks = 0;
  /** The last connection on which each counter was let in. */
  readonly #latest = new Map<string, number>();

  private constructor(options: CounterDoorOptions) {
    this.#options = options;
    this.#limits = { ...USUAL, ...options.limits };
    this.#handshakes = new Handshakes(this.#limits);
    this.#hellos = new HelloRate(this.#limits, options.now ?? (() => performance.now()));
    this.#tls = createTls({
      ...contextOf(options.identity),
      requestCert: true,
      rejectUnauthorized: true,
      handshakeTimeout: this.#limits.handshakeMs,
    });
    this.#tls.on('secureConnection', (socket) => void this.#admit(socket));
    this.#tls.on('tlsClientError', (_, socket) => {
      options.note('handshake refused', { from: socket.remoteAddress ?? 'unknown' });
    });
    const { identity, ledger, note, program } = options;
    this.#enrolment = new EnrolmentDoor({ identity, ledger, note, program, handshakeMs: this.#limits.handshakeMs });
    this.#plain = listenPlain((socket) => this.#take(socket));
  }

  /** Listens. Throws RefusalError ADDRESS_UNUSABLE when the address cannot be had. */
  static async open(options: CounterDoorOptions): Promise<CounterDoor> {
    const door = new CounterDoor(options);
    const { host, port } = options;
    await new Promise<void>((resolve, reject) => {
      door.#plain.once('error', ({ code: system = 'unknown' }: NodeJS.ErrnoException) => {
        reject(new RefusalError('ADDRESS_UNUSABLE', { address: addressText(host, port), system }));
      });
      door.#plain.listen({ port, host, backlog: KNOCKING }, resolve);
    });
    return door;
  }

  get address(): AddressInfo {
    const address = this.#plain.address();
    if (address === null || typeof address === 'string') throw new Error('the door is not open');
    return address;
  }

  /** Connections that have not yet said who they are, and counters on the line. */
  get count(): { readonly handshakes: number; readonly counters: number } {
    return { handshakes: this.#handshakes.count, counters: this.#counters.size };
  }

  /** Shows a renewed certificate to those who come from now on. */
  show(identity: TlsIdentity): void {
    this.#tls.setSecureContext(contextOf(identity));
    this.#enrolment.show(identity);
  }

  /** To one counter; it is lost where that is not on the line, and asked for when it comes back. */
  tell(counter: string, message: Parameters<CounterConnection['tell']>[0]): void {
    this.#counters.get(counter)?.connection.tell(message);
  }

  /** To every counter on the line. */
  tellAll(message: Parameters<CounterConnection['tell']>[0]): void {
    for (const { connection } of this.#counters.values()) connection.tell(message);
  }

  /** Asks the register anew: the line of a counter that was revoked meanwhile ends. What the register cannot say ends none. */
  async lookAgain(): Promise<void> {
    this.#looks += 1;
    for (const { connection, counter: number, serial } of [...this.#lines]) {
      const found = await this.#find(serial);
      const isShutOut = found === null || ('state' in found && found.state !== 'active');
      if (isShutOut) connection.refuse({ code: 'COUNTER_REVOKED', details: { number } });
    }
  }

  /** Takes nobody in any more, answers what is under way, and ends the lines. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#plain.close(() => resolve()));
    this.#handshakes.endAll();
    await Promise.all([...this.#counters.values()].map(({ connection }) => connection.close()));
    await closed;
  }

  #take(socket: Socket): void {
    socket.on('error', ignoreError);
    this.#handshakes.add(socket);
    const far = farEnd(socket);
    const late = setTimeout(() => socket.destroy(), this.#limits.handshakeMs);
    socket.once('close', () => {
      clearTimeout(late);
      this.#arrived.delete(far);
    });
    this.#arrivals += 1;
    const address = socket.remoteAddress ?? '';
    this.#arrived.set(far, {
      nth: this.#arrivals,
      known: () => {
        clearTimeout(late);
        this.#handshakes.over(socket);
        this.#hellos.giveBack(address);
      },
    });
    // The TLS hello says at which door.
    awaitHello(socket, (hello) => {
      if (!this.#mayBeAnswered(address)) socket.destroy();
      else if (asksToJoin(hello)) this.#enrolment.take(socket);
      else this.#tls.emit('connection', socket);
    });
  }

  #mayBeAnswered(address: string): boolean {
    const verdict = this.#hellos.take(address);
    if (verdict === 'refuse and tell') this.#options.note('too many hellos', { from: address });
    return verdict === 'answer';
  }

  async #admit(socket: TLSSocket): Promise<void> {
    socket.on('error', ignoreError);
    const certificate = socket.getPeerX509Certificate();
    const serial = serialText(certificate?.serialNumber ?? '');
    const found = await this.#findStanding(serial);
    if (socket.destroyed) return;
    const refusal = refusalOf(found, certificate);
    if (refusal !== null) this.#options.note('counter refused', { code: refusal.code, serial });
    const counter = found !== null && 'number' in found ? found.number : '';
    this.#connect(socket, { counter, serial }, refusal);
  }

  /** What it says once nothing has changed while it was asked: from then on the line is looked at with the others. */
  async #findStanding(serial: string): Promise<Found> {
    for (;;) {
      const looks = this.#looks;
      const found = await this.#find(serial);
      if (looks === this.#looks) return found;
    }
  }

  /** What the register says of the certificate, or why it cannot. */
  async #find(serial: string): Promise<Found> {
    try {
      return await this.#options.register.find(serial);
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal;
      throw error;
    }
  }

  #connect(
    socket: TLSSocket,
    { counter, serial }: { readonly counter: string; readonly serial: string },
    refusal: Refusal | null,
  ): void {
    const { ledger, program, note } = this.#options;
    const { beatMs, queueBytes, underWay } = this.#limits;
    const far = farEnd(socket);
    const connection: CounterConnection = new CounterConnection(socket, {
      ...{ counter, refusal, ledger, program, incoming: fromCounterSchema },
      maxUnderWay: underWay,
      ...(beatMs === undefined ? {} : { beatMs }),
      ...(queueBytes === undefined ? {} : { queueBytes }),
      welcomed: () => {
        const arrived = this.#arrived.get(far);
        arrived?.known();
        this.#welcome(line, arrived?.nth ?? 0);
      },
      ended: (why) => {
        this.#lines.delete(line);
        if (this.#counters.get(counter) === line) this.#left(counter);
        note('line ended', { counter, why: why ?? 'closed' });
      },
    });
    const line = { connection, counter, serial };
    if (refusal === null) this.#lines.add(line);
  }

  /**
   * A counter that comes back while its old line is still thought to hold has left that one: what is still on its way there is
   * let in no more, in whichever order it arrives.
   */
  #welcome(line: CounterLine, nth: number): void {
    const { counter } = line;
    if (nth < (this.#latest.get(counter) ?? 0)) {
      line.connection.cut();
      return;
    }
    this.#latest.set(counter, nth);
    this.#counters.get(counter)?.connection.cut();
    this.#counters.set(counter, line);
    this.#options.history?.begun(counter);
    this.#options.note('counter on the line', { counter });
  }

  #left(counter: string): void {
    this.#counters.delete(counter);
    this.#options.history?.ended(counter);
  }
}

function contextOf({ key, certificate: cert, authority: ca }: TlsIdentity): SecureContextOptions {
  return { key, cert, ca, minVersion: 'TLSv1.3' };
}

function refusalOf(found: Found, certificate: X509Certificate | undefined): Refusal | null {
  if (found === null || certificate === undefined) return { code: 'COUNTER_UNKNOWN', details: {} };
  if ('code' in found) return found;
  if (found.state === 'revoked') return { code: 'COUNTER_REVOKED', details: { number: found.number } };
  // A resumed session of TLS is not held against the calendar.
  const validity = { from: certificate.validFromDate.getTime(), until: certificate.validToDate.getTime() };
  return certificateState(validity, Date.now()) === 'over' ? { code: 'CERTIFICATE_EXPIRED', details: {} } : null;
}

function farEnd({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? ''} ${remotePort ?? 0}`;
}

function ignoreError(): void {
  // The connection closes after it.
}
