/** Ctrl+K: what it finds by text, pinyin, initials and number, what it says of what cannot be done, and what it leads to. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { papers } from '../known.ts';
import { tellerScreen, type TellerState } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

async function open(desk: TellerDesk, typed: string): Promise<void> {
  await desk.press('palette');
  await desk.until('the field', () => document.activeElement?.matches('[role="combobox"]') === true);
  await desk.type(typed);
}

/** Until the first of what is found is this; pinyin is read with the first palette. */
async function find(desk: TellerDesk, typed: string, first: string): Promise<void> {
  await open(desk, typed);
  await desk.finds(`[role="option"][aria-selected="true"][id$="-${first}"]`);
}

function finding(typed: string, first: string): TellerState {
  return { show: (desk) => find(desk, typed, first) };
}

const agent = { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: false };
const withCustomer = { customer: 'zhang' } as const;

export const paletteScreen = tellerScreen(
  'palette',
  { clerk: '1001' },
  {
    'nothing typed, nobody at the counter': { show: (desk) => desk.press('palette') },
    'nothing typed, a customer': { program: withCustomer, show: (desk) => desk.press('palette') },
    'by a word': { ...finding('挂失', 'loss'), program: withCustomer },
    'by pinyin': { ...finding('gua shi', 'loss'), program: withCustomer },
    'by initials': { ...finding('xgmm', 'pin-1'), program: withCustomer },
    'by a word in English': { ...finding('change pin', 'pin-1'), program: withCustomer },
    'a setting': finding('printGate', 'setting-printGate'),
    'a paper of the holder by the end of its number': {
      ...finding('0002', 'paper-F010120250203000002'),
      program: { ...withCustomer, known: { papers } },
    },
    'a paper by its number': finding('S010120250203000019', 'paper'),
    'a paper by its verification code': finding('K7QF-2M9X-0AB1', 'paper'),
    'not without a customer': finding('大字', 'statement-5'),
    'not by an agent': { ...finding('忘记密码', 'pin-2'), program: { ...withCustomer, visit: { agent } } },
    'not in this state of the card': { ...finding('补卡', 'followUp-2'), program: withCustomer },
    'not while the customer types': {
      program: withCustomer,
      async show(desk) {
        await desk.press('taskPin');
        await desk.pressKeys('Enter');
        await desk.confirm();
        await desk.sees('entry.waiting');
        await find(desk, '电话密码', 'pin-3');
      },
    },
    'nothing found': { show: (desk) => open(desk, 'xyz7') },
    'led to a setting': {
      async show(desk) {
        await find(desk, 'printGate', 'setting-printGate');
        await desk.pressKeys('Enter');
      },
    },
    'led to a setting whose stored value counts for nothing': {
      async show(desk) {
        await find(desk, 'oralLossDays', 'setting-oralLossDays');
        await desk.pressKeys('Enter');
      },
    },
    'led to a setting that is empty': {
      async show(desk) {
        await find(desk, 'queryTelephone', 'setting-queryTelephone');
        await desk.pressKeys('Enter');
      },
    },
    'led to the own password': {
      async show(desk) {
        await find(desk, '柜员密码', 'ownPassword');
        await desk.pressKeys('Enter');
      },
    },
    'an own password that is too short': {
      async show(desk) {
        await find(desk, '柜员密码', 'ownPassword');
        await desk.pressKeys('Enter');
        await desk.fill('ownPassword.present', 'demo-1001');
        await desk.fill('newPassword.first', 'short');
        await desk.fill('newPassword.repeated', 'short');
        await desk.pressKeys('Enter');
      },
    },
  },
);
