/** Somebody at the telephone's menu, as the door of the telephone asks for them. */
import { randomUUID } from 'node:crypto';
import type { Reply } from '../../electron/contract/kernel/errors.ts';
import type { TelephoneAnswer, TelephoneVerb } from '../../electron/contract/telephone/telephone-verbs.ts';
import type { Input } from '../../electron/contract/verbs.ts';
import { person } from './made-up-people.ts';
import type { Counter, Office } from './small-office.ts';

export const TELEPHONE_PASSWORD = '640275';

export class Caller {
  readonly #office: Office;
  readonly #peer: string | null;
  /** The session of the call, null before a proof and after the hang-up. */
  token: string | null = null;

  /** @param peer the number that the exchange says; that of the holder unless it is said. */
  constructor(office: Office, peer: string | null = person(4).phone) {
    this.#office = office;
    this.#peer = peer;
  }

  async ask<V extends TelephoneVerb>(verb: V, input: Input<V>): Promise<Reply<TelephoneAnswer<V>>> {
    const from = { door: 'telephone', counter: 'telephone', operator: 'telephone', peer: this.#peer } as const;
    const { reply, session } = await this.#office.door.answer({ verb, input, sessionToken: this.token, ...from });
    if (session !== undefined) this.token = session;
    return reply as Reply<TelephoneAnswer<V>>;
  }

  async must<V extends TelephoneVerb>(verb: V, input: Input<V>): Promise<TelephoneAnswer<V>> {
    const reply = await this.ask(verb, input);
    if (!reply.ok) throw new Error(`${verb} was refused: ${JSON.stringify(reply.error)}`);
    return reply.value;
  }

  async codeOf<V extends TelephoneVerb>(verb: V, input: Input<V>): Promise<string | null> {
    const reply = await this.ask(verb, input);
    return reply.ok ? null : reply.error.code;
  }

  prove(password = TELEPHONE_PASSWORD, { idNumber } = person(4)) {
    return this.ask('telephone.prove', { idNumber, password: Buffer.from(password) });
  }

  changePin(old: string, fresh: string, repeated = fresh) {
    const [first, second, third] = [old, fresh, repeated].map((digits) => Buffer.from(digits));
    if (!first || !second || !third) throw new Error('three entries');
    return this.must('telephone.changePin', { old: first, new: second, repeated: third });
  }

  report() {
    return this.must('telephone.report', { operationId: randomUUID() });
  }
}

/** Sets the holder's telephone password at the counter, in a visit of its own. */
export async function setTelephonePassword(
  office: Office,
  clerk: Counter,
  password = TELEPHONE_PASSWORD,
): Promise<void> {
  const { visitId } = await office.openVisit(4, clerk);
  await office.typePins(visitId, 'telephone', [password, password], clerk);
  await office.must('visit.finish', { visitId }, clerk);
}
