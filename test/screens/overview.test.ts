/** Ctrl+O by keys alone: parts, periods, the lines behind figures, and the paper (docs/screens.md, Overview). */
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { overview } from '../../renderer/gallery/fake/fake-overview.ts';
import { reports } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';

const known = { reports: [reports.formal] };
const figures = (clerk: Clerk) => clerk.main.getByRole('table').getByRole('button');

async function atOverview(language?: Language): Promise<Clerk> {
  const clerk = await clerkAt({ known, clerk: '2001' }, language);
  await clerk.press('Control+o');
  await expect.element(figures(clerk).first()).toHaveFocus();
  return clerk;
}

function asked(clerk: Clerk, verb: string): unknown[] {
  return clerk.program.asked.filter((each) => each.verb === verb).map(({ input }) => input);
}

test.each(languages)('arrows choose a figure, Enter shows its lines, Esc comes back to it (%s)', async (language) => {
  const clerk = await atOverview(language);
  await clerk.press('ArrowRight', 'ArrowDown', 'Enter');
  const { month = '' } = overview.movements.filter(({ kind }) => kind === 'consumption')[1] ?? {};
  const period = { from: '2024-03-01', until: '2025-02-03' };
  expect(asked(clerk, 'overview.lines')).toEqual([
    { period, figure: { of: 'movement', month, kind: 'consumption' }, page: 1 },
  ]);
  const named = `${month} ${clerk.t('overview.kind.consumption')}`;
  const behind = page.getByRole('heading', { name: clerk.t('overview.behind', { figure: named }) });
  await expect.element(behind).toHaveFocus();
  await clerk.press('Escape');
  await expect.element(clerk.main.getByRole('button', { name: named, exact: false })).toHaveFocus();
});

test.each(languages)(
  'each part has its key, and its chart is hidden from who hears the table (%s)',
  async (language) => {
    const clerk = await atOverview(language);
    for (const [index, part] of (['institutions', 'losses', 'refusals', 'hours'] as const).entries()) {
      await clerk.press(`Alt+${index + 2}`);
      await expect.element(figures(clerk).first()).toHaveFocus();
      await expect.element(page.getByRole('table', { name: clerk.t(`overview.section.${part}`) })).toBeVisible();
    }
    const chart = document.querySelector('.chart');
    expect(chart?.getAttribute('aria-hidden')).toBe('true');
    await expect.poll(() => chart?.querySelector('canvas')).not.toBeNull();
  },
);

test('a chart that was left before it was drawn, or while the language changed, is drawn on coming back', async () => {
  const letters = Promise.withResolvers<FontFace[]>();
  const load = vi.spyOn(document.fonts, 'load').mockReturnValue(letters.promise);
  onTestFinished(() => load.mockRestore());
  const clerk = await atOverview('zh-CN');
  await expect.poll(() => load.mock.calls.length).toBeGreaterThan(0);
  await clerk.press('F2');
  load.mockRestore();
  letters.resolve([]);
  await clerk.press('Control+o');
  const chinese = await drawnChart(clerk);
  await clerk.press('F2', 'Alt+e', 'Control+o');
  await expect.poll(() => drawnChart(clerk)).not.toBe(chinese);
  await clerk.press('Alt+e');
  await expect.poll(() => drawnChart(clerk)).toBe(chinese);
});

/** As it is on the screen, pixel by pixel. */
async function drawnChart(clerk: Clerk): Promise<string> {
  await clerk.desk.finds('.chart[data-drawn="true"] canvas');
  await clerk.desk.settled();
  return document.querySelector<HTMLCanvasElement>('.chart canvas')?.toDataURL() ?? '';
}

test('a loss report behind a figure leads to its follow-up', async () => {
  const clerk = await atOverview();
  await clerk.press('Alt+3', 'Enter');
  await expect.element(figures(clerk).first()).toHaveFocus();
  await clerk.press('Enter');
  await expect.element(clerk.field('followUp.number')).toHaveValue('L01012025020300002X');
});

test('acts and refusals are told in words; PageDown turns their pages', async () => {
  const clerk = await atOverview();
  await clerk.press('Alt+4', 'Enter');
  const cells = clerk.main.getByRole('cell');
  await expect.element(cells.nth(1)).toMatchTextContent(clerk.t('journalAct.visit.open'));
  await expect.element(cells.nth(5)).toMatchTextContent(clerk.t('overview.wing.session'));
  await clerk.press('Escape', 'Alt+5', 'ArrowDown', 'Enter', 'PageDown');
  expect(asked(clerk, 'overview.lines').slice(-2)).toMatchObject([{ page: 1 }, { page: 2 }]);
});

test('periods by keys: this year, last year, and months of their own', async () => {
  const clerk = await atOverview();
  await clerk.press('Alt+7', 'Alt+8', 'Alt+9');
  await clerk.fill('overview.firstMonth', '2024-5');
  await clerk.press('Enter');
  await clerk.fill('overview.lastMonth', '2024-04');
  await clerk.press('Enter');
  await expect.element(clerk.main.getByText(clerk.t('overview.monthFault'))).toBeVisible();
  await clerk.press('Tab');
  await clerk.fill('overview.lastMonth', '202406');
  await clerk.press('Enter');
  await expect.element(figures(clerk).first()).toHaveFocus();
  expect(asked(clerk, 'overview.view').slice(1)).toEqual([
    { from: '2025-01-01', until: '2025-02-03' },
    { from: '2024-01-01', until: '2024-12-31' },
    { from: '2024-05-01', until: '2024-06-30' },
  ]);
});

test('Alt+P prints the period that is shown, Ctrl+S saves it', async () => {
  const clerk = await atOverview();
  await clerk.press('Alt+p');
  await clerk.isTold(clerk.t('overview.printed'));
  await clerk.press('Control+s');
  await clerk.isTold(clerk.t('overview.saved', { fileName: 'overview-0101-2024-03-01-2025-02-03.pdf' }));
  const period = { from: '2024-03-01', until: '2025-02-03' };
  expect(asked(clerk, 'overview.report')).toEqual([
    { period, to: 'printer' },
    { period, to: 'file' },
  ]);
});

test('a clerk is told who may see it, and nothing is asked', async () => {
  const clerk = await clerkAt({ clerk: '1001' });
  await clerk.press('Control+o');
  await expect.element(clerk.main.getByText(clerk.t('overview.supervisorOnly'))).toBeVisible();
  expect(asked(clerk, 'overview.view')).toEqual([]);
});
