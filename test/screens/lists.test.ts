/** Lists of an office's years: one page is drawn, the ledger counts the rest, PageDown turns. A paper held against them. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PAGE_ROWS } from '../../electron/contract/kernel/paging.ts';
import { ok, requested } from '../../renderer/gallery/fake/fake-state.ts';
import { clocks, jobs, reports } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';

const many = Array.from({ length: 2000 }, (_, nth) => requested({ requestId: `r${nth}`, facts: [] }));

/** Whichever request of a page is chosen: what was asked, and both answers, are in sight. */
async function decidable(clerk: Clerk): Promise<void> {
  for (const answer of ['approvals.approve', 'second.refuse'] as const) {
    await expect.element(clerk.main.getByRole('button', { name: clerk.t(answer) })).toBeInViewport({ ratio: 1 });
  }
}

/** The strip says how many papers wait for a printer. */
async function countsPapers(clerk: Clerk, count: number): Promise<void> {
  const counted = clerk.t('task.counted', { task: clerk.t('task.printQueue'), count });
  await expect.element(page.getByRole('navigation', { name: clerk.t('task.label') })).toMatchTextContent(counted);
}

test.each(languages)(
  'two thousand requests: one page is drawn, all are counted, and deciding goes on (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '9001', known: { requests: many } }, language);
    const counted = clerk.t('task.counted', { task: clerk.t('task.approvals'), count: 2000 });
    await expect.element(page.getByRole('navigation', { name: clerk.t('task.label') })).toMatchTextContent(counted);
    await clerk.press('F9');
    const rows = clerk.main.getByRole('row');
    const place = (shown: string): string => clerk.t('pages.position', { page: shown, pages: '40' });
    await clerk.isTold(place('1'));
    await expect.element(rows).toHaveLength(PAGE_ROWS + 1);
    await expect.element(rows.nth(1).getByRole('button')).toHaveFocus();
    await clerk.press('PageDown');
    await clerk.isTold(place('2'));
    await expect.element(rows.nth(1).getByRole('button')).toHaveFocus();
    await decidable(clerk);
    for (let row = 1; row < PAGE_ROWS; row += 1) await clerk.desk.pressKeys('ArrowDown');
    await expect.element(rows.nth(PAGE_ROWS).getByRole('button')).toHaveFocus();
    await decidable(clerk);
    await clerk.press('PageUp');
    await clerk.isTold(place('1'));
    await expect.element(rows.nth(1).getByRole('button')).toHaveFocus();
  },
);

test.each(languages)('a genuine paper is known with what it says, another is not (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001' }, language);
  await clerk.press('Alt+c');
  await clerk.fillAll([
    ['documentCheck.number', '0101-20250203-000001'],
    ['documentCheck.code', 'K7QF-2M9X'],
  ]);
  await clerk.isTold(clerk.t('documentCheck.genuine'));
  await expect.element(clerk.main).toMatchTextContent('1,234.56');
  await clerk.press('Tab');
  await clerk.fill('documentCheck.code', 'AAAA-BBBB');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('documentCheck.notGenuine'));
  await expect.element(clerk.main).not.toMatchTextContent('1,234.56');
});

test('the text of the QR code carries number and code in one', async () => {
  const clerk = await clerkAt();
  await clerk.press('Alt+c');
  await clerk.fill('documentCheck.number', 'MC1|0101-20250203-000001|K7QF-2M9X');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('documentCheck.genuine'));
});

test('a loss form is known with its report, and the text of its QR code leads to that', async () => {
  const qrText = 'MC1|L0101202502030000990|K7QF-2M9X';
  const { formal } = reports;
  const checked = {
    documentNumber: 'L0101202502030000990',
    kind: 'loss-form',
    issuedAt: '2025-02-03 09:41:07',
    holderNameMasked: formal.holderNameMasked,
    cardMasked: formal.cardMasked,
    statement: null,
    lossNumber: formal.number,
    copies: 1,
  } as const;
  const clerk = await clerkAt({
    clerk: '1001',
    answers: {
      'document.check': () => ok({ genuine: true, voucherOf: null, document: checked }),
      'loss.find': () => ok(formal),
    },
  });
  await clerk.press('Alt+c');
  await clerk.fill('documentCheck.number', qrText);
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('documentCheck.genuine'));
  await clerk.isTold(clerk.t('paper.kind.loss-form'));
  await clerk.isTold(formal.number);
  await clerk.press('F6');
  await clerk.fillAll([
    ['followUp.number', qrText],
    ['visit.idNumber', zhang.idNumber],
  ]);
  await expect
    .element(page.getByRole('table', { name: clerk.t('report.timelineOf', { number: formal.number }) }))
    .toBeVisible();
  expect((await clerk.desk.asks('loss.find')).input).toEqual({ number: qrText, idNumber: zhang.idNumber });
});

test('a waiting paper is printed once there is a printer; one nobody wants leaves by a second press', async () => {
  const clerk = await clerkAt({ clerk: '1001', known: { jobs: jobs.own } });
  await countsPapers(clerk, 5);
  await clerk.press('Alt+q');
  const [failing, , , , long] = jobs.own.map(({ documentNumber }) => documentNumber);
  await clerk.tabTo(clerk.button('printQueue.retryOf', { number: failing ?? '' }));
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('paper.printedOn', { number: failing ?? '', printer: 'HP-LaserJet' }));
  await clerk.tabTo(clerk.button('printQueue.cancelOf', { number: long ?? '' }));
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.isTold(clerk.t('printQueue.cancelled', { number: long ?? '' }));
  await countsPapers(clerk, 3);
});

test('a paper that could not be printed is counted in the strip at once', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', printFails: true });
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  await clerk.press('Enter');
  await countsPapers(clerk, 1);
});

test.each(languages)(
  'the worklist: every running clock under its day, and the figure in the strip says what it counts (%s)',
  async (language) => {
    const running = clocks(1);
    const clerk = await clerkAt({ clerk: '1001', worklist: running }, language);
    await clerk.press('F7');
    const inGroup = (span: 'today' | 'tomorrow' | 'week' | 'later') =>
      clerk.main.getByRole('region', { name: clerk.t(`worklist.span.${span}`), exact: true });
    await expect.element(inGroup('week')).toMatchTextContent(clerk.t('worklist.clock.lapses-later'));
    await expect.element(inGroup('week')).toMatchTextContent(clerk.t('worklist.inDays', { days: 4 }));
    await expect.element(inGroup('today').getByRole('button')).toHaveLength(3);
    await expect.element(inGroup('later').getByRole('button')).toHaveLength(1);
    await expect.element(clerk.main).toMatchTextContent(clerk.t('worklist.explain', { total: 7, due: 4 }));
    const counted = clerk.t('task.counted', { task: clerk.t('task.worklist'), count: 4 });
    await expect.element(page.getByRole('navigation', { name: clerk.t('task.label') })).toMatchTextContent(counted);
  },
);

test.each(languages)('the lists of the worklist stand in the same columns (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001', worklist: clocks(2) }, language);
  await clerk.press('F7');
  await expect.element(clerk.main.getByRole('table').nth(3)).toBeVisible();
  const columns = clerk.main
    .getByRole('table')
    .elements()
    .map((list) =>
      Array.from(list.querySelectorAll('tbody tr:first-child td'), (cell) => cell.getBoundingClientRect().left),
    );
  expect(new Set(columns.map((lefts) => lefts.join(' '))).size).toBe(1);
});

test('the worklist without a clock says so, and which key brings one', async () => {
  const clerk = await clerkAt({ clerk: '1001', worklist: [] });
  await clerk.press('F7');
  await expect.element(clerk.main).toMatchTextContent(clerk.t('worklist.empty', { key: 'F5' }));
});

test.each([
  ['approvals', 'approval.list'],
  ['worklist', 'loss.worklist'],
  ['print-queue', 'printQueue.list'],
  ['day', 'office.status'],
] as const)('what the ledger says has changed is asked for again at once: %s', async (kind, verb) => {
  const clerk = await clerkAt({ clerk: '9001' });
  const asked = () => clerk.program.asked.map((each) => each.verb);
  await expect.poll(asked).toContain('printQueue.list');
  clerk.program.asked.length = 0;
  clerk.program.emit('ledger.changed', { kinds: [kind] });
  await expect.poll(asked).toEqual([verb]);
});

test('while the window is locked, nothing is asked for', async () => {
  const clerk = await clerkAt({ clerk: '9001' });
  await clerk.press('Control+l');
  await expect.element(clerk.field('lock.password')).toHaveFocus();
  clerk.program.asked.length = 0;
  clerk.program.emit('ledger.changed', { kinds: ['approvals', 'worklist', 'print-queue'] });
  clerk.program.emit('ledger.status', { state: 'ready', refusal: null });
  await expect.poll(() => clerk.program.asked.map(({ verb }) => verb)).toEqual(['office.status']);
});
