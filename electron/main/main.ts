/**
 * Start-up: window and ledger process at once, side by side, and everything between them wired up. The packed program
 * starts with arguments of its own alone.
 */
import { app, dialog } from 'electron';
import { outliveReaders } from '../disk/outlived-readers.ts';
import { Counter } from './counter.ts';
import { registerAppScheme } from './windows/app-protocol.ts';
import { forbidCoreDumps, ownProcessTree } from './start/core-dumps.ts';
import { runtimeDescription } from './ledger-link/ledger-start.ts';
import { Kiosk } from './kiosk/kiosk.ts';
import { kioskWish, type KioskWish } from './kiosk/kiosk-wish.ts';
import { startFolders } from './start/start-arguments.ts';
import { refusedStart, refusedStartText } from './start/refused-start.ts';
import { setMenu } from './windows/menu.ts';
import { restrictPages } from './windows/window-restrictions.ts';

// The terminal it was started from may be closed long before the counter is.
outliveReaders();
// A copy of the executable under another name counts as unpacked for Electron; what it runs is the archive all the same.
const packed = app.isPackaged || app.getAppPath().endsWith('.asar');
const refused = packed ? refusedStart(process.argv.slice(1), process.env) : null;
if (refused === null) startAs(process.argv.slice(1));
else refuse(refusedStartText(refused));

/** Before the app is ready nothing listens on any port yet, and leaving ends the process at once. */
function refuse(text: string): void {
  // Programs without a console say it in a box of the system.
  if (process.platform === 'linux') process.stderr.write(`${text}\n`);
  else dialog.showErrorBox('Medicard Counter', text);
  app.exit(2);
}

/** A counter, or a terminal for holders. */
function startAs(args: readonly string[]): void {
  try {
    start(kioskWish(args));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    refuse(error.message);
  }
}

function start(kiosk: KioskWish | null): void {
  // What the program and Chromium write is its owner's alone, whatever mask the user works with.
  process.umask(0o077);
  forbidCoreDumps(ownProcessTree());
  app.setName('Medicard Counter');
  const folders = startFolders(process.argv.slice(1), process.env, app.getPath('appData'));
  // Chromium's own switch wins, as in every program built on it.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    // A terminal keeps nothing, and a counter may run beside it.
    const own = kiosk === null ? folders.profileFolder : `${folders.profileFolder}-kiosk`;
    app.setPath('userData', own);
  }

  // Without a graphics card the development runtime's GPU process dies at its first start, and one window in sixty never
  // shows anything; it draws in software from the beginning instead.
  if (runtimeDescription().unsupportedRuntime) app.commandLine.appendSwitch('disable-gpu');

  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`Medicard Counter is open on ${folders.dataFolder} already; its window comes to the front.\n`);
    app.exit(1);
  } else if (kiosk !== null) {
    const terminal = new Kiosk(kiosk);
    // Whoever looks after the computer starts it again; nobody who stands in front of it can.
    for (const event of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(event, (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        app.exit(1);
      });
    app.on('second-instance', () => terminal.comeToFront());
    app.on('window-all-closed', () => app.quit());
    void app.whenReady().then(() => {
      setMenu();
      terminal.start();
    });
  } else {
    registerAppScheme();
    restrictPages();
    const counter = new Counter(folders);
    app.on('second-instance', () => counter.comeToFront());
    app.on('window-all-closed', () => app.quit());
    app.on('before-quit', () => counter.beginQuitting());
    app.on('will-quit', (event) => {
      if (counter.closed) return;
      event.preventDefault();
      // Electron does not hear a second wish to quit before it has taken back the first.
      void counter.close().then(() => setImmediate(() => app.quit()));
    });
    process.on('uncaughtException', (error) => counter.fail(error));
    process.on('unhandledRejection', (error) => counter.fail(error));
    void app.whenReady().then(() => counter.start());
  }
}
