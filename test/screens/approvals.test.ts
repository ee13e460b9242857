/** What waits for a second person: who may decide on what (docs/rules.md 5). */
import { expect, test } from 'vitest';
import type { Locator } from 'vitest/browser';
import { requested, type ClerkCode } from '../../renderer/gallery/fake/fake-state.ts';
import { clerkAt, type Clerk } from './clerk.ts';

/** A supervisor's, in the order of the list. */
const own = { verb: 'loss.report', askedBy: '2001' } as const;
const requests = [
  requested({ requestId: 'waiting', ...own }),
  requested({ requestId: 'expired', ...own, state: 'expired' }),
];

/** At the list, with the focus on the request that waits. */
async function listOf(code: ClerkCode): Promise<Clerk> {
  const clerk = await clerkAt({ clerk: code, known: { requests } });
  await clerk.press('F9');
  await isAt(clerk, 0);
  for (const state of ['pending', 'expired'] as const) await clerk.isTold(clerk.t(`approvals.states.${state}`));
  return clerk;
}

async function isAt(clerk: Clerk, row: number): Promise<void> {
  await expect.element(clerk.main.getByRole('row').getByRole('button').nth(row)).toHaveFocus();
}

function approve(clerk: Clerk): Locator {
  return clerk.main.getByRole('button', { name: clerk.t('approvals.approve'), exact: true });
}

/** Neither by a button nor by its key. */
async function mayNotApprove(clerk: Clerk): Promise<void> {
  await expect.element(approve(clerk)).not.toBeInTheDocument();
  await clerk.press('Alt+y');
  await expect.element(approve(clerk)).not.toBeInTheDocument();
}

function decisions(clerk: Clerk): unknown[] {
  return clerk.program.asked.filter(({ verb }) => verb === 'approval.decide').map(({ input }) => input);
}

test('nobody decides on what they asked for', async () => {
  const clerk = await listOf('2001');
  await mayNotApprove(clerk);
  await clerk.press('ArrowDown');
  await isAt(clerk, 1);
  await mayNotApprove(clerk);
  expect(decisions(clerk)).toEqual([]);
});

test('somebody else decides on what waits, and on nothing that has expired', async () => {
  const clerk = await listOf('9001');
  await expect.element(approve(clerk)).toBeVisible();
  await clerk.press('ArrowDown');
  await isAt(clerk, 1);
  await mayNotApprove(clerk);
  await clerk.press('ArrowUp');
  await isAt(clerk, 0);
  expect(decisions(clerk)).toEqual([]);
  await clerk.press('Alt+y');
  await clerk.confirm();
  await clerk.isTold(clerk.t('approvals.done.approve'));
  expect(decisions(clerk)).toMatchObject([{ requestId: 'waiting', decision: 'approve' }]);
});
