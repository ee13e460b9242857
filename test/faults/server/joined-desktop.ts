/** A desktop that may join: its folder, its keys, a ledger of its own that only says whether it is asked, and its link. */
import { accepted, refused, type Refusal, type Reply } from '../../../electron/contract/kernel/errors.ts';
import { askLedger, type AskLedger } from '../../../electron/main/ledger-link/ask-ledger.ts';
import {
  LinkInUse,
  type Asker,
  type LedgerLink,
  type LedgerStatus,
} from '../../../electron/main/ledger-link/ledger-link.ts';
import { LineSupervision } from '../../../electron/main/ledger-link/line-supervision.ts';
import { JoinedOffice } from '../../../electron/main/joining/joined-office.ts';
import { KeptJoining } from '../../../electron/main/joining/kept-joining.ts';
import { keyKeeping, type Keychain } from '../../../electron/main/office/key-keeping.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';

const noKeychain: Keychain = { available: () => false, seal: () => new Uint8Array(), open: () => '' };

class OwnLedger implements LedgerLink {
  status: LedgerStatus = { state: 'ready', refusal: null };
  opened = 0;
  stopped = 0;

  async request(): Promise<Reply<unknown>> {
    return refused('OFFICE_ABSENT');
  }

  cancel(): void {
    // Nothing goes on here.
  }

  async stop(): Promise<void> {
    this.stopped += 1;
  }

  refuse(refusal: Refusal): void {
    this.status = { state: 'failed', refusal };
  }
}

export class JoinedDesktop {
  readonly folder: string;
  readonly keysFolder: string;
  readonly own = new OwnLedger();
  readonly link = new LinkInUse(this.own);
  readonly office: JoinedOffice;
  readonly ask: AskLedger;
  readonly ownOffice: {
    readonly isAbsent: boolean;
    giveUp(): void;
    open(): Promise<Reply<{ officePresent: boolean }>>;
  };
  readonly notes: string[] = [];
  readonly statuses: LedgerStatus[] = [];
  #waiting: { readonly until: (status: LedgerStatus) => boolean; readonly resolve: () => void }[] = [];

  constructor(program: string, folder = freshFolder()) {
    this.folder = folder;
    this.keysFolder = keysBeside(folder);
    this.ask = askLedger(this.link, 'own-program');
    const { own, link, ask } = this;
    this.ownOffice = {
      isAbsent: true,
      giveUp: () => undefined,
      open: async () => {
        own.opened += 1;
        return accepted({ officePresent: false });
      },
    };
    this.office = new JoinedOffice({
      ...{ folder, link, own, ask, program },
      kept: new KeptJoining(folder, keyKeeping(this.keysFolder, noKeychain)),
      office: this.ownOffice,
      newLine: (server) => this.#line(server),
      note: (event) => this.notes.push(event),
    });
  }

  /** A window of this desktop. */
  asker(session: string | null = null): Asker {
    return { counter: 'x', session };
  }

  async signIn(clerkCode: string, password: string): Promise<Asker> {
    const asker = this.asker();
    const reply = await this.link.request('session.signIn', { clerkCode, password }, asker, 'teller');
    if (!reply.ok) throw new Error(reply.error.code);
    return asker;
  }

  until(condition: (status: LedgerStatus) => boolean): Promise<void> {
    if (condition(this.link.status)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ until: condition, resolve }));
  }

  /** The program ends. */
  async end(): Promise<void> {
    await this.link.stop();
  }

  #line(server: Pick<ConstructorParameters<typeof LineSupervision>[0], 'start' | 'address'>): LineSupervision {
    return new LineSupervision({
      ...server,
      onStatus: (status) => this.#hear(status),
      onProgress: () => undefined,
      onCustomerTask: () => undefined,
      onChange: () => undefined,
      note: () => undefined,
      delayMs: () => 5,
    });
  }

  #hear(status: LedgerStatus): void {
    this.statuses.push(status);
    const over = this.#waiting.filter(({ until }) => until(status));
    this.#waiting = this.#waiting.filter((one) => !over.includes(one));
    for (const { resolve } of over) resolve();
  }
}
