/** Two pairs of eyes from the queue: asked at one sign-in, decided at another, used once (docs/rules.md 5). */
import { expect, test } from './support/counter-test.ts';
import { customerAt, firstPin } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { auditRecord } from './support/office-record.ts';

const pin = '918273';
const another = '204836';

async function forgotten(desk: Desk): Promise<void> {
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.change') })).toBeFocused();
  await desk.press('3', 'Enter');
}

/** Signs in as the supervisor, who finds the request. */
async function supervisorComes(desk: Desk): Promise<void> {
  await desk.signOut();
  await desk.signIn('2001');
  await expect(desk.page.getByRole('navigation')).toContainText(
    desk.t('task.counted', { task: desk.t('task.approvals'), count: 1 }),
  );
  await desk.press('F9');
  await expect(desk.button(desk.t('approvals.verb.loss.report')).first()).toBeFocused();
}

function approve(desk: Desk) {
  return desk.page.getByRole('main').getByRole('button', { name: desk.t('approvals.approve'), exact: true });
}

async function clerkComesBack(desk: Desk): Promise<void> {
  await desk.signOut();
  await desk.signIn();
}

test('asked in the queue, refused with a reason, asked again, approved, and used for exactly that', async ({
  twoDisplayDesk: desk,
  office,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await firstPin(desk, pin);
  await desk.paperShown();
  await desk.press('Escape');
  await forgotten(desk);
  await expect(desk.field('second.code')).toBeFocused();
  await desk.press('Alt+W');
  await expect(desk.button(desk.t('second.ask'))).toBeHidden();
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.set'));

  await supervisorComes(desk);
  const facts = desk.page.locator('.asked-facts');
  for (const shown of ['王敏', '1001', busiest.name.slice(0, 1), desk.t('visit.matchPhoto'), desk.t('asked.inPerson')])
    await expect(facts).toContainText(shown);
  await expect(facts).toContainText(desk.t('asked.pin.pin-not-proven'));
  await expect(facts).toContainText(desk.t('loss.object.password'));
  await desk.press('Alt+N');
  await expect(desk.field('second.reason')).toBeFocused();
  await desk.press('Enter');
  await desk.isTold(desk.refusal('REASON_REQUIRED'));
  await desk.fill('second.reason', '持卡人未到场');
  await desk.press('Enter');
  await expect(desk.finalAct).toContainText('持卡人未到场');
  await desk.confirm();
  await desk.isTold(desk.t('approvals.done.refuse'));

  await clerkComesBack(desk);
  await desk.press('F9');
  await expect(desk.page.getByRole('table')).toContainText('持卡人未到场');
  await expect(approve(desk)).toBeHidden();
  await desk.useLanguage('en');
  await desk.press('F2');
  await desk.openVisit(busiest);
  await forgotten(desk);
  await expect(desk.field('second.code')).toBeFocused();
  await desk.press('Alt+W');
  await expect(desk.button(desk.t('second.ask'))).toBeHidden();

  await supervisorComes(desk);
  await desk.press('Alt+Y');
  await expect(desk.page.getByRole('form', { name: desk.t('approvals.approve') })).toContainText('1001');
  await desk.fill('approvals.password', 'demo-supervisor-2001');
  await desk.press('Enter');
  await desk.isTold(desk.t('approvals.done.approve'));
  await clerkComesBack(desk);
  await desk.openVisit(busiest);
  await forgotten(desk);
  await expect(desk.button(desk.t('second.use'))).toBeFocused();
  await desk.press('Enter');
  const inEnglish = await customerAt(desk);
  await inEnglish.isAsked('new');
  await inEnglish.typeOnNumpad(another);
  await inEnglish.isAsked('repeat');
  await inEnglish.typeOnNumpad(another);
  await desk.isTold(desk.t('entry.done.reset'));
  await desk.press('F9');
  await expect(desk.page.getByRole('table')).toContainText(desk.t('approvals.states.used'));
  await desk.app.close();
  const decisions = (await auditRecord(office)).filter(({ verb }) => verb === 'approval.decide');
  expect(decisions.map(({ actor, details }) => [actor, details['decision'], details['reason']])).toEqual([
    ['2001', 'refused', '持卡人未到场'],
    ['2001', 'approved', null],
  ]);
});
