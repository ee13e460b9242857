/**
 * Two customers after each other through every pair of tasks, with keys early, held and doubled: nothing of the first is
 * seen, said or done with the second.
 */
import { expect, onTestFinished, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { clocks, jobs, reports } from '../../renderer/gallery/known.ts';
import { EarlyKeys, echoMs } from '../early-keys.ts';
import { clerkAt, li, zhang, type Clerk } from './clerk.ts';
import { customerIs, lossForm, reportFormally } from './loss-desk.ts';

/** By which the first customer could be known: whole or masked, on the screen or typed. */
const marks = [zhang.name, zhang.idNumber, zhang.card, '张*', '110***********002X', '621330******0011', '138****5678'];
/** Of any report. */
const reportNumber = /L0101\d{12}/;
const report = reports.formal;

/** All that is in the page, hidden or not, and typed in it. The office's own lists name everybody, and are left out. */
function whatIsThere(): string {
  const typed = Array.from(document.querySelectorAll('input'), ({ value }) => value);
  const copy = document.body.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('a page without a body');
  for (const list of copy.querySelectorAll('table')) list.remove();
  return [copy.outerHTML, ...typed].join('\n');
}

async function nothingOfFirst(clerk: Clerk, where: string): Promise<void> {
  await clerk.desk.settled();
  const there = whatIsThere();
  for (const mark of marks) expect(there.includes(mark), `${mark} in ${where}`).toBe(false);
  expect(reportNumber.exec(there)?.[0] ?? null, `a report in ${where}`).toBeNull();
}

/** What the first customer comes for; it leaves something in the task. */
const errands: Readonly<Record<string, (clerk: Clerk) => Promise<unknown>>> = {
  visit: async () => undefined,
  statement: async (clerk) => {
    await clerk.press('F3');
    await clerk.desk.seesPaper();
    await clerk.press('2');
    // The paper before it is still shown until it comes.
    await expect.element(clerk.main).toMatchTextContent('20250203-000002');
    await clerk.desk.seesPaper();
    await clerk.press('Enter');
    await expect.element(page.getByRole('status').filter({ hasText: clerk.t('statement.noPrinter') })).toBeVisible();
  },
  pin: async (clerk) => {
    await clerk.press('F4');
    await expect.element(clerk.radio('pin.choice.first')).toHaveFocus();
    await clerk.press('4', 'Enter');
    await clerk.confirm();
    await customerIs(clerk, {});
  },
  'document check': async (clerk) => {
    await clerk.press('Alt+c');
    await clerk.fill('documentCheck.number', zhang.card);
    await clerk.press('Enter');
  },
  'print queue': async (clerk) => {
    await clerk.press('Alt+q');
    await clerk.tabTo(page.getByRole('button', { name: /取消/ }).last());
    await clerk.press('Enter');
    await expect.element(question(clerk)).toBeVisible();
  },
  telephone: async (clerk) => {
    await clerk.press('F5', 'Alt+t');
    await clerk.fill('visit.idNumber', zhang.idNumber);
    await clerk.press('Enter');
    await clerk.fill('visit.name', zhang.name);
  },
  loss: reportFormally,
  'follow-up': async (clerk) => {
    await clerk.press('F6');
    await expect.element(page.getByRole('group', { name: clerk.t('followUp.today') })).toBeVisible();
    await clerk.press('2');
    await expect.element(clerk.field('second.code')).toHaveFocus();
  },
  worklist: async (clerk) => {
    await clerk.press('F7');
    await expect.element(clerk.main.getByRole('button', { name: /^L\d+/ }).first()).toHaveFocus();
    await clerk.press('Enter');
  },
  'month-end': (clerk) => clerk.press('F8'),
  approvals: (clerk) => clerk.press('F9'),
};

const taskKeys = ['F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'Alt+q', 'Alt+c', 'F2'];

/** What changes somebody's books or papers, or asks somebody for something. */
const doings =
  /^(loss\.(report|cancel|reissue|add|correct)|document\.(print|save)|customer\.|approval\.(ask|decide)|printQueue\.(?!list)|visit\.reveal|file\.)/;

function done(clerk: Clerk): readonly string[] {
  return clerk.program.asked.map(({ verb }) => verb).filter((verb) => doings.test(verb));
}

function question(clerk: Clerk) {
  return page.getByRole('region', { name: clerk.t('secondPress.title') });
}

async function leave(clerk: Clerk): Promise<void> {
  await clerk.press('Control+Enter');
  if (document.querySelector('.final-act')) await clerk.confirm();
  await clerk.nobodyIsThere();
}

async function struckTwice(clerk: Clerk, early: EarlyKeys): Promise<void> {
  const first = Date.now();
  await clerk.press('Enter');
  await expect.element(question(clerk).getByRole('button').first()).toHaveFocus();
  await early.pressed('Enter', first + echoMs);
  await early.repeated('Enter', 3);
  await clerk.desk.settled();
  await expect.element(question(clerk)).toBeVisible();
  await clerk.press('Escape');
  await expect.element(question(clerk)).not.toBeInTheDocument();
}

const earlyKeys = (): EarlyKeys => new EarlyKeys((event) => cdp().send('Input.dispatchKeyEvent', event));

/** What the page hears until the test is over, and how much later than it was pressed, in milliseconds. */
function heardKeys(): readonly { readonly late: number; readonly repeat: boolean }[] {
  const heard: { late: number; repeat: boolean }[] = [];
  const note = ({ timeStamp, repeat }: KeyboardEvent): void =>
    void heard.push({ late: performance.now() - timeStamp, repeat });
  addEventListener('keydown', note, { capture: true });
  onTestFinished(() => removeEventListener('keydown', note, { capture: true }));
  return heard;
}

/** How late a key is at least that comes too early for the screen before it. */
const lateMs = 20;

/** Ten tasks with eight keys each take their time on a busy machine. */
const timeout = 120_000;

test.each(Object.keys(errands))(
  'after %s for the first customer nothing of it is with the second',
  { timeout },
  async (errand) => {
    const clerk = await clerkAt({
      clerk: '1001',
      printFails: true,
      pinState: 'none',
      worklist: clocks(1).map((item) => ({ ...item, number: report.number })),
      known: { jobs: jobs.own, reports: errand === 'loss' ? [] : [{ ...report, possible: ['cancel'] }] },
    });
    const early = earlyKeys();
    const heard = heardKeys();
    await clerk.openVisit(zhang);
    await errands[errand]?.(clerk);
    await leave(clerk);
    await nothingOfFirst(clerk, `nobody after ${errand}`);
    await clerk.openVisit(li);
    const before = done(clerk);
    for (const key of taskKeys) {
      // Together with the task's own key: so much too early, however quick the computer is.
      const pressed = Date.now() - lateMs;
      await clerk.press(key);
      await early.hastily(pressed);
      await nothingOfFirst(clerk, `${key} after ${errand}`);
    }
    expect(done(clerk)).toEqual(before);
    // The keys really came late, and held; those that are held back are heard by nobody.
    await early.repeated('y', 1);
    expect(heard.filter(({ late }) => late >= lateMs).length).toBeGreaterThanOrEqual(taskKeys.length * 3);
    expect(heard.filter(({ repeat }) => repeat).length).toBeGreaterThanOrEqual(1);
  },
);

test('a key that bounces, or is held, is no second press', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'li', pinState: 'none' });
  const early = earlyKeys();
  await lossForm(clerk);
  await struckTwice(clerk, early);
  await clerk.press('F4');
  await expect.element(clerk.radio('pin.choice.first')).toHaveFocus();
  await struckTwice(clerk, early);
  expect(done(clerk)).toEqual([]);
});
