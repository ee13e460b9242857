/**
 * The tasks with their screens. These come with the counter: one fetched later would miss the first keys after its own, and
 * take the focus from where the clerk has gone.
 */
import type { Component } from 'vue';
import { announceShortcuts, type TaskId } from '../../shared/keyboard/shortcuts.ts';
import { shortcutsOf } from '../task-shortcuts.ts';
import { tasks } from './tasks.ts';

const components = new Map<TaskId, Component>();

/** Fetches the screens, and makes the keys known. */
export async function loadTasks(): Promise<void> {
  announceShortcuts(shortcutsOf(tasks));
  await Promise.all(tasks.map(async ({ id, component }) => components.set(id, (await component()).default)));
}

/** Throws before they are loaded. */
export function componentOf(id: TaskId): Component {
  const component = components.get(id);
  if (component === undefined) throw new Error(`The screen of the task ${id} has not been loaded.`);
  return component;
}
