/** F1 with real keys: the page of where one is, with its step; Esc goes back to exactly there. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sentence } from '../../electron/contract/messages/messages.ts';
import { useWords } from '../../renderer/shared/words/use-words.ts';
import { tasks } from '../../renderer/teller/shell/tasks.ts';
import { windowNames } from '../../renderer/teller/help/window-pages.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';

async function opens(clerk: Clerk, name: string): Promise<void> {
  await clerk.press('F1');
  const dialog = page.getByRole('dialog', { name: `${clerk.t('help.title')} · ${name}` });
  await expect.element(dialog).toMatchTextContent(clerk.t('help.steps'));
  await expect.element(page.getByRole('region', { name, exact: true })).toHaveFocus();
}

async function back(clerk: Clerk): Promise<void> {
  await clerk.press('Escape');
  await expect.element(clerk.dialog).not.toBeInTheDocument();
}

function stepHere(clerk: Clerk): Element | null {
  return clerk.dialog.element().querySelector('[aria-current="step"]');
}

test.each(languages)('every task has a page of its own: steps, rules with sources, faults (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001' }, language);
  for (const task of tasks) {
    await clerk.press(
      task.key.replace('Ctrl', 'Control').replace(/\+([A-Z])$/, (_, key: string) => `+${key.toLowerCase()}`),
    );
    await opens(clerk, clerk.t(`task.${task.id}`));
    const help = await task.help();
    const said = clerk.dialog.element().textContent;
    const { rules, faults } = help;
    for (const { source } of rules) expect(said).toContain(language === 'en' ? source.en : source.zh);
    for (const fault of faults)
      if ('code' in fault) expect(said).toContain(sentence(language, fault.code));
      else expect(said).toContain(language === 'en' ? fault.cure.en.slice(-8) : fault.cure.zh.slice(-4));
    expect(said).not.toMatch(/\{\w+\}/);
    await back(clerk);
  }
});

test('in the middle of typing: nothing is lost, and the focus is where it was', async () => {
  const clerk = await clerkAt();
  await clerk.fill('visit.idNumber', zhang.idNumber.slice(0, 9));
  await opens(clerk, clerk.t('task.visit'));
  expect(stepHere(clerk)).toBeNull();
  await back(clerk);
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await expect.element(clerk.field('visit.idNumber')).toHaveValue(zhang.idNumber.slice(0, 9));
});

test('the page knows the step: before the second press, at the customer’s window, with the paper', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  await clerk.press('F5', 'Enter');
  await clerk.desk.finds('.final-act');
  await opens(clerk, clerk.t('task.loss'));
  expect(stepHere(clerk)?.textContent).toContain('只挂失卡');
  await back(clerk);
  await clerk.confirm();
  await clerk.desk.seesPaper();
  await opens(clerk, clerk.t('task.loss'));
  expect(stepHere(clerk)?.textContent).toContain('申请书');
  await back(clerk);
  await expect.element(clerk.button('statement.print')).toHaveFocus();
  await clerk.press('F4', '3', 'Enter');
  await clerk.desk.finds('.second-person');
  await opens(clerk, clerk.t('task.pin'));
  expect(stepHere(clerk)?.textContent).toContain('忘记密码');
  await back(clerk);
  await clerk.press('F4');
});

test('it scrolls by the keyboard, and a page near by is turned to', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  await clerk.press('F4');
  await opens(clerk, clerk.t('task.pin'));
  const text = page.getByRole('region', { name: clerk.t('task.pin'), exact: true });
  expect(text.element().scrollTop).toBe(0);
  await clerk.press('PageDown');
  await expect.poll(() => text.element().scrollTop).toBeGreaterThan(50);
  await clerk.tabTo(clerk.dialog.getByRole('button', { name: clerk.t('task.approvals') }));
  await clerk.press('Enter');
  await expect.element(page.getByRole('region', { name: clerk.t('task.approvals'), exact: true })).toHaveFocus();
  await back(clerk);
  await expect.element(page.getByRole('main', { name: clerk.t('task.pin') })).toBeVisible();
});

test('Ctrl+K finds a page by what it is about and by what went wrong', async () => {
  const clerk = await clerkAt();
  for (const typed of ['yanzhengweitongguo', 'not verified', '帮助：单据验真']) {
    await clerk.press('Control+k');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await clerk.type(typed);
    await expect
      .element(clerk.dialog.getByRole('option', { selected: true }))
      .toMatchTextContent(`帮助：${clerk.t('task.documentCheck')}`);
    await clerk.press('Enter');
    await expect.element(clerk.dialog).toMatchTextContent(clerk.t('help.faults'));
    await back(clerk);
    await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  }
});

test.each(languages)('before sign-in and under the lock there is help too (%s)', async (language) => {
  const clerk = await clerkAt({}, language);
  const name = (state: keyof typeof windowNames): string =>
    useWords().language.value === 'en' ? windowNames[state].en : windowNames[state].zh;
  await clerk.fill('signIn.code', '1001');
  await opens(clerk, name('signIn'));
  await back(clerk);
  await expect.element(clerk.field('signIn.code')).toHaveFocus();
  await clerk.press('Enter');
  await clerk.fill('signIn.password', 'demo-1001');
  await clerk.press('Enter');
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await clerk.press('Control+l');
  await expect.element(clerk.field('lock.password')).toHaveFocus();
  await opens(clerk, name('lock'));
  await back(clerk);
  await expect.element(clerk.field('lock.password')).toHaveFocus();
});
