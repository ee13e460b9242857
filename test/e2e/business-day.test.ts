/** A clock that is behind the books: the window says so, and a supervisor decides. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { businessDate, type Instant } from '../../electron/contract/kernel/dates.ts';
import { advanceTo } from '../../electron/ledger/day/days.ts';
import { expect, test } from './support/counter-test.ts';
import { OPERATOR, throughDoor, type PreparedOffice } from './support/demo-office.ts';
import type { ProgramPlaces } from './support/program.ts';

/** Empty, by the calendar, open since the first day of 2024, with the demo office's clerks. */
async function calendarOffice(places: ProgramPlaces): Promise<PreparedOffice> {
  const key = { officeId: randomUUID(), dataKey: randomBytes(32).toString('hex') };
  const office = { folder: places.data, keysFolder: places.keys, ...key };
  mkdirSync(places.keys, { recursive: true, mode: 0o700 });
  writeFileSync(join(places.keys, `${office.officeId}.key`), `${office.dataKey}\n`, { mode: 0o600 });
  const input = { ...demoOffice, demoFolder: null };
  const request = { verb: 'office.create', input, sessionToken: null, ...OPERATOR } as const;
  await throughDoor(office, async (door) => expect((await door.answer(request)).reply.ok).toBe(true));
  return office;
}

const passwordOf = (code: string): string => demoOffice.clerks.find((clerk) => clerk.code === code)!.password;

test('a clock behind the last entry: work waits, and a supervisor decides with a reason', async ({ places, start }) => {
  const office = await calendarOffice(places);
  const tomorrow = (): Instant => (Date.now() + 24 * 3_600_000) as Instant;
  await throughDoor(office, ({ ledger }) => advanceTo(ledger, businessDate('2024-01-02'), '2001'), tomorrow);
  const desk = await start();
  await expect(desk.page.getByRole('status').filter({ hasText: desk.t('clock.decide') })).toBeVisible();
  await desk.enterCredentials('1001', passwordOf('1001'));
  await expect(desk.page.getByRole('alert')).toContainText('暂停办理');
  await desk.pushButton(desk.t('clock.decide'));
  await desk.fill('clock.code', '2001');
  await desk.press('Enter');
  await desk.fill('clock.password', passwordOf('2001'));
  await desk.press('Enter');
  await desk.fill('clock.reason', 'x');
  await desk.press('Enter');
  await desk.isRefused('REASON_REQUIRED');
  await desk.fill('clock.reason', '时钟曾快一天');
  await desk.press('Enter');
  await desk.fill('clock.password', passwordOf('2001'));
  await desk.press('Enter');
  await expect(desk.button(desk.t('clock.decide'))).toHaveCount(0);
  await desk.tabTo(desk.field('signIn.password'));
  await desk.fill('signIn.password', passwordOf('1001'));
  await desk.press('Enter');
  await expect(desk.page.getByRole('banner')).toContainText('2024-01-02');
});
