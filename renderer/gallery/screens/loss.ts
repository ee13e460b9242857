/** F5: what is lost, what the report does, and its number. */
import type { PinTask } from '../../../electron/contract/loss/loss-views.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { reports } from '../known.ts';
import { tellerScreen } from '../screen.ts';

async function form(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskLoss');
  await desk.finds('.loss-form');
}

/** The card alone: a second press, and no second person. */
async function reported(desk: Desk<FakeBridge>, kind: 0 | 1): Promise<void> {
  await form(desk);
  await desk.press('lossKind', kind);
  await desk.click('loss.report');
  await desk.confirm();
  await desk.finds('.reported-loss');
}

async function askedHolder(desk: Desk<FakeBridge>, goesOn: Partial<PinTask>): Promise<void> {
  await reported(desk, 1);
  await desk.press('askHolder');
  await desk.finds('.customer-entry');
  desk.program.state.customerGoesOn(goesOn);
  await desk.settled();
}

async function second(desk: Desk<FakeBridge>): Promise<void> {
  await form(desk);
  await desk.press('lostObject', 2);
  await desk.click('loss.toSecond');
  await desk.sees('second.title');
}

export const lossScreen = tellerScreen(
  'loss',
  { clerk: '1001', customer: 'zhang' },
  {
    'nobody at the counter': {
      async show(desk) {
        await desk.press('finishVisit');
        await desk.press('taskLoss');
      },
    },
    form: { show: form },
    'orally, with a time': {
      async show(desk) {
        await form(desk);
        await desk.press('lossKind', 1);
        await desk.fill('loss.from', '20250202 1800');
        await desk.fill('loss.address', '北京市朝阳区建国门外大街 1 号');
        await desk.fill('loss.phone', '13900001111');
      },
    },
    'no such time': {
      async show(desk) {
        await form(desk);
        await desk.fill('loss.from', 'yesterday');
        await desk.click('loss.report');
      },
    },
    'confirming an oral report': {
      program: {
        known: { reports: [reports.oral] },
        visit: { cardLoss: { number: reports.oral.number, kind: 'oral' } },
      },
      show: form,
    },
    'everything reported already': {
      program: {
        pinState: 'void',
        known: { reports: [reports.formal, reports.pin] },
        visit: { cardLoss: { number: reports.formal.number, kind: 'formal' } },
      },
      show: form,
    },
    'second press': {
      async show(desk) {
        await form(desk);
        await desk.click('loss.report');
      },
    },
    'second person': { show: second },
    'second person refused': {
      async show(desk) {
        await second(desk);
        await desk.fill('second.code', '1002');
        await desk.fill('second.password', 'demo-1002');
        await desk.pressKeys('Enter');
      },
    },
    'second person locked by the last try': {
      async show(desk) {
        await second(desk);
        const lockedUntil = '2025-02-03 10:42:30';
        const details = { clerkCode: '2001', left: 0, lockedUntil };
        desk.program.refuseNext('loss.report', { code: 'SECOND_PERSON_FAILED', details });
        await desk.fill('second.code', '2001');
        await desk.fill('second.password', 'not the password');
        await desk.pressKeys('Enter');
      },
    },
    'second person, no password': {
      async show(desk) {
        await second(desk);
        await desk.fill('second.code', '2001');
        await desk.click('second.approve');
      },
    },
    'second person, nothing typed': {
      async show(desk) {
        await second(desk);
        await desk.click('second.approve');
      },
    },
    'reported orally': { show: (desk) => reported(desk, 1) },
    'reported in writing': {
      async show(desk) {
        await reported(desk, 0);
        await desk.seesPaper();
      },
    },
    'the holder reads it': { show: (desk) => askedHolder(desk, {}) },
    'the holder says no': { show: (desk) => askedHolder(desk, { ended: 'cancelled' }) },
    'the holder says yes': { show: (desk) => askedHolder(desk, { ended: 'done' }) },
    refused: {
      program: {
        answers: { 'loss.report': () => refusedWith('LOSS_ALREADY_REPORTED', { number: reports.formal.number }) },
      },
      async show(desk) {
        await form(desk);
        await desk.click('loss.report');
        await desk.confirm();
      },
    },
  },
);

/** A caller who is to be told something gives a telephone password, one who reports a loss none. */
async function caller(desk: Desk<FakeBridge>, telephonePassword: string | null): Promise<void> {
  await desk.press('taskLoss');
  await desk.press('telephone');
  if (telephonePassword !== null) await desk.click('telephone.balance');
  await desk.fill('visit.idNumber', '11010519491231002X');
  await desk.fill('visit.name', '张建华');
  await desk.fill('visit.phone', '13812345678');
  if (telephonePassword !== null) await desk.fill('telephone.password', telephonePassword);
}

export const telephoneScreen = tellerScreen(
  'telephone',
  { clerk: '1001' },
  {
    form: {
      async show(desk) {
        await desk.press('taskLoss');
        await desk.press('telephone');
      },
    },
    'second press': {
      async show(desk) {
        await caller(desk, null);
        await desk.click('loss.report');
      },
    },
    'wrong password': {
      async show(desk) {
        await caller(desk, '123123');
        await desk.click('telephone.ask');
      },
    },
    reported: {
      async show(desk) {
        await caller(desk, null);
        await desk.click('loss.report');
        await desk.confirm();
        await desk.finds('.reported-loss');
      },
    },
    balance: {
      async show(desk) {
        await caller(desk, '731942');
        await desk.click('telephone.ask');
        await desk.finds('.balance');
      },
    },
  },
);
