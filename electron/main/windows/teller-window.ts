/** The clerk's window. */
import { app, BrowserWindow, screen } from 'electron';
import { join } from 'node:path';

/** Designed for an old counter PC (docs/screens.md 1). */
const designed = { width: 1280, height: 800 };

export function openTellerWindow(programFolder: string): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    ...designed,
    // A task bar may leave less than the design asks for.
    minWidth: Math.min(designed.width, width),
    minHeight: Math.min(designed.height, height),
    backgroundColor: '#ffffff',
    title: 'Medicard Counter',
    webPreferences: {
      preload: join(programFolder, 'out', 'preload', 'teller.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.loadURL('app://counter/teller/index.html').catch((error: unknown) => {
    // Closing the window while it loads is no fault; a page that cannot be loaded is.
    if (!window.isDestroyed()) throw error;
  });
  return window;
}
