/** An office as the commands ask it: opened here, or by the server that has its folder open. Both answer the same. */
import type { Refusal } from '../../contract/kernel/errors.ts';
import { verbs, type LedgerVerb, type Output } from '../../contract/verbs.ts';
import { RecordedRefusal, type Answer, type Dispatcher } from '../dispatch/dispatcher.ts';
import { COMMAND_LINE_ORIGIN, operatorName } from './acting.ts';

export interface AskedOfOffice {
  readonly verb: LedgerVerb;
  readonly input: unknown;
  readonly sessionToken: string | null;
}

export interface OpenedOffice {
  readonly answer: (asked: AskedOfOffice) => Promise<Answer>;
  /** Why the books stay shut because of their anchor; a server opens none that do. */
  readonly shut: Refusal | null;
  /** Where this process has the folder open; null beside a server. */
  readonly own: Dispatcher | null;
}

export function ownOffice(own: Dispatcher): OpenedOffice {
  const answer: OpenedOffice['answer'] = (asked) =>
    own.answer({ ...asked, ...COMMAND_LINE_ORIGIN, operator: operatorName() });
  return { own, answer, shut: own.shut };
}

/** Sends one request as the acting clerk, or without a clerk; a refusal is thrown. */
export async function ask(
  office: OpenedOffice,
  verb: LedgerVerb,
  input: unknown,
  sessionToken: string | null,
): Promise<unknown> {
  const { reply } = await office.answer({ verb, input, sessionToken });
  if (!reply.ok) throw new RecordedRefusal(reply.error);
  return reply.value;
}

/** The same, with the answer read by the schema of its verb. */
export async function askFor<V extends LedgerVerb>(
  office: OpenedOffice,
  verb: V,
  input: unknown,
  sessionToken: string | null,
): Promise<Output<V>> {
  return verbs[verb].output.parse(await ask(office, verb, input, sessionToken)) as Output<V>;
}
