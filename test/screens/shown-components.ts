/** Which components a window is made of at this moment, by their files. */
import type { App, ComponentInternalInstance, VNode } from 'vue';

/** From the root of the project, with forward slashes. */
export function componentsIn(app: App): ReadonlySet<string> {
  const found = new Set<string>();
  if (app._instance) lookInto(app._instance, found);
  return found;
}

function lookInto({ type, subTree }: ComponentInternalInstance, found: Set<string>): void {
  const file = '__file' in type && typeof type.__file === 'string' ? type.__file : '';
  const place = file.indexOf('renderer/');
  if (place >= 0) found.add(file.slice(place));
  lookAt(subTree, found);
}

function lookAt(node: VNode, found: Set<string>): void {
  if (node.component) lookInto(node.component, found);
  if (node.suspense?.activeBranch) lookAt(node.suspense.activeBranch, found);
  if (!Array.isArray(node.children)) return;
  for (const child of node.children) {
    if (typeof child === 'object' && child !== null && 'type' in child) lookAt(child, found);
  }
}
