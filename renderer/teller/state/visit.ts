/** The visit at the counter. */
import { defineStore } from 'pinia';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { ask, onRefusal } from '../../shared/bridge-client.ts';
import { keptOperation } from '../../shared/kept-operation.ts';
import { currentVisit } from './current-visit.ts';

type WithCard = Omit<Input<'visit.open'>, 'operationId'>;
/** The card is lost: name and phone on file stand in for it. */
type WithoutCard = Omit<Input<'visit.openWithoutCard'>, 'operationId'>;
export type VisitRequest = WithCard | WithoutCard;

export const useVisit = defineStore('visit', () => {
  const { visit, ending, period, begin, leave, change, question, concerns } = currentVisit();
  const opening = keptOperation();
  /** Opened just now, which is told once. */
  let greeted: string | null = null;

  async function open(request: VisitRequest): Promise<Refusal | null> {
    const asked = period.value;
    const reply = await opening(JSON.stringify(request), (operationId) =>
      'card' in request
        ? ask('visit.open', { operationId, ...request })
        : ask('visit.openWithoutCard', { operationId, ...request }),
    );
    // The clerk has gone meanwhile, or somebody was found to stand there: the ledger says who it is now. It also tells
    // of the wrong pair that was one too many and has locked the clerk.
    const isOvertaken = asked !== period.value;
    if (isOvertaken || (!reply.ok && reply.error.code === 'PAIR_MISMATCH')) await readAgain();
    if (!reply.ok) return reply.error;
    if (isOvertaken) return null;
    greeted = reply.value.visitId;
    begin(reply.value);
    return null;
  }

  /** True once after a visit was opened here. */
  function greets(): boolean {
    const isNew = greeted !== null && greeted === visit.value?.visitId;
    greeted = null;
    return isNew;
  }

  /** The window leaves the visit before the ledger is told: what is typed from now on belongs to no visit. */
  async function finish(): Promise<Refusal | null> {
    const left = visit.value;
    if (left === null) return null;
    leave('finished');
    const after = period.value;
    const reply = await ask('visit.finish', { visitId: left.visitId });
    if (reply.ok || reply.error.code === 'VISIT_ENDED' || reply.error.code === 'VISIT_REQUIRED') return null;
    if (after === period.value) begin(left);
    return reply.error;
  }

  /** Reads balance, print gate and remaining time again. */
  async function readAgain(): Promise<void> {
    const isOvertaken = question();
    const reply = await ask('visit.current', {});
    if (!reply.ok || isOvertaken()) return;
    if (reply.value === null) {
      if (visit.value) leave('ended');
    } else if (reply.value.visitId === visit.value?.visitId) change(reply.value);
    else begin(reply.value);
  }

  /** What the ledger's answer about something else said of the PIN; true before the visit is read again. */
  function learnPinState(visitId: string, pinState: Visit['pinState']): void {
    if (visit.value?.visitId === visitId) change({ ...visit.value, pinState });
  }

  onRefusal(({ code }, refused) => {
    if ((code === 'VISIT_ENDED' || code === 'VISIT_REQUIRED') && concerns(refused)) leave('ended');
  });

  return { visit, period, ending, open, finish, leave, greets, readAgain, learnPinState };
});
