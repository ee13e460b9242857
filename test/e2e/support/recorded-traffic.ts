/** Every message between the clerk's window and main, written down by the test as it passes; the program knows nothing of it. */
import type { ElectronApplication } from '@playwright/test';

/**
 * From now on each question, answer and event of the clerk's window becomes files in the folder: its very bytes, its JSON,
 * and any PDF in it.
 */
export async function recordTraffic(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, ipcMain }, into) => {
    const { mkdirSync, writeFileSync } = process.mainModule!.require('node:fs');
    const { serialize } = process.mainModule!.require('node:v8');
    mkdirSync(into);
    let messages = 0;
    const write = (direction: string, content: unknown): void => {
      messages += 1;
      const name = `${into}/${String(messages).padStart(4, '0')}-${direction}`;
      writeFileSync(`${name}.bin`, serialize(content));
      // A Buffer would have become a list of numbers before a replacer sees it, so the value is taken from its holder.
      const json = JSON.stringify(content, function (this: Record<string, unknown>, key, made: unknown) {
        const value = this[key];
        if (!(value instanceof Uint8Array)) return made;
        if (Buffer.from(value.subarray(0, 5)).toString('latin1') === '%PDF-')
          writeFileSync(`${name}-${key}.pdf`, value);
        return `${value.length} bytes`;
      });
      writeFileSync(`${name}.json`, json);
    };
    type Handler = (event: unknown, ...words: unknown[]) => Promise<unknown>;
    // Electron declares no way to its handlers.
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const answer = handlers.get('teller:invoke')!;
    handlers.set('teller:invoke', async (event, ...words) => {
      write('asked', words);
      const reply = await answer(event, ...words);
      write('answered', reply);
      return reply;
    });
    const clerk = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('/teller/'))!;
    const send = clerk.webContents.send.bind(clerk.webContents);
    Object.assign(clerk.webContents, {
      send: (channel: string, ...words: unknown[]) => {
        write('told', [channel, ...words]);
        send(channel, ...words);
      },
    });
  }, folder);
}
