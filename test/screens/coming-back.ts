/** A clerk who looks at another task and comes back goes on typing: the keyboard is somewhere in the task again. */
import { expect } from 'vitest';
import type { OpenState } from '../../renderer/gallery/open-state.ts';
import { openingShortcut, type TaskId } from '../../renderer/shared/keyboard/shortcuts.ts';
import { useWords } from '../../renderer/shared/words/use-words.ts';
import { tasks } from '../../renderer/teller/shell/tasks.ts';

/** Leaves the task for another by its key and comes back; where the keyboard was nowhere, it may stay so. */
export async function keyboardComesBack({ desk }: OpenState): Promise<void> {
  const task = shownTask();
  if (task === null || !hasKeyboard() || document.querySelector('dialog[open]') !== null) return;
  const other: TaskId = task === 'visit' ? 'approvals' : 'visit';
  await desk.press(openingShortcut(other));
  expect(shownTask()).toBe(other);
  await desk.press(openingShortcut(task));
  expect(shownTask()).toBe(task);
  expect(document.activeElement, 'the keyboard after coming back').not.toBe(document.body);
}

function shownTask(): TaskId | null {
  const main = document.querySelector('main.task');
  if (main === null) return null;
  const name = main.getAttribute('aria-label');
  return tasks.find(({ id }) => useWords().t(`task.${id}`) === name)?.id ?? null;
}

function hasKeyboard(): boolean {
  return document.querySelector('main.task')?.contains(document.activeElement) === true;
}
