/** The windows that main has made, and how they are told of things. */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { WindowEvent, WindowEvents } from '../../contract/protocol.ts';
import type { WindowKind } from '../../contract/kernel/verb-definition.ts';
import type { Gate, KnownWindow, Sender } from './ipc-gate.ts';

/** This computer is one counter; its papers and the audit record name it so. */
const COUNTER = '01';

export interface OpenWindow extends KnownWindow {
  readonly browserWindow: BrowserWindow;
}

export class OpenWindows {
  readonly #windows = new Map<number, OpenWindow>();

  add(browserWindow: BrowserWindow, kind: WindowKind): OpenWindow {
    const webContentsId = browserWindow.webContents.id;
    const window: OpenWindow = { browserWindow, kind, webContentsId, counter: COUNTER, session: null };
    this.#windows.set(webContentsId, window);
    browserWindow.once('closed', () => this.#windows.delete(webContentsId));
    return window;
  }

  find(webContentsId: number): OpenWindow | undefined {
    return this.#windows.get(webContentsId);
  }

  all(kind: WindowKind): readonly OpenWindow[] {
    return [...this.#windows.values()].filter((window) => window.kind === kind);
  }
}

export function sendEvent<E extends WindowEvent>(
  { browserWindow, kind }: OpenWindow,
  event: E,
  payload: WindowEvents[E],
): void {
  if (!browserWindow.isDestroyed()) browserWindow.webContents.send(`${kind}:${event}`, payload);
}

/** One channel a window kind; nothing else of main can be reached from a window. */
export function connectGate(kind: WindowKind, gate: Gate): void {
  ipcMain.handle(`${kind}:invoke`, (event, verb: unknown, input: unknown) => gate(senderOf(event), verb, input));
}

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): Sender {
  return {
    webContentsId: sender.id,
    isMainFrame: senderFrame === sender.mainFrame,
    frameUrl: senderFrame?.url,
  };
}
