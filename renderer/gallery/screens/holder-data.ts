/** Alt+D: what is changed about the holder at the counter. */
import { ZERO_FEN } from '../../../electron/contract/kernel/money.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { tellerScreen } from '../screen.ts';

async function shown(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskHolderData');
  await desk.finds('.acts');
}

async function acting(desk: Desk<FakeBridge>, key: number): Promise<void> {
  await shown(desk);
  await desk.press('holderDataAct', key);
}

async function authorise(desk: Desk<FakeBridge>): Promise<void> {
  await desk.fill('second.code', '2001');
  await desk.fill('second.password', 'demo-2001');
  await desk.pressKeys('Enter');
}

async function askHolder(desk: Desk<FakeBridge>): Promise<void> {
  await acting(desk, 0);
  await desk.fill('holderData.phone', '13700000009');
  await desk.fill('holderData.address', '朝阳区建国路 88 号 3 单元 502 室');
  await desk.pressKeys('Enter');
  await desk.finds('.customer-entry');
}

async function correct(desk: Desk<FakeBridge>): Promise<void> {
  await acting(desk, 1);
  await desk.fill('holderData.newName', '张建桦');
  await desk.fill('holderData.newIdNumber', '110105199007040245');
  await desk.fill('holderData.document', '居民户口簿');
  await desk.click('holderData.toSecond');
  await desk.sees('second.title');
}

async function close(desk: Desk<FakeBridge>): Promise<void> {
  await acting(desk, 2);
  await desk.fill('holderData.reference', 'YBJ-2025-00017');
  await desk.click('holderData.toSecond');
  await desk.sees('second.title');
}

export const holderDataScreen = tellerScreen(
  'holder-data',
  { clerk: '1001', customer: 'zhang' },
  {
    'nobody at the counter': {
      async show(desk) {
        await desk.press('finishVisit');
        await desk.press('taskHolderData');
      },
    },
    'what can be done': { show: shown },
    'an agent may not': {
      program: {
        visit: { agent: { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: false } },
      },
      show: (desk) => desk.press('taskHolderData'),
    },
    'the account is closed': {
      program: { visit: { accountStatus: 'closed', balanceFen: ZERO_FEN } },
      show: (desk) => desk.press('taskHolderData'),
    },
    contact: { show: (desk) => acting(desk, 0) },
    'contact, nothing typed': {
      async show(desk) {
        await acting(desk, 0);
        await desk.pressKeys('Enter');
        await desk.sees('holderData.nothing');
      },
    },
    'contact, no such phone': {
      program: { answers: { 'customer.ask': () => refusedWith('PHONE_INVALID') } },
      async show(desk) {
        await acting(desk, 0);
        await desk.fill('holderData.phone', '137');
        await desk.pressKeys('Enter');
        await desk.finds('.below.fault');
      },
    },
    'contact, the holder is asked': { show: askHolder },
    'contact, the holder says no': {
      async show(desk) {
        await askHolder(desk);
        desk.program.state.customerGoesOn({ ended: 'cancelled' });
        await desk.sees('entry.contactDeclined');
      },
    },
    'contact, changed': {
      async show(desk) {
        await askHolder(desk);
        desk.program.state.customerGoesOn({ ended: 'done' });
        await desk.seesPaper();
      },
    },
    correction: { show: (desk) => acting(desk, 1) },
    'correction, nothing typed': {
      async show(desk) {
        await acting(desk, 1);
        await desk.fill('holderData.document', '居民户口簿');
        await desk.click('holderData.toSecond');
        await desk.sees('holderData.nothing');
      },
    },
    'correction, the second person': { show: correct },
    'correction, another holder has the number': {
      program: { answers: { 'holder.correct': () => refusedWith('ID_NUMBER_TAKEN') } },
      async show(desk) {
        await correct(desk);
        await authorise(desk);
        await desk.finds('.notice-bar.danger');
      },
    },
    corrected: {
      async show(desk) {
        await correct(desk);
        await authorise(desk);
        await desk.seesPaper();
      },
    },
    closing: { show: (desk) => acting(desk, 2) },
    'closing, no balance': { program: { visit: { balanceFen: ZERO_FEN } }, show: (desk) => acting(desk, 2) },
    'closing, the second person': { show: close },
    closed: {
      async show(desk) {
        await close(desk);
        await authorise(desk);
        await desk.seesPaper();
      },
    },
  },
);
