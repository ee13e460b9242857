/** The visit by the office's own books: numbers as people write them, an agent, and what of all this is shown. */
import { expect, test } from './support/counter-test.ts';
import { endsInX, neighbour } from './support/holders.ts';

const wideDigits = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

test('an agent is recorded with relation, cannot be the holder, and everybody but the holder’s name is masked', async ({
  desk,
}) => {
  await desk.signIn();
  const spaced = endsInX.card.replaceAll(/(.{4})/g, '$1 ');
  await desk.enterCards({ idNumber: wideDigits(endsInX.idNumber).replace('X', 'x'), card: ` ${spaced}` });
  await desk.press('Alt+A');
  await desk.fill('visit.agentIdNumber', endsInX.idNumber);
  await desk.press('Enter');
  await desk.fill('visit.agentName', neighbour.name);
  await desk.press('Enter');
  await desk.fill('visit.agentRelation', '兄弟');
  await desk.press('Enter');
  await desk.isRefused('AGENT_INVALID');
  await desk.fill('visit.agentIdNumber', neighbour.idNumber);
  await desk.press('Enter');
  await expect(desk.counterPanel).toContainText(endsInX.name);
  await expect(desk.counterPanel).toContainText(masked(endsInX.idNumber, 3, 4));
  await expect(desk.counterPanel).toContainText(masked(endsInX.card, 6, 4));
  await expect(desk.counterPanel).toContainText(`${neighbour.name.slice(0, 1)}*`);
  await expect(desk.counterPanel).toContainText(masked(neighbour.idNumber, 3, 4));
  await expect(desk.counterPanel).toContainText('兄弟');
  const everything = await desk.page.locator('body').innerText();
  for (const hidden of [endsInX.idNumber, endsInX.card, neighbour.name, neighbour.idNumber]) {
    expect(everything).not.toContain(hidden);
  }
});

function masked(number: string, first: number, last: number): string {
  return number.slice(0, first) + '*'.repeat(number.length - first - last) + number.slice(-last);
}
