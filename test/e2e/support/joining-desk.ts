/** A computer on which nothing is set up joins an office server at its first run. */
import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

/** Address and code by hand; what it has become is on the screen then. */
export async function joins(desk: Desk, address: string, code: string): Promise<void> {
  await expect(desk.heading('firstRun.title')).toBeVisible();
  await desk.press('3');
  await desk.fill('joinOffice.address', address);
  await desk.press('Enter');
  await desk.fill('joinOffice.code', code);
  await desk.press('Enter');
  await expect(desk.heading('joinOffice.joinedTitle')).toBeVisible();
}
