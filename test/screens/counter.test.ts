/** What is around every task: two languages, the palette, keys and help, a number revealed, the office's own clock. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { realOffice } from '../../renderer/gallery/fake/fake-office.ts';
import { at, refusedWith, ok, today } from '../../renderer/gallery/fake/fake-state.ts';
import { useWords } from '../../renderer/shared/words/use-words.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';

const masked = '621330******0011';

test('changing the language keeps everything typed and open', async () => {
  const clerk = await clerkAt({});
  const { language } = useWords();
  await clerk.fill('signIn.code', '1001');
  await clerk.press('Alt+e');
  expect(language.value).toBe('en');
  await expect.element(clerk.field('signIn.code')).toHaveValue('1001');
  await clerk.press('Alt+e', 'Enter');
  await clerk.fill('signIn.password', 'demo-1001');
  await clerk.press('Enter');
  await clerk.fill('visit.idNumber', zhang.idNumber);
  await clerk.press('Enter');
  await clerk.fill('visit.card', zhang.card.slice(0, 10));
  await clerk.press('Alt+e');
  await expect.element(clerk.field('visit.idNumber')).toHaveValue(zhang.idNumber);
  await expect.element(clerk.field('visit.card')).toHaveValue(zhang.card.slice(0, 10));
  await clerk.fill('visit.card', zhang.card);
  await clerk.press('Enter', '1', 'Enter');
  await expect.element(clerk.button('visit.openStatement')).toHaveFocus();
  await clerk.press('Enter');
  await clerk.desk.seesPaper();
  await clerk.press('5');
  await clerk.fill('statement.from', '2024-03-01');
  await clerk.press('Alt+e');
  expect(language.value).toBe('zh-CN');
  await expect.element(clerk.field('statement.from')).toHaveValue('2024-03-01');
  await expect.element(clerk.panel).toMatchTextContent(zhang.name);
});

test('Ctrl+K finds any task by its name, ? shows the keys, F1 helps where one is', async () => {
  const clerk = await clerkAt();
  await clerk.press('Control+k');
  await expect.element(page.getByRole('combobox', { name: clerk.t('palette.title') })).toHaveFocus();
  await clerk.type(clerk.t('task.documentCheck'));
  await clerk.press('Enter');
  await expect.element(clerk.heading('documentCheck.title')).toBeVisible();
  await clerk.press('F1');
  await expect.element(clerk.dialog).toMatchTextContent(clerk.t('help.steps'));
  await clerk.press('Escape');
  await expect.element(clerk.dialog).not.toBeInTheDocument();
  await clerk.press('F8');
  await expect.element(clerk.button('monthEnd.choose')).toHaveFocus();
  await clerk.press('?');
  await expect.element(clerk.dialog).toMatchTextContent('Ctrl+Enter');
  await clerk.press('Escape');
  await expect.element(clerk.button('monthEnd.choose')).toHaveFocus();
});

/**
 * The window's clock moves when the test says so. A polling assertion lets its time run on, so what depends on the time is looked
 * at once, after `afterMs`.
 */
async function clerkOnOwnClock(language: (typeof languages)[number]): Promise<Clerk> {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  return clerkAt({ clerk: '1001', customer: 'zhang' }, language);
}

async function afterMs(clerk: Clerk, milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await clerk.desk.settled();
}

async function reveal(clerk: Clerk, reason: string): Promise<void> {
  await clerk.press('Alt+r');
  await expect.element(clerk.radio('panel.idNumber')).toHaveFocus();
  await clerk.press('ArrowDown', 'ArrowDown', 'Tab');
  await clerk.fill('panel.revealReason', reason);
  await clerk.press('Enter');
}

test.each(languages)(
  'a number is revealed with a reason and hides by itself after 30 seconds (%s)',
  async (language) => {
    const clerk = await clerkOnOwnClock(language);
    const panel = () => clerk.panel.element().textContent;
    await reveal(clerk, 'card reader failed');
    expect(panel()).toContain('13812345678');
    await afterMs(clerk, 28_000);
    expect(panel()).toContain('13812345678');
    await afterMs(clerk, 4000);
    expect(panel()).not.toContain('13812345678');
    expect(panel()).toContain('138****5678');
    expect(clerk.program.asked.find(({ verb }) => verb === 'visit.reveal')?.input).toMatchObject({
      field: 'phone',
      reason: 'card reader failed',
    });
  },
);

test('without a reason nothing is revealed, and Esc leaves the question', async () => {
  const clerk = await clerkAt({
    clerk: '1001',
    customer: 'zhang',
    answers: { 'visit.reveal': () => refusedWith('REASON_REQUIRED') },
  });
  await reveal(clerk, ' x ');
  await clerk.isTold(clerk.refusal('REASON_REQUIRED'));
  await expect.element(clerk.panel).toMatchTextContent(masked);
  await clerk.press('Escape');
  await expect.element(clerk.field('panel.revealReason')).not.toBeInTheDocument();
});

test('what is revealed does not outlive the visit', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  await reveal(clerk, '核对卡面');
  await expect.element(clerk.panel).toMatchTextContent('13812345678');
  await clerk.press('Control+Enter');
  await clerk.nobodyIsThere();
  await clerk.openVisit(zhang);
  await expect.element(clerk.panel).toMatchTextContent(masked);
  await expect.element(clerk.panel).not.toMatchTextContent('13812345678');
});

test.each(languages)(
  'a past day that is open is said above everything, and how it is closed (%s)',
  async (language) => {
    const pastDayOpen = { day: businessDate('2025-02-02'), today };
    const office = {
      office: realOffice,
      bankName: '',
      businessDate: today,
      clockBehind: null,
      at: null,
      demoClerks: [],
    };
    const clerk = await clerkAt(
      { clerk: '1001', answers: { 'office.status': () => ok({ ...office, pastDayOpen }) } },
      language,
    );
    const banner = page.getByRole('region', { name: clerk.t('app.state') });
    await expect.element(banner).toMatchTextContent(clerk.t('app.pastDayOpen', pastDayOpen));
    const header = page.getByRole('banner').element();
    expect(banner.element().getBoundingClientRect().y).toBeLessThan(header.getBoundingClientRect().y);
  },
);

test('once the day is closed nothing is said any more', async () => {
  const office = {
    office: realOffice,
    bankName: '',
    businessDate: today,
    clockBehind: null,
    at: null,
    demoClerks: [],
    pastDayOpen: null,
  };
  const clerk = await clerkAt({ clerk: '1001', answers: { 'office.status': () => ok(office) } });
  await expect.element(page.getByRole('banner')).toMatchTextContent(clerk.t('header.businessDay', { date: today }));
  await expect.element(page.getByRole('region', { name: clerk.t('app.state') })).toMatchTextContent(/^\s*$/);
});

test.each(languages)('a clock behind the last entry: a supervisor decides with a reason (%s)', async (language) => {
  let clockBehind: { last: string; clock: string } | null = {
    last: '2025-02-03 10:12:30',
    clock: '2025-02-03 08:02:11',
  };
  const office = { office: realOffice, bankName: '', businessDate: today, pastDayOpen: null, demoClerks: [] };
  const clerk = await clerkAt(
    {
      answers: {
        'office.status': () => ok({ ...office, clockBehind, at: null }),
        'clock.accept': ({ reason }) => {
          if (reason.length < 2) return refusedWith('REASON_REQUIRED');
          clockBehind = null;
          return ok({});
        },
      },
    },
    language,
  );
  await clerk.pushButton('clock.decide');
  await clerk.fillAll([
    ['clock.code', '2001'],
    ['clock.password', 'demo-2001'],
    ['clock.reason', 'x'],
  ]);
  await clerk.isRefused('REASON_REQUIRED');
  await clerk.fill('clock.reason', '时钟曾快一天');
  await clerk.press('Enter');
  await clerk.fill('clock.password', 'demo-2001');
  await clerk.press('Enter');
  await expect.element(clerk.button('clock.decide')).not.toBeInTheDocument();
});

test.each(languages)('the header of an office by its books says so (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001' }, language);
  await expect.element(page.getByRole('banner')).toMatchTextContent(clerk.t('header.byBooks'));
});

test('wherever a key leads, the keyboard has a place', async () => {
  const clerk = await clerkAt({ clerk: '2001', customer: 'zhang' });
  const hasPlace = async (after: string): Promise<void> => {
    await clerk.desk.settled();
    expect(document.activeElement === document.body ? after : null).toBeNull();
  };
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  // An empty worklist and an empty list of approvals, month-end and back, and what changes a paper.
  const keys = [
    'Alt+l',
    'Control+s',
    'F7',
    'F9',
    'F8',
    'F2',
    'F8',
    'Alt+q',
    'Alt+b',
    'Alt+c',
    'F4',
    'F5',
    'F6',
    'F1',
    'Escape',
  ];
  for (const key of keys) {
    await clerk.press(key);
    await hasPlace(key);
  }
});

test.each(languages)('a computer whose clock is hours off says so, and what goes by it (%s)', async (language) => {
  const hour = 3_600_000;
  let off = -3 * hour;
  const usual = { office: realOffice, bankName: '', businessDate: today, pastDayOpen: null, demoClerks: [] };
  const answers = { 'office.status': () => ok({ ...usual, clockBehind: null, at: at(Date.now() + off) }) };
  const clerk = await clerkAt({ clerk: '1001', answers }, language);
  const banner = page.getByRole('region', { name: clerk.t('app.state') });
  await expect.element(banner).toMatchTextContent(clerk.t('joinOffice.clockFast', { minutes: 180 }));
  off = 5 * hour;
  clerk.program.emit('ledger.changed', { kinds: ['day'] });
  await expect.element(banner).toMatchTextContent(clerk.t('joinOffice.clockSlow', { minutes: 300 }));
  off = 30_000;
  clerk.program.emit('ledger.changed', { kinds: ['day'] });
  await expect.element(banner).toMatchTextContent(/^\s*$/);
});
