/** Where the keyboard was in each task, for the clerk who comes back to it. */
import { nextTick, watch } from 'vue';
import { FocusKept } from '../../shared/keyboard/focus.ts';
import type { TaskId } from '../../shared/keyboard/shortcuts.ts';
import { useOpenTask } from '../state/open-task.ts';
import { useVisit } from '../state/visit.ts';
import { tasks } from './tasks.ts';

/** A task that is come back to and takes the keyboard nowhere itself has it where it was left. */
export function useTaskFocus(): void {
  const openTask = useOpenTask();
  const visitStore = useVisit();
  const left = new Map<TaskId, FocusKept>();

  watch(
    () => openTask.task,
    async (task, before) => {
      const place = new FocusKept();
      place.keep();
      left.set(before, place);
      // The task stands in the page again. What it does with the keyboard after that goes before this.
      await nextTick();
      if (openTask.task === task) left.get(task)?.giveBackLost();
    },
  );
  // With its customer goes what was theirs in the page, once it was left.
  watch(
    () => visitStore.period,
    () => {
      for (const { id, ofOffice } of tasks) if (!ofOffice) left.delete(id);
    },
    { flush: 'post' },
  );
}
