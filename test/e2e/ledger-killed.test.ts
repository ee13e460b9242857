/**
 * The ledger process dies under work: the window says so, comes back, and nothing is lost or done twice
 * (docs/architecture.md 1).
 */
import { yuanGrouped, fen } from '../../electron/contract/kernel/money.ts';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest, neighbour } from './support/holders.ts';
import { freeze, killHard, ledgerPid } from './support/ledger-process.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { shownLines } from './support/statement-table.ts';

const batch = 'YB20250228001';
const file = allocationCsv(batch, 50_000, [goodLine(1, busiest, 30_000), goodLine(2, neighbour, 20_000)]);
const supervisor = demoOffice.clerks[1]!;

async function isBack(desk: Desk): Promise<void> {
  await desk.isTold(desk.t('ledger.back'));
  await expect(desk.page.getByRole('banner')).toContainText(desk.t('ledger.ready'));
}

test('killed while it makes a statement: session and visit are still there, and the statement too', async ({
  desk,
  office,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.openStatement();
  const before = await shownLines(desk);
  const ledger = await ledgerPid(desk.app);
  freeze(ledger);
  await desk.press('2');
  await expect(desk.page.locator('.statement-lines')).toHaveAttribute('aria-busy', 'true');
  await desk.isTold(desk.t('statement.preparing'));
  killHard(ledger);
  await isBack(desk);
  await desk.statementShown();
  expect(await shownLines(desk)).toEqual(before.filter(({ date }) => date >= '2024-11-01'));
  await expect(desk.counterPanel).toContainText(busiest.name);
  expect(await ledgerPid(desk.app)).not.toBe(ledger);
  await desk.press('Control+Enter');
  await desk.nobodyIsThere();
  await desk.app.close();
  expect(await brokenChecks(office)).toEqual([]);
});

test('while it is away the window says so, and keeps what is typed', async ({ desk }) => {
  await desk.signIn();
  await desk.fill('visit.idNumber', busiest.idNumber.slice(0, 9));
  const ledger = await ledgerPid(desk.app);
  // Dead several times in a row the ledger takes its time to come back, which is when the clerk reads the sentence.
  killHard(ledger);
  await expect.poll(() => ledgerPid(desk.app).catch(() => ledger)).not.toBe(ledger);
  killHard(await ledgerPid(desk.app));
  await desk.isTold(desk.t('ledger.restartingBanner'));
  await isBack(desk);
  await expect(desk.field('visit.idNumber')).toHaveValue(busiest.idNumber.slice(0, 9));
  await desk.press('End');
  await desk.type(busiest.idNumber.slice(9));
  await desk.press('Enter');
  await desk.fill('visit.card', busiest.card);
  await desk.press('Enter', '1', 'Enter');
  await expect(desk.counterPanel).toContainText(busiest.name);
});

async function approve(desk: Desk): Promise<void> {
  await desk.fill('second.code', supervisor.code);
  await desk.press('Tab');
  await desk.fill('second.password', supervisor.password);
  await desk.press('Enter');
}

test('killed while it posts a file: approving again books it, once', async ({ desk, office, places }) => {
  await desk.signIn();
  await desk.receive(places.root, 'allocation-202502.csv', file);
  const ledger = await ledgerPid(desk.app);
  freeze(ledger);
  await approve(desk);
  await expect(desk.heading('monthEnd.posting')).toBeVisible();
  killHard(ledger);
  await isBack(desk);
  await desk.isRefused('LEDGER_RESTARTING');
  await approve(desk);
  await expect(desk.heading('monthEnd.posted')).toBeVisible();
  await desk.openVisit(busiest);
  await expect(desk.counterPanel).toContainText(yuanGrouped(fen(busiest.closingFen + 30_000)));
  await desk.app.close();
  expect(await brokenChecks(office)).toEqual([]);
  expect(await timesPosted(desk, office)).toBe(1);
});

async function timesPosted(_desk: Desk, office: Parameters<typeof auditRecord>[0]): Promise<number> {
  const record = await auditRecord(office);
  return record.filter(({ verb, subject, outcome }) => verb === 'file.post' && subject === batch && outcome === 'done')
    .length;
}

test('posted but never answered: the same operation id finds its first answer after the kill', async ({
  desk,
  office,
}) => {
  await desk.signIn();
  const operationId = crypto.randomUUID();
  const intakeId = await desk.page.evaluate(async (text) => {
    const bytes = new TextEncoder().encode(text);
    const begun = await window.medicard.invoke('intake.begin', { name: 'a.csv', bytes: bytes.length });
    if (!begun.ok) throw new Error(begun.error.code);
    const { intakeId: id } = begun.value;
    await window.medicard.invoke('intake.chunk', { intakeId: id, offset: 0, chunk: bytes });
    await window.medicard.invoke('intake.end', { intakeId: id });
    return id;
  }, file);
  const { code: clerkCode, password } = supervisor;
  const post = (): Promise<unknown> =>
    desk.page.evaluate((input) => window.medicard.invoke('file.post', input), {
      operationId,
      intakeId,
      second: { clerkCode, password },
    });
  const first = await post();
  expect(first).toMatchObject({ ok: true, value: { posted: true, accepted: 2, amountFen: 50_000 } });
  killHard(await ledgerPid(desk.app));
  await isBack(desk);
  expect(await post()).toEqual(first);
  await desk.app.close();
  expect(await timesPosted(desk, office)).toBe(1);
  expect(await brokenChecks(office)).toEqual([]);
});

test('killed under a locked window it stays locked', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('Control+L');
  await expect(desk.field('lock.password')).toBeFocused();
  const ledger = await ledgerPid(desk.app);
  killHard(ledger);
  await expect.poll(() => ledgerPid(desk.app).catch(() => ledger)).not.toBe(ledger);
  await desk.fill('lock.password', 'not the password');
  await desk.press('Enter');
  await expect(desk.page.getByRole('alert')).toBeVisible();
  await expect(desk.heading('lock.title')).toBeVisible();
});

test('a ledger that dies over and over is given up with a sentence, and no page of books is touched', async ({
  desk,
  office,
}) => {
  await desk.signIn();
  let last = 0;
  const kill = async (): Promise<boolean> => {
    const pid = await ledgerPid(desk.app).catch(() => last);
    if (pid !== last) killHard(pid);
    last = pid;
    return desk.heading('ledger.failedTitle').isVisible();
  };
  await expect.poll(kill, { timeout: 45_000, intervals: [50] }).toBe(true);
  await expect(desk.page.getByRole('alert')).toBeVisible();
  await desk.app.close();
  expect(await brokenChecks(office)).toEqual([]);
});
