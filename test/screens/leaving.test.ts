/** A customer and a session are left after a question when something is unfinished, else at once. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { reports } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';
import { customerIs, reportFormally } from './loss-desk.ts';

function question(clerk: Clerk) {
  return page.getByRole('region', { name: clerk.t('secondPress.title') });
}

async function isAsked(clerk: Clerk, how: 'finish' | 'signOut'): Promise<void> {
  const what = clerk.t('leaving.what.papers', { n: 1 });
  await expect.element(question(clerk)).toMatchTextContent(clerk.t(`leaving.asked.${how}`, { what, code: '1001' }));
}

async function stays(clerk: Clerk): Promise<void> {
  await clerk.press('Escape');
  await expect.element(question(clerk)).not.toBeInTheDocument();
}

test.each(languages)(
  'a form that was not printed keeps customer and session, locked or not, until somebody says so (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' }, language);
    await reportFormally(clerk);
    await clerk.press('Control+Enter');
    await isAsked(clerk, 'finish');
    await stays(clerk);
    await expect.element(clerk.panel).toMatchTextContent(zhang.name);

    await clerk.press('Control+k');
    await expect.element(page.getByRole('combobox', { name: clerk.t('palette.title') })).toHaveFocus();
    await clerk.type(clerk.t('header.signOut'));
    await clerk.press('Enter');
    await isAsked(clerk, 'signOut');
    await stays(clerk);
    await expect.element(clerk.panel).toMatchTextContent(zhang.name);

    // From under the lock, too, and without a word about who was there.
    await clerk.press('Control+l');
    await expect.element(clerk.field('lock.password')).toHaveFocus();
    await clerk.pushButton('lock.signOut');
    await isAsked(clerk, 'signOut');
    await expect.element(question(clerk)).not.toMatchTextContent(zhang.name);
    expect(clerk.program.asked.some(({ verb }) => verb === 'visit.finish' || verb === 'session.signOut')).toBe(false);
    await clerk.confirm();
    await expect.element(clerk.field('signIn.code')).toHaveFocus();
    await clerk.desk.asks('session.signOut');
  },
);

test.each(languages)(
  'a report that its holder calls wrong is told instead of its form, until it is taken back (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' }, language);
    await reportFormally(clerk);
    await clerk.press('Alt+h');
    await clerk.desk.asks('customer.ask');
    await customerIs(clerk, { ended: 'cancelled' });
    await clerk.isTold(clerk.t('followUp.declined'));
    await clerk.press('Control+Enter');
    const what = clerk.t('leaving.what.declined', { n: 1 });
    await expect.element(question(clerk)).toMatchTextContent(clerk.t('leaving.asked.finish', { what }));
    await stays(clerk);
    await expect.element(page.getByRole('textbox', { name: clerk.t('followUp.takeBackReason') })).toHaveFocus();
    await clerk.press('Enter');
    await clerk.authorise();
    await clerk.desk.seesPaper();
    await clerk.press('Enter', 'Control+Enter');
    await clerk.nobodyIsThere();
  },
);

test.each(languages)(
  'a window that was loaded anew knows from the books that the holder called a report wrong (%s)',
  async (language) => {
    const known = { reports: [reports.formal], calledWrong: [reports.formal.number] };
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', known }, language);
    await clerk.press('Control+Enter');
    const what = clerk.t('leaving.what.declined', { n: 1 });
    await expect.element(question(clerk)).toMatchTextContent(clerk.t('leaving.asked.finish', { what }));
    await stays(clerk);
    await clerk.press('F6');
    await clerk.isWarned(clerk.t('followUp.declined'));
    await clerk.press('7');
    await clerk.fill('followUp.takeBackReason', '持卡人核对后表示挂失内容有误');
    await clerk.press('Enter');
    await clerk.authorise();
    await clerk.desk.seesPaper();
    await clerk.press('Enter', 'Control+Enter');
    await clerk.nobodyIsThere();
  },
);

test('a customer who is being asked is not left by one press; with nothing unfinished one is enough', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', pinState: 'none' });
  await clerk.press('F4');
  await expect.element(clerk.radio('pin.choice.first')).toHaveFocus();
  await clerk.press('Enter');
  await clerk.confirm();
  await customerIs(clerk, {});
  await clerk.press('Control+Enter');
  await expect.element(question(clerk)).toMatchTextContent(clerk.t('leaving.what.typing'));
  await stays(clerk);
  await expect.element(page.getByRole('status').filter({ hasText: clerk.t('entry.waiting') })).toBeVisible();
  await customerIs(clerk, { ended: 'timed-out' });
  await clerk.press('Control+Enter');
  await clerk.nobodyIsThere();
});
