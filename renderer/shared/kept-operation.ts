/**
 * The operation id of a writing command, kept until the command is answered (docs/ledger.md 2): pressing again after
 * the ledger restarted repeats the same operation instead of booking a second one.
 */
import { isOfTheLine, isUnanswered, type ErrorCode, type Reply } from '../../electron/contract/kernel/errors.ts';

const NO_ANSWERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['LEDGER_UNAVAILABLE', 'POSTING_WAITS']);

export type RunKept = <T>(content: string, send: (operationId: string) => Promise<Reply<T>>) => Promise<Reply<T>>;

/** `content` says what is asked for: other content is another operation and gets an id of its own. */
export function keptOperation(newId: () => string = () => crypto.randomUUID()): RunKept {
  let kept: { readonly content: string; readonly id: string } | null = null;
  return async (content, send) => {
    const operation = kept?.content === content ? kept : { content, id: newId() };
    kept = operation;
    const reply = await send(operation.id);
    if (isAnswer(reply) && kept === operation) kept = null;
    return reply;
  };
}

/**
 * A ledger that is away, for whatever reason, has not answered: the command may or may not have been done. A posting that waits has
 * its answer to come.
 */
export function isAnswer(reply: Reply<unknown>): boolean {
  if (reply.ok) return true;
  const { code } = reply.error;
  return !NO_ANSWERS.has(code) && !isUnanswered(code) && !isOfTheLine(code);
}
