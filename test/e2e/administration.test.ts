/** F11 on the ledger itself: a clerk is added, begins with the one-time password, and a setting holds from its change on. */
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import { expect, test } from './support/counter-test.ts';
import { passwordOf, type Desk } from './support/desk.ts';
import { auditRecord } from './support/office-record.ts';

const OWN = 'quiet-harbour-7';
const name = '周文博';

async function fillAll(desk: Desk, fields: readonly (readonly [WordKey, string])[]): Promise<void> {
  for (const [label, text] of fields) {
    await desk.fill(label, text);
    await desk.press('Enter');
  }
}

const second = [
  ['second.code', '2001'],
  ['second.password', passwordOf('2001')],
] as const;

test('a clerk is added before a second person and begins with the one-time password; a setting is changed', async ({
  desk,
  office,
}) => {
  await desk.signIn('9001');
  await desk.press('F11', 'Alt+2');
  await expect(desk.button(demoOffice.clerks[0]?.code ?? '')).toBeFocused();
  await desk.press('Alt+N');
  await fillAll(desk, [['clerks.code', '1002'], ['clerks.name', name], ...second]);
  const secret = desk.page.locator('.one-time-password .secret');
  await expect(desk.button(desk.t('clerks.secretDone'))).toBeFocused();
  const oneTime = (await secret.textContent())?.trim() ?? '';
  await desk.press('Enter');
  await expect(secret).toBeHidden();

  await desk.press('Alt+3');
  await expect(desk.button('printGate').first()).toBeFocused();
  await desk.press('Enter');
  await fillAll(desk, [['settings.newValue', '70'], ['administration.reason', '按分行通知'], ...second]);
  await desk.isTold(desk.t('settings.changed', { name: 'printGate', value: '70' }));

  await desk.signOut();
  await fillAll(desk, [
    ['signIn.code', '1002'],
    ['signIn.password', oneTime],
    ['newPassword.first', OWN],
    ['newPassword.repeated', OWN],
  ]);
  await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
  await expect(desk.page.getByRole('banner')).toContainText(name);
  await desk.app.close();
  const records = await auditRecord(office);
  // The demo office was made with settings of its own.
  const done = records.filter(
    ({ verb, actor }) => (verb === 'clerk.add' || verb === 'setting.change') && actor === '9001',
  );
  expect(done.map(({ verb, actor, second: by }) => [verb, actor, by])).toEqual([
    ['clerk.add', '9001', '2001'],
    ['setting.change', '9001', '2001'],
  ]);
  expect(JSON.stringify(records)).not.toContain(oneTime);
});
