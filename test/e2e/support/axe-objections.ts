/** What axe objects to in a window as it is now. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

interface WithAxe {
  readonly axe: typeof axe;
}

/**
 * A sentence for each rule broken, with the elements that break it. A page is handed axe once: half a megabyte to
 * parse at every look took more time than all of its rules.
 */
export async function axeObjections(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = window as Window & typeof globalThis & WithAxe;
    const { violations } = await inPage.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
