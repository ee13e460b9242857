/** F2: who comes to the counter. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { noAnswer } from '../fake/fake-wire.ts';
import { zhang } from '../known.ts';
import { tellerScreen } from '../screen.ts';

async function bothCards(desk: Desk<FakeBridge>): Promise<void> {
  await desk.fill('visit.idNumber', zhang.idNumber);
  await desk.fill('visit.card', zhang.card);
  await desk.sees('visit.cardOk');
}

/** With the outcome of the network check by its key, 0 for the first. */
async function open(desk: Desk<FakeBridge>, outcome = 0): Promise<void> {
  await bothCards(desk);
  await desk.pressKeys('Enter');
  await desk.press('networkCheck', outcome);
}

export const visitScreen = tellerScreen(
  'visit',
  { clerk: '1001' },
  {
    empty: {},
    'numbers wrong': {
      async show(desk) {
        await desk.fill('visit.idNumber', '110105194912310021');
        await desk.fill('visit.card', '6213300100000000012');
        await desk.sees('visit.cardFault.CHECK_DIGIT');
      },
    },
    'numbers right': { show: bothCards },
    'network check missing': {
      async show(desk) {
        await bothCards(desk);
        await desk.click('visit.submit');
      },
    },
    'second document asked': { show: (desk) => open(desk, 2) },
    'by name and phone': {
      async show(desk) {
        await desk.press('cardLost');
        await desk.fill('visit.name', '张建华');
        await desk.fill('visit.phone', '13812345678');
      },
    },
    'an agent': {
      async show(desk) {
        await open(desk);
        await desk.press('agent');
      },
    },
    'a guardian': {
      async show(desk) {
        await desk.fill('visit.idNumber', '110105201601010065');
        await desk.press('agent');
        await desk.sees('visit.guardianTitle');
      },
    },
    'under way': {
      program: { answers: { 'visit.open': noAnswer } },
      async show(desk) {
        await open(desk);
        await desk.pressKeys('Enter');
      },
    },
    refused: {
      program: { answers: { 'visit.open': () => refusedWith('PAIR_MISMATCH', { left: 4 }) } },
      async show(desk) {
        await open(desk);
        await desk.pressKeys('Enter');
      },
    },
    'refused, guardian needed': {
      program: { answers: { 'visit.open': () => refusedWith('GUARDIAN_REQUIRED') } },
      async show(desk) {
        await open(desk);
        await desk.pressKeys('Enter');
      },
    },
    opened: {
      async show(desk) {
        await open(desk);
        await desk.pressKeys('Enter');
        await desk.sees('visit.openStatement');
      },
    },
    'opened without the card': {
      async show(desk) {
        await desk.press('cardLost');
        await desk.fill('visit.idNumber', zhang.idNumber);
        await desk.fill('visit.name', '张建华');
        await desk.fill('visit.phone', '13812345678');
        await desk.pressKeys('Enter');
        await desk.press('networkCheck', 0);
        await desk.click('visit.submit');
        await desk.sees('panel.cardNotShown');
      },
    },
    'somebody at the counter': { program: { customer: 'zhang' } },
  },
);
