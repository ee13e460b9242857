/** Messages into a file of its owner's alone, a JSON line each: for the demo and for trying, where no gateway is. */
import { appendFile } from 'node:fs/promises';
import { systemRefusal } from '../../disk/disk-refusal.ts';
import type { MessageProvider } from './message-sender.ts';

export function fileProvider(path: string, now: () => number): MessageProvider {
  return {
    async send({ key, phone, text }) {
      try {
        await appendFile(path, `${JSON.stringify({ at: now(), key, phone, text })}\n`, { mode: 0o600 });
        return null;
      } catch (error) {
        const refusal = systemRefusal(error);
        if (refusal === null) throw error;
        return refusal.refusal.code;
      }
    },
  };
}
