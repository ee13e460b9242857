/** F11 on the ledger itself: the audit record is exported through the system's dialog, and the books are verified in Electron. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/counter-test.ts';
import { auditRecord } from './support/office-record.ts';
import { saveInto } from './support/saving.ts';

test('the record that is exported ends with its own export, and the page of health verifies the books', async ({
  desk,
  office,
}) => {
  const into = mkdtempSync(join(tmpdir(), 'medicard-audit-'));
  await desk.signIn('9001');
  await saveInto(desk.app, into);
  await desk.press('F11', 'Alt+5');
  await expect(desk.field('audit.from')).toBeFocused();
  await desk.press('Tab', 'Tab');
  await desk.fill('audit.clerk', '9001');
  await desk.press('Enter');
  await desk.press('Control+S');
  await desk.isTold(desk.t('audit.saved', { fileName: 'audit.csv' }));

  await desk.press('Alt+6');
  await expect(desk.button(desk.t('health.verify'))).toBeFocused();
  await desk.press('Alt+Y');
  await expect(desk.page.locator('.health-page [role="status"]').first()).toContainText('9001');
  await desk.app.close();

  const lines = readFileSync(join(into, 'audit.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
  const records = await auditRecord(office);
  const exported = records.find(({ verb }) => verb === 'audit.export');
  expect(exported?.actor).toBe('9001');
  expect(lines.at(-1)).toContain(',audit.export,');
  expect(lines.every((line) => line.includes(',9001,'))).toBe(true);
  expect(records.find(({ verb }) => verb === 'books.verify')?.outcome).toBe('done');
});
