/**
 * The visit: both cards together or nothing, verdicts while typing, agents, doubtful network checks (docs/rules.md 2).
 */
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import { busiest, endsInX, neighbour, rareName } from './support/holders.ts';

const wideDigits = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

test('a wrong pair is one sentence and the focus back; the fifth locks until a supervisor comes', async ({ desk }) => {
  await desk.signIn();
  await desk.enterCards({ idNumber: busiest.idNumber, card: neighbour.card });
  await desk.press('Enter');
  await desk.isRefused('PAIR_MISMATCH');
  await expect(desk.page.getByRole('alert')).toHaveCount(1);
  for (let pairs = 1; pairs < 5; pairs += 1) {
    await expect(desk.button(desk.t('visit.submit'))).toBeEnabled();
    await expect(desk.field('visit.idNumber')).toBeFocused();
    await desk.press('Enter');
    await desk.isAnswered('visit.open', pairs + 1);
  }
  await expect(desk.page.getByRole('heading', { name: desk.t('unlockClerk.title', { code: '1001' }) })).toBeVisible();
  const [, supervisor] = demoOffice.clerks;
  await desk.fill('unlockClerk.code', '2001');
  await desk.press('Enter');
  await desk.fill('unlockClerk.password', supervisor!.password);
  await desk.press('Enter');
  await expect(desk.page.getByRole('heading', { name: desk.t('unlockClerk.title', { code: '1001' }) })).toBeHidden();
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.press('Tab');
  await desk.fill('visit.card', busiest.card);
  await desk.press('Enter');
  await expect(desk.counterPanel).toContainText(busiest.name);
});

test('full-width digits, spaces and a small x are understood', async ({ desk }) => {
  const spaced = endsInX.card.replaceAll(/(.{4})/g, '$1 ');
  await desk.signIn();
  await desk.openVisit({ idNumber: wideDigits(endsInX.idNumber).replace('X', 'x'), card: ` ${spaced}` });
  await expect(desk.counterPanel).toContainText(endsInX.name);
});

test('numbers are masked on the screen, the name whole in the header of the visit alone', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(rareName);
  await expect(desk.counterPanel).toContainText(rareName.name);
  await expect(desk.counterPanel).toContainText('110***********1950');
  await expect(desk.counterPanel).toContainText('621330*********0966');
  const everything = await desk.page.locator('body').innerText();
  expect(everything).not.toContain(rareName.idNumber);
  expect(everything).not.toContain(rareName.card);
});

test('an agent is recorded with relation, shown masked, and cannot be the holder', async ({ desk }) => {
  await desk.signIn();
  await desk.enterCards(busiest);
  await desk.press('Alt+A');
  await desk.fill('visit.agentIdNumber', busiest.idNumber);
  await desk.press('Enter');
  await desk.fill('visit.agentName', neighbour.name);
  await desk.press('Enter');
  await desk.fill('visit.agentRelation', '兄弟');
  await desk.press('Enter');
  await desk.isRefused('AGENT_INVALID');
  await desk.fill('visit.agentIdNumber', neighbour.idNumber);
  await desk.press('Enter');
  await expect(desk.counterPanel).toContainText(`${neighbour.name.slice(0, 1)}*`);
  await expect(desk.counterPanel).toContainText('440***********1219');
  await expect(desk.counterPanel).toContainText('兄弟');
  await expect(desk.counterPanel).not.toContainText(neighbour.name);
});

test('a holder without the card is found by ID number, name and phone together, or not at all', async ({ desk }) => {
  await desk.signIn();
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.press('Alt+K');
  await desk.fill('visit.idNumber', endsInX.idNumber);
  await desk.press('Enter');
  await desk.fill('visit.name', endsInX.name);
  await desk.press('Enter');
  await desk.fill('visit.phone', neighbour.phone);
  await desk.press('Enter', '1', 'Enter');
  await desk.isRefused('PAIR_MISMATCH');
  await desk.nobodyIsThere();
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.press('Tab', 'Tab');
  await desk.fill('visit.phone', ` ${endsInX.phone.slice(0, 3)}-${endsInX.phone.slice(3)}`);
  await desk.press('Enter');
  await expect(desk.counterPanel).toContainText(endsInX.name);
  await expect(desk.counterPanel).toContainText(desk.t('panel.cardNotShown'));
  await expect(desk.page.getByRole('main').getByRole('button').first()).toHaveText(new RegExp(desk.t('task.loss')));
  await desk.press('F3');
  await desk.isTold(desk.t('statement.needCard', { key: 'F5' }));
});
