/**
 * The bridge of the customer's window: forwards, and does nothing else. The one bridge that takes a PIN
 * (docs/rules.md 4).
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { CustomerBridge, CustomerEvent } from '../contract/bridge.ts';

const channels = {
  'customer.screen': 'customer:customer.screen',
} as const satisfies Record<CustomerEvent, string>;

const bridge = {
  invoke: (verb, input) => {
    const asked = ipcRenderer.invoke('customer:invoke', verb, input);
    // Sent, and so copied; what the bridge holds of a PIN goes.
    if ('pin' in input) input.pin.fill(0);
    return asked;
  },
  on: (event, listener) => {
    const channel = channels[event];
    // The window gets the payload alone, never Electron's own event with its sender.
    const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.off(channel, forward);
  },
} satisfies CustomerBridge;

contextBridge.exposeInMainWorld('medicardCustomer', bridge);
