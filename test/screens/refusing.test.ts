/** A supervisor who refuses gives a reason: none or a short one is held at its field, and nothing that stood there is lost. */
import { expect, test } from 'vitest';
import { approvalVerbSchema } from '../../electron/contract/kernel/vocabulary.ts';
import type { TellerVerb } from '../../electron/contract/verbs.ts';
import { requested } from '../../renderer/gallery/fake/fake-state.ts';
import { takeFile } from '../../renderer/gallery/screens/month-end.ts';
import { acts } from './acts-of-tasks.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';
import { times } from './last-press.ts';

/** Too little to go on record. */
const NO_REASONS = ['', '   ', '否'];

/** In the field of the reason, which has the focus. */
async function isHeld(clerk: Clerk, verb: TellerVerb): Promise<void> {
  for (const reason of NO_REASONS) {
    await clerk.fill('second.reason', reason);
    await clerk.press('Enter');
    await clerk.isTold(clerk.refusal('REASON_REQUIRED'));
    await expect.element(clerk.field('second.reason')).toHaveFocus();
    await expect.element(clerk.field('second.reason')).toHaveValue(reason);
  }
  expect(times(clerk, verb)).toBe(0);
}

test.each(approvalVerbSchema.options.flatMap((verb) => languages.map((language) => [verb, language] as const)))(
  'in the queue: %s (%s)',
  async (verb, language) => {
    const requests = [requested({ verb, askedBy: '1001' })];
    const clerk = await clerkAt({ clerk: '2001', known: { requests } }, language);
    await clerk.press('F9');
    await expect.element(clerk.main.getByRole('row').getByRole('button').first()).toHaveFocus();
    await clerk.press('Alt+n');
    await isHeld(clerk, 'approval.decide');
    await clerk.fill('second.reason', '持卡人未到场');
    await clerk.press('Enter');
    await clerk.confirm();
    await clerk.isTold(clerk.t('approvals.done.refuse'));
    const decided = clerk.program.asked.find((asked) => asked.verb === 'approval.decide');
    expect(decided?.input).toMatchObject({ decision: 'refuse', reason: '持卡人未到场' });
  },
);

test.each(languages)('in place, of a file: who refuses and the file stay as they were (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001' }, language);
  await takeFile(clerk.desk);
  await clerk.fill('second.code', '2001');
  await clerk.press('Tab');
  await clerk.fill('second.password', 'demo-2001');
  await clerk.pushButton('second.refuse');
  await isHeld(clerk, 'file.refuse');
  await expect.element(clerk.field('second.code')).toHaveValue('2001');
  await expect.element(clerk.field('second.password')).toHaveValue('demo-2001');
  // By the button too, and back to a yes without a trace of the no.
  await clerk.pushButton('second.refuseSubmit');
  await clerk.isTold(clerk.refusal('REASON_REQUIRED'));
  expect(times(clerk, 'file.refuse')).toBe(0);
  await clerk.fill('second.reason', '合计与通知单不符');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('monthEnd.refusedDone'));
  const refused = clerk.program.asked.find((asked) => asked.verb === 'file.refuse');
  expect(refused?.input).toMatchObject({ reason: '合计与通知单不符', authorisation: { clerkCode: '2001' } });
});

/** Of these a no in place is that nobody authorises: Esc leads back, and the request can go to the queue. */
const WITHOUT_A_NO = Object.entries(acts).filter(([name]) =>
  ['card and PIN reported lost', 'a forgotten PIN reported lost', 'a new card', 'a report taken back'].includes(name),
);

test.each(WITHOUT_A_NO)(
  'in place, of %s: without an authorisation nothing happens, and what was entered stays',
  async (_act, { reach, verb, program }) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', ...program });
    await reach(clerk);
    await expect.element(clerk.button('second.refuse')).not.toBeInTheDocument();
    const typed = () =>
      Array.from(document.querySelectorAll('input'), ({ value, type }) => (type === 'text' ? value : ''));
    const before = typed().filter((value) => value !== '' && value !== '2001');
    await clerk.fill('second.password', '');
    await clerk.press('Enter');
    await clerk.isTold(clerk.t('common.required'));
    expect(times(clerk, verb)).toBe(0);
    expect(typed()).toEqual(expect.arrayContaining(before));
  },
);
