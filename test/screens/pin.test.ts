/** The clerk's side of a PIN: keys lead, the holder types elsewhere, and no digit comes here (docs/rules.md 4). */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PinState } from '../../electron/contract/kernel/vocabulary.ts';
import type { Input, TellerVerb } from '../../electron/contract/verbs.ts';
import { refusedWith } from '../../renderer/gallery/fake/fake-state.ts';
import { reports } from '../../renderer/gallery/known.ts';
import type { PinChoice } from '../../renderer/teller/pin/pin-choice.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';

const atCounter = { clerk: '1001', customer: 'zhang' } as const;

/** F4 offers what fits the PIN's state. */
async function isOffered(clerk: Clerk, choice: PinChoice): Promise<void> {
  await expect.element(clerk.radio(`pin.choice.${choice}`)).toHaveFocus();
}

/** The holder is asked to type, after a second press. */
async function ask(clerk: Clerk): Promise<void> {
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.isTold(clerk.t('entry.waiting'));
}

function questions<Verb extends TellerVerb>(clerk: Clerk, verb: Verb): Input<Verb>[] {
  return clerk.program.asked.filter((asked) => asked.verb === verb).map(({ input }) => input as Input<Verb>);
}

async function panelSays(clerk: Clerk, state: PinState): Promise<void> {
  await expect.element(clerk.panel).toMatchTextContent(clerk.t(`panel.pinState.${state}`));
}

async function hasFocus(clerk: Clerk, button: 'pin.again' | 'pin.toForgotten'): Promise<void> {
  await expect.element(clerk.button(button)).toHaveFocus();
}

test.each(languages)('that the holder types, and by which rule an entry is too weak (%s)', async (language) => {
  const clerk = await clerkAt({ ...atCounter, pinState: 'none' }, language);
  const { customerGoesOn } = clerk.program.state;
  await clerk.press('F4');
  await isOffered(clerk, 'first');
  await ask(clerk);
  customerGoesOn({}, true);
  await clerk.isTold(clerk.t('entry.typing'));
  for (const [rule, triesLeft] of [
    ['BIRTH_DATE', 2],
    ['RUN', 1],
  ] as const) {
    customerGoesOn({ fault: { kind: 'weak', rule, triesLeft } });
    await clerk.isWarned(clerk.t('entry.tooWeak', { rule: clerk.t(`entry.weak.${rule}`), left: triesLeft }));
  }
  customerGoesOn({ fault: { kind: 'weak', rule: 'ALL_EQUAL', triesLeft: 0 }, ended: 'tries' });
  await clerk.isWarned(clerk.t('entry.ended.tries'));
  await hasFocus(clerk, 'pin.again');
  await panelSays(clerk, 'none');
});

test.each(languages)('a forgotten one: second person, report, the holder types, the receipt (%s)', async (language) => {
  const clerk = await clerkAt({ ...atCounter, printFails: true }, language);
  const { customerGoesOn } = clerk.program.state;
  await clerk.press('F4');
  await isOffered(clerk, 'change');
  await clerk.press('3', 'Enter');
  await clerk.authorise();
  await clerk.isTold(clerk.t('entry.waiting'));
  await panelSays(clerk, 'void');
  customerGoesOn({ fault: { kind: 'weak', rule: 'PREVIOUS', triesLeft: 2 } });
  await clerk.isWarned(clerk.t('entry.tooWeak', { rule: clerk.t('entry.weak.PREVIOUS'), left: 2 }));
  customerGoesOn({ step: 'repeat', fault: null, ended: 'done' });
  await clerk.isTold(clerk.t('entry.done.reset'));
  await clerk.desk.seesPaper();
  await panelSays(clerk, 'set');
  await clerk.press('Enter');
  const noPrinter = page.getByRole('status').filter({ hasText: clerk.t('statement.noPrinter') });
  await expect.element(noPrinter).toBeVisible();
  expect(questions(clerk, 'loss.report')).toMatchObject([{ object: 'password', second: { clerkCode: '2001' } }]);
  expect(questions(clerk, 'customer.ask')).toMatchObject([{ task: 'reset', second: null, language }]);
  expect(questions(clerk, 'paper.prepare')).toMatchObject([{ kind: 'password-receipt' }]);
});

test('the old one wrong three times: the count in sight, locked, and on with a forgotten one', async () => {
  const clerk = await clerkAt(atCounter);
  const { customerGoesOn } = clerk.program.state;
  await clerk.press('F4');
  await isOffered(clerk, 'change');
  await ask(clerk);
  for (const triesLeft of [2, 1]) {
    customerGoesOn({ fault: { kind: 'wrong', triesLeft } });
    await clerk.isWarned(clerk.t('entry.wrong', { left: triesLeft }));
  }
  // The key that goes on is ready before the window has read anew how things stand.
  const release = clerk.program.holdAnswers(['visit.current', 'loss.outlook', 'loss.worklist', 'approval.list']);
  customerGoesOn({ fault: { kind: 'wrong', triesLeft: 0 }, ended: 'locked' });
  await clerk.isWarned(clerk.t('entry.ended.locked'));
  await hasFocus(clerk, 'pin.toForgotten');
  await clerk.press('Enter');
  await isOffered(clerk, 'forgotten');
  release();
  await panelSays(clerk, 'locked');

  // Nobody is their own second person, a wrong password reports nothing, and the same key goes on.
  await clerk.press('Enter');
  clerk.program.refuseNext('loss.report', { code: 'SECOND_PERSON_SAME', details: { clerkCode: '1001' } });
  await clerk.authorise('1001');
  await clerk.isRefused('SECOND_PERSON_SAME', { clerkCode: '1001' });
  clerk.program.refuseNext('loss.report', { code: 'SECOND_PERSON_FAILED', details: { clerkCode: '2001' } });
  await clerk.authorise();
  await clerk.isRefused('SECOND_PERSON_FAILED', { clerkCode: '2001' });
  await panelSays(clerk, 'locked');
  await clerk.authorise();
  await clerk.isTold(clerk.t('entry.waiting'));
  await clerk.press('Escape');
  await clerk.isWarned(clerk.t('entry.ended.abandoned'));
  await panelSays(clerk, 'void');

  // Interrupted, it is offered to go on, without another report or another second person.
  await clerk.press('F3', 'F4', 'Escape');
  const [report] = clerk.program.state.reports;
  const renewal = { number: report?.number ?? '', date: report?.renewFrom ?? '' };
  await clerk.isTold(clerk.t('pin.continue', renewal));
  await isOffered(clerk, 'forgotten');
  await ask(clerk);
  customerGoesOn({ step: 'repeat', ended: 'done' });
  await clerk.isTold(clerk.t('entry.done.reset'));
  expect(questions(clerk, 'loss.report')).toHaveLength(3);
  expect(clerk.program.state.reports).toHaveLength(1);
});

test('the holder walks away: nothing is changed, and they are asked again with one key', async () => {
  const clerk = await clerkAt({ ...atCounter, pinState: 'none' }, 'en');
  const { customerGoesOn } = clerk.program.state;
  await clerk.press('F4');
  await isOffered(clerk, 'first');
  await ask(clerk);
  customerGoesOn({}, true);
  await clerk.isTold(clerk.t('entry.typing'));
  customerGoesOn({ ended: 'timed-out' });
  await clerk.isWarned(clerk.t('entry.ended.timed-out'));
  await panelSays(clerk, 'none');
  await hasFocus(clerk, 'pin.again');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('entry.waiting'));
  expect(questions(clerk, 'customer.ask').map(({ task }) => task)).toEqual(['first', 'first']);
});

test('where a new one has to wait: the report stands, its form is printed, and asking again is no second report', async () => {
  const date = '2025-02-05';
  const clerk = await clerkAt({
    ...atCounter,
    printFails: true,
    answers: { 'customer.ask': () => refusedWith('PIN_RESET_WAITS', { date }) },
  });
  await clerk.press('F4');
  await isOffered(clerk, 'change');
  await clerk.press('3', 'Enter');
  await clerk.authorise();
  const waits = clerk.refusal('PIN_RESET_WAITS', { date });
  await clerk.isTold(waits);
  await clerk.desk.seesPaper();
  await panelSays(clerk, 'void');
  await clerk.press('Enter');
  const noPrinter = page.getByRole('status').filter({ hasText: clerk.t('statement.noPrinter') });
  await expect.element(noPrinter).toBeVisible();
  await clerk.press('Escape');
  await isOffered(clerk, 'forgotten');
  await expect.element(page.getByText(waits, { exact: true })).not.toBeInTheDocument();
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.isTold(waits);
  await clerk.desk.seesPaper();
  expect(questions(clerk, 'loss.report')).toHaveLength(1);
  expect(questions(clerk, 'customer.ask')).toHaveLength(2);
  for (const paper of questions(clerk, 'paper.prepare')) expect(paper.kind).toBe('loss-form');
});

test('on the day it waited for it goes on, before a second person of that day', async () => {
  const known = { reports: [reports.pin] };
  const clerk = await clerkAt({ ...atCounter, pinState: 'void', known });
  await clerk.press('F4');
  await isOffered(clerk, 'forgotten');
  const renewal = { number: reports.pin.number, date: reports.pin.renewFrom ?? '' };
  await clerk.isTold(clerk.t('pin.continue', renewal));
  clerk.program.refuseNext('customer.ask', { code: 'SECOND_PERSON_REQUIRED', details: {} });
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.authorise();
  await clerk.isTold(clerk.t('entry.waiting'));
  clerk.program.state.customerGoesOn({ step: 'repeat', ended: 'done' });
  await clerk.isTold(clerk.t('entry.done.reset'));
  await clerk.desk.seesPaper();
  await panelSays(clerk, 'set');
  expect(questions(clerk, 'loss.report')).toEqual([]);
  expect(questions(clerk, 'customer.ask').at(-1)).toMatchObject({ task: 'reset', second: { clerkCode: '2001' } });
});
