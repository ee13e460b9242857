/** What the web asks of the ledger behind it: the holder's verbs, for a session and from an address, and nothing else. */
import type { z } from 'zod';
import type { Reply } from '../../contract/kernel/errors.ts';
import { onlineVerbs } from '../../contract/online/online-verbs.ts';

type OnlineVerbs = typeof onlineVerbs;
/** What may be asked at the door of the web. */
export type HolderVerb = {
  [V in keyof OnlineVerbs]: 'web' extends OnlineVerbs[V]['doors'][number] ? V : never;
}[keyof OnlineVerbs];
export type HolderInput<V extends HolderVerb> = z.infer<OnlineVerbs[V]['input']>;
export type HolderOutput<V extends HolderVerb> = z.infer<OnlineVerbs[V]['output']>;

export interface AskedFrom {
  readonly token: string | null;
  /** The address of the other end. */
  readonly peer: string;
}

export interface HolderAnswer {
  readonly reply: Reply<unknown>;
  /** Present when the session of the asking browser changed. */
  readonly session?: string | null;
}

export interface HolderLedger {
  readonly asks: (verb: HolderVerb, input: unknown, from: AskedFrom) => Promise<HolderAnswer>;
}

/** The reply as the contract has it. Throws where the ledger answers otherwise, which is a programmer's error. */
export function readReply<V extends HolderVerb>(verb: V, reply: Reply<unknown>): Reply<HolderOutput<V>> {
  if (!reply.ok) return reply;
  // The schema proves it; the compiler cannot follow a verb through the table of schemas.
  return { ok: true, value: onlineVerbs[verb].output.parse(reply.value) as HolderOutput<V> };
}
