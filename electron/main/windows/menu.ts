/** No menu: every task has its key. macOS takes copy and paste from a menu, so there it has one of just these. */
import { app, Menu, type WebContents } from 'electron';

export function setMenu(): void {
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(mac ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null);
}

/** Ctrl+Shift+I, in development only. */
export function allowDeveloperTools(contents: WebContents): void {
  if (app.isPackaged) return;
  contents.on('before-input-event', (_event, { type, control, shift, code }) => {
    if (type === 'keyDown' && control && shift && code === 'KeyI') contents.toggleDevTools();
  });
}
