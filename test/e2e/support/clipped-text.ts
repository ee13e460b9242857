/** Texts of a window that do not fit where they stand. */
import type { Page } from '@playwright/test';

/** A line for each element whose own text is wider or higher than the element, or cut off by a part around it. */
export async function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasOwnText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '');
    const isDrawn = (element: Element): boolean =>
      element.checkVisibility({ checkVisibilityCSS: true }) && element.closest('.only-read-aloud') === null;
    const tooWide = (element: Element): boolean =>
      element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    const beyond = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > document.documentElement.clientWidth + 1;
    };
    // A select cuts its text off without any measure of its own saying so; as wide as it likes it shows the whole.
    const cutSelect = (element: Element): boolean => {
      if (!(element instanceof HTMLSelectElement)) return false;
      const whole = element.cloneNode(true) as HTMLSelectElement;
      whole.style.cssText = 'position: absolute; visibility: hidden; width: max-content; min-width: 0; max-width: none';
      element.after(whole);
      const cut = element.offsetWidth < whole.offsetWidth - 1;
      whole.remove();
      return cut;
    };
    const holdsText = (element: Element): boolean =>
      hasOwnText(element) || element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    return [...document.querySelectorAll('body *')]
      .filter((element) => holdsText(element) && isDrawn(element))
      .filter((element) => tooWide(element) || beyond(element) || cutSelect(element))
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent}`);
  });
}

/** The entries of the strip of tasks that take more than one line. */
export async function wrappedLabels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('nav button')]
      .filter((entry) => {
        const lines = document.createRange();
        lines.selectNodeContents(entry);
        const heights = [...lines.getClientRects()].map(({ top, bottom }) => [top, bottom] as const);
        return Math.max(...heights.map(([top]) => top)) >= Math.min(...heights.map(([, bottom]) => bottom));
      })
      .map((entry) => entry.textContent),
  );
}
