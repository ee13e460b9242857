/** Questions that main itself puts to the ledger on a window's behalf, with answers held against the contract. */
import { accepted, type Reply } from '../../contract/kernel/errors.ts';
import { verbs, type Input, type LedgerVerb, type Output } from '../../contract/verbs.ts';
import type { MainDoor } from '../../contract/kernel/verb-policy.ts';
import type { Asker, LedgerLink } from './ledger-link.ts';

export type AskLedger = <V extends LedgerVerb>(verb: V, input: Input<V>, asker: Asker) => Promise<Reply<Output<V>>>;

/** @param door `own-program` where main itself keeps the office's folder and keys, else `program`. */
export function askLedger(ledger: Pick<LedgerLink, 'request'>, door: MainDoor): AskLedger {
  return async (verb, input, asker) => {
    const reply = await ledger.request(verb, input, asker, door);
    if (!reply.ok) return reply;
    // The schema proves it; the compiler cannot follow a verb through the table of schemas.
    return accepted(verbs[verb].output.parse(reply.value) as Output<typeof verb>);
  };
}
