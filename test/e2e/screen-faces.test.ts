/**
 * The windows draw with the program's own faces on a machine that has no Chinese one (docs/papers.md 2).
 */
import type { Page } from '@playwright/test';
import { expect, test } from './support/counter-test.ts';
import { drawnFaces } from './support/drawn-faces.ts';

/** What of the program's faces has been loaded by now. */
function loadedFaces(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    return [...new Set(loaded)].sort();
  });
}

test('the windows draw with the program’s own faces, and a face of the system would be noticed', async ({ desk }) => {
  await test.step('sign-in loads slices; rare characters the whole face; what no face holds is a box', async () => {
    await expect(desk.field('signIn.code')).toBeFocused();
    expect(await loadedFaces(desk.page)).toEqual(['Noto Sans SC Variable']);
    await desk.type('䶮');
    await expect.poll(() => loadedFaces(desk.page)).toEqual(['Noto Sans SC Variable', 'Noto Sans SC Whole']);
    expect((await drawnFaces(desk.page)).bySystem).toEqual([]);
    // Of CJK Extension B, not among the 30,890 characters of Noto Sans SC.
    await desk.type('𠮷');
    await expect
      .poll(() => loadedFaces(desk.page))
      .toEqual(['Missing Character', 'Noto Sans SC Variable', 'Noto Sans SC Whole']);
    expect((await drawnFaces(desk.page)).bySystem).toEqual([]);
  });
  await test.step('figures are all of one width, whatever stands beside them', async () => {
    const widths = await desk.page.evaluate(async () => {
      await document.fonts.ready;
      const line = document.createElement('span');
      document.querySelector('#app')?.append(line);
      const widthOf = (text: string): number => {
        line.textContent = text;
        return Math.round(line.getBoundingClientRect().width * 100);
      };
      const figures = Array.from('0123456789');
      return [...new Set(figures.flatMap((one) => figures.map((other) => widthOf(`${one}${other}`.repeat(4)))))];
    });
    expect(widths).toHaveLength(1);
  });
  await test.step('a face of the system would be noticed', async () => {
    await desk.page.evaluate(() => {
      const text = document.createElement('p');
      text.textContent = 'told by the system';
      text.style.fontFamily = 'sans-serif';
      document.querySelector('#app')?.append(text);
    });
    expect((await drawnFaces(desk.page)).bySystem).toContain('P: Liberation Sans, 18 glyphs');
  });
});
