/**
 * The holders' pages full screen at a self-service terminal. It shows one server and nothing else, and once nobody has touched it for a
 * minute it leaves the session at the server, forgets all that the browser had kept and stands at the first page again.
 */
import { app, BrowserWindow, session, type Session, type WebContents } from 'electron';
import { isOfAuthority } from './kiosk-trust.ts';
import { readUrl, type KioskWish } from './kiosk-wish.ts';

const SECOND_MS = 1_000;
const TRIED_AGAIN_MS = 5_000;
/** How long a server may take to hear that somebody has left. */
const LEAVING_MS = 5_000;
const SESSION_COOKIE = '__Host-session';

/** What a terminal has no use for: its own printer's dialog, files on its disk, a passkey of nobody. */
const WITHOUT = '[data-print], form[action$="/voucher"], [data-passkey] { display: none !important; }';

/** The form that every page of a session has (renderer/holder/HolderDocument.vue). */
const SIGN_OUT = `document.querySelector('form[action="/sign-out"]')?.requestSubmit()`;

const AWAY = encodeURIComponent(
  '<!doctype html><meta charset="utf-8"><title>–</title><h1>服务暂时不可用，请到柜台办理。</h1>' +
    '<h1 lang="en">The service is away for a moment. Please go to the counter.</h1>',
);
const AWAY_PAGE = `data:text/html;charset=utf-8,${AWAY}`;

export class Kiosk {
  readonly #wish: KioskWish;
  #window: BrowserWindow | null = null;
  #touchedAt = 0;
  /** Somebody has stood here since the last leaving. */
  #isUsed = false;
  #isLeaving = false;
  #isQuitting = false;

  constructor(wish: KioskWish) {
    this.#wish = wish;
  }

  /** Once the app is ready. */
  start(): void {
    const own = session.fromPartition('kiosk');
    this.#wallIn(own);
    const window = new BrowserWindow({
      kiosk: true,
      fullscreen: true,
      backgroundColor: '#ffffff',
      title: 'Medicard Counter',
      webPreferences: {
        session: own,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
      },
    });
    this.#window = window;
    const { webContents } = window;
    this.#guard(webContents);
    window.on('close', (event) => {
      // Whoever stands in front of it cannot end it; the computer can.
      if (!this.#isQuitting) event.preventDefault();
    });
    app.on('before-quit', () => {
      this.#isQuitting = true;
    });
    setInterval(() => this.#look(own, webContents), SECOND_MS);
    void this.#begin(webContents);
  }

  comeToFront(): void {
    this.#window?.focus();
  }

  #wallIn(own: Session): void {
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    own.setPermissionCheckHandler(() => false);
    own.setDevicePermissionHandler(() => false);
    own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !this.#isOwn(details.url) }));
    own.on('will-download', (event) => event.preventDefault());
    own.setSpellCheckerEnabled(false);
    // Whoever comes next begins in Chinese, whatever language the computer was set up in.
    own.setUserAgent(own.getUserAgent(), 'zh-CN,zh,en');
    const { authority } = this.#wish;
    own.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, answer) => {
      const isKnown = verificationResult === 'net::OK';
      const isTrusted =
        isKnown ||
        (authority !== null && isOfAuthority(certificate.data, authority, { host: hostname, now: Date.now() }));
      // 0 trusts it, -2 does not (electron, session.setCertificateVerifyProc).
      answer(isTrusted ? 0 : -2);
    });
  }

  #guard(contents: WebContents): void {
    const stayHere = (event: Electron.Event, url: string): void => {
      if (!this.#isOwn(url)) event.preventDefault();
    };
    contents.on('will-navigate', stayHere);
    contents.on('will-redirect', stayHere);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('input-event', () => this.#touched());
    contents.on('dom-ready', () => void contents.insertCSS(WITHOUT));
    contents.on('render-process-gone', () => contents.reload());
    contents.on('did-fail-load', (_event, code, _words, url, isMainFrame) => {
      // What a newer page has taken the place of did not fail.
      if (!isMainFrame || code === ABORTED || !this.#isOwn(url)) return;
      void contents.loadURL(AWAY_PAGE);
      setTimeout(() => void this.#begin(contents), TRIED_AGAIN_MS);
    });
  }

  #isOwn(url: string): boolean {
    return url === AWAY_PAGE || readUrl(url)?.origin === this.#wish.origin;
  }

  #touched(): void {
    this.#touchedAt = Date.now();
    this.#isUsed = true;
  }

  #look(own: Session, contents: WebContents): void {
    const idleMs = Date.now() - this.#touchedAt;
    if (!this.#isUsed || this.#isLeaving || idleMs < this.#wish.idleSeconds * SECOND_MS) return;
    this.#isLeaving = true;
    void this.#leave(own, contents).finally(() => {
      this.#isLeaving = false;
      this.#isUsed = false;
    });
  }

  /** The session ends at the server first; what the browser kept goes whatever the server says. */
  async #leave(own: Session, contents: WebContents): Promise<void> {
    const [open] = await own.cookies.get({ name: SESSION_COOKIE });
    if (open !== undefined) await this.#signOut(contents);
    await own.clearStorageData();
    await own.clearCache();
    await this.#begin(contents);
    contents.clearHistory();
  }

  async #signOut(contents: WebContents): Promise<void> {
    await this.#begin(contents);
    const left = new Promise<void>((resolve) => {
      contents.once('did-finish-load', () => resolve());
      setTimeout(resolve, LEAVING_MS);
    });
    await contents.executeJavaScript(SIGN_OUT);
    await left;
  }

  /** A page that does not load is tried again where that is told. */
  async #begin(contents: WebContents): Promise<void> {
    try {
      await contents.loadURL(`${this.#wish.origin}/`);
    } catch (error) {
      if (!(error instanceof Error && 'errno' in error)) throw error;
    }
  }
}

/** Of Chromium: a load that another one has ended. */
const ABORTED = -3;
