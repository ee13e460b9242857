/**
 * The ledger of the folder as the doors see it. It is the one place where a counter's request becomes one of the dispatcher, which
 * decides by the request's door what may be asked there.
 */
import { refused, RefusalError, type Reply } from '../contract/kernel/errors.ts';
import { isVerb, verbs, type Input, type LedgerVerb, type Verb } from '../contract/verbs.ts';
import type { Dispatcher } from '../ledger/dispatch/dispatcher.ts';
import { operatorName } from '../ledger/commands/acting.ts';
import type { CounterRegister, RegisteredCounter } from './doors/counter-register.ts';
import type { ServedAnswer, ServedJoining, ServedLedger, ServedRequest } from './doors/served-ledger.ts';
import type { DueMessage, Outbox } from './messages/message-sender.ts';
import type { CallRequest } from './telephone/call.ts';
import type { AskedFrom, HolderLedger } from './web/holder-asking.ts';

/** Where the server itself is recorded as a counter. */
const SERVER = 'server';
/** Where a caller is recorded to be, and as whom until they are proven. */
const TELEPHONE = 'telephone';
/** Where what holders ask at their own door is recorded. */
const WEB = 'web';

export class OfficeLedger implements ServedLedger, ServedJoining, CounterRegister, HolderLedger, Outbox {
  #dispatcher: Dispatcher | null = null;

  /** The books are open. */
  serve(dispatcher: Dispatcher): void {
    this.#dispatcher = dispatcher;
  }

  async answer(request: ServedRequest): Promise<ServedAnswer> {
    if (this.#dispatcher === null) return { reply: refused('LEDGER_UNAVAILABLE') };
    const operator = request.door === 'command-line' ? operatorName() : 'window';
    return this.#dispatcher.answer({ ...request, operator });
  }

  cancel(operationId: string, origin: Pick<ServedRequest, 'counter' | 'sessionToken'>): void {
    this.#dispatcher?.cancel(operationId, origin);
  }

  async asks(verb: string, input: unknown, { token, peer }: AskedFrom): Promise<ServedAnswer> {
    if (this.#dispatcher === null) return { reply: refused('LEDGER_UNAVAILABLE') };
    if (!isVerb(verb) || !isOfLedger(verb)) return { reply: refused('NOT_ALLOWED_HERE') };
    const from = { sessionToken: token, peer, counter: WEB, door: 'web', operator: WEB } as const;
    return this.#dispatcher.answer({ verb, input, ...from });
  }

  async join(input: unknown, counter: string): Promise<ServedAnswer> {
    if (this.#dispatcher === null) return { reply: refused('LEDGER_UNAVAILABLE') };
    const from = { sessionToken: null, counter, door: 'enrolment', operator: counter } as const;
    return this.#dispatcher.answer({ verb: 'counter.join', input, ...from });
  }

  async answerCall({ verb, input, sessionToken, callerNumber }: CallRequest): Promise<ServedAnswer> {
    if (this.#dispatcher === null) return { reply: refused('LEDGER_UNAVAILABLE') };
    const from = {
      sessionToken,
      counter: TELEPHONE,
      door: TELEPHONE,
      operator: TELEPHONE,
      peer: callerNumber,
    } as const;
    return this.#dispatcher.answer({ verb, input, ...from });
  }

  /** What the books say of a certificate: they note that its counter was seen. Throws RefusalError where they cannot say. */
  async find(serial: string): Promise<RegisteredCounter | null> {
    const reply = await this.#ask('counter.greet', { serial });
    if (reply.ok) return { ...verbs['counter.greet'].output.parse(reply.value), state: 'active' };
    const { code, details } = reply.error;
    if (code === 'COUNTER_REVOKED')
      return { number: String(details['number'] ?? ''), kind: 'counter', state: 'revoked' };
    if (code === 'COUNTER_UNKNOWN') return null;
    throw new RefusalError(code, details);
  }

  /** From now on an enrolment code is shown with this address. */
  async begin(server: Input<'server.begin'>): Promise<Reply<unknown>> {
    return this.#ask('server.begin', server);
  }

  async takeMessages(most: number): Promise<readonly DueMessage[]> {
    const reply = await this.#ask('message.take', { most });
    return reply.ok ? verbs['message.take'].output.parse(reply.value) : [];
  }

  /** Where the books cannot be written it is given out again, under the same key. */
  async settleMessage(id: number, failure: string | null): Promise<void> {
    await this.#ask('message.settle', { id, failure });
  }

  async #ask<V extends LedgerVerb>(verb: V, input: Input<V>): Promise<Reply<unknown>> {
    if (this.#dispatcher === null) return refused('LEDGER_UNAVAILABLE');
    const from = { sessionToken: null, counter: SERVER, door: 'server', operator: SERVER } as const;
    return (await this.#dispatcher.answer({ verb, input, ...from })).reply;
  }
}

function isOfLedger(verb: Verb): verb is LedgerVerb {
  return verbs[verb].owner === 'ledger';
}
