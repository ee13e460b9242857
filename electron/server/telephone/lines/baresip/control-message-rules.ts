/** What baresip's control port (ctrl_tcp) says: JSON in netstrings, `LENGTH:TEXT,` (https://cr.yp.to/proto/netstrings.txt). */
import { z } from 'zod';

/** A message of baresip is some hundred bytes; more is none of its. */
const LONGEST = 64 * 1024;

export class NetstringBreach extends Error {}

/** Takes bytes as they come and gives back the messages that are whole. */
export class Netstrings {
  #rest: Buffer = Buffer.alloc(0);

  /** Throws NetstringBreach for what is no netstring. */
  take(bytes: Uint8Array): string[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const texts: string[] = [];
    for (;;) {
      const colon = this.#rest.indexOf(':');
      const head = this.#rest.toString('latin1', 0, colon === -1 ? this.#rest.length : colon);
      if (!/^\d{0,6}$/.test(head) || Number(head) > LONGEST) throw new NetstringBreach('no netstring');
      if (colon === -1) return texts;
      const end = colon + 1 + Number(head);
      if (this.#rest.length <= end) return texts;
      texts.push(this.#rest.toString('utf8', colon + 1, end));
      this.#rest = this.#rest.subarray(end + 1);
    }
  }
}

export function netstring(message: unknown): string {
  const text = JSON.stringify(message);
  return `${Buffer.byteLength(text)}:${text},`;
}

const eventSchema = z.object({
  event: z.literal(true),
  type: z.string(),
  direction: z.string().optional(),
  peeruri: z.string().optional(),
  id: z.string().optional(),
  param: z.string().optional(),
});
export type ControlEvent = z.infer<typeof eventSchema>;

const responseSchema = z.object({ response: z.literal(true), ok: z.boolean(), token: z.string().optional() });

const messageSchema = z.union([eventSchema, responseSchema]);
export type ControlMessage = z.infer<typeof messageSchema>;

/** Null for what is not of use here. */
export function readMessage(text: string): ControlMessage | null {
  try {
    return messageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The number in `sip:13812345678@host` or `sip:+86138…`, null for a name. */
export function callerNumber(peerUri: string | undefined): string | null {
  const [, user = ''] = /^sips?:([^@;>]+)@/.exec(peerUri ?? '') ?? [];
  return /^\+?\d{3,20}$/.test(user) ? user : null;
}
