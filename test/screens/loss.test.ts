/** F5: what a report will do is said before, its number after; the holder reads it; by telephone there is less of it. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ok } from '../../renderer/gallery/fake/fake-state.ts';
import { reports } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';
import { customerIs, lossForm, reportFormally, reportNumber } from './loss-desk.ts';

/** What the clerk's window reads anew after something was done. */
const whatIsReadAgain = ['visit.current', 'loss.outlook', 'loss.worklist', 'approval.list'] as const;

function timesAsked(clerk: Clerk, verb: string): number {
  return clerk.program.asked.filter((asked) => asked.verb === verb).length;
}

test.each(languages)('a lost card, from a visit without it to the printed form (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001', printFails: true }, language);
  await clerk.press('Alt+k');
  await clerk.fillAll([
    ['visit.idNumber', zhang.idNumber],
    ['visit.name', zhang.name],
    ['visit.phone', '13812345678'],
  ]);
  await clerk.press('1', 'Enter');
  await expect.element(clerk.main.getByRole('button').first()).toHaveFocus();
  await clerk.press('Enter');
  await expect.element(clerk.main.getByRole('status').filter({ hasText: '2025-02-10' })).toBeVisible();
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.desk.seesPaper();
  const number = await reportNumber(clerk);
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.cardLost.formal', { number }));
  await clerk.press('Enter');
  await expect.element(page.getByRole('status').filter({ hasText: clerk.t('statement.noPrinter') })).toBeVisible();
});

test('an oral report made twice is one; a time that is none, or lies ahead, leads back to its field', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  await lossForm(clerk);
  await clerk.press('5');
  await expect.element(clerk.main.getByRole('status').filter({ hasText: '2025-02-08 24' })).toBeVisible();
  await clerk.tabTo(clerk.field('loss.from'));
  await clerk.type('yesterday');
  await clerk.isTold(clerk.t('loss.sinceWrong'));
  await clerk.press('Enter');
  await expect.element(clerk.field('loss.from')).toHaveFocus();
  expect(timesAsked(clerk, 'loss.report')).toBe(0);
  await clerk.type('20250204 1000');
  await clerk.press('Enter');
  const ahead = { now: '2025-02-03 10:12:30' };
  clerk.program.refuseNext('loss.report', { code: 'LOSS_TIME_INVALID', details: ahead });
  await clerk.confirm();
  await clerk.isRefused('LOSS_TIME_INVALID', ahead);
  await clerk.fill('loss.from', '20250130 0815');
  await clerk.isTold(clerk.t('loss.since', { at: '2025-01-30 08:15' }));
  await clerk.press('Enter');
  const answer = clerk.program.holdAnswers(['loss.report']);
  await clerk.confirm();
  await clerk.press('Enter', 'Enter');
  answer();
  const number = await reportNumber(clerk);
  expect(timesAsked(clerk, 'loss.report')).toBe(2);
  await clerk.isTold('2025-01-30 08:15');
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.cardLost.oral', { number }));
});

test.each(languages)(
  'an oral report is said to supersede the one before, a written one to confirm it (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', known: { reports: [reports.oral] } }, language);
    await lossForm(clerk);
    const { number } = reports.oral;
    await clerk.press('5');
    await expect.element(clerk.main).toMatchTextContent(clerk.t('loss.outlook.supersedes', { number }));
    await clerk.press('Enter');
    // The next key has its place before the window has read anew how things stand.
    const readAgain = clerk.program.holdAnswers(whatIsReadAgain);
    await clerk.confirm();
    const reported = page.getByRole('region', { name: clerk.t('loss.reported') });
    await expect.element(reported.getByRole('button', { name: clerk.t('task.followUp') })).toHaveFocus();
    readAgain();
    const second = await reportNumber(clerk);
    await expect.element(clerk.panel).toMatchTextContent(second);
    await clerk.press('Escape', '4');
    await expect.element(clerk.main).toMatchTextContent(clerk.t('loss.outlook.confirms', { number: second }));
    await clerk.press('Enter');
    await clerk.confirm();
    await clerk.desk.seesPaper();
    expect(await clerk.desk.asks('loss.report')).toMatchObject({ input: { kind: 'formal', object: 'card' } });
  },
);

test.each(languages)('with everything reported already, the window says under which number (%s)', async (language) => {
  const { number } = reports.formal;
  const known = { reports: [reports.formal, reports.pin] };
  const cardLoss = { number, kind: 'formal' } as const;
  const clerk = await clerkAt(
    { clerk: '1001', customer: 'zhang', pinState: 'void', known, visit: { cardLoss } },
    language,
  );
  clerk.program.refuseNext('loss.report', { code: 'LOSS_ALREADY_REPORTED', details: { number } });
  await clerk.press('F5');
  await expect.element(clerk.main.getByRole('button', { name: clerk.t('loss.report') })).toHaveFocus();
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.isRefused('LOSS_ALREADY_REPORTED', { number });
});

test.each(languages)(
  'the holder is asked to read it, does not answer, is asked again, and says yes (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' }, language);
    const number = await reportFormally(clerk);
    await clerk.press('F1');
    await expect.element(clerk.dialog).toMatchTextContent('Alt+H');
    await clerk.press('Escape', 'Alt+h');
    await expect.element(page.getByRole('status').filter({ hasText: clerk.t('entry.waiting') })).toBeVisible();
    expect(await clerk.desk.asks('customer.ask')).toMatchObject({ input: { task: 'acknowledge', lossNumber: number } });
    await customerIs(clerk, { ended: 'timed-out' });
    await clerk.isTold(clerk.t('entry.ended.timed-out'));
    await clerk.press('Alt+h');
    await expect.element(page.getByRole('status').filter({ hasText: clerk.t('entry.waiting') })).toBeVisible();
    expect(timesAsked(clerk, 'customer.ask')).toBe(2);
    await customerIs(clerk, { ended: 'done' });
    await clerk.isTold(clerk.t('entry.done.acknowledge'));
    // Said once, it is said.
    await expect.element(clerk.button('loss.askHolder')).not.toBeInTheDocument();
  },
);

test.each(languages)(
  'the holder says no: straight to taking it back, and nothing is printed (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' }, language);
    const number = await reportFormally(clerk);
    await clerk.press('Alt+h');
    await clerk.desk.asks('customer.ask');
    await customerIs(clerk, { ended: 'cancelled' });
    await clerk.isTold(clerk.t('followUp.declined'));
    const reason = page.getByRole('textbox', { name: clerk.t('followUp.takeBackReason') });
    await expect.element(reason).toHaveFocus();
    await expect.element(reason).toHaveValue(clerk.t('followUp.takeBackReasons.holder-says-no'));
    expect(timesAsked(clerk, 'document.print')).toBe(0);
    await clerk.press('Enter');
    await clerk.authorise();
    await clerk.isTold(clerk.t('followUp.done.take-back'));
    await clerk.desk.seesPaper();
    expect(await clerk.desk.asks('loss.takeBack')).toMatchObject({
      input: { number, reason: clerk.t('followUp.takeBackReasons.holder-says-no'), second: { clerkCode: '2001' } },
    });
    // The loss task has nothing of it any more.
    await clerk.press('F5');
    await expect.element(page.getByRole('group', { name: clerk.t('loss.what') })).toBeVisible();
  },
);

test.each(languages)('where it is too late, the no leads to cancelling (%s)', async (language) => {
  const late = { ...reports.formal, possible: ['cancel' as const, 'add-reference' as const] };
  const clerk = await clerkAt(
    { clerk: '1001', customer: 'zhang', answers: { 'loss.report': () => ok(late) }, known: { reports: [] } },
    language,
  );
  await reportFormally(clerk);
  clerk.program.state.reports = [late];
  await clerk.press('Alt+h');
  await clerk.desk.asks('customer.ask');
  await customerIs(clerk, { ended: 'cancelled' });
  await clerk.isTold(clerk.t('followUp.declinedLate'));
  await expect.element(clerk.button('followUp.act.cancel')).toHaveFocus();
});

const telephonePassword = '731942';

async function callerSays(clerk: Clerk, ...password: string[]): Promise<void> {
  await clerk.fillAll([
    ['visit.idNumber', zhang.idNumber],
    ['visit.name', zhang.name],
    ['visit.phone', '13812345678'],
    ...password.map((typed) => ['telephone.password', typed] as const),
  ]);
}

test.each(languages)('by telephone: an oral report without a password, the balance after it (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001' }, language);
  await clerk.press('F5', 'Alt+t');
  expect(document.querySelector('input[type=password]')).toBeNull();
  await callerSays(clerk);
  const release = clerk.program.holdAnswers(whatIsReadAgain);
  await clerk.confirm();
  await reportNumber(clerk);
  await expect.element(page.getByText(clerk.t('telephone.onlyNumber'))).toBeVisible();
  await clerk.press('Escape');
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  release();
  await clerk.desk.settled();
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await clerk.press('Shift+Tab', 'ArrowRight');
  await expect.element(clerk.radio('telephone.balance')).toBeChecked();
  await clerk.press('Tab');
  await callerSays(clerk, '111111');
  await clerk.isRefused('TELEPHONE_PASSWORD_WRONG', { left: 2 });
  await expect.element(clerk.field('telephone.password')).toHaveFocus();
  await clerk.fill('telephone.password', telephonePassword);
  await clerk.press('Enter');
  await expect.element(page.getByText('1,234.56')).toBeVisible();
  await clerk.nobodyIsThere();
});

test('a telephone password that was typed is not kept for a report, which takes none', async () => {
  const clerk = await clerkAt();
  await clerk.press('F5', 'Alt+t');
  await clerk.radio('telephone.balance').click();
  await clerk.field('telephone.password').fill(telephonePassword);
  await clerk.radio('telephone.report').click();
  await clerk.radio('telephone.balance').click();
  await expect.element(clerk.field('telephone.password')).toHaveValue('');
});

test('by telephone: a report made already is told, and nothing else of the caller', async () => {
  const [code, details] = ['LOSS_ALREADY_REPORTED', { number: reports.formal.number }] as const;
  const clerk = await clerkAt();
  await clerk.press('F5', 'Alt+t');
  clerk.program.refuseNext('loss.reportByTelephone', { code, details });
  await callerSays(clerk);
  await clerk.confirm();
  await clerk.isRefused(code, details);
  await clerk.nobodyIsThere();
});
