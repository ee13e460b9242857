/** The screens of the pages. These come with their task: one fetched later would miss the keys that Ctrl+K presses for it. */
import type { Component } from 'vue';
import { pages } from './pages.ts';

const components = new Map<string, Component>();

export async function loadPages(): Promise<void> {
  await Promise.all(pages.map(async ({ id, component }) => components.set(id, (await component()).default)));
}

/** Throws before they are loaded. */
export function componentOfPage(id: string): Component {
  const component = components.get(id);
  if (component === undefined) throw new Error(`The page ${id} of administration has not been loaded.`);
  return component;
}
