/** Six papers and a printer that runs out of paper at the third: the strip and the end of the visit say what waits. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { clerkAt, languages, type Clerk } from './clerk.ts';
import { times } from './last-press.ts';

const strip = (clerk: Clerk) => page.getByRole('navigation', { name: clerk.t('task.label') });
const question = (clerk: Clerk) => page.getByRole('region', { name: clerk.t('secondPress.title') });

async function countsPapers(clerk: Clerk, count: number): Promise<void> {
  const counted = clerk.t('task.counted', { task: clerk.t('task.printQueue'), count });
  await expect.element(strip(clerk)).toMatchTextContent(counted);
}

/** In the order in which they were made. */
async function sixStatements(clerk: Clerk): Promise<string[]> {
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  for (const [at, period] of ['2', '3', '1', '2', '3', '1'].entries()) {
    await clerk.press(period);
    await expect.poll(() => times(clerk, 'statement.prepare')).toBe(at + 2);
    await clerk.desk.seesPaper();
    await clerk.tabTo(clerk.button('statement.print'));
    await clerk.press('Enter');
    await expect.poll(() => times(clerk, 'document.print')).toBe(at + 1);
  }
  return printed(clerk, 'document.print').map(({ documentNumber }) => documentNumber);
}

function printed(clerk: Clerk, verb: 'document.print'): { readonly documentNumber: string }[];
function printed(clerk: Clerk, verb: 'printQueue.retry'): { readonly jobId: string }[];
function printed(clerk: Clerk, verb: 'document.print' | 'printQueue.retry'): unknown[] {
  return clerk.program.asked.filter((asked) => asked.verb === verb).map(({ input }) => input);
}

test.each(languages)(
  'what was not printed is counted, asked about, and given out once and in order (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', sheets: 2 }, language);
    const numbers = await sixStatements(clerk);
    expect(new Set(numbers).size).toBe(6);
    const failure = clerk.t('paper.fault.print-no-paper');
    const last = numbers.at(-1) ?? '';
    await clerk.isTold(clerk.t('statement.queued', { failure, number: last, key: 'Alt+Q' }));
    await countsPapers(clerk, 4);

    await clerk.press('Control+Enter');
    const what = clerk.t('leaving.what.papers', { n: 4 });
    await expect.element(question(clerk)).toMatchTextContent(clerk.t('leaving.asked.finish', { what }));
    await clerk.press('Escape');
    expect(clerk.program.asked.some(({ verb }) => verb === 'visit.finish')).toBe(false);

    await clerk.press('Alt+q');
    const waiting = numbers.slice(2);
    const rows = () =>
      clerk.main
        .getByRole('row')
        .elements()
        .map((row) => row.textContent);
    await expect.poll(() => rows().length).toBe(5);
    for (const [at, number] of waiting.entries()) {
      expect(rows()[at + 1]).toContain(number);
      expect(rows()[at + 1]).toContain(failure);
    }
    const retry = async (number: string): Promise<void> => {
      await clerk.tabTo(clerk.button('printQueue.retryOf', { number }));
      await clerk.press('Enter');
    };
    await retry(waiting[0] ?? '');
    await clerk.isTold(clerk.t('printQueue.queued', { number: waiting[0] ?? '', failure }));
    await countsPapers(clerk, 4);

    clerk.program.state.sheets = 50;
    for (const number of waiting) {
      await retry(number);
      await clerk.isTold(clerk.t('paper.printedOn', { number, printer: 'HP-LaserJet' }));
    }
    const retried = printed(clerk, 'printQueue.retry').map(({ jobId }) => jobId);
    expect(new Set(retried).size).toBe(4);
    expect(retried).toHaveLength(5);
    await expect
      .element(strip(clerk))
      .not.toMatchTextContent(clerk.t('task.counted', { task: clerk.t('task.printQueue'), count: 1 }));
    await clerk.press('Control+Enter');
    await clerk.nobodyIsThere();
  },
);
