/**
 * What is told above a list. That the list could not be read is told until it is read. That a command had no answer is told until
 * the list shows what came of it, and then that is told: two things said at once would not both be true.
 */
import { shallowRef, watch, type Ref } from 'vue';
import type { Refusal } from '../../electron/contract/kernel/errors.ts';
import type { Notice } from './components/notice.ts';
import { isAnswer } from './kept-operation.ts';
import { useWords } from './words/use-words.ts';

/** What the list shows of a command; null while it shows nothing. */
type CameOf = () => Notice | null;

export interface ListNotice {
  readonly notice: Readonly<Ref<Notice | null>>;
  readonly tell: (notice: Notice | null) => void;
  /** Why the list was not read. */
  readonly unread: (refusal: Refusal) => void;
  /** A refused command; `cameOf` is asked while the refusal is no answer. */
  readonly refuse: (refusal: Refusal, cameOf: CameOf) => void;
}

/** @param list what stands below, another value whenever it was read. */
export function useListNotice(list: () => unknown): ListNotice {
  const { say } = useWords();
  const notice = shallowRef<Notice | null>(null);
  /** What is looked for at each reading, as long as the notice waits for it. */
  let awaited: CameOf | 'read' | null = null;

  function tell(told: Notice | null): void {
    awaited = null;
    notice.value = told;
  }

  function look(): void {
    const came = awaited === 'read' || awaited === null ? null : awaited();
    if (came !== null || awaited === 'read') tell(came);
  }

  watch(list, look);

  return {
    notice,
    tell,
    unread(refusal) {
      if (typeof awaited === 'function') return;
      tell({ tone: 'danger', text: say(refusal) });
      awaited = 'read';
    },
    refuse(refusal, cameOf) {
      tell({ tone: 'danger', text: say(refusal) });
      if (isAnswer({ ok: false, error: refusal })) return;
      awaited = cameOf;
      look();
    },
  };
}
