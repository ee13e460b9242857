/** The statement's screen: what is chosen is what is asked for, and what is wrong stands beside its field. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { clerkAt, languages, type Clerk } from './clerk.ts';

async function shown(program: Parameters<typeof clerkAt>[0] = {}, language = languages[0]): Promise<Clerk> {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', ...program }, language);
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  return clerk;
}

function lastAsked(clerk: Clerk): unknown {
  return clerk.program.asked.findLast(({ verb }) => verb === 'statement.prepare')?.input;
}

test('digit keys choose the period, and 5 asks for own dates', async () => {
  const clerk = await shown();
  for (const [key, from] of [
    ['1', '2025-02-01'],
    ['2', '2024-12-01'],
    ['3', '2025-01-01'],
    ['4', '2024-02-03'],
  ] as const) {
    await clerk.press(key);
    await expect.poll(() => lastAsked(clerk)).toMatchObject({ period: { from, to: '2025-02-03' } });
  }
  await clerk.press('5');
  await clerk.fill('statement.from', '20240301');
  await clerk.press('Enter');
  await clerk.fill('statement.to', '2024/5/31');
  const period = { from: '2024-03-01', to: '2024-05-31' };
  await expect.poll(() => lastAsked(clerk)).toMatchObject({ period });
  await expect.element(page.getByRole('table')).toHaveAccessibleName(/2024-03-01 .* 2024-05-31/);
});

test('money out has the minus in the totals that it has on the lines and on paper', async () => {
  await shown();
  await expect.element(page.getByText('-2,543.10', { exact: true })).toBeVisible();
});

test('own dates that do not exist, or stand in the wrong order, are said so beside the field', async () => {
  const clerk = await shown();
  await clerk.press('5');
  await clerk.fill('statement.from', '20240230');
  await clerk.isTold(clerk.t('statement.dateWrong'));
  await clerk.type('20240301');
  await clerk.press('Enter');
  await clerk.fill('statement.to', '20240201');
  await clerk.isTold(clerk.t('statement.dateOrder'));
});

test('a filter by kind asks for those alone, and says that it clears nothing', async () => {
  const clerk = await shown({ unprinted: 12 });
  await clerk.tabTo(page.getByRole('checkbox', { name: clerk.t('statement.kind.consumption') }));
  await clerk.press(' ');
  const kinds = ['allocation', 'void', 'refund', 'interest', 'correction'];
  await expect.poll(() => lastAsked(clerk)).toMatchObject({ kinds });
  await clerk.isTold(clerk.t('statement.clearsNone', { unprinted: 12 }));
});

test.each(languages)('a card at the print gate is warned of, and cleared by its statement (%s)', async (language) => {
  const clerk = await shown({ unprinted: 60 }, language);
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.gateReached', { gate: 60 }));
  await clerk.isTold(clerk.t('statement.clears', { clears: 60, unprinted: 60 }));
  await clerk.press('Enter');
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.unprintedOf', { n: 0, gate: 60 }));
  await expect.element(clerk.panel).not.toMatchTextContent(clerk.t('panel.gateReached', { gate: 60 }));
});

test('a card near the print gate is warned of before it is reached', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', unprinted: 50 });
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.gateNear', { gate: 60 }));
  await expect.element(clerk.panel).not.toMatchTextContent(clerk.t('panel.gateReached', { gate: 60 }));
});

test('what the printer does first is said, and so is a name that the font cannot print', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', papersBefore: 3, nameMasked: true });
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  await clerk.isTold(clerk.t('statement.nameMasked'));
  await clerk.press('Enter');
  const number = '0101-20250203-000001';
  await clerk.isTold(clerk.t('paper.printedAfter', { number, printer: 'HP-LaserJet', before: 3 }));
});

test('large type is asked for with its key, and the preview follows', async () => {
  const clerk = await shown();
  await clerk.press('Alt+l');
  await expect.poll(() => lastAsked(clerk)).toMatchObject({ largeType: true });
  await clerk.desk.seesPaper();
});

test.each([
  ['zh-CN', '打印或存为 PDF 将清除 12 笔未打印（共 12 笔）。'],
  ['en', 'Printing or saving as PDF clears 12 of 12 unprinted entries.'],
] as const)(
  'that saving as PDF clears the gate as printing does is said before either (%s)',
  async (language, said) => {
    const clerk = await shown({ unprinted: 12 }, language);
    await clerk.isTold(said);
  },
);

test.each(languages)(
  'how interest was reckoned is looked at, printed, saved and left by keys (%s)',
  async (language) => {
    const clerk = await shown({ interest: true }, language);
    await clerk.press('Control+i');
    await clerk.isTold(clerk.t('statement.chooseInterest', { key: 'Ctrl+I' }));
    await clerk.press('Control+i');
    await expect.element(clerk.heading('statement.sheet')).toBeVisible();
    await expect.poll(() => document.querySelector('.interest-sheet canvas')?.getAttribute('data-shown')).toBe('true');
    await clerk.press('Enter');
    await clerk.isTold(clerk.t('statement.sheetPrinted'));
    await clerk.press('Control+s');
    await clerk.isTold(clerk.t('statement.saved', { fileName: 'interest-JX20241220.pdf' }));
    const papers = clerk.program.asked.filter(({ verb }) => verb === 'interest.paper').map(({ input }) => input);
    expect(papers).toMatchObject([
      { settledTo: '2024-12-20', to: 'printer' },
      { settledTo: '2024-12-20', to: 'file' },
    ]);
    await clerk.press('Escape');
    await expect.element(clerk.heading('statement.title')).toBeVisible();
  },
);
