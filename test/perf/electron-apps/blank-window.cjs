/** The measure for our start: a window of the same size with nothing in it. */
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  void window.loadURL('about:blank');
});
