/** The ledger may be slow, as while it posts a long file: what a clerk does meanwhile is neither lost nor undone. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { TellerVerb } from '../../electron/contract/verbs.ts';
import { clocks, papers, reports } from '../../renderer/gallery/known.ts';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import { clerkAt, li, zhang, type Clerk } from './clerk.ts';

/** What the clerk's window reads anew after something was done. */
const whatIsReadAgain: readonly TellerVerb[] = ['visit.current', 'loss.outlook', 'loss.worklist', 'approval.list'];

test('who has gone on while the visit is being finished is not called back', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  const answer = clerk.program.holdAnswers(['visit.finish']);
  await clerk.press('Control+Enter', 'Alt+c');
  await clerk.fill('documentCheck.number', 'S0101');
  answer();
  await clerk.desk.settled();
  await clerk.nobodyIsThere();
  await expect.element(clerk.field('documentCheck.number')).toHaveFocus();
  await expect.element(clerk.field('documentCheck.number')).toHaveValue('S0101');
});

test('an answer from before the visit does not end it', async () => {
  const clerk = await clerkAt({});
  // Asked as the clerk signs in, when nobody is there yet.
  const answer = clerk.program.holdAnswers(['visit.current']);
  await clerk.fillAll([
    ['signIn.code', '1001'],
    ['signIn.password', 'demo-1001'],
  ]);
  await clerk.openVisit(zhang);
  answer();
  await clerk.press('Enter');
  await clerk.desk.seesPaper();
  await expect.element(clerk.panel).toMatchTextContent(zhang.name);
});

test('in a list that is read anew, the row gone to keeps the focus', async () => {
  const clerk = await clerkAt({ clerk: '1001', worklist: clocks(2) });
  await clerk.press('F7');
  const rows = clerk.main.getByRole('button', { name: /^L\d+/ });
  await expect.element(rows.first()).toHaveFocus();
  await clerk.press('F2');
  const answer = clerk.program.holdAnswers(['loss.worklist']);
  await clerk.press('F7', 'ArrowDown');
  await expect.element(rows.nth(1)).toHaveFocus();
  answer();
  await clerk.desk.settled();
  await expect.element(rows.nth(1)).toHaveFocus();
});

test('a report asked for before this customer came is not shown to them', async () => {
  const clerk = await clerkAt({ clerk: '1001', known: { reports: [reports.formal] } });
  await clerk.press('F6');
  await clerk.fill('followUp.number', reports.formal.number);
  await clerk.press('Enter');
  await clerk.fill('visit.idNumber', zhang.idNumber);
  const answer = clerk.program.holdAnswers(['loss.find']);
  await clerk.press('Enter');
  await clerk.openVisit(li);
  await clerk.press('F6');
  await expect.element(clerk.field('followUp.number')).toHaveFocus();
  answer();
  await clerk.desk.settled();
  await expect.element(clerk.main).not.toMatchTextContent(reports.formal.number);
  await expect.element(clerk.field('followUp.number')).toHaveFocus();
});

test('the next clerk sees nobody at the counter, and is told nothing of who was there before', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  await clerk.press('Control+l');
  await clerk.pushButton('lock.signOut');
  const answer = clerk.program.holdAnswers(whatIsReadAgain);
  await clerk.fillAll([
    ['signIn.code', '2001'],
    ['signIn.password', 'demo-2001'],
  ]);
  await clerk.nobodyIsThere();
  answer();
  await clerk.desk.settled();
  await expect.element(page.getByText(clerk.t('panel.ended'))).not.toBeInTheDocument();
});

/** The customer sets a first PIN, and it is done. */
async function firstPin(clerk: Clerk): Promise<void> {
  await clerk.press('F4');
  await expect.element(clerk.radio('pin.choice.first')).toHaveFocus();
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.desk.finds('.customer-entry');
  clerk.program.state.customerGoesOn({ step: 'repeat', ended: 'done' });
  await clerk.desk.seesPaper();
}

test('what is saved is the paper last chosen, once it is drawn', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', pinState: 'none' });
  await firstPin(clerk);
  const saved = (): number => clerk.program.asked.filter(({ verb }) => verb === 'document.save').length;
  const prepared = clerk.program.holdAnswers(['paper.prepare']);
  // The paper that was chosen before is not saved, and the one chosen now is not there yet.
  await clerk.press('Alt+p', 'Control+s');
  expect(saved()).toBe(0);
  prepared();
  await clerk.desk.seesPaper();
  expect(saved()).toBe(0);
  await clerk.press('Control+s');
  await expect.poll(saved).toBe(1);
  expect(clerk.program.asked.findLast(({ verb }) => verb === 'paper.prepare')?.input).toMatchObject({ paper: 'slip' });
});

test('what a PIN has become is known as it ends, before anything is read again', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', pinState: 'none' });
  clerk.program.holdAnswers(whatIsReadAgain);
  await firstPin(clerk);
  await clerk.press('Escape');
  await expect.element(clerk.radio('pin.choice.change')).toHaveFocus();
  await clerk.press('3');
  await expect.element(clerk.radio('pin.choice.forgotten')).toBeChecked();
});

test('what is read late rules out what was chosen before: the choice that fits has the focus', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  const isChosen = async (name: WordKey): Promise<void> => {
    await expect.element(clerk.radio(name)).toHaveFocus();
    await expect.element(clerk.radio(name)).toBeChecked();
  };
  const readAnew = clerk.program.holdAnswers(['visit.current']);
  await clerk.press('F5', 'Enter');
  await clerk.confirm();
  await clerk.desk.seesPaper();
  await clerk.press('Escape');
  await isChosen('loss.object.card');
  readAnew();
  await clerk.desk.settled();
  await isChosen('loss.object.password');
  const readOnceMore = clerk.program.holdAnswers(['visit.current']);
  await clerk.press('Enter');
  await clerk.authorise();
  await clerk.desk.seesPaper();
  await clerk.press('F4', 'Escape');
  await isChosen('pin.choice.change');
  readOnceMore();
  await clerk.desk.settled();
  await isChosen('pin.choice.forgotten');
});

test('Ctrl+K finds by pinyin before the office has said its settings', async () => {
  const clerk = await clerkAt({ clerk: '1001' });
  clerk.program.holdAnswers(['setting.show']);
  await clerk.press('Control+k');
  await clerk.type('sdck');
  await clerk.press('Enter');
  await expect.element(clerk.field('lock.password')).toHaveFocus();
});

test('Enter before a paper or a setting is found waits for it, and typing on takes it back', async () => {
  const { documentNumber } = papers[1]!;
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', known: { papers } });
  const listed = clerk.program.holdAnswers(['setting.show']);
  await clerk.press('Control+k');
  await clerk.type('printGate');
  await clerk.press('Enter');
  await clerk.type('printGat');
  listed();
  await clerk.desk.settled();
  await expect.element(clerk.dialog.getByRole('combobox')).toHaveFocus();
  const found = clerk.program.holdAnswers(['paper.find']);
  await clerk.type(documentNumber.slice(-4));
  // The second one is a hand that is not sure of the first.
  await clerk.press('Enter', 'Enter');
  await expect.element(clerk.dialog).toBeVisible();
  found();
  await expect.element(clerk.button('statement.print')).toHaveFocus();
  await clerk.press('Control+k');
  const listedAgain = clerk.program.holdAnswers(['setting.show']);
  await clerk.type('printGate');
  await clerk.press('Enter');
  listedAgain();
  await expect.element(page.getByRole('dialog', { name: clerk.t('setting.title') })).toBeVisible();
});
