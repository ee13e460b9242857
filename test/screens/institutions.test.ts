/** The designated institutions by keys alone: found, added, changed, stopped and taken up again (docs/rules.md 1). */
import { expect, test } from 'vitest';
import { few } from '../../renderer/gallery/screens/institutions.ts';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';

async function atInstitutions(language?: Language): Promise<Clerk> {
  const clerk = await clerkAt({ clerk: '9001', known: { institutions: few } }, language);
  await clerk.press('F11', 'Alt+4');
  await isAt(clerk, 'H0001');
  return clerk;
}

const isAt = (clerk: Clerk, code: string): Promise<void> =>
  expect.element(clerk.main.getByRole('button', { name: code, exact: true })).toHaveFocus();

const reason = '医保局通知';

async function authorise(clerk: Clerk): Promise<void> {
  await clerk.fillAll([
    ['administration.reason', reason],
    ['second.code', '2001'],
    ['second.password', 'demo-2001'],
  ]);
  await clerk.press('Enter');
}

const asked = (clerk: Clerk, verb: string): unknown[] =>
  clerk.program.asked.filter((each) => each.verb === verb).map(({ input }) => input);

const authorisation = { clerkCode: '2001', password: 'demo-2001' };

test.each(languages)('one is added and stands there chosen (%s)', async (language) => {
  const clerk = await atInstitutions(language);
  await clerk.press('Alt+n');
  await clerk.fillAll([
    ['institutions.code', 'H0003'],
    ['institutions.name', '滨江医院'],
    ['institutions.terminals', 'T000301;T000302'],
  ]);
  await authorise(clerk);
  await isAt(clerk, 'H0003');
  await expect.element(clerk.main.getByText('T000302')).toBeVisible();
  const given = { name: '滨江医院', type: 'hospital', terminals: 'T000301;T000302', reason, authorisation };
  expect(asked(clerk, 'institution.add')).toEqual([{ institutionCode: 'H0003', ...given }]);
});

test.each(languages)('one is found, stopped as a whole and taken up again (%s)', async (language) => {
  const clerk = await atInstitutions(language);
  await clerk.press('Alt+f');
  await clerk.fillAll([['institutions.searchField', '中医']]);
  await clerk.press('Enter');
  await isAt(clerk, 'H0002');
  await clerk.press('Alt+x');
  await clerk.press('Tab');
  await authorise(clerk);
  await isAt(clerk, 'H0002');
  await expect.element(clerk.main.getByRole('button', { name: clerk.t('institutions.resume') })).toBeVisible();
  await clerk.isTold(clerk.t('institutions.stopped', { code: 'H0002' }));
  await clerk.press('Alt+x');
  await clerk.press('Tab');
  await authorise(clerk);
  await isAt(clerk, 'H0002');
  const whole = { institutionCode: 'H0002', terminal: null, reason, authorisation };
  expect([asked(clerk, 'institution.stop'), asked(clerk, 'institution.resume')]).toEqual([[whole], [whole]]);
});

test('one terminal is stopped, a stopped one is taken up again, an unknown one neither', async () => {
  const clerk = await atInstitutions();
  await clerk.press('Alt+x');
  await clerk.fillAll([['institutions.terminal', 'T9']]);
  await clerk.press('Enter');
  await expect.element(clerk.main.getByText(clerk.t('institutions.terminalUnknown'))).toBeVisible();
  await clerk.fillAll([['institutions.terminal', 'T000103']]);
  await authorise(clerk);
  await isAt(clerk, 'H0001');
  await clerk.isTold(clerk.t('institutions.resumedTerminal', { code: 'H0001', terminal: 'T000103' }));
  const one = { institutionCode: 'H0001', terminal: 'T000103', reason, authorisation };
  expect([asked(clerk, 'institution.stop'), asked(clerk, 'institution.resume')]).toEqual([[], [one]]);
});

test('a second person who may not is replaced by their number, one who mistyped by their password', async () => {
  const clerk = await atInstitutions();
  await clerk.press('Alt+n');
  await clerk.fillAll([
    ['institutions.code', 'H0003'],
    ['institutions.name', '滨江医院'],
    ['institutions.terminals', 'T000301'],
  ]);
  clerk.program.refuseNext('institution.add', { code: 'SECOND_PERSON_SAME', details: { clerkCode: '9001' } });
  await clerk.fillAll([
    ['administration.reason', reason],
    ['second.code', '9001'],
    ['second.password', 'demo-9001'],
  ]);
  await clerk.isRefused('SECOND_PERSON_SAME', { clerkCode: '9001' });
  await expect.element(clerk.field('second.code')).toHaveFocus();
  clerk.program.refuseNext('institution.add', { code: 'SECOND_PERSON_FAILED', details: { left: 4 } });
  await clerk.fillAll([
    ['second.code', '2001'],
    ['second.password', 'mistyped'],
  ]);
  await clerk.isRefused('SECOND_PERSON_FAILED', { left: 4 });
  await expect.element(clerk.field('second.password')).toHaveFocus();
});

test('a change brings what its form was opened with, and Escape leaves it', async () => {
  const clerk = await atInstitutions();
  await clerk.press('ArrowDown', 'Alt+m');
  await expect.element(clerk.main.getByText(clerk.t('institutions.nothingChanged'))).toBeVisible();
  await clerk.press('Escape');
  await isAt(clerk, 'H0002');
  await clerk.press('Alt+m', 'Tab', 'Tab');
  await clerk.fillAll([['institutions.moreTerminals', 'T000202']]);
  await authorise(clerk);
  await isAt(clerk, 'H0002');
  const before = { name: '区中医医院', type: 'hospital' };
  const change = { ...before, before, terminals: 'T000202', reason, authorisation };
  expect(asked(clerk, 'institution.change')).toEqual([{ institutionCode: 'H0002', ...change }]);
});
