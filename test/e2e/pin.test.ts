/**
 * PINs at the counter: the clerk leads, the holder types, and no digit comes to the clerk's side
 * (docs/rules.md 4).
 */
import { expect, test } from './support/counter-test.ts';
import { customerAt, firstPin, secondDisplay } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { holdAnswers, whatIsReadAgain } from './support/held-answers.ts';
import { busiest } from './support/holders.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';
import { languages } from './support/words.ts';

const pin = '918273';
const another = '204836';
const most = 40;

async function isQueued(desk: Desk): Promise<void> {
  const told = desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') });
  await expect(told).toBeVisible();
}

for (const language of languages) {
  test(`a forgotten PIN, from visit to receipt in under ${most} keystrokes of the clerk (${language})`, async ({
    desk,
    office,
  }) => {
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.openVisit(busiest);
    const first = await firstPin(desk, pin);
    await first.handsBack();
    await desk.isTold(desk.t('entry.done.first'));
    await desk.paperShown();
    await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.set'));
    await desk.finishVisit();

    const before = desk.keystrokes;
    await desk.openVisitByReader(busiest);
    await desk.press('F4');
    await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.change') })).toBeFocused();
    await desk.press('3', 'Enter');
    await desk.authorise();
    const customer = await customerAt(desk);
    await customer.isAsked('new');
    await expect(customer.page.getByText(busiest.card)).toBeHidden();
    await customer.typeOnNumpad(pin);
    await customer.isTold(customer.t('customer.weak.PREVIOUS'));
    await expect(desk.page.getByText(desk.t('entry.weak.PREVIOUS'))).toBeVisible();
    await customer.typeTwice(another);
    await customer.handsBack();
    await desk.isTold(desk.t('entry.done.reset'));
    await desk.paperShown();
    await desk.press('Enter');
    const used = desk.keystrokes - before;
    await isQueued(desk);
    expect(used).toBeLessThan(most);

    await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.set'));
    const shown = await desk.page.content();
    for (const digits of [pin, another]) expect(shown).not.toContain(digits);
    await desk.app.close();
    const record = await auditRecord(office);
    expect(record.find(({ verb }) => verb === 'loss.report')).toMatchObject({ actor: '1001', second: '2001' });
    expect(record.find(({ verb }) => verb === 'pin.reset')).toMatchObject({ actor: '1001', second: '2001' });
    expect(await brokenChecks(office)).toEqual([]);
  });
}

test('the old PIN wrong three times: the count in sight, locked, and on with a forgotten one', async ({
  twoDisplayDesk: desk,
  office,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  const customer = await firstPin(desk, pin);
  await desk.paperShown();
  await desk.press('Escape');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.change') })).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  await customer.isAsked('old');
  for (const left of [2, 1]) {
    await customer.typeOnNumpad(another);
    await desk.isRefusedWith(desk.t('entry.wrong', { left }));
  }
  // The key that goes on is ready before the window has read anew how things stand.
  const release = await holdAnswers(desk.app, whatIsReadAgain);
  await customer.typeOnNumpad(another);
  await desk.isRefusedWith(desk.t('entry.ended.locked'));
  await expect(desk.button(desk.t('pin.toForgotten'))).toBeFocused();
  await desk.press('Enter');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.forgotten') })).toBeFocused();
  await release();
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.locked'));

  // Nobody is their own second person, a wrong PIN reports nothing, and the same key goes on.
  await desk.press('Enter');
  await desk.authorise('1001');
  await desk.isRefused('SECOND_PERSON_SAME');
  await desk.authorise('2001', 'wrong');
  await desk.isRefused('SECOND_PERSON_FAILED', { clerkCode: '2001' });
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.locked'));
  await desk.authorise();
  await customer.isAsked('new');
  await desk.press('Escape');
  await desk.isRefusedWith(desk.t('entry.ended.abandoned'));
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.void'));

  // Interrupted, it is offered to go on, without another report or another second person.
  await desk.press('F3', 'F4', 'Escape');
  const goesOn = desk.page.getByText(/L0101\d+/).first();
  await expect(goesOn).toBeVisible();
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.forgotten') })).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  await customer.isAsked('new');
  await customer.typeTwice(another);
  await desk.isTold(desk.t('entry.done.reset'));
  await desk.app.close();
  const record = await auditRecord(office);
  expect(record.filter(({ verb, outcome }) => verb === 'loss.report' && outcome === 'done')).toHaveLength(1);
  expect(record.filter(({ outcome }) => outcome === 'SECOND_PERSON_SAME')).toHaveLength(1);
});

test('the customer walks away: both windows are clean, nothing is changed, and it is asked again with one key', async ({
  office,
  start,
}) => {
  await changeSetting(office, 'pinEntrySeconds', 3);
  const desk = await start({ displays: [secondDisplay] });
  await desk.useLanguage('en');
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.first') })).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  const customer = await customerAt(desk);
  await customer.isAsked('new');
  await customer.press('Numpad1', 'Numpad2');
  await expect(desk.page.getByText(desk.t('entry.typing'))).toBeVisible();
  await desk.isRefusedWith(desk.t('entry.ended.timed-out'));
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.none'));
  await expect(desk.button(desk.t('pin.again'))).toBeFocused();
  await desk.press('Enter');
  await customer.isAsked('new');
  await customer.hasTyped(0);
});
