/** The visit's screen: verdicts while typing, agents, doubtful network checks, and where the focus goes on. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { refusedWith, ok } from '../../renderer/gallery/fake/fake-state.ts';
import { clerkAt, languages, li, zhang, type Clerk } from './clerk.ts';

/** Both cards and the outcome of the network check by its digit. */
async function enterCards(clerk: Clerk, person = zhang, outcome = '1'): Promise<void> {
  await clerk.fill('visit.idNumber', person.idNumber);
  await clerk.press('Enter');
  await clerk.fill('visit.card', person.card);
  await clerk.press('Enter', outcome);
}

test.each(languages)(
  'a wrong pair is one sentence and the focus back; a lock is lifted where the clerk sits (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001' }, language);
    clerk.program.refuseNext('visit.open', { code: 'PAIR_MISMATCH', details: { left: 4 } });
    await enterCards(clerk);
    await clerk.press('Enter');
    await clerk.isRefused('PAIR_MISMATCH', { left: 4 });
    await expect.element(clerk.alert).toHaveLength(1);
    await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
    clerk.program.refuseNext('visit.open', { code: 'PAIR_MISMATCH', details: {} });
    // What is read after it tells that this one was too many.
    clerk.program.refuseNext('visit.current', { code: 'CLERK_LOCKED', details: { clerkCode: '1001' } });
    await clerk.press('Enter');
    await expect.element(clerk.heading('unlockClerk.title', { code: '1001' })).toBeVisible();
    await clerk.fillAll([
      ['unlockClerk.code', '2001'],
      ['unlockClerk.password', 'demo-2001'],
    ]);
    await expect.element(clerk.heading('unlockClerk.title', { code: '1001' })).not.toBeInTheDocument();
    await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
    await clerk.press('Enter');
    await expect.element(clerk.panel).toMatchTextContent(zhang.name);
  },
);

test('the verdict comes while typing: birth date, age and sex, or what is wrong', async () => {
  const clerk = await clerkAt();
  await clerk.fill('visit.idNumber', '110105195001010014');
  await clerk.isTold(clerk.t('visit.idFault.CHECK_DIGIT'));
  await clerk.type('11010519491331002X');
  await clerk.isTold(clerk.t('visit.idFault.BIRTH_DATE'));
  await clerk.type('11010519491231002x');
  await clerk.isTold(clerk.t('visit.idOk', { birth: '1949-12-31', age: 75, sex: clerk.t('panel.female') }));
  await clerk.press('Enter');
  await clerk.fill('visit.card', zhang.card.replace(/6$/, '7'));
  await clerk.isTold(clerk.t('visit.cardFault.CHECK_DIGIT'));
  await clerk.type(`4${zhang.card.slice(1)}`);
  await clerk.isTold(clerk.t('visit.cardFault.PREFIX'));
  await clerk.type(zhang.card);
  await clerk.isTold(clerk.t('visit.cardOk'));
});

test('a number that cannot be one is not left, and one that the ledger refuses brings the focus back', async () => {
  const clerk = await clerkAt({
    clerk: '1001',
    answers: { 'visit.open': () => refusedWith('ID_NUMBER_INVALID', { fault: 'CHECK_DIGIT' }) },
  });
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('common.required'));
  await clerk.fill('visit.idNumber', '110105195');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('visit.idFault.LENGTH'));
  await clerk.fill('visit.idNumber', '110105195001010014');
  await clerk.isTold(clerk.t('visit.idFault.CHECK_DIGIT'));
  await clerk.press('Enter');
  await enterCards(clerk);
  await clerk.press('Enter');
  await clerk.isRefused('ID_NUMBER_INVALID', { fault: 'CHECK_DIGIT' });
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await clerk.nobodyIsThere();
});

test.each(languages)(
  'an agent is asked for who they are, and a refusal brings the focus to their lines (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001' }, language);
    clerk.program.refuseNext('visit.open', { code: 'AGENT_INVALID', details: {} });
    await enterCards(clerk);
    await clerk.press('Alt+a');
    await clerk.fillAll([
      ['visit.agentIdNumber', zhang.idNumber],
      ['visit.agentName', '李秋菊'],
      ['visit.agentRelation', '兄弟'],
    ]);
    await clerk.isRefused('AGENT_INVALID');
    await clerk.fill('visit.agentIdNumber', li.idNumber);
    await clerk.press('Enter');
    await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.agent'));
    expect(clerk.program.asked.findLast(({ verb }) => verb === 'visit.open')?.input).toMatchObject({
      agent: { idNumber: li.idNumber, name: '李秋菊', relation: '兄弟', householdRegister: false },
    });
  },
);

test('a child comes with a guardian and the household register, who acts for the child', async () => {
  const clerk = await clerkAt({
    clerk: '1001',
    pinState: 'none',
    visit: { agent: { nameMasked: '李*', idMasked: '320***********0020', relation: '父亲', guardian: true } },
  });
  clerk.program.refuseNext('visit.open', { code: 'GUARDIAN_REQUIRED', details: {} });
  await enterCards(clerk);
  await clerk.press('Enter');
  await clerk.isRefused('GUARDIAN_REQUIRED');
  await clerk.fill('visit.agentIdNumber', li.idNumber);
  await clerk.press('Enter');
  await clerk.fill('visit.agentName', li.name);
  await clerk.press('Enter');
  await clerk.fill('visit.agentRelation', '父亲');
  await clerk.tabTo(page.getByRole('checkbox', { name: clerk.t('visit.householdRegister') }));
  await clerk.press(' ', 'Enter');
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.guardian'));
  await clerk.press('F4');
  await expect.element(clerk.radio('pin.choice.first')).toHaveFocus();
  await clerk.press('F5', '5', 'Enter');
  await clerk.confirm();
  await expect.element(clerk.button('loss.askHolder')).toBeVisible();
});

test.each([
  ['3', 'name-differs', 'panel.nameDiffers'],
  ['4', 'number-unknown', 'panel.numberUnknown'],
] as const)('network check %s refuses nobody but asks for a second document', async (key, outcome, said) => {
  const clerk = await clerkAt();
  await enterCards(clerk, zhang, key);
  await clerk.fill('visit.secondaryDocument', '户口簿 110-2231');
  await clerk.press('Enter');
  await expect.element(clerk.panel).toMatchTextContent(clerk.t(said));
  expect(clerk.program.asked.findLast(({ verb }) => verb === 'visit.open')?.input).toMatchObject({
    networkCheck: outcome,
    secondaryDocument: '户口簿 110-2231',
  });
});

test('without an outcome of the network check no visit is opened', async () => {
  const clerk = await clerkAt();
  await clerk.fillAll([
    ['visit.idNumber', zhang.idNumber],
    ['visit.card', zhang.card],
  ]);
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('visit.chooseNetwork'));
  await clerk.press('2', 'Enter');
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.matchNoPhoto'));
});

test('a visit is finished by its key, and the next customer starts with empty fields', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang' });
  await clerk.press('Control+Enter');
  await clerk.isTold(clerk.t('panel.finished'));
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await expect.element(clerk.field('visit.idNumber')).toHaveValue('');
  await expect.element(page.getByText(zhang.name)).not.toBeInTheDocument();
  await clerk.openVisit(li);
  await expect.element(clerk.panel).toMatchTextContent(li.name);
});

test('a holder without the card is asked for by ID number, name and phone together', async () => {
  const clerk = await clerkAt();
  clerk.program.refuseNext('visit.openWithoutCard', { code: 'PAIR_MISMATCH', details: { left: 4 } });
  await clerk.press('Alt+k');
  await clerk.fillAll([
    ['visit.idNumber', zhang.idNumber],
    ['visit.name', zhang.name],
    ['visit.phone', '13800000000'],
  ]);
  await clerk.press('1', 'Enter');
  await clerk.isRefused('PAIR_MISMATCH', { left: 4 });
  await clerk.nobodyIsThere();
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
  await clerk.press('Tab', 'Tab');
  await clerk.fill('visit.phone', ' 138-12345678');
  await clerk.press('Enter');
  await expect.element(clerk.panel).toMatchTextContent(clerk.t('panel.cardNotShown'));
  await expect.element(clerk.main.getByRole('button').first()).toMatchTextContent(clerk.t('task.loss'));
  await clerk.press('F3');
  await clerk.isTold(clerk.t('statement.needCard', { key: 'F5' }));
});

test('a visit that another window ended is told once, and nothing of it stays', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', answers: { 'visit.finish': () => ok({}) } });
  clerk.program.refuseNext('statement.presets', { code: 'VISIT_ENDED', details: {} });
  await clerk.press('F3');
  await clerk.nobodyIsThere();
  await expect.element(page.getByText(zhang.name)).not.toBeInTheDocument();
});
