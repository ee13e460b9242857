/**
 * The customer's window. On a display of its own it stands all day; where there is none it covers the clerk's window for
 * as long as somebody is asked for something, and hands that back.
 */
import { app, BrowserWindow, screen, session, type Display, type Session } from 'electron';
import { join } from 'node:path';
import { serveApp } from './app-protocol.ts';
import { customerDisplay } from './customer-display.ts';
import { guardPadKeys } from './pad-key-guard.ts';
import { restrictSession } from './window-restrictions.ts';

export interface CustomerWindowOptions {
  readonly programFolder: string;
  /** The clerk's window, while there is one. */
  readonly clerk: () => BrowserWindow | null;
  /** A new window, before its page asks anything. */
  readonly opened: (window: BrowserWindow) => void;
  /** Closed by force, its page died, its display was unplugged: the customer's entry has ended. */
  readonly lost: (how: string) => void;
}

interface Standing {
  readonly window: BrowserWindow;
  /** Null for a take-over. */
  readonly display: Display | null;
  /** False when the page could not be loaded. */
  readonly loaded: Promise<boolean>;
}

export class CustomerWindow {
  readonly #options: CustomerWindowOptions;
  #open: Standing | null = null;
  /** Whether the customer is being asked for something. */
  #wanted = false;

  constructor(options: CustomerWindowOptions) {
    this.#options = options;
  }

  get covers(): boolean {
    return this.#open?.display === null;
  }

  get window(): BrowserWindow | null {
    return this.#open?.window ?? null;
  }

  /** Once the app is ready and the clerk's window stands. */
  start(): void {
    const customers = this.#session();
    serveApp(customers, this.#options.programFolder);
    restrictSession(customers);
    screen.on('display-added', () => this.#displaysChanged());
    screen.on('display-removed', () => this.#displaysChanged());
    screen.on('display-metrics-changed', () => this.#displaysChanged());
    const clerk = this.#options.clerk();
    if (clerk !== null)
      guardPadKeys(
        clerk,
        () => this.#wanted,
        () => this.#open?.window.focus(),
      );
    this.#settle();
  }

  /** Opens it, or brings it forward, with the keyboard; false when it cannot be shown, or is not wanted any more. */
  async show(): Promise<boolean> {
    this.#wanted = true;
    this.#settle();
    this.#open ??= this.#make(null);
    const mine = this.#open;
    const loaded = await mine.loaded;
    if (this.#open !== mine || !this.#stillWanted()) return false;
    if (!loaded) {
      this.#drop();
      return false;
    }
    if (mine.display === null) this.#cover(mine.window);
    mine.window.show();
    mine.window.focus();
    return true;
  }

  /** The keyboard goes back to the clerk, and so does the display where the window covered it. */
  handBack(): void {
    this.#wanted = false;
    if (this.covers) this.#drop();
    const clerk = this.#options.clerk();
    if (clerk === null) return;
    if (process.platform !== 'darwin') clerk.setEnabled(true);
    clerk.focus();
    this.#settle();
  }

  close(): void {
    this.#drop();
  }

  /** A field changes behind an await; the compiler would take it for what it was before. */
  #stillWanted(): boolean {
    return this.#wanted;
  }

  /** Puts the window where the displays want it. A take-over stays until it is handed back. */
  #settle(): void {
    const clerk = this.#options.clerk();
    if (clerk === null || this.covers) return;
    const own = screen.getDisplayMatching(clerk.getBounds()).id;
    const display = customerDisplay(screen.getAllDisplays(), own, this.#open?.display?.id ?? null);
    if (this.#open && display?.id === this.#open.display?.id) return;
    this.#drop();
    if (display !== null) this.#open = this.#make(display);
  }

  /**
   * Whoever typed on a display that is gone is not asked on in the clerk's face, where the clerk's own next key would be
   * taken for a digit: the task ends and can be asked again.
   */
  #displaysChanged(): void {
    const before = this.#open;
    this.#settle();
    if (before !== null && this.#open !== before) this.#options.lost('display');
  }

  #make(display: Display | null): Standing {
    const window = this.#newWindow(display);
    this.#options.opened(window);
    window.once('closed', () => this.#closed(window));
    window.webContents.on('render-process-gone', () => this.#died(window));
    if (display !== null) window.once('ready-to-show', () => window.showInactive());
    const page = window.loadURL('app://counter/customer/index.html');
    // A page that cannot be loaded is missed where it is waited for.
    return { window, display, loaded: page.then(yes, no) };
  }

  #newWindow(display: Display | null): BrowserWindow {
    const { programFolder, clerk } = this.#options;
    const place = display ?? screen.getDisplayMatching(clerk()?.getBounds() ?? screen.getPrimaryDisplay().bounds);
    return new BrowserWindow({
      ...place.bounds,
      show: false,
      frame: false,
      fullscreen: true,
      simpleFullscreen: true,
      alwaysOnTop: display === null,
      skipTaskbar: true,
      minimizable: false,
      backgroundColor: '#f7f9f9',
      title: 'Medicard Counter',
      webPreferences: {
        session: this.#session(),
        preload: join(programFolder, 'out', 'preload', 'customer.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
  }

  /** In memory, and not the clerk's: two sessions never share a process. */
  #session(): Session {
    return session.fromPartition('customer');
  }

  /** The clerk's window beneath takes no key and no click of somebody else's. */
  #cover(window: BrowserWindow): void {
    const clerk = this.#options.clerk();
    // On macOS a disabled window gets a sheet instead of peace.
    if (process.platform !== 'darwin') clerk?.setEnabled(false);
    window.setAlwaysOnTop(true, 'screen-saver');
  }

  #closed(window: BrowserWindow): void {
    if (this.#open?.window !== window) return;
    this.#open = null;
    this.#options.lost('closed');
  }

  #died(window: BrowserWindow): void {
    if (this.#open?.window !== window) return;
    if (this.covers) this.#drop();
    else window.webContents.reload();
    this.#options.lost('page');
  }

  #drop(): void {
    const gone = this.#open?.window;
    this.#open = null;
    if (gone && !gone.isDestroyed()) gone.destroy();
  }
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}
