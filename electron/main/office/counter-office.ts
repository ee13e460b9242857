/**
 * The office this program has open: finds its keys, hands them to the ledger, makes new offices. Every new key is on the
 * disk before anything is sealed with it.
 */
import { getRandomValues, randomUUID } from 'node:crypto';
import { accepted, refused, RefusalError, type Reply } from '../../contract/kernel/errors.ts';
import { copyOfKeys, KEY_BYTES, overwriteKeys, type OfficeKeys } from '../../contract/kernel/key-bytes.ts';
import { parseRecoveryKey } from '../../contract/office/recovery-key.ts';
import type { NewOffice } from '../../contract/office/office-verbs.ts';
import type { RestoredOffice } from '../../contract/office/restored-views.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import type { KeyKeeping } from './key-keeping.ts';
import type { Asker } from '../ledger-link/ledger-link.ts';
import type { LedgerSupervision } from '../ledger-link/ledger-supervision.ts';
import { officeIn } from './office-note.ts';

type Office = Output<'office.create'>['office'];

/** Whether the key lies in a plain file. */
interface KeyStrength {
  readonly weak: boolean;
}

export interface CounterOfficeOptions {
  readonly ledger: Pick<LedgerSupervision, 'open' | 'refuse'>;
  readonly ask: AskLedger;
  readonly keys: KeyKeeping;
  /** Where the keys lie, and the anchors of the books beside them. */
  readonly keysFolder: string;
  readonly demo: { readonly office: NewOffice; readonly files: string };
}

export class CounterOffice {
  readonly #options: CounterOfficeOptions;
  #folder = '';
  /** Of the folder's office, or of the one that could be made in it. */
  #officeId = '';
  /** Of an office that is not made yet; null once both are on the disk, from where they are read when needed. */
  #pending: OfficeKeys | null = null;
  #keyIsWeak = false;
  #isOpen = false;
  #isAbsent = false;

  constructor(options: CounterOfficeOptions) {
    this.#options = options;
  }

  /** True when the office's key lies in a plain file, for the banner. */
  get keyIsWeak(): boolean {
    return this.#keyIsWeak;
  }

  get folder(): string {
    return this.#folder;
  }

  /** True once an office is open: the demo office and a backup are for a program that has none. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** True while the ledger has looked and found that there is none, so that this computer may join one elsewhere. */
  get isAbsent(): boolean {
    return this.#isAbsent;
  }

  /** The folder will hold none: the keys that were ready for it are wanted no more. */
  giveUp(): void {
    this.#forgetPending();
    this.#isAbsent = false;
  }

  /** Opens what lies in the folder, which may be nothing yet. A refusal is also the ledger's status from then on. */
  async open(folder: string): Promise<Reply<{ readonly officePresent: boolean }>> {
    this.#folder = folder;
    this.#isOpen = false;
    this.#isAbsent = false;
    try {
      const officeId = officeIn(folder);
      if (officeId === null) this.#expectNewOffice();
      else this.#findKeys(officeId);
    } catch (error) {
      const refusal = refusalOf(error);
      this.#options.ledger.refuse(refusal);
      return { ok: false, error: refusal };
    }
    const { ledger, keysFolder } = this.#options;
    const opened = await ledger.open({
      dataFolder: folder,
      keysFolder,
      officeId: this.#officeId,
      keys: () => this.keys(),
    });
    this.#isOpen = opened.ok && opened.value.officePresent;
    this.#isAbsent = opened.ok && !opened.value.officePresent;
    return opened;
  }

  /** A copy, which the caller overwrites. A refusal where the files of the keys have gone or changed meanwhile. */
  keys(): Reply<OfficeKeys> {
    try {
      return accepted(this.#pending === null ? this.#readKeys() : copyOfKeys(this.#pending));
    } catch (error) {
      return { ok: false, error: refusalOf(error) };
    }
  }

  /** Opens the demo office, making it first where there is none. */
  async openDemo(folder: string, asker: Asker): Promise<Reply<Office>> {
    const opened = await this.open(folder);
    if (!opened.ok) return opened;
    const { office, files } = this.#options.demo;
    if (!opened.value.officePresent) return this.#make({ ...office, demoFolder: files }, asker);
    const status = await this.#options.ask('office.status', {}, asker);
    if (!status.ok) return status;
    return status.value.office === null ? refused('OFFICE_ABSENT') : accepted(status.value.office);
  }

  async setUp(input: Input<'office.setUp'>, asker: Asker): Promise<Reply<Office>> {
    return this.#make({ ...input, demoFolder: null }, asker);
  }

  /**
   * Restores a backup into the empty folder. Its office has an id of its own, so the key is kept under that and the
   * books are opened afresh.
   */
  async restore(path: string, typed: Input<'office.restore'>, asker: Asker): Promise<Reply<RestoredOffice>> {
    const { ask, ledger, keysFolder } = this.#options;
    const keys = keysFrom(typed);
    if (keys === null) return refused('KEY_WRONG');
    const folder = this.#folder;
    const handOver = (): Reply<OfficeKeys> => accepted(copyOfKeys(keys));
    const opened = await ledger.open({ dataFolder: folder, keysFolder, officeId: randomUUID(), keys: handOver });
    const restored = opened.ok ? await ask('office.restoreFrom', { path, recoveryKeyTyped: true }, asker) : opened;
    const kept = restored.ok ? this.#keepRestored(restored.value.officeId, keys) : restored;
    const reopened = await this.open(folder);
    overwriteKeys(keys);
    if (!kept.ok) return kept;
    return reopened.ok ? restored : reopened;
  }

  /** Two persons open books that stay shut because of their anchor; the ledger then opens them afresh. */
  async openBehind(persons: Input<'office.openBehind'>, asker: Asker): Promise<Reply<Office>> {
    const accepted = await this.#options.ask('office.acceptBooks', persons, asker);
    if (!accepted.ok) return accepted;
    const opened = await this.open(this.#folder);
    return opened.ok ? accepted : opened;
  }

  #expectNewOffice(): void {
    this.#forgetPending();
    this.#keyIsWeak = false;
    this.#officeId = randomUUID();
    this.#pending = newKeys();
  }

  /**
   * An office from before PINs, or one that came without the file of its PIN key, gets a new PIN key: the ledger
   * notices where that does not fit and refuses what needs it (PIN_KEY_MISSING) until the right file is back.
   */
  #findKeys(officeId: string): void {
    const { keys } = this.#options;
    this.#forgetPending();
    this.#officeId = officeId;
    const data = keys.find('data', officeId);
    data.key.fill(0);
    this.#keyIsWeak = data.weak;
    const fresh = newKeys();
    if (!keys.has('pin', officeId)) keys.keep('pin', officeId, fresh.pinKey).key.fill(0);
    overwriteKeys(fresh);
    overwriteKeys(this.#readKeys());
  }

  #readKeys(): OfficeKeys {
    const { keys } = this.#options;
    return { dataKey: keys.find('data', this.#officeId).key, pinKey: keys.find('pin', this.#officeId).key };
  }

  #forgetPending(): void {
    if (this.#pending !== null) overwriteKeys(this.#pending);
    this.#pending = null;
  }

  /** A key that is kept for an office that was not made after all does no harm; a lost one would. */
  async #make(input: Input<'office.create'>, asker: Asker): Promise<Reply<Office>> {
    if (this.#pending !== null) {
      const kept = this.#keep(this.#officeId, this.#pending);
      if (!kept.ok) return kept;
      this.#keyIsWeak = kept.value.weak;
      this.#forgetPending();
    }
    const made = await this.#options.ask('office.create', input, asker);
    this.#isOpen ||= made.ok;
    this.#isAbsent &&= !made.ok;
    return made.ok ? accepted(made.value.office) : made;
  }

  /** Where the office stood before, its PIN key is here still and stays. */
  #keepRestored(officeId: string, { dataKey, pinKey }: OfficeKeys): Reply<KeyStrength> {
    const { keys } = this.#options;
    return this.#keep(officeId, keys.has('pin', officeId) ? { dataKey } : { dataKey, pinKey });
  }

  #keep(officeId: string, { dataKey, pinKey }: Partial<OfficeKeys> & Pick<OfficeKeys, 'dataKey'>): Reply<KeyStrength> {
    const { keys } = this.#options;
    try {
      const { key, weak } = keys.keep('data', officeId, dataKey);
      key.fill(0);
      if (pinKey !== undefined) keys.keep('pin', officeId, pinKey).key.fill(0);
      return accepted({ weak });
    } catch (error) {
      return { ok: false, error: refusalOf(error) };
    }
  }
}

/** Off the recovery sheet; null when one of them is mistyped. Without the PIN key everything but PINs will work. */
function keysFrom({ recoveryKey, pinRecoveryKey }: Input<'office.restore'>): OfficeKeys | null {
  const dataKey = parseRecoveryKey(recoveryKey);
  const pinKey = pinRecoveryKey.trim() === '' ? newKeys().pinKey : parseRecoveryKey(pinRecoveryKey);
  return dataKey === null || pinKey === null ? null : { dataKey, pinKey };
}

function newKeys(): OfficeKeys {
  return {
    dataKey: getRandomValues(new Uint8Array(KEY_BYTES)),
    pinKey: getRandomValues(new Uint8Array(KEY_BYTES)),
  };
}

/** Refusals are for the operator; anything else is a programmer's error and goes on. */
function refusalOf(error: unknown): RefusalError['refusal'] {
  if (error instanceof RefusalError) return error.refusal;
  throw error;
}
