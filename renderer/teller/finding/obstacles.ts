/** Why something that Ctrl+K finds cannot be done now, in one sentence with the key that helps; null when it can. */
import { keyName } from '../../shared/keyboard/shortcuts.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { actsAsHolder } from '../acts-as-holder.ts';
import { useUnfinished } from '../state/unfinished.ts';
import { useVisit } from '../state/visit.ts';
import type { Task, TaskAction } from '../task.ts';

type Needed = Pick<TaskAction, 'needs' | 'forbidden'>;

export function useObstacles() {
  const { t, say, language } = useWords();
  const visitStore = useVisit();
  const unfinished = useUnfinished();

  function ofNeed({ needs, forbidden }: Needed): string | null {
    const { visit } = visitStore;
    if (needs === 'nothing') return null;
    if (needs === 'nobody') return visit ? t('palette.needs.nobody', { key: keyName('finishVisit') }) : null;
    if (!visit) return t('palette.needs.visit', { key: keyName('taskVisit') });
    if (needs === 'card' && !visit.cardShown) return say({ code: 'CARD_REQUIRED', details: {} });
    if (needs === 'holder' && !actsAsHolder(visit)) return say({ code: 'AGENT_MAY_NOT', details: {} });
    const why = forbidden?.(visit) ?? null;
    return why && (language.value === 'en' ? why.en : why.zh);
  }

  /** What a task begins with a customer waits until they have done at their window. */
  function ofAction(action: TaskAction, task: Pick<Task, 'parts'>): string | null {
    const isTyping = unfinished.ofVisit().some(({ what }) => what === 'typing');
    const waits = isTyping && action.needs !== 'nothing' && task.parts.includes('steps');
    return waits ? t('palette.needs.typing') : ofNeed(action);
  }

  return { ofNeed, ofAction };
}
