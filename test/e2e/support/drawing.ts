/** A key counts only for what was drawn before it was pressed (renderer/shared/keyboard/drawn.ts). */
import type { Page } from '@playwright/test';

/** Until what is in the page by now has been drawn. */
export async function isDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((drawn) => void requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  );
}
