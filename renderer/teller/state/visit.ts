/** Who stands at the counter. */
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Refusal } from '../../../electron/contract/errors.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import type { Visit } from '../../../electron/contract/views.ts';
import { ask, onRefusal, questionsAsked } from '../../shared/bridge-client.ts';
import { keptOperation } from '../../shared/kept-operation.ts';

type WithCard = Omit<Input<'visit.open'>, 'operationId'>;
/** The card is lost: name and phone on file stand in for it. */
type WithoutCard = Omit<Input<'visit.openWithoutCard'>, 'operationId'>;
export type VisitRequest = WithCard | WithoutCard;

export const useVisit = defineStore('visit', () => {
  const visit = ref<Visit | null>(null);
  /** How the last visit went away, for one sentence on the screen. */
  const ending = ref<'finished' | 'ended' | null>(null);
  const opening = keptOperation();
  /** Counts questions and changes, so that an answer which something has overtaken is not believed. */
  let turn = 0;
  /** Questions asked when this visit was not known yet: their refusals are of another. */
  let before = 0;

  async function open(request: VisitRequest): Promise<Refusal | null> {
    const reply = await opening(JSON.stringify(request), (operationId) =>
      'card' in request
        ? ask('visit.open', { operationId, ...request })
        : ask('visit.openWithoutCard', { operationId, ...request }),
    );
    if (!reply.ok) {
      // The wrong pair that was one too many has locked the clerk, which the next question tells.
      if (reply.error.code === 'PAIR_MISMATCH') await readAgain();
      return reply.error;
    }
    turn += 1;
    before = questionsAsked();
    visit.value = reply.value;
    ending.value = null;
    return null;
  }

  async function finish(): Promise<Refusal | null> {
    if (visit.value === null) return null;
    const reply = await ask('visit.finish', { visitId: visit.value.visitId });
    if (!reply.ok) return reply.error;
    leave('finished');
    return null;
  }

  /** Reads balance, print gate and remaining time again. */
  async function readAgain(): Promise<void> {
    turn += 1;
    const mine = turn;
    const reply = await ask('visit.current', {});
    if (!reply.ok || mine !== turn) return;
    if (reply.value) {
      if (reply.value.visitId !== visit.value?.visitId) before = questionsAsked();
      visit.value = reply.value;
    } else if (visit.value) leave('ended');
  }

  /** What the ledger's answer about something else said of the password; true before the visit is read again. */
  function learnPinState(pinState: Visit['pinState']): void {
    if (visit.value === null) return;
    turn += 1;
    visit.value = { ...visit.value, pinState };
  }

  /** `null`: another clerk begins, and whoever stood there is none of theirs. */
  function leave(how: 'finished' | 'ended' | null): void {
    turn += 1;
    visit.value = null;
    ending.value = how;
  }

  onRefusal(({ code }, place) => {
    if (visit.value && place > before && (code === 'VISIT_ENDED' || code === 'VISIT_REQUIRED')) leave('ended');
  });

  return { visit, ending, open, finish, leave, readAgain, learnPinState };
});
