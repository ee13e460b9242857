/** The visit at the counter, and whether an answer or a refusal belongs to it. */
import { ref, type Ref } from 'vue';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import { questionsAsked, type RefusedQuestion } from '../../shared/bridge-client.ts';

/** `null`: another clerk begins, and the visit was not theirs. */
export type Ending = 'finished' | 'ended' | null;

export interface CurrentVisit {
  readonly visit: Ref<Visit | null>;
  /** How the last visit went away, for one sentence on the screen. */
  readonly ending: Ref<Ending>;
  /**
   * Counts who stood at the counter, nobody included. Whatever a task holds lives in one of these periods and is thrown
   * away with it, so that nothing of one customer can stand beside the next.
   */
  readonly period: Ref<number>;
  readonly begin: (visit: Visit) => void;
  readonly leave: (how: Ending) => void;
  /** The same visit, with something new about it. */
  readonly change: (visit: Visit) => void;
  /** A question begins; what this gives says whether something has overtaken its answer. */
  readonly question: () => () => boolean;
  readonly concerns: (refused: RefusedQuestion) => boolean;
}

export function currentVisit(): CurrentVisit {
  const visit = ref<Visit | null>(null);
  const ending = ref<Ending>(null);
  const period = ref(0);
  /** Counts questions and changes, so that an outdated answer is ignored. */
  let latest = 0;
  /** Questions asked when this visit was not known yet: their refusals are of another. */
  let before = 0;

  function replaceVisit(next: Visit | null, how: Ending): void {
    latest += 1;
    period.value += 1;
    visit.value = next;
    ending.value = how;
  }

  return {
    visit,
    ending,
    period,
    begin(next) {
      before = questionsAsked();
      replaceVisit(next, null);
    },
    leave: (how) => replaceVisit(null, how),
    change(next) {
      latest += 1;
      visit.value = next;
    },
    question() {
      latest += 1;
      const mine = latest;
      return () => mine !== latest;
    },
    concerns({ sequence, visitId }) {
      const isOfAnother = visitId !== null && visitId !== visit.value?.visitId;
      return visit.value !== null && !isOfAnother && sequence > before;
    },
  };
}
