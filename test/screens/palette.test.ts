/** Ctrl+K with real keys: what is found leads to where it is done, and what cannot be done says why and does nothing. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FakeOptions } from '../../renderer/gallery/fake/fake-state.ts';
import { papers } from '../../renderer/gallery/known.ts';
import { useWords } from '../../renderer/shared/words/use-words.ts';
import { useOpenTask } from '../../renderer/teller/state/open-task.ts';
import { useVisit } from '../../renderer/teller/state/visit.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';
import { reportFormally } from './loss-desk.ts';

const alone: FakeOptions = { clerk: '1001' };
const withCustomer: FakeOptions = { clerk: '1001', customer: 'zhang' };

function box(clerk: Clerk) {
  return page.getByRole('combobox', { name: clerk.t('palette.title') });
}

function chosen(clerk: Clerk) {
  return clerk.dialog.getByRole('option', { selected: true });
}

async function find(clerk: Clerk, typed: string): Promise<void> {
  await clerk.press('Control+k');
  await expect.element(box(clerk)).toHaveFocus();
  await clerk.type(typed);
}

/** The first that is found, in the words of the window. */
async function leadsTo(clerk: Clerk, typed: string, name: string): Promise<void> {
  await find(clerk, typed);
  await expect.element(chosen(clerk)).toMatchTextContent(name);
  await clerk.press('Enter');
  await expect.element(clerk.dialog).not.toBeInTheDocument();
}

test.each(languages)(
  'a task is found by text, pinyin, initials and English, whatever the window speaks (%s)',
  async (language) => {
    const clerk = await clerkAt(alone, language);
    for (const typed of [
      '单据验真',
      '验真',
      'danjuyanzhen',
      'dan ju yan',
      'djyz',
      'danjyz',
      '单据yz',
      'check doc',
      'Check document',
    ]) {
      await leadsTo(clerk, typed, clerk.t('task.documentCheck'));
      await expect.element(clerk.heading('documentCheck.title')).toBeVisible();
      await clerk.press('F2');
      await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
    }
  },
);

test('arrows go round, Home and End go to the ends, Esc goes back to where one was', async () => {
  const clerk = await clerkAt(alone);
  await clerk.fill('visit.idNumber', zhang.idNumber.slice(0, 6));
  await clerk.press('Control+k');
  await expect.element(box(clerk)).toHaveFocus();
  const names = (): string[] =>
    page
      .getByRole('option')
      .elements()
      .map((option) => option.id);
  const current = (): string | null => box(clerk).element().getAttribute('aria-activedescendant');
  expect(current()).toBe(names()[0]);
  await clerk.press('ArrowDown');
  expect(current()).toBe(names()[1]);
  await clerk.press('ArrowUp', 'ArrowUp');
  expect(current()).toBe(names().at(-1));
  await clerk.press('ArrowDown', 'End');
  expect(current()).toBe(names().at(-1));
  await expect.element(chosen(clerk)).toBeInViewport();
  await clerk.press('Home');
  expect(current()).toBe(names()[0]);
  await clerk.press('PageDown');
  expect(current()).toBe(names()[8]);
  await clerk.press('Escape');
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await expect.element(clerk.field('visit.idNumber')).toHaveValue(zhang.idNumber.slice(0, 6));
});

test('nothing typed and nothing found both say what can be typed', async () => {
  const clerk = await clerkAt(alone);
  await clerk.press('Control+k');
  await expect.element(clerk.dialog).toMatchTextContent(clerk.t('palette.what'));
  await clerk.type('xyz7');
  await expect.element(clerk.dialog).toMatchTextContent(clerk.t('palette.none'));
  await expect.element(clerk.dialog).toMatchTextContent(clerk.t('palette.what'));
  await clerk.press('Enter');
  await expect.element(clerk.dialog).toBeVisible();
});

test('an action of a task opens it and chooses for the clerk', async () => {
  const clerk = await clerkAt(withCustomer);
  await leadsTo(clerk, 'wjmm', '忘记密码');
  await expect.element(clerk.radio('pin.choice.forgotten')).toBeChecked();
  await leadsTo(clerk, '口头挂失', '口头挂失');
  await expect.element(clerk.radio('loss.kind.oral')).toBeChecked();
  await leadsTo(clerk, '本年明细', '本年明细');
  await expect.element(clerk.radio('statement.thisYear')).toBeChecked();
  await leadsTo(clerk, 'large print', '大字');
  await expect.element(page.getByRole('checkbox', { name: clerk.t('statement.largeType') })).toBeChecked();
});

test('by telephone: a report, and then the balance although the task is open already', async () => {
  const clerk = await clerkAt(alone);
  await leadsTo(clerk, 'phone loss', '电话挂失');
  await expect.element(clerk.radio('telephone.report')).toBeChecked();
  await leadsTo(clerk, '电话查询余额', '电话查询余额');
  await expect.element(clerk.radio('telephone.balance')).toBeChecked();
});

test('a report of the customer at the counter is withdrawn from there', async () => {
  const clerk = await clerkAt(withCustomer);
  await reportFormally(clerk);
  await leadsTo(clerk, 'jiegua', '解除挂失');
  await expect.element(page.getByRole('region', { name: clerk.t('followUp.act.cancel') })).toBeVisible();
});

test.each(languages)('without a customer an action says which key helps, and does nothing (%s)', async (language) => {
  const clerk = await clerkAt(alone, language);
  await find(clerk, 'change pin');
  await expect.element(chosen(clerk)).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByRole('alert')).toMatchTextContent(clerk.t('palette.needs.visit', { key: 'F2' }));
  await clerk.press('Enter');
  await expect.element(box(clerk)).toHaveFocus();
  expect(useOpenTask().task).toBe('visit');
});

test('while the customer types, what begins with them waits', async () => {
  const clerk = await clerkAt(withCustomer);
  await clerk.press('F4', 'Enter');
  await clerk.confirm();
  await clerk.desk.sees('entry.waiting');
  await find(clerk, '电话密码');
  await expect.element(page.getByRole('alert')).toMatchTextContent(clerk.t('palette.needs.typing'));
  await clerk.press('Enter');
  await expect.element(box(clerk)).toHaveFocus();
  const begun = clerk.program.asked.filter(({ verb }) => verb === 'customer.ask');
  expect(begun).toHaveLength(1);
});

test.each(languages)(
  'a paper of the holder is found by the end of its number, and ready to be printed again (%s)',
  async (language) => {
    const clerk = await clerkAt({ ...withCustomer, known: { papers } }, language);
    const { documentNumber, kind } = papers[1]!;
    await leadsTo(clerk, documentNumber.slice(-4), `${clerk.t(`paper.kind.${kind}`)} ${documentNumber}`);
    await expect.element(clerk.button('statement.print')).toHaveFocus();
    await expect.element(clerk.main.getByRole('img')).toHaveAttribute('data-shown', 'true');
    await clerk.press('Enter');
    expect((await clerk.desk.asks('document.print')).input).toMatchObject({ documentNumber });
  },
);

test.each([
  ['found', false],
  ['waited for by Enter', true],
] as const)('with the visit go its papers, %s', async (_how, isWaitedFor) => {
  const { documentNumber } = papers[1]!;
  const clerk = await clerkAt({ ...withCustomer, known: { papers } });
  const answer = isWaitedFor ? clerk.program.holdAnswers(['paper.find']) : (): void => undefined;
  await find(clerk, documentNumber.slice(-4));
  if (isWaitedFor) await clerk.press('Enter');
  else await expect.element(chosen(clerk)).toMatchTextContent(documentNumber);
  useVisit().leave('ended');
  answer();
  await clerk.desk.settled();
  await expect.element(clerk.dialog).toMatchTextContent(clerk.t('palette.none'));
  expect(useOpenTask().task).toBe('visit');
});

test('without a customer no paper of anybody is asked for', async () => {
  const clerk = await clerkAt({ ...alone, known: { papers } });
  await find(clerk, papers[1]!.documentNumber);
  await expect.element(page.getByRole('option')).toHaveLength(1);
  expect(clerk.program.asked.some(({ verb }) => verb === 'paper.find')).toBe(false);
});

test('a paper is looked up by its number, by its code, and a report by its number', async () => {
  const clerk = await clerkAt(alone);
  await leadsTo(clerk, 's010120250203000019', 'S010120250203000019');
  await expect.element(clerk.field('documentCheck.number')).toHaveValue('S010120250203000019');
  await expect.element(clerk.field('documentCheck.code')).toHaveFocus();
  await leadsTo(clerk, 'k7qf-2m9x-0ab1', 'K7QF-2M9X-0AB1');
  await expect.element(clerk.field('documentCheck.code')).toHaveValue('K7QF-2M9X-0AB1');
  await expect.element(clerk.field('documentCheck.number')).toHaveFocus();
  await expect.element(clerk.field('documentCheck.number')).toHaveValue('');
  await leadsTo(clerk, 'L0101202502030001K', 'L0101202502030001K');
  await expect.element(clerk.field('followUp.number')).toHaveValue('L0101202502030001K');
  await leadsTo(clerk, 'L0101202502030002K', 'L0101202502030002K');
  await expect.element(clerk.field('followUp.number')).toHaveValue('L0101202502030002K');
});

test.each(languages)('a setting shows its value, its meaning and where it is changed (%s)', async (language) => {
  const clerk = await clerkAt(alone, language);
  await find(clerk, 'printGate');
  await expect.element(chosen(clerk)).toMatchTextContent(clerk.t('palette.kind.setting'));
  await clerk.press('Enter');
  const setting = page.getByRole('dialog', { name: clerk.t('setting.title') });
  for (const says of ['printGate', '40', '60', '0', '1000', clerk.t('setting.byAdministrator', { key: 'F11' })])
    await expect.element(setting).toMatchTextContent(says);
  await clerk.press('Escape');
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
});

test.each(languages)('an administrator is led to where the setting is changed (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '9001' }, language);
  await find(clerk, 'printGate');
  await clerk.press('Enter');
  await expect.element(clerk.heading('settings.change')).toBeVisible();
  await expect.element(clerk.field('settings.newValue')).toHaveFocus();
  await expect.element(clerk.field('settings.newValue')).toHaveValue('40');
  await expect.element(clerk.main).toMatchTextContent('printGate');
});

test('the own password is changed in the middle of a visit, which goes on', async () => {
  const clerk = await clerkAt(withCustomer);
  await openOwnPassword(clerk);
  await clerk.fillAll([
    ['ownPassword.present', 'demo-1001'],
    ['newPassword.first', 'a new long password'],
    ['newPassword.repeated', 'another one'],
  ]);
  await expect.element(clerk.dialog).toMatchTextContent(clerk.t('newPassword.different'));
  await clerk.fillAll([
    ['newPassword.first', 'a new long password'],
    ['newPassword.repeated', 'a new long password'],
  ]);
  await clerk.isTold(clerk.t('ownPassword.done'));
  await expect.element(clerk.panel).toMatchTextContent(zhang.name);
  expect(clerk.program.asked.findLast(({ verb }) => verb === 'clerk.changePassword')?.input).toEqual({
    clerkCode: '1001',
    password: 'demo-1001',
    newPassword: 'a new long password',
  });
});

async function openOwnPassword(clerk: Clerk): Promise<void> {
  await find(clerk, '柜员密码');
  await clerk.press('Enter');
}

test.each(languages)('what the window does by its own keys is found too (%s)', async (language) => {
  const clerk = await clerkAt(alone, language);
  await find(clerk, 'qhyy');
  await expect.element(chosen(clerk)).toMatchTextContent(clerk.t('shortcut.language'));
  await clerk.press('Enter');
  expect(useWords().language.value).not.toBe(language);
  await find(clerk, 'sdck');
  await clerk.press('Enter');
  await expect.element(clerk.field('lock.password')).toHaveFocus();
});
