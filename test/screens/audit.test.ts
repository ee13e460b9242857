/** The audit record on F11 by keys alone: searched, turned, looked at and exported (docs/ledger.md 5). */
import { expect, test } from 'vitest';
import { sentence } from '../../electron/contract/messages/messages.ts';
import { actInWords } from '../../renderer/teller/administration/audit/record-names.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';

async function atAudit(language?: Language): Promise<Clerk> {
  const clerk = await clerkAt({ clerk: '9001' }, language);
  await clerk.press('F11', 'Alt+5');
  await expect.element(clerk.heading('audit.title')).toBeVisible();
  await expect.element(clerk.main.getByRole('button', { name: '12480', exact: true })).toBeVisible();
  return clerk;
}

/** From the first field on. */
async function byClerk(clerk: Clerk, code: string): Promise<void> {
  await clerk.press('Tab', 'Tab');
  await clerk.fill('audit.clerk', code);
  await clerk.press('Enter');
}

function asked(clerk: Clerk, verb: string): unknown[] {
  return clerk.program.asked.filter((each) => each.verb === verb).map(({ input }) => input);
}

const nothing = { from: null, to: null, clerk: null, verbs: null, about: null };

test.each(languages)('Enter searches by what was typed, and the first record has the focus (%s)', async (language) => {
  const clerk = await atAudit(language);
  await expect.element(clerk.field('audit.from')).toHaveFocus();
  await clerk.fill('audit.from', '20250203 9:00');
  await byClerk(clerk, '2001');
  await expect.element(clerk.main.getByRole('button', { name: '12475', exact: true })).toHaveFocus();
  expect(asked(clerk, 'audit.list').at(-1)).toEqual({
    ...nothing,
    ...{ from: '2025-02-03 09:00', clerk: '2001', before: null },
  });
});

test('a time that is none is not searched for', async () => {
  const clerk = await atAudit();
  const before = asked(clerk, 'audit.list').length;
  await clerk.fillAll([['audit.from', '2025-02-30']]);
  await expect.element(clerk.field('audit.from')).toHaveFocus();
  await clerk.isTold(clerk.t('audit.momentWrong'));
  expect(asked(clerk, 'audit.list')).toHaveLength(before);
});

test('PageDown and PageUp turn the pages by the record that begins them', async () => {
  const clerk = await atAudit();
  await clerk.press('PageDown', 'PageDown', 'PageDown', 'PageUp');
  expect(asked(clerk, 'audit.list').map((input) => (input as { before: unknown }).before)).toEqual([
    ...[null, 12_431, 12_381, 12_431],
  ]);
});

test('Enter shows one record, Escape goes back to it', async () => {
  const clerk = await atAudit();
  await byClerk(clerk, '2001');
  await clerk.press('ArrowDown', 'Enter');
  await expect.element(clerk.heading('audit.record', { seq: 12_467 })).toBeVisible();
  await clerk.press('Escape');
  await expect.element(clerk.main.getByRole('button', { name: '12467', exact: true })).toHaveFocus();
});

test('Ctrl+S exports what was searched for', async () => {
  const clerk = await atAudit();
  await byClerk(clerk, '9001');
  await clerk.press('Control+s');
  await clerk.isTold(clerk.t('audit.saved', { fileName: 'audit-2025-02-03.csv' }));
  expect(asked(clerk, 'audit.save')).toEqual([{ ...nothing, clerk: '9001' }]);
});

test('acts are searched for in words, and what nothing is called is not', async () => {
  const clerk = await atAudit();
  const before = asked(clerk, 'audit.list').length;
  await clerk.press('Tab', 'Tab', 'Tab');
  await clerk.fill('audit.verb', '现金');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('audit.verbUnknown'));
  expect(asked(clerk, 'audit.list')).toHaveLength(before);
  await clerk.press('Control+a');
  await clerk.fill('audit.verb', '变更参数');
  await clerk.press('Enter');
  await expect.element(clerk.main.getByRole('button', { name: '12475', exact: true })).toHaveFocus();
  const found = { ...nothing, verbs: ['setting.change', 'setting.set'], before: null };
  expect(asked(clerk, 'audit.list').at(-1)).toEqual(found);
});

test.each(languages)('a refusal is told in words, with all that was told then (%s)', async (language) => {
  const clerk = await atAudit(language);
  const locale = language === 'en' ? 'en' : 'zh-CN';
  const wrongPair = clerk.main.getByRole('row').filter({ hasText: '12478' });
  await expect.element(wrongPair.getByText(actInWords(locale, 'visit.open'))).toBeVisible();
  await wrongPair.getByRole('button').click();
  const told = sentence(locale, 'PAIR_MISMATCH', { left: 4 });
  await expect.element(clerk.main.getByText(told)).toBeVisible();
});
