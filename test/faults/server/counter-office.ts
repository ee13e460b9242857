/** An office server's door with counters that have joined, for the tests of the line. */
import { connect as connectPlain } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import {
  networkLedger,
  type NetworkOptions,
  type StartLine,
} from '../../../electron/main/ledger-link/network-transport.ts';
import { CounterDoor, type DoorLimits } from '../../../electron/server/doors/counter-door.ts';
import { LineHistory } from '../../../electron/server/doors/line-history.ts';
import type { CounterRegister, RegisteredCounter } from '../../../electron/server/doors/counter-register.ts';
import type { ServedJoining, ServedLedger } from '../../../electron/server/doors/served-ledger.ts';
import {
  makeAuthority,
  OfficeAuthority,
  type TlsIdentity,
} from '../../../electron/server/identity/office-authority.ts';
import { joinedCounter } from '../../offices/certificates.ts';
import { ServedEcho } from '../link/served-echo.ts';

const OFFICE = 'office-1';
export const PROGRAM = '1.2.3';
const HOST = '127.0.0.1';

interface Setting {
  readonly limits?: Partial<DoorLimits>;
  /** The door's clock, where a test moves it. */
  readonly now?: () => number;
  /** Its own, where it is not said. */
  readonly register?: CounterRegister;
  /** The ledger behind the door; an echo unless it is said. */
  readonly ledger?: ServedLedger & ServedJoining;
  readonly program?: string;
  /** At which it listens: that of a server before it. */
  readonly port?: number;
  /** What the server shows in place of its own certificate. */
  readonly shows?: TlsIdentity;
}

export class CounterOffice {
  readonly authority: OfficeAuthority;
  readonly notes: string[] = [];
  readonly lines = new LineHistory();
  readonly register = new Map<string, RegisteredCounter>();
  /** Each asking of the register. */
  readonly looked: string[] = [];
  readonly echo = new ServedEcho((counter, message) => this.door.tell(counter, message));
  #door: CounterDoor | null = null;

  private constructor(authority: OfficeAuthority) {
    this.authority = authority;
  }

  static async open(setting: Setting = {}): Promise<CounterOffice> {
    const office = new CounterOffice(await OfficeAuthority.of(await makeAuthority(OFFICE, Date.now())));
    await office.openDoor(setting);
    return office;
  }

  async openDoor({ limits, now, ledger, register, program = PROGRAM, port = 0, shows }: Setting = {}): Promise<void> {
    this.#door = await CounterDoor.open({
      ...{ host: HOST, port, program },
      identity: shows ?? (await this.authority.issueServer(OFFICE, [HOST], Date.now())),
      register: register ?? {
        find: async (serial) => {
          this.looked.push(serial);
          return this.register.get(serial) ?? null;
        },
      },
      ledger: ledger ?? this.echo,
      history: this.lines,
      note: (event, details) => this.notes.push([event, details['code'] ?? details['why']].join(' ').trim()),
      ...(limits === undefined ? {} : { limits }),
      ...(now === undefined ? {} : { now }),
    });
  }

  get door(): CounterDoor {
    if (this.#door === null) throw new Error('the door is not open yet');
    return this.#door;
  }

  get port(): number {
    return this.door.address.port;
  }

  /** A new counter, in the register unless it is said. */
  async join(number: string, state: RegisteredCounter['state'] | 'unknown' = 'active', now = Date.now()) {
    const identity = await joinedCounter(this.authority, { office: OFFICE, number, kind: 'counter' }, now);
    if (state !== 'unknown') this.register.set(identity.serial, { number, kind: 'counter', state });
    return identity;
  }

  lineOf(identity: TlsIdentity, other: Partial<NetworkOptions> = {}): StartLine {
    return networkLedger({ host: HOST, port: other.port ?? this.port, identity, program: PROGRAM, ...other });
  }

  /** TLS as a counter speaks it, with nothing said on it yet. */
  async bareLine(identity: Partial<TlsIdentity>, localAddress = HOST): Promise<TLSSocket> {
    const { key, certificate } = identity;
    const own = key === undefined ? {} : { key, cert: certificate };
    const plain = connectPlain({ host: HOST, port: this.port, localAddress });
    const socket = connect({ socket: plain, host: HOST, ca: this.authority.certificate, ...own });
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      socket.once('secureConnect', resolve);
      socket.once('close', () => resolve());
    });
    return socket;
  }

  close(): Promise<void> {
    return this.door.close();
  }
}
