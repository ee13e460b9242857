/** Larger and smaller by a key, kept for the next start; a paper as wide as the window. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { clerkAt, type Clerk } from './clerk.ts';
import { atSize, displaySizes, largest } from './display-sizes.ts';
import { textFaults } from './text-faults.ts';

afterEach(() => localStorage.clear());

/** Every size the program has been asked for, in order. */
function asked(clerk: Clerk): readonly unknown[] {
  return clerk.program.asked.filter(({ verb }) => verb === 'program.enlarge').map(({ input }) => input);
}

test('a key enlarges up to 150 %, another goes back a step, a third to the original, also before anybody signs in', async () => {
  const clerk = await clerkAt({});
  await clerk.desk.finds('form');
  expect(asked(clerk)).toEqual([]);
  await clerk.press('Control+=', 'Control+=', 'Control+=', 'Control+=');
  expect(asked(clerk)).toEqual([{ percent: 110 }, { percent: 125 }, { percent: 150 }, { percent: 150 }]);
  await clerk.press('Control+-', 'Control+0', 'Control+-');
  expect(asked(clerk).slice(4)).toEqual([{ percent: 125 }, { percent: 100 }, { percent: 100 }]);
});

test('the size is asked for again at the next start', async () => {
  const before = await clerkAt({ clerk: '1001' });
  await before.press('Control+=');
  const next = await clerkAt({ clerk: '1001' });
  expect(asked(next)).toEqual([{ percent: 110 }]);
});

test('what is stored and is no size counts for nothing', async () => {
  localStorage.setItem('medicard.enlargement', '9000');
  expect(asked(await clerkAt({ clerk: '1001' }))).toEqual([]);
});

test('a paper is enlarged by a key, read page by page, and left where one was', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', pages: 3 });
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  const before = document.activeElement;
  const beside = page.getByRole('img', { name: clerk.t('statement.previewPage', { page: '1', pages: '3' }) });
  const width = beside.element().clientWidth;
  await clerk.press('Alt+v');
  const enlarged = (number: string) =>
    clerk.dialog.getByRole('img', { name: clerk.t('statement.previewPage', { page: number, pages: '3' }) });
  await expect.element(enlarged('1')).toHaveAttribute('data-shown', 'true');
  expect(enlarged('1').element().clientWidth).toBeGreaterThan(1.5 * width);
  await clerk.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect.element(enlarged('3')).toBeVisible();
  await clerk.press('ArrowLeft');
  await expect.element(enlarged('2')).toBeVisible();
  await clerk.press('Escape');
  await expect.element(clerk.dialog).not.toBeInTheDocument();
  expect(document.activeElement).toBe(before);
  expect(clerk.program.asked.filter(({ verb }) => verb === 'document.print')).toEqual([]);
});

test('type, measures and the paper beside a task grow with the display', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', pages: 3 });
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  const widthOf = (selector: string): number => document.querySelector(selector)?.getBoundingClientRect().width ?? 0;
  const measured = (): number[] => [
    Number.parseFloat(getComputedStyle(document.body).fontSize),
    widthOf('nav'),
    widthOf('canvas[data-shown="true"]'),
  ];
  const small = measured();
  expect(small[0]).toBe(14);
  await atSize(largest, async () => {
    for (const [at, before] of small.entries()) await expect.poll(() => measured()[at]).toBeGreaterThan(before * 1.1);
  });
});

test('what was enlarged on a large display fits there: the type is as many times larger', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', pages: 3 });
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  for (const size of displaySizes.filter(({ name }) => name.startsWith('1920'))) {
    await atSize(size, async () => {
      await clerk.desk.settled();
      const percent = (100 * largest.width) / size.width;
      const type = Number.parseFloat(getComputedStyle(document.body).fontSize) * (percent / 100);
      expect(type, size.name).toBeGreaterThanOrEqual(14 * (percent / 100));
      expect(textFaults(), size.name).toEqual([]);
      expect(document.documentElement.scrollWidth, size.name).toBe(size.width);
    });
  }
});
