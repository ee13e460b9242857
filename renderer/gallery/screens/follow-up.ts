/** F6: where a report stands, and what can be done about it today. */
import type { LossView } from '../../../electron/contract/loss/loss-views.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import type { FakeOptions } from '../fake/fake-state.ts';
import { reports, zhang } from '../known.ts';
import { tellerScreen } from '../screen.ts';

/** The holder of these reports at the counter. */
function holderOf(...known: readonly LossView[]): FakeOptions {
  const [first] = known;
  const cardLoss = first?.cardState ? { number: first.number, kind: first.kind } : null;
  return { customer: 'zhang', known: { reports: [...known] }, visit: { cardLoss } };
}

async function shown(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskFollowUp');
  await desk.finds('.report-facts');
}

async function acting(desk: Desk<FakeBridge>, key: number): Promise<void> {
  await shown(desk);
  await desk.press('followUpAction', key);
}

async function find(desk: Desk<FakeBridge>, number: string): Promise<void> {
  await desk.press('taskFollowUp');
  await desk.fill('followUp.number', number);
  await desk.fill('visit.idNumber', zhang.idNumber);
  await desk.pressKeys('Enter');
}

async function proven(desk: Desk<FakeBridge>): Promise<void> {
  await acting(desk, 1);
  await desk.until('asked for the PIN', () => document.activeElement?.matches('.cancel-report button') === true);
  await desk.pressKeys('Enter');
  await desk.finds('.customer-entry');
  desk.program.state.customerGoesOn({ ended: 'done' });
  await desk.settled();
}

async function authorise(desk: Desk<FakeBridge>): Promise<void> {
  await desk.sees('second.title');
  await desk.fill('second.code', '2001');
  await desk.fill('second.password', 'demo-2001');
  await desk.pressKeys('Enter');
}

async function reissue(desk: Desk<FakeBridge>): Promise<void> {
  await acting(desk, 2);
  await desk.fill('followUp.newCard', '6213300100000000032');
  await desk.fill('followUp.newInsuranceNumber', 'YB11010500037');
  await desk.sees('visit.cardOk');
  await desk.click('followUp.toSecond');
  await desk.sees('second.title');
}

async function takeBack(desk: Desk<FakeBridge>): Promise<void> {
  await acting(desk, 6);
  await desk.fill('followUp.takeBackReason', '录错持卡人');
  await desk.click('followUp.toSecond');
  await desk.sees('second.title');
}

export const followUpScreen = tellerScreen(
  'follow-up',
  { clerk: '1001' },
  {
    empty: { show: (desk) => desk.press('taskFollowUp') },
    'not found': { show: (desk) => find(desk, 'L01012025020300001') },
    'found without the holder': {
      program: { known: { reports: [reports.due] } },
      async show(desk) {
        await find(desk, reports.due.number);
        await desk.finds('.report-facts');
      },
    },
    'oral report': { program: holderOf(reports.oral), show: shown },
    'reported and withdrawn online': { program: holderOf(reports.online), show: shown },
    'reported by a caller': { program: holderOf(reports.called), show: shown },
    'written report': { program: holderOf(reports.formal), show: shown },
    'all its days over': { program: holderOf(reports.due), show: shown },
    'nothing to do, and others': {
      program: { ...holderOf(reports.closed, reports.pin), pinState: 'void' },
      show: (desk) => shown(desk),
    },
    'an agent may not': {
      program: {
        ...holderOf(reports.due),
        visit: { agent: { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: false } },
      },
      show: shown,
    },
    'cancel, asked first': { program: holderOf(reports.due), show: (desk) => acting(desk, 1) },
    'cancel, the PIN proven': { program: holderOf(reports.due), show: proven },
    'cancel, done': {
      program: holderOf(reports.due),
      async show(desk) {
        await proven(desk);
        await authorise(desk);
        await desk.seesPaper();
      },
    },
    reissue: { program: holderOf(reports.due), show: (desk) => acting(desk, 2) },
    'reissue, nothing typed': {
      program: holderOf(reports.due),
      async show(desk) {
        await acting(desk, 2);
        await desk.click('followUp.toSecond');
      },
    },
    'reissue, the second person': { program: holderOf(reports.due), show: reissue },
    'reissue, done': {
      program: holderOf(reports.due),
      async show(desk) {
        await reissue(desk);
        await authorise(desk);
        await desk.seesPaper();
      },
    },
    'add a reference': { program: holderOf(reports.formal), show: (desk) => acting(desk, 4) },
    'reference added': {
      program: holderOf(reports.formal),
      async show(desk) {
        await acting(desk, 4);
        await desk.fill('report.reference', 'YB-BJ-202502-000021');
        await desk.pressKeys('Enter');
        await desk.sees('followUp.done.add-reference');
      },
    },
    'take back': { program: holderOf(reports.formal), show: (desk) => acting(desk, 6) },
    'take back, no reason': {
      program: holderOf(reports.formal),
      async show(desk) {
        await acting(desk, 6);
        await desk.click('followUp.toSecond');
      },
    },
    'take back, the second person': { program: holderOf(reports.formal), show: takeBack },
    'taken back': {
      program: holderOf(reports.formal),
      async show(desk) {
        await takeBack(desk);
        await authorise(desk);
        await desk.seesPaper();
      },
    },
    'correct a reference': { program: holderOf(reports.due), show: (desk) => acting(desk, 5) },
    'correct a reference, the second person': {
      program: holderOf(reports.due),
      async show(desk) {
        await acting(desk, 5);
        await desk.fill('followUp.correctedNumber', 'YB-BJ-202501-000371');
        await desk.fill('followUp.correctionReason', '两位数字颠倒');
        await desk.click('followUp.toSecond');
        await desk.sees('second.title');
      },
    },
  },
);
