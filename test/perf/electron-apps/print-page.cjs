/**
 * The measure for our PDFs: a warm window that loads a page and prints it. The pages' addresses come as messages, the
 * time in milliseconds and the size in bytes go back.
 */
const { app, BrowserWindow } = require('electron');
const { performance } = require('node:perf_hooks');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  const print = async (address) => {
    const started = performance.now();
    await window.loadURL(address);
    const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
    process.send({ ms: performance.now() - started, bytes: pdf.length });
  };
  process.on('message', (address) => void print(address));
  process.on('disconnect', () => app.exit(0));
  process.send('ready');
});
