/**
 * The one door from a window into main: who asks, may that window kind ask this, is the input what the verb takes; in
 * that order, before anything is done (docs/architecture.md 5).
 */
import { refused, type Refusal, type Reply } from '../../contract/kernel/errors.ts';
import { inputFault } from '../../contract/messages/input-fault.ts';
import type { WindowKind } from '../../contract/kernel/verb-definition.ts';
import { isVerb, mayAsk, verbs, type Verb } from '../../contract/verbs.ts';
import type { Asker } from '../ledger-link/ledger-link.ts';
import type { Log } from '../start/log.ts';

/** Who sent a message, as Electron tells it. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  /** Undefined when the frame has gone meanwhile. */
  readonly frameUrl: string | undefined;
}

/** A window that main made itself. */
export interface KnownWindow extends Asker {
  readonly kind: WindowKind;
  readonly webContentsId: number;
}

export interface GateOptions {
  readonly windowOf: (webContentsId: number) => KnownWindow | undefined;
  readonly answer: (verb: Verb, input: unknown, asker: KnownWindow) => Promise<Reply<unknown>>;
  /** Whether answers are held against their schema: in development and tests, where the programmer sees it. */
  readonly checkAnswers: boolean;
  readonly log: Log;
}

export type Gate = (sender: Sender, verb: unknown, input: unknown) => Promise<Reply<unknown>>;

/** Longer than this and an answer is noted as slow. */
const slowMs = { query: 250, command: 2_000 } as const;

export function ipcGate({ windowOf, answer, checkAnswers, log }: GateOptions): Gate {
  return async (sender, verb, input) => {
    const asker = trusted(sender, windowOf(sender.webContentsId));
    if (!asker) {
      log.warn({ webContentsId: sender.webContentsId }, 'a message from no window of ours');
      return refused('NOT_ALLOWED_HERE');
    }
    if (typeof verb !== 'string' || !isVerb(verb) || !mayAsk(verb, asker.kind)) {
      log.warn({ kind: asker.kind }, 'a verb this window may not ask');
      return refused('NOT_ALLOWED_HERE');
    }
    const parsed = verbs[verb].input.safeParse(input);
    if (!parsed.success) return inputInvalid(verb, inputFault(parsed.error, input), log);
    const started = performance.now();
    const reply = await answer(verb, parsed.data, asker);
    if (checkAnswers && reply.ok) verbs[verb].output.parse(reply.value);
    noteAnswer(log, verb, reply, performance.now() - started);
    return reply;
  };
}

function trusted(sender: Sender, known: KnownWindow | undefined): KnownWindow | undefined {
  const itsPage = known && `app://counter/${known.kind}/`;
  const fromItsPage = sender.isMainFrame && itsPage && sender.frameUrl?.startsWith(itsPage);
  return fromItsPage ? known : undefined;
}

/** Names the fields and what is wrong: what was typed into them may be personal. */
function inputInvalid(verb: Verb, details: Refusal['details'], log: Log): Reply<never> {
  log.info({ verb, code: 'INPUT_INVALID', field: details['field'] ?? '' }, 'refused');
  return refused('INPUT_INVALID', details);
}

function noteAnswer(log: Log, verb: Verb, reply: Reply<unknown>, ms: number): void {
  const entry = { verb, ms: Math.round(ms), code: reply.ok ? 'ok' : reply.error.code };
  if (ms > slowMs[verbs[verb].kind]) log.warn(entry, 'slow');
  else log.info(entry, 'answered');
}
