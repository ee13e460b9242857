/** The loss task as the clerk goes through it, for tests of what comes after. */
import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The number of the report that has just been made, as the screen says it. */
export async function reportNumber(desk: Desk): Promise<string> {
  const result = desk.page.getByRole('region', { name: desk.t('loss.reported') });
  await expect(result).toBeVisible();
  const [number = ''] = /L\d{16}[0-9A-Z]/.exec(await result.innerText()) ?? [];
  expect(number).not.toBe('');
  return number;
}

/** Reports the card of whoever is at the counter lost in writing, and answers the number. */
export async function reportFormally(desk: Desk): Promise<string> {
  await desk.press('F5');
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  await desk.paperShown();
  return reportNumber(desk);
}
