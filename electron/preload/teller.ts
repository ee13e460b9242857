/** The bridge of the clerk's window: forwards, and does nothing else. No call here takes a PIN (docs/rules.md 4). */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { TellerBridge, TellerEvent } from '../contract/bridge.ts';

const channels = {
  'ledger.status': 'teller:ledger.status',
  'ledger.changed': 'teller:ledger.changed',
  'operation.progress': 'teller:operation.progress',
  'customer.progress': 'teller:customer.progress',
  'customer.typing': 'teller:customer.typing',
} as const satisfies Record<TellerEvent, string>;

const bridge = {
  invoke: (verb, input) => ipcRenderer.invoke('teller:invoke', verb, input),
  on: (event, listener) => {
    const channel = channels[event];
    // The window gets the payload alone, never Electron's own event with its sender.
    const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.off(channel, forward);
  },
} satisfies TellerBridge;

contextBridge.exposeInMainWorld('medicard', bridge);
