/** Two pairs of eyes from the queue: asked at one sign-in, decided at another, used once (docs/rules.md 5). */
import type { Instant } from '../../electron/contract/kernel/dates.ts';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import { customerAt, firstPin } from './support/customer-desk.ts';
import { throughDoor, type PreparedOffice } from './support/demo-office.ts';
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
  await expect(desk.finalAct).toContainText('1001');
  await desk.confirm();
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

/** A supervisor asks for something, as if so many minutes ago. */
async function askedBefore(office: PreparedOffice, minutes: number): Promise<void> {
  const clock = (): Instant => (Date.now() - minutes * 60_000) as Instant;
  const [, supervisor] = demoOffice.clerks;
  await throughDoor(
    office,
    async (door) => {
      const asked = { counter: 'test', operator: 'test' };
      const credentials = { clerkCode: '2001', password: supervisor!.password };
      const entered = await door.answer({ ...asked, verb: 'session.signIn', input: credentials, sessionToken: null });
      const sessionToken = entered.session ?? null;
      const cards = { idNumber: busiest.idNumber, card: busiest.card, networkCheck: 'match-photo' };
      const visit = { operationId: crypto.randomUUID(), ...cards, secondaryDocument: null, agent: null };
      const opened = await door.answer({ ...asked, verb: 'visit.open', input: visit, sessionToken });
      if (!opened.reply.ok) throw new Error(opened.reply.error.code);
      const { visitId } = opened.reply.value as { readonly visitId: string };
      const report = { object: 'password', kind: 'formal', missedSince: null, address: '', phone: null };
      const input = { operationId: crypto.randomUUID(), verb: 'loss.report', input: { visitId, ...report } };
      const made = await door.answer({ ...asked, verb: 'approval.ask', input, sessionToken });
      if (!made.reply.ok) throw new Error(made.reply.error.code);
    },
    clock,
  );
}

test('what has expired can be neither decided nor used, and nobody decides on what they asked for', async ({
  office,
  start,
}) => {
  await askedBefore(office, 24 * 60 - 30);
  await askedBefore(office, 5);
  const desk = await start();
  await desk.signIn('2001');
  await desk.press('F9');
  const table = desk.page.getByRole('table');
  await expect(table).toContainText(desk.t('approvals.states.expired'));
  await expect(table).toContainText(desk.t('approvals.states.pending'));
  const rows = desk.button(desk.t('approvals.verb.loss.report'));
  await expect(rows.first()).toBeFocused();
  await desk.press('Alt+Y', 'ArrowDown', 'Alt+Y');
  await expect(approve(desk)).toBeHidden();
  await desk.signOut();
  await desk.signIn('9001');
  await desk.press('F9');
  await expect(rows.first()).toBeFocused();
  await expect(approve(desk)).toBeVisible();
  await desk.press('ArrowDown');
  await expect(approve(desk)).toBeHidden();
  await desk.press('Alt+Y', 'ArrowUp', 'Alt+Y');
  await desk.confirm();
  await desk.isTold(desk.t('approvals.done.approve'));
  await desk.app.close();
  expect((await auditRecord(office)).filter(({ verb }) => verb === 'approval.decide')).toHaveLength(1);
});
