/** F11 by keys alone: its pages, the clerks of the office and its settings (docs/rules.md 5). */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { staff } from '../../renderer/gallery/screens/clerks.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';

async function administrator(language: Language = 'zh-CN'): Promise<Clerk> {
  const clerk = await clerkAt({ clerk: '9001', known: { clerks: staff } }, language);
  await clerk.press('F11');
  return clerk;
}

/** At the list of clerks, with the focus on the first. */
async function atClerks(language?: Language): Promise<Clerk> {
  const clerk = await administrator(language);
  await clerk.press('Alt+2');
  await isAt(clerk, '1001');
  return clerk;
}

function row(clerk: Clerk, name: string) {
  return clerk.main.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
}

async function isAt(clerk: Clerk, name: string): Promise<void> {
  await expect.element(clerk.main.getByRole('button', { name, exact: true })).toHaveFocus();
}

async function reasonAndSecond(clerk: Clerk, reason = '调离本网点'): Promise<void> {
  await clerk.fillAll([
    ['administration.reason', reason],
    ['second.code', '2001'],
    ['second.password', 'demo-2001'],
  ]);
}

function asked(clerk: Clerk, verb: string): unknown[] {
  return clerk.program.asked.filter((each) => each.verb === verb).map(({ input }) => input);
}

const authorisation = { clerkCode: '2001', password: 'demo-2001' };

test.each(languages)('Alt and a digit turn the pages, and each says which it is (%s)', async (language) => {
  const clerk = await administrator(language);
  for (const [key, title] of [
    ['Alt+2', 'clerks.title'],
    ['Alt+3', 'settings.title'],
    ['Alt+1', 'counters.title'],
  ] as const) {
    await clerk.press(key);
    await expect.element(clerk.heading(title)).toBeVisible();
    const pages = page.getByRole('navigation', { name: clerk.t('administration.pages') });
    await expect.element(pages.getByRole('button', { name: clerk.t(title) })).toHaveAttribute('aria-current', 'page');
  }
});

test('who is no administrator finds neither page nor key', async () => {
  const clerk = await clerkAt({ clerk: '2001' });
  await clerk.press('F11', 'Alt+2', 'Alt+n');
  await clerk.isTold(clerk.t('administration.administratorOnly'));
  await expect.element(clerk.main.getByRole('table')).not.toBeInTheDocument();
  expect(asked(clerk, 'clerk.show')).toEqual([]);
});

test.each(languages)(
  'a clerk is added before a second person, and the password is shown this once (%s)',
  async (language) => {
    const clerk = await atClerks(language);
    await clerk.press('Alt+n');
    await clerk.fillAll([
      ['clerks.code', '1005'],
      ['clerks.name', '周文博'],
    ]);
    await expect.element(clerk.field('second.code')).toHaveFocus();
    await clerk.fillAll([
      ['second.code', '2001'],
      ['second.password', 'demo-2001'],
    ]);
    expect(asked(clerk, 'clerk.add')).toEqual([{ clerkCode: '1005', name: '周文博', role: 'clerk', authorisation }]);
    await expect.element(clerk.main).toMatchTextContent('tulip-anvil-42');
    await expect.element(clerk.button('clerks.secretDone').first()).toHaveFocus();
    await clerk.press('Enter');
    await expect.element(clerk.main).not.toMatchTextContent('tulip-anvil-42');
    await isAt(clerk, '1005');
    await clerk.press('F2', 'F11');
    await expect.element(clerk.main).not.toMatchTextContent('tulip-anvil-42');
  },
);

test('a code that is taken is mended at the code', async () => {
  const clerk = await atClerks();
  await clerk.press('Alt+n');
  await clerk.fillAll([
    ['clerks.code', '1004'],
    ['clerks.name', '周文博'],
    ['second.code', '2001'],
    ['second.password', 'demo-2001'],
  ]);
  await clerk.isRefused('CLERK_EXISTS', { clerkCode: '1004' });
  await expect.element(clerk.field('clerks.code')).toHaveFocus();
  await expect.element(clerk.field('second.password')).toHaveValue('');
});

test('another role takes a reason; what stands is sent as unchanged', async () => {
  const clerk = await atClerks();
  await clerk.press('Alt+m');
  await expect.element(clerk.field('clerks.name')).toHaveFocus();
  await clerk.press('Tab', 'ArrowDown');
  await expect.element(clerk.radio('role.supervisor')).toBeChecked();
  await clerk.press('Enter');
  await clerk.press('Enter');
  await clerk.isTold(clerk.refusal('REASON_REQUIRED'));
  await reasonAndSecond(clerk, '升任主管');
  await clerk.isTold(clerk.t('clerks.changed', { code: '1001' }));
  await isAt(clerk, '1001');
  await expect.element(row(clerk, '1001')).toMatchTextContent(clerk.t('role.supervisor'));
  const change = { clerkCode: '1001', name: null, role: 'supervisor', reason: '升任主管', authorisation };
  expect(asked(clerk, 'clerk.change')).toEqual([change]);
});

test('a clerk is disabled and taken back by the same key; Esc goes back and does nothing', async () => {
  const clerk = await atClerks();
  await clerk.press('Alt+x');
  await expect.element(clerk.field('administration.reason')).toHaveFocus();
  await clerk.press('Escape');
  await isAt(clerk, '1001');
  await clerk.press('Alt+x');
  await reasonAndSecond(clerk);
  await clerk.isTold(clerk.t('clerks.disabled', { code: '1001' }));
  await expect.element(row(clerk, '1001')).toMatchTextContent(clerk.t('clerks.states.disabled'));
  await clerk.press('Alt+x');
  await reasonAndSecond(clerk, '调回');
  await expect.element(clerk.main).toMatchTextContent('tulip-anvil-42');
  expect(asked(clerk, 'clerk.disable')).toEqual([{ clerkCode: '1001', reason: '调离本网点', authorisation }]);
  expect(asked(clerk, 'clerk.enable')).toEqual([{ clerkCode: '1001', reason: '调回', authorisation }]);
});

test('the last two who can authorise stay, and the sentence says so', async () => {
  const clerk = await clerkAt({ clerk: '9001', known: { clerks: staff.filter(({ code }) => code !== '2002') } });
  await clerk.press('F11', 'Alt+2');
  await isAt(clerk, '1001');
  await clerk.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Alt+x');
  await reasonAndSecond(clerk);
  await clerk.isRefused('AUTHORISERS_TOO_FEW');
});

test('a form stands beside its one row; the others come back with Esc, and what was begun has ended', async () => {
  const clerk = await atClerks();
  const other = clerk.main.getByRole('button', { name: '2001', exact: true });
  await clerk.press('Alt+m');
  await expect.element(clerk.field('clerks.name')).toHaveValue('王敏');
  await expect.element(other).not.toBeInTheDocument();
  await clerk.press('Escape');
  await other.click();
  await expect.element(clerk.field('clerks.name')).not.toBeInTheDocument();
  await clerk.press('Alt+m');
  await expect.element(clerk.field('clerks.name')).toHaveValue('李建国');
});

test('a lock by wrong passwords takes two persons, one by wrong pairs one', async () => {
  const clerk = await atClerks();
  await clerk.press('Alt+u');
  await expect.element(clerk.field('clerks.firstCode')).not.toBeInTheDocument();
  await clerk.press('ArrowDown', 'Alt+u');
  await expect.element(clerk.field('second.code')).not.toBeInTheDocument();
  await expect.element(clerk.field('clerks.firstCode')).toHaveValue('9001');
  await clerk.press('Escape', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Alt+u');
  await clerk.fillAll([
    ['clerks.firstPassword', 'demo-9001'],
    ['second.code', '2001'],
    ['second.password', 'demo-2001'],
  ]);
  expect(asked(clerk, 'clerk.unlock')).toMatchObject([
    { clerkCode: '2002', authorisation: { clerkCode: '9001', password: 'demo-9001' }, other: authorisation },
  ]);
});

test.each(languages)(
  'a setting is changed for a reason, and out of its range is mended there (%s)',
  async (language) => {
    const clerk = await administrator(language);
    await clerk.press('Alt+3');
    await isAt(clerk, 'printGate');
    await clerk.press('Enter');
    for (const fact of [language === 'en' ? "a bank branch's published card guide" : '银行分行公布的用卡指南', '60'])
      await expect.element(clerk.main).toMatchTextContent(fact);
    const earlier = clerk.main.getByRole('table', { name: clerk.t('settings.changes') });
    await expect.element(earlier).toMatchTextContent('分行 2025 年第 1 号通知');
    await expect.element(earlier).toMatchTextContent(clerk.t('settings.byWhom', { by: '9001', second: '2002' }));
    await clerk.fill('settings.newValue', '2000');
    await clerk.press('Enter');
    await reasonAndSecond(clerk, '按分行通知');
    await expect.element(clerk.field('settings.newValue')).toHaveFocus();
    await expect.element(clerk.main.getByRole('alert')).toMatchTextContent('1000');
    await clerk.fill('settings.newValue', '80');
    await clerk.press('Enter');
    await clerk.fill('second.password', 'demo-2001');
    await clerk.press('Enter');
    await clerk.isTold(clerk.t('settings.changed', { name: 'printGate', value: '80' }));
    await isAt(clerk, 'printGate');
    await expect.element(row(clerk, 'printGate')).toMatchTextContent('80');
    expect(asked(clerk, 'setting.set').at(-1)).toEqual({
      name: 'printGate',
      value: '80',
      reason: '按分行通知',
      authorisation,
    });
  },
);

test('a text may be set empty', async () => {
  const clerk = await administrator();
  await clerk.press('Alt+3');
  await isAt(clerk, 'printGate');
  await clerk.press('ArrowDown', 'ArrowDown', 'Enter');
  await expect.element(clerk.field('settings.newValue')).toHaveFocus();
  await clerk.press('Enter');
  await reasonAndSecond(clerk, '按分行通知');
  expect(asked(clerk, 'setting.set')).toMatchObject([{ name: 'queryTelephone', value: '' }]);
});

test('Ctrl+K adds a clerk from anywhere', async () => {
  const clerk = await administrator();
  await clerk.press('F2', 'Control+k');
  await clerk.type('新柜员');
  await clerk.press('Enter');
  await expect.element(clerk.field('clerks.code')).toHaveFocus();
});
