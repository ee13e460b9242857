/**
 * A report is followed up with its number: found, cancelled by its holder alone, ended with a new card
 * (docs/rules.md 3).
 */
import { expect, test } from './support/counter-test.ts';
import { firstPin } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest, neighbour } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';

const pin = '918273';
const wrong = '204836';
/** A card of nobody's, with its check digit. */
const newCard = '6213300100000009017';

function action(desk: Desk, name: 'cancel' | 'reissue') {
  return desk.page
    .getByRole('group', { name: desk.t('followUp.today') })
    .getByRole('button', { name: desk.t(`followUp.act.${name}`) });
}

async function find(desk: Desk, number: string, idNumber: string): Promise<void> {
  await desk.fill('followUp.number', number);
  await desk.press('Enter');
  await desk.fill('visit.idNumber', idNumber);
  await desk.press('Enter');
}

test('cancelled by the holder in person: the PIN, then a second person who is another', async ({
  twoDisplayDesk: desk,
  office,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  const customer = await firstPin(desk, pin);
  await desk.paperShown();
  const number = await reportFormally(desk);

  await desk.press('F6');
  await expect(action(desk, 'cancel')).toBeFocused();
  await desk.press('2');
  await expect(desk.button(desk.t('followUp.askPin'))).toBeFocused();
  await desk.press('Enter');
  await customer.isAsked('old');
  await customer.typeOnNumpad(wrong);
  await desk.isRefusedWith(desk.t('entry.wrong', { left: 2 }));
  await expect(desk.field('second.code')).toBeHidden();
  await customer.typeOnNumpad(pin);
  await desk.isTold(desk.t('entry.done.prove'));
  await desk.authorise('1001');
  await desk.isRefused('SECOND_PERSON_SAME');
  await desk.useLanguage('en');
  await desk.authorise();
  await desk.isTold(desk.t('followUp.done.cancel'));
  await desk.paperShown();
  await expect(desk.counterPanel).not.toContainText(number);
  await expect(desk.page.getByRole('main')).toContainText(desk.t('report.status.cancelled'));
  expect(await desk.page.content()).not.toContain(pin);
  await desk.app.close();
  expect(await brokenChecks(office)).toEqual([]);
});

test('a new card: verdict, fee, second person, receipt; the old one is over for good', async ({ office, start }) => {
  await changeSetting(office, 'reissueWaitDays', 0);
  const desk = await start();
  await desk.useLanguage('en');
  await desk.signIn();
  await desk.openVisit(busiest);
  const number = await reportFormally(desk);
  await desk.press('F7');
  await expect(desk.button(number)).toBeFocused();
  await desk.press('Enter');
  await expect(action(desk, 'reissue')).toBeVisible();
  await desk.press('3');
  await desk.fill('followUp.newCard', newCard.replace(/7$/, '8'));
  await desk.isTold(desk.t('visit.cardFault.CHECK_DIGIT'));
  // Nobody is called over for a number that is known to be wrong, or for one that is not there.
  await desk.pushButton(desk.t('followUp.toSecond'));
  await expect(desk.field('followUp.newCard')).toBeFocused();
  await expect(desk.field('second.code')).toBeHidden();
  await desk.press('Control+A');
  await desk.type(neighbour.card);
  await desk.isTold(desk.t('visit.cardOk'));
  await desk.pushButton(desk.t('followUp.toSecond'));
  await desk.isTold(desk.t('common.required'));
  await desk.fill('followUp.newInsuranceNumber', 'YB000009017');
  await expect(desk.page.getByText('20.00')).toBeVisible();
  await desk.press('Enter');
  await desk.authorise();
  await desk.isRefused('CARD_TAKEN');
  await desk.fill('followUp.newCard', newCard);
  await desk.press('Enter');
  await desk.authorise();
  await desk.isTold(desk.t('followUp.done.reissue'));
  await desk.paperShown();
  await expect(desk.counterPanel).toContainText('621330*********9017');
  await desk.press('F9');
  await expect(desk.heading('approvals.title')).toBeVisible();

  // The old card opens nothing any more; its report still answers, and nothing is left to be done about it.
  await desk.finishVisit();
  await desk.enterCards(busiest);
  await desk.press('Enter');
  await desk.isRefused('CARD_REPLACED');
  await desk.press('F6');
  await find(desk, number, busiest.idNumber);
  await expect(desk.page.getByRole('main')).toContainText(desk.t('report.status.reissued'));
  await expect(action(desk, 'reissue')).toHaveCount(0);
  await desk.press('F2');
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.press('Tab');
  await desk.fill('visit.card', newCard);
  await desk.press('Enter');
  await expect(desk.counterPanel).toContainText(busiest.name);
  await desk.app.close();
  const reissued = (await auditRecord(office)).find(
    ({ verb, outcome }) => verb === 'loss.reissue' && outcome === 'done',
  );
  expect(reissued).toMatchObject({ actor: '1001', second: '2001' });
  expect(await brokenChecks(office)).toEqual([]);
});
