/**
 * This computer as a counter of an office server: it joins, speaks to the server in place of a ledger of its own, renews its
 * certificate, and leaves. Without the server it can do nothing, and nothing of the office is on it (docs/server.md 4).
 */
import type { Instant } from '../../contract/kernel/dates.ts';
import { accepted, refused, RefusalError, type Refusal, type Reply } from '../../contract/kernel/errors.ts';
import { parseEnrolmentCode } from '../../contract/administration/enrolment-code.ts';
import { parseServerAddress } from '../../contract/administration/server-address.ts';
import type { OwnServer, ServerView } from '../../contract/office/joining-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { addressText } from '../../line/address-text.ts';
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import { joinOffice } from '../ledger-link/joining-line.ts';
import type { Asker, LedgerLink, LinkInUse } from '../ledger-link/ledger-link.ts';
import type { LineSupervision, LineSupervisionOptions } from '../ledger-link/line-supervision.ts';
import type { CounterOffice } from '../office/counter-office.ts';
import { officeIn } from '../office/office-note.ts';
import type { LedgerSupervision } from '../ledger-link/ledger-supervision.ts';
import { endOf, fingerprintOf, isOurs } from './certificate-rules.ts';
import type { Joining, KeptJoining } from './kept-joining.ts';
import { LineQuality } from './line-quality.ts';
import { renewCertificate } from './renewal.ts';
import { serverLine, tryLine, type ServerLineOptions } from './server-line.ts';

export interface JoinedOfficeOptions extends ServerLineOptions {
  readonly folder: string;
  readonly link: LinkInUse;
  /** The ledger of this computer's own, for the time in which it belongs to no server. */
  readonly own: LedgerLink & Pick<LedgerSupervision, 'refuse'>;
  readonly office: Pick<CounterOffice, 'open' | 'isAbsent' | 'giveUp'>;
  readonly ask: AskLedger;
  readonly newLine: (options: Pick<LineSupervisionOptions, 'start' | 'address'>) => LineSupervision;
  readonly note: (event: string, details: Readonly<Record<string, string | number>>) => void;
}

type Joined = Output<'office.join'>;

/** How often it is looked whether the certificate is to be renewed. */
const LOOKED_AT_EVERY_MS = 24 * 3_600_000;
/** What main asks for itself, and no window. */
const OWN_ASKER: Asker = { counter: 'program', session: null };

export class JoinedOffice {
  readonly #options: JoinedOfficeOptions;
  readonly #kept: KeptJoining;
  readonly quality = new LineQuality();
  #joining: Joining | null = null;
  #line: LineSupervision | null = null;
  /** Also where what was kept of it is damaged, or lies beside books. */
  #hasJoined = false;
  #isRenewing = false;
  #looking: NodeJS.Timeout | undefined;

  constructor(options: JoinedOfficeOptions) {
    this.#options = options;
    this.#kept = options.kept;
  }

  /** What a verb of own books is refused by; null where this computer keeps its own. */
  get refusesOwnBooks(): Refusal | null {
    const address = this.#joining?.address;
    if (!this.#hasJoined) return null;
    return refused('COUNTER_JOINED', address === undefined ? {} : { address }).error;
  }

  /** What is known without asking anybody; null where this computer keeps its own books. */
  get server(): OwnServer | null {
    if (!this.#hasJoined) return null;
    const { address, number, officeCode, officeName } = this.#joining ?? NOTHING_KNOWN;
    return { address, number, officeCode, officeName };
  }

  /** Whether the key of this counter lies in a plain file. */
  get keyIsWeak(): boolean {
    if (this.#joining === null) return false;
    try {
      return this.#kept.identity(this.#joining, this.#joining.current).weak;
    } catch (error) {
      // Unreadable is another trouble, which is told by itself.
      refusalOf(error);
      return false;
    }
  }

  /**
   * Begins the line where this computer has joined; answers null where it has not, and its own ledger is to be opened. A joining
   * that cannot be used is the ledger's status from then on.
   */
  open(): Promise<Reply<unknown>> | null {
    try {
      this.#joining = this.#kept.read();
      this.#hasJoined = this.#joining !== null;
      if (this.#joining === null) return null;
      const { address } = this.#joining;
      const { folder } = this.#options;
      if (holdsBooks(folder)) throw new RefusalError('JOINING_AND_BOOKS', { folder, address });
      return this.#begin(this.#joining);
    } catch (error) {
      this.#hasJoined = true;
      const refusal = refusalOf(error);
      this.#options.own.refuse(refusal);
      return Promise.resolve({ ok: false, error: refusal });
    }
  }

  async join({ address: typed, code: typedCode }: Input<'office.join'>): Promise<Reply<Joined>> {
    const [address, code] = [parseServerAddress(typed), parseEnrolmentCode(typedCode)];
    if (address === null || code === null) return refused('INPUT_INVALID', { problem: 'form' });
    if (this.refusesOwnBooks !== null) return { ok: false, error: this.refusesOwnBooks };
    if (!this.#options.office.isAbsent) return refused('OFFICE_EXISTS');
    try {
      const request = this.#kept.request();
      const joined = await joinOffice({ ...address, code, csr: request.csr, program: this.#options.program });
      if (!joined.ok) return joined;
      const { certificate, officeCertificate: authority, serverTime, ...place } = joined.value;
      const { number, kind, officeCode, officeName } = place;
      const text = addressText(address.host, address.port);
      const current = { keyId: request.keyId, certificate };
      const joining = { address: text, authority, number, kind, officeCode, officeName, current, next: null };
      if (!isOurs(certificate, this.#kept.identity(joining, current)))
        return refused('SERVER_OTHER', { address: text });
      this.#keep(joining);
      const clockAheadMs = Date.now() - serverTime;
      this.#options.office.giveUp();
      await this.#begin(joining);
      return accepted({ ...(await this.#view(joining)), clockAheadMs });
    } catch (error) {
      return { ok: false, error: refusalOf(error) };
    }
  }

  /** An office of this computer's own is open: a joining that was begun and not finished is wanted no more. */
  giveUpAsking(): void {
    try {
      this.#kept.endRequest();
    } catch (error) {
      this.#options.note('a joining that was given up stays', { code: refusalOf(error).code });
    }
  }

  async show(): Promise<Reply<ServerView | null>> {
    return accepted(this.#joining === null ? null : await this.#view(this.#joining));
  }

  /** The server proves itself by a certificate of the same authority, and takes this counter, before the address is kept. */
  async changeAddress({ address: typed }: Input<'server.changeAddress'>): Promise<Reply<ServerView>> {
    const parsed = parseServerAddress(typed);
    if (parsed === null) return refused('INPUT_INVALID', { problem: 'form' });
    if (this.#joining === null) return refused(this.#hasJoined ? 'JOINING_DAMAGED' : 'NOT_ALLOWED_HERE');
    const address = addressText(parsed.host, parsed.port);
    const there = (): Joining => ({ ...(this.#joining ?? fail()), address });
    try {
      const tried = await tryLine(
        serverLine(this.#options, there, (joining) => (this.#joining = joining)),
        address,
      );
      if (!tried.ok) return tried;
      this.#keep(there());
      await this.#begin(there());
      return accepted(await this.#view(there()));
    } catch (error) {
      return { ok: false, error: refusalOf(error) };
    }
  }

  /** Answers what `counter.show` refuses while the server is there: it is an administrator's then. */
  async leave(asker: Asker): Promise<Reply<Output<'office.leave'>>> {
    const { link, own, office, folder, note } = this.#options;
    if (!this.#hasJoined) return refused('NOT_ALLOWED_HERE');
    if (link.status.state === 'ready') {
      const allowed = await link.request('counter.show', {}, asker, 'teller');
      if (!allowed.ok) return allowed;
      await link.request('session.signOut', {}, asker, 'teller');
    }
    try {
      this.#kept.forget();
    } catch (error) {
      return { ok: false, error: refusalOf(error) };
    }
    note('left the office server', { address: this.#joining?.address ?? '' });
    clearInterval(this.#looking);
    [this.#joining, this.#line, this.#hasJoined] = [null, null, false];
    asker.session = null;
    await link.turnTo(own);
    await office.open(folder);
    return accepted({});
  }

  /** The line is there: time to look at the certificate. */
  async lookAtCertificate(now = Date.now()): Promise<void> {
    const joining = this.#joining;
    if (joining === null || this.#isRenewing) return;
    this.#isRenewing = true;
    try {
      const { ask, note } = this.#options;
      const isCurrent = (): boolean => this.#joining === joining;
      const renewal = { kept: this.#kept, ask, note, asker: OWN_ASKER, isCurrent };
      const renewed = await renewCertificate(renewal, joining, now);
      if (renewed === 'to be used') this.#line?.beginAgain();
      else if (renewed !== null) this.#joining = renewed;
    } catch (error) {
      this.#options.note('certificate not renewed', { code: refusalOf(error).code });
    } finally {
      this.#isRenewing = false;
    }
  }

  async #begin(joining: Joining): Promise<Reply<unknown>> {
    const { link, newLine } = this.#options;
    const { address } = joining;
    this.#joining = joining;
    this.#hasJoined = true;
    const start = serverLine(
      this.#options,
      () => this.#joining ?? joining,
      (changed) => (this.#joining = changed),
    );
    this.#line = newLine({ start, address });
    await link.turnTo(this.#line);
    clearInterval(this.#looking);
    this.#looking = setInterval(() => void this.lookAtCertificate(), LOOKED_AT_EVERY_MS);
    this.#looking.unref();
    return this.#line.open();
  }

  #keep(joining: Joining): void {
    this.#kept.write(joining);
    this.#kept.endRequest();
  }

  async #view(joining: Joining): Promise<ServerView> {
    const { link, ask } = this.#options;
    const { address, number, kind, officeCode, officeName, authority, current } = joining;
    const line = await this.quality.of(link.status, () => ask('office.status', {}, OWN_ASKER));
    return {
      ...{ address, number, kind, officeCode, officeName, line },
      fingerprint: fingerprintOf(authority),
      certificateEndsAt: endOf(current.certificate) as Instant,
    };
  }
}

const NOTHING_KNOWN: OwnServer = { address: '', number: '', officeCode: '', officeName: '' };

/** Also where whose they are cannot be read. */
function holdsBooks(folder: string): boolean {
  try {
    return officeIn(folder) !== null;
  } catch (error) {
    refusalOf(error);
    return true;
  }
}

/** Refusals are for the operator; anything else is a programmer's error and goes on. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  throw error;
}

function fail(): never {
  throw new Error('the joining has gone meanwhile');
}
