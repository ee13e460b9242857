/** The loss task as the clerk goes through it, and the holder's part at their own window. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { PinTask } from '../../electron/contract/loss/loss-views.ts';
import type { Clerk } from './clerk.ts';

/** The number of the report that has just been made, as the screen says it. */
export async function reportNumber(clerk: Clerk): Promise<string> {
  const result = page.getByRole('region', { name: clerk.t('loss.reported') });
  await expect.element(result).toMatchTextContent(/L\d{16}[0-9A-Z]/);
  return /L\d{16}[0-9A-Z]/.exec(result.element().textContent)?.[0] ?? '';
}

/** F5, with what can be lost in sight. */
export async function lossForm(clerk: Clerk): Promise<void> {
  await clerk.press('F5');
  await expect.element(clerk.radio('loss.object.card')).toHaveFocus();
}

/** Reports the card of whoever is at the counter lost in writing, and answers the number. */
export async function reportFormally(clerk: Clerk): Promise<string> {
  await lossForm(clerk);
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.desk.seesPaper();
  return reportNumber(clerk);
}

/** What was last asked at the customer's window has come so far. */
export async function customerIs(clerk: Clerk, far: Partial<PinTask>): Promise<void> {
  await clerk.desk.finds('.customer-entry');
  const { task } = clerk.program.state;
  if (!task) throw new Error('nothing is asked at the customer’s window');
  clerk.program.emit('customer.progress', { task: { ...task, ...far } });
  await clerk.desk.settled();
}
