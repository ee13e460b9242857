/** Month-end: checked before anything is booked, booked by two people, answered, never twice (docs/screens.md 3 F8). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yuanGrouped, fen } from '../../electron/contract/kernel/money.ts';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { remedy } from '../../electron/contract/messages/messages.ts';
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest, endsInX, neighbour, rareName } from './support/holders.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';

const batch = 'YB20250228001';
/** Three good lines, a card nobody has, a wrong name and a repeated number. */
const mixed = allocationCsv(batch, 150_000, [
  goodLine(1, busiest, 30_000),
  goodLine(2, endsInX, 25_000),
  goodLine(3, rareName, 20_000),
  { ...goodLine(4, busiest, 30_000), card: '6213300100000009017' },
  { ...goodLine(5, neighbour, 30_000), name: '别人' },
  goodLine(1, neighbour, 15_000),
]);
const reasons = ['AC01', 'BE01', 'AM05'] as const;

async function secondPerson(desk: Desk, code: string, password?: string): Promise<void> {
  await desk.fill('second.code', code);
  await desk.press('Enter');
  const known = demoOffice.clerks.find((clerk) => clerk.code === code)?.password;
  await desk.fill('second.password', password ?? known ?? '');
  await desk.press('Enter');
}

test('an allocation is checked, posted with a second person and answered', async ({ desk, office, places }) => {
  await desk.signIn();
  await desk.receive(places.root, 'allocation-202502.csv', mixed);
  const summary = desk.page.getByRole('region', { name: desk.t('monthEnd.outcome') });
  await expect(summary).toContainText(batch);
  await expect(summary).toContainText(yuanGrouped(fen(75_000)));
  const rows = desk.page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(reasons.length);
  for (const [at, reason] of reasons.entries()) {
    const { meaning, correction } = remedy('zh-CN', reason);
    await expect(rows.nth(at)).toContainText(reason);
    await expect(rows.nth(at)).toContainText(meaning);
    await expect(rows.nth(at)).toContainText(correction);
  }
  await secondPerson(desk, '1001');
  await desk.isRefused('SECOND_PERSON_SAME');
  await secondPerson(desk, '2001', 'not the password');
  await desk.isRefused('SECOND_PERSON_FAILED', { left: 4 });
  await secondPerson(desk, '2001');
  await desk.isTold(
    desk.t('monthEnd.done', { kind: desk.t('monthEnd.kind.allocation'), accepted: '3', rejected: '3' }),
  );
  await desk.press('Control+S');
  const saved = desk.page.getByRole('status').filter({ hasText: /\.xml/ });
  await expect(saved).toBeVisible();
  const [name = ''] = /[\w.-]+\.xml/.exec(await saved.innerText()) ?? [];
  const answer = readFileSync(join(places.saved, name), 'utf8');
  const wellFormed = await desk.page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror') === null,
    answer,
  );
  expect(wellFormed).toBe(true);
  expect(answer).toContain('urn:iso:std:iso:20022:tech:xsd:pain.002.001.11');
  expect(answer.match(/<TxSts>ACSC<\/TxSts>/g)).toHaveLength(3);
  for (const reason of reasons) expect(answer).toContain(`<Cd>${reason}</Cd>`);

  await desk.pushButton(desk.t('monthEnd.another'));
  await desk.receive(places.root, 'allocation-202502.csv', mixed);
  await expect(desk.page.getByRole('alert')).toContainText('DU01');
  await desk.isTold(desk.t('monthEnd.nothingToPost'));
  await desk.app.close();
  const posted = (await auditRecord(office)).filter(({ verb, outcome }) => verb.includes('post') && outcome === 'done');
  expect(posted.at(-1)).toMatchObject({ actor: '1001', second: '2001' });
  expect(await brokenChecks(office)).toEqual([]);
});
