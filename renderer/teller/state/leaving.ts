/** A customer, a session or the window is left at once when nothing is unfinished, else after a question. */
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { FinalAct } from '../../shared/final-act.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { useSession } from './session.ts';
import { useUnfinished, type Unfinished } from './unfinished.ts';

export type Leaving = 'finish' | 'signOut' | 'close' | 'otherClerk';

export const useLeaving = defineStore('leaving', () => {
  const { t } = useWords();
  const session = useSession();
  const unfinished = useUnfinished();
  const question = shallowRef<FinalAct | null>(null);

  function left(how: Leaving): readonly Unfinished[] {
    if (session.session === null) return [];
    return how === 'finish' ? unfinished.ofVisit() : unfinished.ofClerk();
  }

  /** Whether leaving would ask first. */
  function asks(how: Leaving): boolean {
    return left(how).length > 0;
  }

  function leave(how: Leaving, go: () => unknown): void {
    const things = left(how);
    if (things.length === 0) {
      question.value = null;
      go();
      return;
    }
    const code = session.session?.clerk.code ?? '';
    question.value = {
      sentence: () => {
        const what = things.map((thing) => t(`leaving.what.${thing.what}`, { n: thing.n })).join(t('leaving.and'));
        return t(`leaving.asked.${how}`, { what, code });
      },
      name: () => t(`leaving.do.${how}`),
      act: go,
    };
  }

  function stay(): void {
    question.value = null;
  }

  function go(): void {
    const given = question.value;
    question.value = null;
    given?.act();
  }

  return { question, asks, leave, stay, go };
});
