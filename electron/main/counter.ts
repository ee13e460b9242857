/** The running program: the windows, the ledger behind them, and the gates between. */
import { app, session, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { demoOffice } from '../contract/office/demo-office.ts';
import type { Reply } from '../contract/kernel/errors.ts';
import type { ChangeKind, Progress } from '../contract/protocol.ts';
import type { LedgerVerb, Verb } from '../contract/verbs.ts';
import { serveApp } from './windows/app-protocol.ts';
import { askLedger } from './ledger-link/ask-ledger.ts';
import { CounterOffice } from './office/counter-office.ts';
import { CustomerSide } from './customer-side/customer-side.ts';
import { endHungPage } from './windows/hung-page.ts';
import { ipcGate, type KnownWindow } from './windows/ipc-gate.ts';
import { keyKeeping } from './office/key-keeping.ts';
import { systemKeychain } from './office/keychain.ts';
import { ledgerOfThisRuntime, runtimeDescription } from './ledger-link/ledger-start.ts';
import { LinkInUse, type LedgerLink, type LedgerStatus } from './ledger-link/ledger-link.ts';
import { LedgerSupervision, type SupervisionOptions } from './ledger-link/ledger-supervision.ts';
import { LineSupervision } from './ledger-link/line-supervision.ts';
import { JoinedOffice } from './joining/joined-office.ts';
import { KeptJoining } from './joining/kept-joining.ts';
import { openLog, type Log } from './start/log.ts';
import { answerMainVerb, isMainVerb, isOfOwnBooks, mainVerbs, type MainVerbs } from './main-verbs.ts';
import { allowDeveloperTools, setMenu } from './windows/menu.ts';
import { connectGate, OpenWindows, sendEvent, type OpenWindow } from './windows/open-windows.ts';
import { askForBackup, askWhereToSave } from './output/saving.ts';
import { saveWhole } from './output/whole-file.ts';
import type { StartFolders } from './start/start-arguments.ts';
import { systemPrinting } from './output/system-printing.ts';
import { wipeAbandonedPrintFiles } from './output/print-files.ts';
import { openTellerWindow } from './windows/teller-window.ts';
import { restrictSession } from './windows/window-restrictions.ts';

/** What a window may know before the office is open, and do about a server that does not answer. */
const answeredAtOnce: ReadonlySet<Verb> = new Set<Verb>([
  'program.info',
  'customer.screen',
  'server.show',
  'server.changeAddress',
  'office.leave',
]);

/** How long the program's end waits for a customer's task to be written down as interrupted. */
const closingMs = 1_000;

export class Counter {
  readonly #folders: StartFolders;
  readonly #log: Log;
  readonly #windows = new OpenWindows();
  /** A process of this computer, or the line to the office's server. */
  readonly #ledger: LinkInUse;
  readonly #office: CounterOffice;
  readonly #joined: JoinedOffice;
  readonly #customer: CustomerSide;
  readonly #verbs: MainVerbs;
  /** Which window to tell of an operation's progress. */
  readonly #operations = new Map<string, OpenWindow>();
  /** Resolves when the office of this start is open, made or refused; what the windows ask waits for it. */
  #opened: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** The whole program ends, as with the computer: no window is asked any more. */
  #quitting = false;

  constructor(folders: StartFolders) {
    const programFolder = app.getAppPath();
    this.#folders = folders;
    this.#log = openLog(folders.dataFolder);
    const own: LedgerSupervision = new LedgerSupervision({
      start: ledgerOfThisRuntime(programFolder),
      ...this.#listeners(() => own),
    });
    this.#ledger = new LinkInUse(own);
    // This computer keeps the office's folder and keys; over a line to a server it is no more than its windows are.
    const ask = askLedger(this.#ledger, 'own-program');
    const keys = keyKeeping(folders.keysFolder, systemKeychain);
    this.#office = new CounterOffice({
      ...{ ledger: own, ask, keys, keysFolder: folders.keysFolder },
      // The department's files of 13 months, shipped with the program.
      demo: { office: demoOffice, files: join(programFolder, 'test', 'office-a') },
    });
    this.#joined = new JoinedOffice({
      ...{ folder: folders.dataFolder, link: this.#ledger, own, office: this.#office, ask },
      kept: new KeptJoining(folders.dataFolder, keys),
      program: app.getVersion(),
      newLine: (server) => {
        const line: LineSupervision = new LineSupervision({ ...server, ...this.#listeners(() => line) });
        return line;
      },
      note: (event, details) => this.#log.info(details, event),
    });
    this.#customer = new CustomerSide({ ask, windows: this.#windows, log: this.#log, programFolder });
    this.#verbs = mainVerbs({
      ask,
      pinVerbs: this.#customer.verbs,
      cancel: (operationId, asker) => this.#ledger.cancel(operationId, asker),
      office: this.#office,
      joined: this.#joined,
      dataFolder: folders.dataFolder,
      demoFolder: folders.demoFolder,
      printing: systemPrinting,
      note: (event, details) => this.#log.warn(details, event),
      ledgerStatus: () => this.#ledger.status,
      program: { version: app.getVersion(), ...runtimeDescription() },
      chooseFile: (asker, fileName) => this.#inWindow(asker, (window) => askWhereToSave(window, fileName)),
      chooseBackup: (asker) => this.#inWindow(asker, askForBackup),
      enlarge: ({ webContentsId }, percent) =>
        this.#windows.find(webContentsId)?.browserWindow.webContents.setZoomFactor(percent / 100),
      save: saveWhole,
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Once the app is ready. The window comes first; the ledger starts while it loads. */
  start(): void {
    const programFolder = app.getAppPath();
    serveApp(session.defaultSession, programFolder);
    restrictSession(session.defaultSession);
    setMenu();
    this.#wipeAbandonedPrintFiles();
    const gate = ipcGate({
      windowOf: (webContentsId) => this.#windows.find(webContentsId),
      answer: (verb, input, asker) => this.#answer(verb, input, asker),
      checkAnswers: !app.isPackaged,
      log: this.#log,
    });
    connectGate('teller', gate);
    connectGate('customer', gate);
    const window = this.#openTeller(programFolder);
    this.#customer.start(window.browserWindow);
    this.#opened = this.#joined.open() ?? this.#openOwn(window);
  }

  #openOwn(window: OpenWindow): Promise<unknown> {
    const { demo, dataFolder } = this.#folders;
    const opened = demo ? this.#office.openDemo(dataFolder, window) : this.#office.open(dataFolder);
    void opened.then(() => {
      if (this.#office.isOpen) this.#joined.giveUpAsking();
    });
    return opened;
  }

  /** What a link that has been left says later concerns nobody. */
  #listeners(link: () => LedgerLink): Omit<SupervisionOptions, 'start'> {
    return {
      onStatus: (status) => {
        if (this.#ledger.isUsed(link())) this.#hearLedger(status);
      },
      onProgress: (progress) => this.#tellProgress(progress),
      onCustomerTask: (task) => this.#customer.hearTask(task),
      onChange: (kinds) => this.#tellChange(kinds),
      note: (event, details) => this.#log.warn(details, event),
    };
  }

  /** A program that was killed while it printed leaves a whole paper behind. */
  #wipeAbandonedPrintFiles(): void {
    const { wiped, kept } = wipeAbandonedPrintFiles(Date.now());
    if (wiped + kept.length > 0) this.#log.warn({ wiped, kept }, 'papers of an earlier print were left behind');
  }

  comeToFront(): void {
    for (const { browserWindow } of this.#windows.all('teller')) {
      if (browserWindow.isMinimized()) browserWindow.restore();
      browserWindow.focus();
    }
  }

  /** Heard before the windows are. */
  beginQuitting(): void {
    this.#quitting = true;
  }

  async close(): Promise<void> {
    await atMost(closingMs, this.#customer.close());
    await this.#ledger.stop();
    this.#log.flush();
    this.#closed = true;
  }

  /** A programmer's error: going on could harm the books, so the program ends. What it says stays out of the log. */
  fail(error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
    this.#log.error({ name: error instanceof Error ? error.name : typeof error, stack }, 'the program failed');
    this.#log.flush();
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  }

  #openTeller(programFolder: string): OpenWindow {
    const browserWindow = openTellerWindow(programFolder);
    const { webContents } = browserWindow;
    allowDeveloperTools(webContents);
    // A window with something unfinished asks before it is closed.
    webContents.on('will-prevent-unload', (event) => {
      if (this.#quitting) event.preventDefault();
    });
    endHungPage(webContents, this.#log);
    webContents.on('render-process-gone', (_event, { reason }) => {
      this.#log.warn({ reason }, 'the page died');
      if (!browserWindow.isDestroyed()) webContents.reload();
    });
    return this.#windows.add(browserWindow, 'teller');
  }

  async #answer(verb: Verb, input: unknown, asker: KnownWindow): Promise<Reply<unknown>> {
    if (!answeredAtOnce.has(verb)) await this.#opened;
    const refusal = isOfOwnBooks(verb) ? this.#joined.refusesOwnBooks : null;
    if (refusal !== null) return { ok: false, error: refusal };
    await this.#customer.beforeAnswering(verb, asker);
    const reply = await (isMainVerb(verb)
      ? answerMainVerb(this.#verbs, verb, input, asker)
      : this.#askLedger(verb, input, asker));
    this.#customer.afterAnswering(verb, asker);
    return reply;
  }

  async #askLedger(verb: LedgerVerb, input: unknown, asker: KnownWindow): Promise<Reply<unknown>> {
    const operationId = operationOf(input);
    const window = this.#windows.find(asker.webContentsId);
    if (operationId && window) this.#operations.set(operationId, window);
    try {
      return await this.#ledger.request(verb, input, asker, asker.kind);
    } finally {
      if (operationId) this.#operations.delete(operationId);
    }
  }

  #hearLedger(status: LedgerStatus): void {
    this.#joined.quality.hear(status);
    if (status.state === 'ready') void this.#joined.lookAtCertificate();
    for (const window of this.#windows.all('teller')) sendEvent(window, 'ledger.status', status);
    this.#customer.hearLedger(status.state);
  }

  #tellChange(kinds: readonly ChangeKind[]): void {
    for (const window of this.#windows.all('teller')) sendEvent(window, 'ledger.changed', { kinds });
  }

  #tellProgress(progress: Progress): void {
    const window = this.#operations.get(progress.operationId);
    if (window) sendEvent(window, 'operation.progress', progress);
  }

  /** A dialog over the asking window; closed before it opens when the window has gone. */
  async #inWindow(asker: KnownWindow, ask: (window: BrowserWindow) => Promise<string | null>): Promise<string | null> {
    const window = this.#windows.find(asker.webContentsId);
    return window ? ask(window.browserWindow) : null;
  }
}

function operationOf(input: unknown): string | null {
  const named = typeof input === 'object' && input !== null && 'operationId' in input;
  return named && typeof input.operationId === 'string' ? input.operationId : null;
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
