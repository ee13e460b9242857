/** F10 on the ledger itself: a clerk's till and the office's day end, by keyboard to the report, every figure from the books. */
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { addDays, businessDate, localTime, type Instant } from '../../electron/contract/kernel/dates.ts';
import { fen, yuanGrouped } from '../../electron/contract/kernel/money.ts';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import { OPERATOR, throughDoor, type PreparedOffice } from './support/demo-office.ts';
import { busiest } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { pdfText } from './support/paper.ts';
import type { ProgramPlaces } from './support/program.ts';

/** The sums that the books come to, entry by entry. */
function sums(office: PreparedOffice) {
  return throughDoor(office, ({ ledger }) =>
    ledger.books.read(async ({ sql }) => ({
      holders: sql.values<[], number>('SELECT sum(amount_fen) FROM entry').get() ?? 0,
      clearing:
        sql.values<[], number>("SELECT sum(amount_fen) FROM control_line WHERE control = 'fund-clearing'").get() ?? 0,
      visits: sql
        .values<[], number>(
          "SELECT count(*) FROM audit WHERE verb = 'visit.open' AND business_date = '2025-01-31' AND outcome = 'done'",
        )
        .get(),
    })),
  );
}

test('a clerk closes the till, the supervisor the office, and the report says what the books say', async ({
  desk,
  office,
  places,
}) => {
  await desk.signIn('1001');
  await desk.openVisit(busiest);
  await desk.press('F10');
  await desk.fill('dayEnd.till.counted', '0.00');
  await desk.press('Enter');
  await desk.confirm();
  await desk.isRefused('TILL_VISIT_OPEN', { clerkCode: '1001', name: '王敏' });
  await desk.press('F2');
  await desk.finishVisit();
  await desk.press('F10');
  await desk.fill('dayEnd.till.counted', '1.50');
  await desk.press('Enter');
  await desk.fill('dayEnd.till.reason', '多出现金，待查');
  await desk.press('Enter');
  await desk.confirm();
  await desk.isTold(desk.t('dayEnd.till.done'));

  await desk.signOut();
  await desk.useLanguage('en');
  await desk.signIn('2001');
  await desk.press('F10');
  await expect(desk.button(desk.t('dayEnd.close'))).toBeVisible();
  await desk.press('Alt+Y');
  await desk.confirm();
  await desk.isTold(desk.t('dayEnd.done', { count: 1, next: '2025-02-05' }));
  await expect(desk.page.getByRole('banner')).toContainText('2025-02-05');
  await desk.press('Control+S');
  const file = 'day-end-0101-2025-01-31.pdf';
  await desk.isTold(desk.t('dayEnd.reported.file', { fileName: file }));
  const paper = pdfText(join(places.saved, file));

  await desk.app.close();
  const { holders, clearing, visits } = await sums(office);
  for (const told of [yuanGrouped(fen(holders)), yuanGrouped(fen(clearing)), '2025-02-05', '1.50', '多出现金']) {
    expect(paper).toContain(told);
  }
  expect(paper).toMatch(new RegExp(`1001 王敏\\s+已轧账 closed\\s+${visits}\\s`));
  const closed = (await auditRecord(office)).filter(({ verb, outcome }) => verb === 'day.close' && outcome === 'done');
  expect(paper).toContain(String(closed.at(-1)?.details['report']));
  expect(await brokenChecks(office)).toEqual([]);
});

/** Empty, by the calendar, open since yesterday, with the demo office's clerks. */
async function officeOfYesterday(places: ProgramPlaces): Promise<void> {
  const key = { officeId: randomUUID(), dataKey: randomBytes(32).toString('hex') };
  const office = { folder: places.data, keysFolder: places.keys, ...key };
  mkdirSync(places.keys, { recursive: true, mode: 0o700 });
  writeFileSync(join(places.keys, `${office.officeId}.key`), `${office.dataKey}\n`, { mode: 0o600 });
  const today = businessDate(localTime(Date.now() as Instant, 'Asia/Shanghai').slice(0, 10));
  const input = { ...demoOffice, openingDate: addDays(today, -1), livesBy: 'calendar', demoFolder: null } as const;
  const request = { verb: 'office.create', input, sessionToken: null, ...OPERATOR } as const;
  await throughDoor(office, async (door) => expect((await door.answer(request)).reply.ok).toBe(true));
}

test('a morning that finds yesterday open says so everywhere, and F10 closes it', async ({ places, start }) => {
  await officeOfYesterday(places);
  const desk = await start();
  const banner = desk.page.getByRole('status').filter({ hasText: '尚未日终' });
  await expect(banner).toContainText('F10');
  await desk.enterCredentials('2001', demoOffice.clerks[1]?.password ?? '');
  await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
  await desk.press('F10', 'Alt+Y');
  await desk.confirm();
  await expect(desk.page.getByText(/^日终完成，共 1 个营业日/)).toBeVisible();
  await expect(banner).toBeHidden();
});
