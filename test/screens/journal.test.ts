/** F12 by keys alone: the day's work listed, searched, turned, and followed (docs/screens.md, Journal). */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { papers, reports } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';

const known = { papers, reports: [reports.formal] };
const rowsOf = (clerk: Clerk) => clerk.main.getByRole('table').getByRole('button');

async function atJournal(options: Parameters<typeof clerkAt>[0], language?: Language): Promise<Clerk> {
  const clerk = await clerkAt({ known, ...options }, language);
  // The browser of the tests keeps F12 for its own tools; that the key opens the journal is proven in Electron.
  await page.getByRole('button', { name: clerk.t('task.journal'), exact: true }).click();
  await expect.element(rowsOf(clerk).first()).toHaveFocus();
  return clerk;
}

function asked(clerk: Clerk, verb: string): unknown[] {
  return clerk.program.asked.filter((each) => each.verb === verb).map(({ input }) => input);
}

test.each(languages)('Enter shows a paper, Enter again reprints it as one of today (%s)', async (language) => {
  const clerk = await atJournal({ clerk: '1001' }, language);
  await clerk.press('Enter');
  await expect.element(clerk.main.getByRole('img')).toHaveAttribute('data-shown', 'true');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('paper.printedOn', { number: papers[0]!.documentNumber, printer: 'HP-LaserJet' }));
  expect(asked(clerk, 'document.print')).toMatchObject([
    { visitId: null, documentNumber: papers[0]!.documentNumber, ofToday: { reason: null } },
  ]);
  await clerk.press('Escape');
  await expect.element(rowsOf(clerk).first()).toHaveFocus();
});

test("a supervisor says why before another clerk's paper is shown", async () => {
  const clerk = await atJournal({ clerk: '2001' });
  await clerk.press('Enter');
  await clerk.fill('journal.reason', '客户回单遗失');
  await clerk.press('Enter');
  await expect.element(clerk.main.getByRole('img')).toHaveAttribute('data-shown', 'true');
  expect(asked(clerk, 'paper.show')).toMatchObject([{ ofToday: { reason: '客户回单遗失' } }]);
});

test('a report leads to its follow-up, a refusal says why', async () => {
  const clerk = await atJournal({ clerk: '1001' });
  await clerk.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await clerk.isTold(clerk.refusal('PAIR_MISMATCH', { left: 4 }));
  await clerk.press('ArrowUp', 'ArrowUp', 'Enter');
  await expect.element(clerk.field('followUp.number')).toHaveValue('L01012025020300002X');
});

test('Alt+S searches by number and by the words of acts; PageDown turns the page', async () => {
  const clerk = await atJournal({ clerk: '1001' });
  await clerk.press('Alt+s');
  await clerk.fill('journal.searchFor', '挂失');
  await clerk.press('Enter');
  await expect.element(rowsOf(clerk).first()).toHaveFocus();
  expect(asked(clerk, 'journal.list').at(-1)).toMatchObject({
    text: '挂失',
    acts: expect.arrayContaining(['loss.report', 'paper.ofReport']) as unknown,
  });
  await clerk.press('Alt+s');
  await clerk.fill('journal.searchFor', '');
  await clerk.press('Enter', 'PageDown', 'PageUp');
  expect(asked(clerk, 'journal.list').slice(-3)).toMatchObject([
    { before: null },
    { before: 12_413 },
    { before: null },
  ]);
});
