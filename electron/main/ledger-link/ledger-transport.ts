/** What main needs of a ledger process, however it is run. Every way passes one conformance test. */
import { z } from 'zod';
import { refusalSchema } from '../../contract/kernel/value-schemas.ts';
import { pinTaskSchema } from '../../contract/loss/loss-views.ts';
import { CHANGE_KINDS, type FromLedger, type ToLedger } from '../../contract/protocol.ts';

export interface LedgerListeners {
  /** In the order in which the ledger sent them. */
  readonly message: (message: unknown) => void;
  /** Once, also when the process could not even be started. */
  readonly exit: (reason: string) => void;
  /** What the process writes to its standard error. */
  readonly complaint: (text: string) => void;
}

export interface LedgerProcess {
  /** To a process that has ended the message is lost; its `exit` says so. */
  readonly send: (message: ToLedger) => void;
  /** Asks it to end, `force` without asking. Its `exit` follows. */
  readonly kill: (force?: 'force') => void;
}

export type StartLedger = (listeners: LedgerListeners) => LedgerProcess;

const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: refusalSchema }),
]);

const fromLedgerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('opened'),
    reply: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: z.object({ officePresent: z.boolean() }) }),
      z.object({ ok: z.literal(false), error: refusalSchema }),
    ]),
  }),
  z.object({
    type: z.literal('reply'),
    id: z.number().int(),
    reply: replySchema,
    session: z.string().nullable().exactOptional(),
  }),
  z.object({
    type: z.literal('progress'),
    progress: z.object({
      operationId: z.string(),
      phase: z.enum(['reading', 'checking', 'posting']),
      done: z.number(),
      total: z.number().nullable(),
    }),
  }),
  z.object({ type: z.literal('customer-task'), task: pinTaskSchema }),
  z.object({ type: z.literal('changed'), kinds: z.array(z.enum(CHANGE_KINDS)) }),
]);

/** Throws on anything that is not in the protocol: that is a programmer's error. */
export function fromLedger(message: unknown): FromLedger {
  return fromLedgerSchema.parse(message);
}

/** Null for what is not in the protocol: at the far end of a line that is no error of this program. */
export function checkedFromLedger(message: unknown): FromLedger | null {
  return fromLedgerSchema.safeParse(message).data ?? null;
}
