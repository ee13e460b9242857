/**
 * Two customers after each other, with keys early, held and doubled: nothing of the first is seen, said, saved or changed
 * with the second.
 */
import { readdirSync } from 'node:fs';
import { echoMs, type EarlyKeys } from '../early-keys.ts';
import { isDrawn } from './support/drawing.ts';
import { expect, test } from './support/counter-test.ts';
import { customerAt, secondDisplay } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { earlyKeysOf, keysHeard } from './support/early-keys.ts';
import { busiest as first, endsInX as second } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';

/** By which the first customer could be known: whole or masked, on the screen or typed. */
interface Marks {
  readonly texts: string[];
}

/** Of the first customer, who stands at the counter. */
async function addMasked(desk: Desk, { texts }: Marks): Promise<void> {
  const masked = await desk.page.evaluate(async () => {
    const visit = await window.medicard.invoke('visit.current', {});
    if (!visit.ok || !visit.value) throw new Error('nobody is at the counter');
    const { idMasked, cardMasked, phoneMasked, accountNumber } = visit.value;
    return [idMasked, cardMasked, phoneMasked, accountNumber];
  });
  texts.push(...masked.filter((text) => !texts.includes(text)));
}

/** All that is in the page, hidden or not, and typed in it. The office's own lists name everybody, and are left out. */
function whatIsThere(desk: Desk): Promise<string> {
  return desk.page.evaluate(() => {
    const typed = Array.from(document.querySelectorAll('input'), ({ value }) => value);
    const page = document.documentElement.cloneNode(true) as HTMLElement;
    for (const list of page.querySelectorAll('table')) list.remove();
    return [page.outerHTML, ...typed].join('\n');
  });
}

async function nothingOfFirst(desk: Desk, { texts }: Marks, where: string): Promise<void> {
  const there = await whatIsThere(desk);
  for (const text of texts) expect(there.includes(text), `${text} in ${where}`).toBe(false);
}

/** What was done to somebody's books and papers by now. */
function doneFor(desk: Desk): Promise<unknown> {
  return desk.page.evaluate(async () => {
    const visit = await window.medicard.invoke('visit.current', {});
    if (!visit.ok || !visit.value) throw new Error('nobody is at the counter');
    const { visitId, pinState, telephonePasswordSet, unprinted, cardLoss } = visit.value;
    const reports = await window.medicard.invoke('loss.ofVisit', { visitId });
    return { pinState, telephonePasswordSet, unprinted, cardLoss, reports };
  });
}

/** What the first customer comes for; it leaves something in the task. Every pair of tasks is in test/screens. */
const errands: readonly { readonly task: string; readonly run: (desk: Desk, marks: Marks) => Promise<void> }[] = [
  {
    task: 'statement',
    run: async (desk) => {
      await desk.openStatement();
      await desk.press('2');
      await desk.statementShown();
      await desk.press('Enter');
      const told = desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') });
      await expect(told).toBeVisible();
    },
  },
  {
    task: 'pin',
    run: async (desk) => {
      await desk.press('F4');
      await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.first') })).toBeFocused();
      await desk.press('4', 'Enter');
      await desk.confirm();
      await (await customerAt(desk)).isAsked('new');
    },
  },
  {
    task: 'loss',
    run: async (desk, { texts }) => {
      texts.push(await reportFormally(desk));
    },
  },
];

const taskKeys = ['F3', 'F4', 'F5', 'F6'];

/** Keys that were pressed before the task was there and come when it is drawn, and one that is held down. */
async function hastily(desk: Desk, early: EarlyKeys, taskKey: string): Promise<void> {
  const before = Date.now();
  await desk.press(taskKey);
  await isDrawn(desk.page);
  await early.hastily(before);
  await isDrawn(desk.page);
}

async function struckTwice(desk: Desk, early: EarlyKeys): Promise<void> {
  const first = Date.now();
  await desk.press('Enter');
  await expect(desk.finalAct.getByRole('button').first()).toBeFocused();
  await early.pressed('Enter', first + echoMs);
  await early.repeated('Enter', 3);
  await expect(desk.finalAct).toBeVisible();
  await desk.press('Escape');
  await expect(desk.finalAct).toBeHidden();
}

async function secondIsServed(desk: Desk, early: EarlyKeys, marks: Marks, after: string): Promise<void> {
  for (const key of taskKeys) {
    await hastily(desk, early, key);
    await nothingOfFirst(desk, marks, `${key} after ${after}`);
  }
  await desk.press('F5');
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await struckTwice(desk, early);
}

test('what the first customer came for is nowhere with the second, on screen, on paper or in the books', async ({
  office,
  places,
  start,
}) => {
  const desk = await start({ displays: [secondDisplay] });
  await desk.signIn();
  const early = await earlyKeysOf(desk);
  const marks: Marks = { texts: [first.name, first.idNumber, first.card, first.phone] };
  let untouched: unknown = null;
  for (const { task, run } of errands) {
    await desk.openVisit(first);
    await addMasked(desk, marks);
    await run(desk, marks);
    await desk.finishVisit();
    await nothingOfFirst(desk, marks, `nobody after ${task}`);
    await desk.openVisit(second);
    untouched ??= await doneFor(desk);
    await secondIsServed(desk, early, marks, task);
    expect(await doneFor(desk), task).toEqual(untouched);
    await desk.finishVisit();
  }
  // The keys really came late, and held; those that are held back are heard by nobody.
  await early.repeated('y', 1);
  const heard = await keysHeard(desk, 20);
  expect(heard.late).toBeGreaterThanOrEqual(errands.length * taskKeys.length * 3);
  expect(heard.held).toBeGreaterThanOrEqual(1);
  expect(readdirSync(places.saved)).toEqual([]);
  await desk.app.close();
  const done = (await auditRecord(office)).filter(({ outcome }) => outcome === 'done').map(({ verb }) => verb);
  const times = (verb: string): number => done.filter((one) => one === verb).length;
  expect({ reports: times('loss.report'), cancelled: times('loss.cancel') }).toEqual({ reports: 1, cancelled: 0 });
  expect({ saved: times('document.save'), decided: times('approval.decide') }).toEqual({ saved: 0, decided: 0 });
  expect(await brokenChecks(office)).toEqual([]);
});
