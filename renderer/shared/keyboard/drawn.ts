/**
 * When what stands on the screen was drawn. A key pressed before that was meant for something else, so what it would act
 * on asks here first. Whatever comes into the page, is enabled or uncovered counts as drawn from the second frame on: the
 * first one paints it.
 */

interface Drawing {
  /** On the clock of `performance.now()` and of events, in milliseconds; infinite until it has happened. */
  at: number;
}

const drawings = new WeakMap<Node, Drawing>();

/** What makes a place usable that was there before. */
const UNCOVERING = ['disabled', 'inert', 'hidden', 'style'];

/** Starts watching; once a window, before anything is put into it. Returns what ends it. */
export function watchDrawing(page: Document): () => void {
  const observer = new MutationObserver((changes) => {
    const drawing = beginDrawing();
    for (const change of changes) {
      if (change.type === 'attributes') drawings.set(change.target, drawing);
      for (const node of change.addedNodes) drawings.set(node, drawing);
    }
  });
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: UNCOVERING });
  return () => observer.disconnect();
}

function beginDrawing(): Drawing {
  const drawing: Drawing = { at: Infinity };
  afterDrawing(() => {
    drawing.at = performance.now();
  });
  return drawing;
}

/** Calls once what is in the page now has been drawn. Nothing is drawn while the window is hidden. */
export function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => then()));
}

/** @param at when the key was pressed, on the clock of events, in milliseconds. */
export function wasDrawn(start: Node | null, at: number): boolean {
  if (!start?.isConnected) return false;
  for (let node: Node | null = start; node; node = node.parentNode) {
    const drawing = drawings.get(node);
    if (drawing && at < drawing.at) return false;
  }
  return true;
}
