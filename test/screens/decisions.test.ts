/** A request that was decided calls its asker, wherever they are, until it was seen. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ApprovalRequest } from '../../electron/contract/approvals/approval-views.ts';
import { at, requested } from '../../renderer/gallery/fake/fake-state.ts';
import { reports } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';
import { lossForm } from './loss-desk.ts';

const soon = at(Date.UTC(2025, 1, 3, 4));
const pending = requested({ verb: 'loss.cancel', lossNumber: reports.formal.number, expiresAt: soon });
const approved: ApprovalRequest = { ...pending, state: 'approved', decidedBy: '2001', decidedAt: at(2000) };
const refused: ApprovalRequest = { ...approved, state: 'refused', reason: '持卡人未到场' };
const who = (clerk: Clerk): string => clerk.t('decision.who', { name: '张*', card: '621330******0011' });

function sentence(clerk: Clerk, how: 'approved' | 'refused'): string {
  const what = clerk.t('approvals.verb.loss.cancel');
  const values = { by: '2001', what, who: who(clerk), until: '2025-02-03 12:00', reason: '持卡人未到场', key: 'Alt+G' };
  return clerk.t(`decision.${how}`, values);
}

const marker = (clerk: Clerk) =>
  page.getByRole('navigation', { name: clerk.t('task.label') }).getByRole('button', {
    name: clerk.t('decision.marker', { count: 1 }),
  });

function seenBy(clerk: Clerk): number {
  return clerk.program.asked.filter(({ verb }) => verb === 'approval.seen').length;
}

test.each(languages)(
  'a refusal is told with its reason while the clerk types, and takes neither focus nor text (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', known: { requests: [pending] } }, language);
    await clerk.fill('visit.idNumber', '1101');
    clerk.program.state.requests = [refused];
    await clerk.isTold(sentence(clerk, 'refused'));
    await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
    await expect.element(clerk.field('visit.idNumber')).toHaveValue('1101');
    await expect.element(marker(clerk)).toBeVisible();
    expect(seenBy(clerk)).toBe(0);
    await clerk.press('Alt+g');
    await expect.element(clerk.main).toMatchTextContent(clerk.t('approvals.title'));
    await expect.element(marker(clerk)).not.toBeInTheDocument();
    expect(seenBy(clerk)).toBe(1);
  },
);

test('an approval whose holder is at the counter leads to where it is used', async () => {
  const known = { requests: [approved], reports: [reports.formal] };
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', known });
  await clerk.isTold(sentence(clerk, 'approved'));
  await clerk.press('Alt+g');
  await expect.element(clerk.main).toMatchTextContent(reports.formal.number);
  await expect.element(clerk.main).toMatchTextContent(clerk.t('followUp.title'));
  await expect.element(marker(clerk)).not.toBeInTheDocument();
});

test('the list of what one asked for says what came of it: nothing calls any more', async () => {
  const clerk = await clerkAt({ clerk: '1001', known: { requests: [refused] } });
  await expect.element(marker(clerk)).toBeVisible();
  await clerk.press('F9');
  await expect.element(clerk.main).toMatchTextContent('持卡人未到场');
  await expect.element(marker(clerk)).not.toBeInTheDocument();
  expect(seenBy(clerk)).toBe(1);
});

test('another clerk at the same window is not called', async () => {
  const clerk = await clerkAt({ clerk: '1002', known: { requests: [refused] } });
  await expect.element(page.getByRole('navigation', { name: clerk.t('task.label') })).toBeVisible();
  await clerk.press('F9');
  await expect.element(clerk.main).toMatchTextContent(clerk.t('approvals.title'));
  await expect.element(marker(clerk)).not.toBeInTheDocument();
  expect(seenBy(clerk)).toBe(0);
});

test('an approval that ran out while its clerk was elsewhere leaves the keyboard to who authorises in place', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  const become = (change: Partial<ApprovalRequest>): void => {
    clerk.program.state.requests = clerk.program.state.requests.map((request) => ({ ...request, ...change }));
    clerk.program.emit('ledger.changed', { kinds: ['approvals'] });
  };
  await lossForm(clerk);
  await clerk.press('3', 'Enter');
  await expect.element(clerk.field('second.code')).toHaveFocus();
  await clerk.press('Alt+w');
  become({ state: 'approved', decidedBy: '2001', decidedAt: at(Date.now()) });
  await expect.element(clerk.button('second.use')).toHaveFocus();
  await clerk.press('F2');
  become({ state: 'expired' });
  await clerk.desk.settled();
  await clerk.press('F5');
  await clerk.isTold(clerk.refusal('APPROVAL_EXPIRED'));
  await expect.element(clerk.field('second.code')).toHaveFocus();
});
