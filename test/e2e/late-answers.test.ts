/** The ledger may be slow, as while it posts a long file: what a clerk does meanwhile is neither lost nor undone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import { expect, test } from './support/counter-test.ts';
import { firstPassword } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { holdAnswers, holdQuestions, whatIsReadAgain } from './support/held-answers.ts';
import { busiest, endsInX } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';
import { pageWidth } from './support/paper.ts';

/** What is answered later than an answer that was let go has found that one dealt with. */
async function hasBeenAnswered(desk: Desk): Promise<void> {
  await desk.page.evaluate(() => window.medicard.invoke('session.current', {}));
}

test('who has gone on while the visit is being finished is not called back', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  const answer = await holdAnswers(desk.app, ['visit.finish']);
  await desk.press('Control+Enter', 'Alt+C');
  await desk.fill('documentCheck.number', 'S0101');
  await answer();
  await desk.nobodyIsThere();
  await expect(desk.field('documentCheck.number')).toBeFocused();
  await expect(desk.field('documentCheck.number')).toHaveValue('S0101');
});

test('every task and dialog comes with the counter: none is fetched later and takes the focus when it comes', async ({
  desk,
}) => {
  let counterFetched = false;
  const later: string[] = [];
  desk.page.on('requestfinished', (request) => (counterFetched ||= request.url().includes('CounterDesk')));
  desk.page.on('request', (request) => {
    if (counterFetched && request.resourceType() === 'script') later.push(request.url());
  });
  await desk.signIn();
  await desk.openVisit(busiest);
  expect(counterFetched).toBe(true);
  for (const key of ['F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'Alt+Q', 'Alt+C', 'F2']) await desk.press(key);
  await desk.press('Control+K', 'Escape', 'F1', 'Escape', 'Shift+?');
  await expect(desk.page.getByRole('dialog')).toContainText('Ctrl+Enter');
  await desk.press('Escape', 'Control+L');
  await desk.type('demo');
  await expect(desk.field('lock.password')).toHaveValue('demo');
  // What draws a paper takes no keys, and is large.
  expect(later.filter((name) => !/PdfPreview|pdf\.worker/.test(name))).toEqual([]);
});

test('an answer from before the visit does not end it', async ({ desk }) => {
  // Asked as the clerk signs in, when nobody is there yet.
  const answer = await holdAnswers(desk.app, ['visit.current']);
  await desk.signIn();
  await desk.enterCards(busiest);
  await desk.press('Enter');
  await expect(desk.button(desk.t('visit.openStatement'))).toBeFocused();
  await answer();
  await desk.press('Enter');
  await desk.statementShown();
  await expect(desk.counterPanel).toContainText(busiest.name);
});

test('in a list that is read anew, the row gone to keeps the focus', async ({ desk }) => {
  await desk.signIn();
  for (const holder of [busiest, endsInX]) {
    await desk.openVisit(holder);
    await reportFormally(desk);
    await desk.finishVisit();
  }
  await desk.press('F7');
  const rows = desk.page.getByRole('main').getByRole('button', { name: /^L\d{16}/ });
  await expect(rows.first()).toBeFocused();
  await desk.press('F2');
  const answer = await holdAnswers(desk.app, ['loss.worklist']);
  await desk.press('F7', 'ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await answer();
  await hasBeenAnswered(desk);
  await expect(rows.nth(1)).toBeFocused();
});

test('a report asked for before this customer came is not shown to them', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  const number = await reportFormally(desk);
  await desk.finishVisit();
  await desk.press('F6');
  await desk.fill('followUp.number', number);
  await desk.press('Enter');
  await desk.fill('visit.idNumber', busiest.idNumber);
  const answer = await holdAnswers(desk.app, ['loss.find']);
  await desk.press('Enter');
  await desk.openVisit(endsInX);
  await desk.press('F6');
  await expect(desk.field('followUp.number')).toBeFocused();
  await answer();
  await hasBeenAnswered(desk);
  await expect(desk.page.getByRole('main')).not.toContainText(number);
  await expect(desk.field('followUp.number')).toBeFocused();
});

test('the next clerk sees nobody at the counter, and is told nothing of who was there before', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.signOut();
  const answer = await holdAnswers(desk.app, whatIsReadAgain);
  await desk.signIn('2001');
  await desk.nobodyIsThere();
  await answer();
  await hasBeenAnswered(desk);
  await expect(desk.page.getByText(desk.t('panel.ended'))).toHaveCount(0);
});

test('what is saved is the paper last chosen, once it is drawn', async ({ twoDisplayDesk: desk, places }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await firstPassword(desk, '918273');
  await desk.paperShown();
  const prepare = await holdQuestions(desk.app, ['paper.prepare']);
  // The paper that was chosen before is not saved, and the one chosen now is not there yet.
  await desk.press('Alt+P', 'Control+S');
  await prepare();
  await hasBeenAnswered(desk);
  await desk.paperShown();
  expect(readdirSync(places.saved)).toEqual([]);
  await desk.press('Control+S');
  await expect(desk.page.getByRole('status').filter({ hasText: /\.pdf/ })).toBeVisible();
  const [saved = ''] = readdirSync(places.saved);
  // 80 mm, in points.
  expect(pageWidth(join(places.saved, saved))).toBeCloseTo(226.8, 0);
});

const pin = '918273';

test('what a password has become is known as it ends, before anything is read again', async ({
  twoDisplayDesk: desk,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  const choice = (name: WordKey) => desk.page.getByRole('radio', { name: desk.t(name) });
  await holdAnswers(desk.app, whatIsReadAgain);
  await firstPassword(desk, pin);
  await desk.paperShown();
  await desk.press('Escape');
  await expect(choice('password.choice.change')).toBeFocused();
  await desk.press('3');
  await expect(choice('password.choice.forgotten')).toBeChecked();
});

test('what is read late rules out what was chosen before: the choice that fits has the focus', async ({
  twoDisplayDesk: desk,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await firstPassword(desk, pin);
  await desk.paperShown();
  const choice = (name: WordKey) => desk.page.getByRole('radio', { name: desk.t(name) }).first();
  const isChosen = async (name: WordKey): Promise<void> => {
    await expect(choice(name)).toBeFocused();
    await expect(choice(name)).toBeChecked();
  };

  const readAnew = await holdAnswers(desk.app, ['visit.current']);
  await reportFormally(desk);
  await desk.press('Escape');
  await isChosen('loss.object.card');
  await readAnew();
  await isChosen('loss.object.password');

  const readOnceMore = await holdAnswers(desk.app, ['visit.current']);
  await desk.press('Enter');
  await desk.authorise();
  await desk.paperShown();
  await desk.press('F4', 'Escape');
  await isChosen('password.choice.change');
  await readOnceMore();
  await isChosen('password.choice.forgotten');
});
