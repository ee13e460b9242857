/**
 * The visit: both cards together or nothing, verdicts while typing, agents, doubtful network checks (docs/rules.md 2).
 */
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { expect, test } from './support/counter-test.ts';
import { busiest, endsInX, neighbour, rareName } from './support/holders.ts';
import { languages } from './support/words.ts';

const wideDigits = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

for (const language of languages) {
  test(`a wrong pair is one sentence and the focus back; the fifth locks until a supervisor comes (${language})`, async ({
    desk,
  }) => {
    await desk.useLanguage(language);
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
}

test('the verdict comes while typing: birth date, age and sex, or what is wrong', async ({ desk }) => {
  await desk.signIn();
  await desk.fill('visit.idNumber', '110105195001010014');
  await desk.isTold(desk.t('visit.idFault.CHECK_DIGIT'));
  await desk.press('Control+A');
  await desk.type('11010519491331002X');
  await desk.isTold(desk.t('visit.idFault.BIRTH_DATE'));
  await desk.press('Control+A');
  await desk.type('11010519491231002x');
  await desk.isTold(desk.t('visit.idOk', { birth: '1949-12-31', age: 75, sex: desk.t('panel.female') }));
  await desk.press('Enter');
  await desk.fill('visit.card', '6213300100000000017');
  await desk.isTold(desk.t('visit.cardFault.CHECK_DIGIT'));
  await desk.press('Control+A');
  await desk.type(`4${busiest.card.slice(1)}`);
  await desk.isTold(desk.t('visit.cardFault.PREFIX'));
  await desk.press('Control+A');
  await desk.type(busiest.card);
  await desk.isTold(desk.t('visit.cardOk'));
});

test('a number that cannot be one opens no visit and brings the focus back to it', async ({ desk }) => {
  await desk.signIn();
  await desk.enterCards({ idNumber: '110105195001010014', card: busiest.card });
  await desk.press('Enter');
  await expect(desk.page.getByRole('alert')).toBeVisible();
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await desk.nobodyIsThere();
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

for (const language of languages) {
  test(`an agent is recorded with relation, shown masked, and cannot be the holder (${language})`, async ({ desk }) => {
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.enterCards(busiest);
    await desk.press('Alt+A');
    await desk.fill('visit.agentIdNumber', busiest.idNumber);
    await desk.press('Enter');
    await desk.fill('visit.agentName', neighbour.name);
    await desk.press('Enter');
    await desk.fill('visit.agentRelation', language === 'en' ? 'brother' : '兄弟');
    await desk.press('Enter');
    await desk.isRefused('AGENT_INVALID');
    await desk.fill('visit.agentIdNumber', neighbour.idNumber);
    await desk.press('Enter');
    await expect(desk.counterPanel).toContainText(`${neighbour.name.slice(0, 1)}*`);
    await expect(desk.counterPanel).toContainText('440***********1219');
    await expect(desk.counterPanel).toContainText(language === 'en' ? 'brother' : '兄弟');
    await expect(desk.counterPanel).not.toContainText(neighbour.name);
  });
}

test('a child comes with a guardian and the household register', async ({ desk, places }) => {
  // The demo office has nobody under 16: the department registers a child first.
  const child = { idNumber: '110105201503074516', card: '6213300100000009017' };
  const row = `${child.idNumber},欧阳小雨,13912345678,市第一小学,YB000009001,${child.card},20250101`;
  await desk.signIn();
  await desk.receive(places.root, 'register.csv', `证件号码,姓名,手机号,单位名称,医保编号,卡号,开户日期\r\n${row}\r\n`);
  await desk.authorise();
  await expect(desk.page.getByRole('status').filter({ hasText: desk.t('monthEnd.kind.register') })).toBeVisible();
  await desk.enterCards(child);
  await desk.press('Enter');
  await desk.isRefused('GUARDIAN_REQUIRED');
  await desk.fill('visit.agentIdNumber', neighbour.idNumber);
  await desk.press('Enter');
  await desk.fill('visit.agentName', neighbour.name);
  await desk.press('Enter');
  await desk.fill('visit.agentRelation', '父亲');
  await desk.press('Enter');
  await desk.isRefused('GUARDIAN_REQUIRED');
  await desk.tabTo(desk.page.getByRole('checkbox', { name: desk.t('visit.householdRegister') }));
  await desk.press('Space', 'Enter');
  await expect(desk.counterPanel).toContainText('欧阳小雨');
  await expect(desk.counterPanel).toContainText(desk.t('panel.guardian'));
  // Who acts for the child sets its password, and is asked about its loss.
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t('password.choice.first') })).toBeFocused();
  await desk.press('F5', '5', 'Enter');
  await desk.confirm();
  await expect(desk.button(desk.t('loss.askHolder'))).toBeVisible();
});

for (const [key, outcome] of [
  ['3', 'panel.nameDiffers'],
  ['4', 'panel.numberUnknown'],
] as const) {
  test(`network check ${key} refuses nobody but asks for a second document`, async ({ desk }) => {
    await desk.signIn();
    await desk.enterCards(busiest, key);
    await desk.fill('visit.secondaryDocument', '户口簿 110-2231');
    await desk.press('Enter');
    await expect(desk.counterPanel).toContainText(busiest.name);
    await expect(desk.counterPanel).toContainText(desk.t(outcome));
  });
}

test('without an outcome of the network check no visit is opened', async ({ desk }) => {
  await desk.signIn();
  await desk.fill('visit.idNumber', busiest.idNumber);
  await desk.press('Enter');
  await desk.fill('visit.card', busiest.card);
  await desk.press('Enter', 'Enter');
  await desk.isTold(desk.t('visit.chooseNetwork'));
  await desk.press('2', 'Enter');
  await expect(desk.counterPanel).toContainText(desk.t('panel.matchNoPhoto'));
});

test('a visit is finished by its key, and the next customer starts with empty fields', async ({ desk }) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('Control+Enter');
  await desk.isTold(desk.t('panel.finished'));
  await expect(desk.field('visit.idNumber')).toBeFocused();
  await expect(desk.field('visit.idNumber')).toHaveValue('');
  await expect(desk.page.getByText(busiest.name)).toBeHidden();
  await desk.openVisit(endsInX);
  await expect(desk.counterPanel).toContainText(endsInX.name);
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
