/** A paper that was made before is found by its holder and by its report, and given again with two keys. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { papers, reports } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';

const known = { papers, reports: [reports.formal] };

async function paperShown(clerk: Clerk): Promise<void> {
  await expect.element(clerk.main.getByRole('img')).toHaveAttribute('data-shown', 'true');
}

function printsOf(clerk: Clerk) {
  return clerk.program.asked.filter(({ verb }) => verb === 'document.print').map(({ input }) => input);
}

test.each(languages)('in the visit: Alt+B lists, Enter shows, Enter prints the very one (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', known }, language);
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.papersLeft', { n: 2 }));
  await clerk.press('Alt+b');
  const rows = clerk.main.getByRole('table').getByRole('button');
  await expect.element(rows.first()).toHaveFocus();
  await expect.element(clerk.main).toMatchTextContent(clerk.t('paper.states.never'));
  await clerk.press('ArrowDown', 'Enter');
  await paperShown(clerk);
  await expect.element(clerk.main).toMatchTextContent(clerk.t('paper.reprint', { count: 3 }));
  await expect.element(clerk.button('statement.print')).toHaveFocus();
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('paper.printedOn', { number: papers[1]!.documentNumber, printer: 'HP-LaserJet' }));
  await expect.element(clerk.main).toMatchTextContent(clerk.t('paper.reprint', { count: 4 }));
  expect(printsOf(clerk)).toMatchObject([{ documentNumber: papers[1]!.documentNumber }]);
  await clerk.press('Escape');
  await expect.element(rows.nth(1)).toHaveFocus();
});

test('from the report without its holder: one key shows the latest paper, which is given by number and ID number', async () => {
  const clerk = await clerkAt({ clerk: '1001', known });
  await clerk.press('F6');
  await clerk.fillAll([
    ['followUp.number', reports.formal.number],
    ['visit.idNumber', zhang.idNumber],
  ]);
  await expect.element(clerk.main.getByRole('region', { name: clerk.t('followUp.papers') })).toBeVisible();
  await clerk.press('Alt+z');
  await paperShown(clerk);
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('paper.printedOn', { number: papers[0]!.documentNumber, printer: 'HP-LaserJet' }));
  expect(printsOf(clerk)).toMatchObject([
    { visitId: null, report: { number: reports.formal.number, idNumber: zhang.idNumber } },
  ]);
  await expect.element(clerk.main).toMatchTextContent(clerk.t('paper.reprint', { count: 1 }));
});

test('a paper of this visit that only the ledger still knows of is told before the visit is finished', async () => {
  const documentNumber = papers[0]!.documentNumber;
  const clerk = await clerkAt({
    clerk: '1001',
    customer: 'zhang',
    answers: {
      'paper.ofVisit': () => ({
        ok: true,
        value: {
          items: [...papers],
          total: 6,
          page: 1,
          pages: 1,
          notGiven: [documentNumber],
          notGivenBefore: 0,
          calledWrong: [],
        },
      }),
    },
  });
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.papersLeft', { n: 1 }));
  await clerk.press('Control+Enter');
  const what = clerk.t('leaving.what.papers', { n: 1 });
  await expect.element(page.getByRole('dialog')).toMatchTextContent(clerk.t('leaving.asked.finish', { what }));
});
