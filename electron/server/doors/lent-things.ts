/**
 * What a command has open in the ledger: its work, its session, the files that it handed in, a copy of the books, the
 * audit record. A command that is
 * ended in the middle cannot give them back itself; they are taken back when its line has ended.
 */
import { isRecordOf } from '../../line/message-fields.ts';
import type { ServedAnswer, ServedLedger, ServedRequest } from './served-ledger.ts';

/** What a verb lends, by which field of its answer, and the verb that gives it back. */
const LENT = {
  'intake.begin': { field: 'intakeId', back: 'intake.discard' },
  'backup.copy': { field: 'copyId', back: 'backup.drop' },
  'audit.take': { field: 'answerId', back: 'audit.drop' },
} as const;

export class LentThings implements ServedLedger {
  readonly #ledger: ServedLedger;
  readonly #underWay = new Map<string, ServedRequest>();
  readonly #things = new Map<string, ServedRequest>();
  readonly #sessions = new Map<string, ServedRequest>();
  #isTakenBack = false;

  constructor(ledger: ServedLedger) {
    this.#ledger = ledger;
  }

  async answer(request: ServedRequest): Promise<ServedAnswer> {
    const operationId = isRecordOf(request.input) ? request.input['operationId'] : undefined;
    if (typeof operationId === 'string') this.#underWay.set(operationId, request);
    const answer = await this.#ledger.answer(request);
    if (typeof operationId === 'string') this.#underWay.delete(operationId);
    this.#note(request, answer);
    if (this.#isTakenBack) await this.takeBack();
    return answer;
  }

  cancel(operationId: string, origin: Pick<ServedRequest, 'counter' | 'sessionToken'>): void {
    this.#ledger.cancel(operationId, origin);
  }

  #note(request: ServedRequest, { reply, session }: ServedAnswer): void {
    if (typeof session === 'string')
      this.#sessions.set(session, { ...request, verb: 'session.signOut', input: {}, sessionToken: session });
    if (session === null && request.sessionToken !== null) this.#sessions.delete(request.sessionToken);
    const input = isRecordOf(request.input) ? request.input : {};
    for (const [verb, { field, back }] of Object.entries(LENT)) {
      const value = reply.ok && isRecordOf(reply.value) ? reply.value[field] : undefined;
      if (request.verb === verb && typeof value === 'string')
        this.#things.set(value, { ...request, verb: back, input: { [field]: value } });
      if (request.verb === back) this.#things.delete(String(input[field]));
    }
  }

  /** The line has ended; what is still under way gives back what it lends once it is answered. */
  async takeBack(): Promise<void> {
    this.#isTakenBack = true;
    for (const [operationId, request] of this.#underWay) this.#ledger.cancel(operationId, request);
    const open = [...this.#things.values(), ...this.#sessions.values()];
    this.#things.clear();
    this.#sessions.clear();
    for (const request of open) await this.#ledger.answer(request);
  }
}
