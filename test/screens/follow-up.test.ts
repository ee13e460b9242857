/** F6: anyone with number and ID number may ask; what only the holder in person may do is offered to nobody else. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { refusedWith } from '../../renderer/gallery/fake/fake-state.ts';
import { reports } from '../../renderer/gallery/known.ts';
import type { FollowUpAction } from '../../renderer/teller/follow-up/follow-up-actions.ts';
import { clerkAt, languages, li, zhang, type Clerk } from './clerk.ts';
import { customerIs } from './loss-desk.ts';

const { due, formal } = reports;

function action(clerk: Clerk, name: FollowUpAction) {
  return page
    .getByRole('group', { name: clerk.t('followUp.today') })
    .getByRole('button', { name: clerk.t(`followUp.act.${name}`) });
}

async function find(clerk: Clerk, number: string, idNumber: string): Promise<void> {
  await clerk.fillAll([
    ['followUp.number', number],
    ['visit.idNumber', idNumber],
  ]);
}

test.each(languages)(
  'what does not belong together is not found, and what is typed anyhow is (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', known: { reports: [formal] } }, language);
    await clerk.press('F6');
    clerk.program.refuseNext('loss.find', { code: 'LOSS_UNKNOWN', details: { left: 4 } });
    await find(clerk, formal.number, li.idNumber);
    await clerk.isRefused('LOSS_UNKNOWN', { left: 4 });
    await clerk.fill('followUp.number', `${formal.number} `);
    await clerk.press('Tab');
    await clerk.fill('visit.idNumber', zhang.idNumber);
    await clerk.press('Enter');
    await expect.element(clerk.main).toMatchTextContent(clerk.t('report.status.waiting'));
    await clerk.isTold(clerk.t('followUp.obstacle.no-visit', { key: 'F2' }));
    await expect.element(action(clerk, 'cancel')).toBeDisabled();
    await expect.element(action(clerk, 'add-reference')).toHaveFocus();
  },
);

test.each(languages)('the department’s number is added without the holder at the counter (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001', known: { reports: [formal] } }, language);
  await clerk.press('F6');
  await find(clerk, formal.number, zhang.idNumber);
  await expect.element(action(clerk, 'add-reference')).toHaveFocus();
  await clerk.press('5');
  await clerk.fill('report.reference', 'SB-2025-000917');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('followUp.done.add-reference'));
  await expect.element(clerk.main).toMatchTextContent('SB-2025-000917');
  expect(await clerk.desk.asks('loss.addReference')).toMatchObject({
    input: { number: formal.number, idNumber: zhang.idNumber, visitId: null, reference: 'SB-2025-000917' },
  });
});

test.each(languages)(
  'written wrongly, it is corrected before a second person, who sees both, and stays on the timeline (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', known: { reports: [due] } }, language);
    await clerk.press('F6');
    await find(clerk, due.number, zhang.idNumber);
    const timeline = page.getByRole('table');
    await expect.element(timeline).toMatchTextContent(clerk.t('report.step.reference-added'));
    await expect.element(timeline).toMatchTextContent('YB-BJ-202501-000317');
    await clerk.press('6');
    await clerk.fill('followUp.correctedNumber', 'YB-BJ-202501-000371');
    await clerk.press('Enter');
    await clerk.fill('followUp.correctionReason', '末两位写反');
    await clerk.press('Enter');
    await expect.element(clerk.main).toMatchTextContent(
      clerk.t('final.correction', {
        number: due.number,
        was: 'YB-BJ-202501-000317',
        reference: 'YB-BJ-202501-000371',
      }),
    );
    await clerk.authorise();
    await clerk.isTold(clerk.t('followUp.done.correct-reference'));
    await expect.element(clerk.main).toMatchTextContent('YB-BJ-202501-000371');
    expect(await clerk.desk.asks('loss.correctReference')).toMatchObject({
      input: { reference: 'YB-BJ-202501-000371', reason: '末两位写反', second: { clerkCode: '2001' } },
    });
  },
);

test.each(languages)(
  'with somebody else at the counter nothing of it can be done but led to (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'li', known: { reports: [due] } }, language);
    await clerk.press('F6');
    await find(clerk, due.number, zhang.idNumber);
    await clerk.isTold(clerk.t('followUp.obstacle.other-visit', { key: 'F2' }));
    await expect.element(action(clerk, 'cancel')).toBeDisabled();
    await expect.element(action(clerk, 'reissue')).toBeDisabled();
    await clerk.press('2');
    await expect.element(page.getByText(clerk.t('followUp.cancelFound'))).not.toBeInTheDocument();
    await clerk.tabTo(clerk.button('followUp.toVisit'));
    await clerk.press('Enter');
    await expect.element(clerk.heading('visit.title')).toBeVisible();
  },
);

test.each(languages)('an agent cancels nothing and sets no PIN (%s)', async (language) => {
  const agent = { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: false };
  const clerk = await clerkAt(
    {
      clerk: '1001',
      customer: 'zhang',
      known: { reports: [due] },
      visit: { agent },
      answers: { 'customer.ask': () => refusedWith('AGENT_MAY_NOT') },
    },
    language,
  );
  await clerk.press('F6');
  await expect.element(action(clerk, 'cancel')).toBeDisabled();
  await clerk.isTold(clerk.refusal('AGENT_MAY_NOT'));
  await clerk.press('F4');
  await expect.element(clerk.main).toMatchTextContent(clerk.refusal('AGENT_MAY_NOT'));
});

test.each(languages)(
  'cancelled by the holder: a wrong PIN calls nobody over, the right one a second person who is another (%s)',
  async (language) => {
    const cardLoss = { number: due.number, kind: 'formal' } as const;
    const clerk = await clerkAt(
      { clerk: '1001', customer: 'zhang', known: { reports: [due] }, visit: { cardLoss } },
      language,
    );
    await clerk.press('F6');
    await expect.element(action(clerk, 'cancel')).toHaveFocus();
    await clerk.press('2');
    await expect.element(clerk.button('followUp.askPin')).toHaveFocus();
    await clerk.press('Enter');
    await customerIs(clerk, { fault: { kind: 'wrong', triesLeft: 2 } });
    await expect.element(clerk.alert.filter({ hasText: clerk.t('entry.wrong', { left: 2 }) })).toBeVisible();
    await expect.element(clerk.field('second.code')).not.toBeInTheDocument();
    await customerIs(clerk, { ended: 'done' });
    await clerk.isTold(clerk.t('entry.done.prove'));
    clerk.program.refuseNext('loss.cancel', { code: 'SECOND_PERSON_SAME', details: { clerkCode: '1001' } });
    await clerk.authorise('1001');
    await clerk.isRefused('SECOND_PERSON_SAME', { clerkCode: '1001' });
    await clerk.authorise();
    await clerk.isTold(clerk.t('followUp.done.cancel'));
    await clerk.desk.seesPaper();
    await expect.element(clerk.main).toMatchTextContent(clerk.t('report.status.cancelled'));
  },
);

test('who authorises a new card sees the whole of what they authorise, below a long form', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', known: { reports: [reports.due] } });
  await clerk.press('F6');
  await expect.element(action(clerk, 'reissue')).toBeEnabled();
  await clerk.press('3');
  await clerk.fillAll([
    ['followUp.newCard', '6213300100000000032'],
    ['followUp.newInsuranceNumber', 'YB11010500037'],
  ]);
  const second = page.getByRole('region', { name: clerk.t('second.title') });
  await expect.element(second.getByLabelText(clerk.t('approvals.factsOf'))).toBeVisible();
  await expect.element(second).toBeInViewport({ ratio: 1 });
});

test.each(languages)(
  'a step of the holder’s own door is told as theirs, without the account (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', known: { reports: [reports.online] } }, language);
    await clerk.press('F6');
    await expect.element(clerk.main).toMatchTextContent(clerk.t('report.holderOnline'));
    await expect.element(clerk.main).not.toMatchTextContent('holder:');
    await expect.element(clerk.main).toMatchTextContent(clerk.t('report.channel.online'));
  },
);
