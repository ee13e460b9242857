/** Opens a task and presses keys of it for the clerk, once it stands there and has what it asked for. */
import { nextTick } from 'vue';
import { answeredSince, questionsAsked } from '../../shared/bridge-client.ts';
import { afterDrawing } from '../../shared/keyboard/drawn.ts';
import { pressShortcut } from '../../shared/keyboard/key-listener.ts';
import type { TaskId } from '../../shared/keyboard/shortcuts.ts';
import { useOpenTask } from '../state/open-task.ts';
import type { TaskAction } from '../task.ts';

/** A clerk who goes on meanwhile by a key of their own is left alone. */
export async function beginAction(task: TaskId, { about, keys }: Pick<TaskAction, 'about' | 'keys'>): Promise<void> {
  const before = questionsAsked();
  const ownKey = new AbortController();
  window.addEventListener('keydown', () => ownKey.abort(), { capture: true, once: true, signal: ownKey.signal });
  useOpenTask().open(task, about ?? null);
  await nextTick();
  await answeredSince(before);
  await new Promise<void>(afterDrawing);
  for (const { shortcut, index } of keys) {
    if (ownKey.signal.aborted) return;
    pressShortcut(shortcut, index);
    await nextTick();
  }
  ownKey.abort();
}
