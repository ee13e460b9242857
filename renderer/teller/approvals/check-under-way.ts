/** A file that is checked again as it is decided on: how far that is, for as long as its decision is under way. */
import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue';
import type { Progress } from '../../../electron/contract/protocol.ts';
import { onEvent } from '../../shared/bridge-client.ts';
import type { Notice } from '../../shared/components/notice.ts';
import { showCount } from '../../shared/display-format.ts';
import { useWords } from '../../shared/words/use-words.ts';

export interface CheckUnderWay {
  readonly notice: ComputedRef<Notice | null>;
  /** The decision that is asked for; null when it is answered. */
  readonly of: (operationId: string | null) => void;
}

export function useCheckUnderWay(): CheckUnderWay {
  const { t } = useWords();
  const told = shallowRef<Progress | null>(null);
  let asked: string | null = null;
  onScopeDispose(
    onEvent('operation.progress', (progress) => {
      if (progress.operationId === asked) told.value = progress;
    }),
  );
  const notice = computed((): Notice | null => {
    if (told.value === null) return null;
    return { tone: 'running', text: t('approvals.checking', { done: showCount(told.value.done) }) };
  });
  return {
    notice,
    of(operationId) {
      asked = operationId;
      told.value = null;
    },
  };
}
