/** The last step of every task, and how a clerk comes to it, for the tests of final acts and of customers who walk away. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { TellerVerb } from '../../electron/contract/verbs.ts';
import type { FakeOptions } from '../../renderer/gallery/fake/fake-state.ts';
import { requested } from '../../renderer/gallery/fake/fake-state.ts';
import { takeFile } from '../../renderer/gallery/screens/month-end.ts';
import { jobs, papers, reports } from '../../renderer/gallery/known.ts';
import type { Clerk } from './clerk.ts';
import { box } from './last-press.ts';
import { lossForm, reportFormally } from './loss-desk.ts';

export interface Act {
  readonly verb: TellerVerb;
  readonly program?: FakeOptions;
  /** Up to the last press, which is Enter. */
  readonly reach: (clerk: Clerk) => Promise<unknown>;
}

const at = (...known: readonly (typeof reports.due)[]): FakeOptions => ({ known: { reports: [...known] } });

async function secondPerson(clerk: Clerk): Promise<void> {
  await clerk.fill('second.code', '2001');
  await clerk.press('Tab');
  await clerk.fill('second.password', 'demo-2001');
}

async function following(clerk: Clerk, key: string): Promise<void> {
  await clerk.press('F6');
  await expect.element(page.getByRole('group', { name: clerk.t('followUp.today') })).toBeVisible();
  await clerk.press(key);
}

async function aboutHolder(clerk: Clerk, key: string): Promise<void> {
  await clerk.press('Alt+D');
  await expect.poll(() => document.querySelector('.acts')).toBeTruthy();
  await clerk.press(key);
}

/** Of somebody who is not at the counter. */
const waits = requested({ holderNameMasked: '王*', cardMasked: '621330******0037', lossNumber: 'L0101202502030009K' });
const deciding: FakeOptions = { clerk: '2001', known: { requests: [waits, { ...waits, requestId: 'r2' }] } };

async function decide(clerk: Clerk, key: string): Promise<void> {
  await clerk.press('F9');
  await expect.element(clerk.main.getByRole('row').getByRole('button').first()).toHaveFocus();
  await clerk.press(key);
}

export const acts: Readonly<Record<string, Act>> = {
  'a card reported lost': {
    verb: 'loss.report',
    async reach(clerk) {
      await clerk.press('F5');
      await expect.element(clerk.radio('loss.object.card')).toHaveFocus();
      await clerk.press('Enter');
      await box();
    },
  },
  'card and PIN reported lost': {
    verb: 'loss.report',
    async reach(clerk) {
      await clerk.press('F5');
      await expect.element(clerk.radio('loss.object.card')).toHaveFocus();
      await clerk.press('3', 'Enter');
      await secondPerson(clerk);
    },
  },
  'a card reported lost orally': {
    verb: 'loss.report',
    async reach(clerk) {
      await lossForm(clerk);
      await clerk.press('5', 'Enter');
      await box();
    },
  },
  'an oral report confirmed in writing': {
    verb: 'loss.report',
    program: at(reports.oral),
    async reach(clerk) {
      await following(clerk, '1');
      await expect.element(clerk.radio('loss.object.card')).toHaveFocus();
      await clerk.press('Enter');
      await box();
    },
  },
  'its form printed': {
    verb: 'document.print',
    reach: reportFormally,
  },
  'a PIN changed': {
    verb: 'customer.ask',
    async reach(clerk) {
      await clerk.press('F4');
      await expect.element(clerk.radio('pin.choice.change')).toHaveFocus();
      await clerk.press('Enter');
      await box();
    },
  },
  'a forgotten PIN reported lost': {
    verb: 'loss.report',
    async reach(clerk) {
      await clerk.press('F4');
      await expect.element(clerk.radio('pin.choice.change')).toHaveFocus();
      await clerk.press('3', 'Enter');
      await secondPerson(clerk);
    },
  },
  'a telephone password': {
    verb: 'customer.ask',
    async reach(clerk) {
      await clerk.press('F4');
      await expect.element(clerk.radio('pin.choice.change')).toHaveFocus();
      await clerk.press('4', 'Enter');
      await box();
    },
  },
  'a first PIN': {
    verb: 'customer.ask',
    program: { pinState: 'none' },
    async reach(clerk) {
      await clerk.press('F4');
      await expect.element(clerk.radio('pin.choice.first')).toHaveFocus();
      await clerk.press('Enter');
      await box();
    },
  },
  'a report cancelled': {
    verb: 'loss.cancel',
    program: { ...at(reports.oral), pinState: 'none' },
    async reach(clerk) {
      await following(clerk, '2');
      await expect.poll(() => document.activeElement?.closest('.cancel-report button')).toBeTruthy();
    },
  },
  'a name corrected': {
    verb: 'holder.correct',
    async reach(clerk) {
      await aboutHolder(clerk, '2');
      await clerk.fill('holderData.newName', '张建桦');
      await clerk.tabTo(clerk.field('holderData.document'));
      await clerk.type('居民户口簿');
      await clerk.pushButton('holderData.toSecond');
      await secondPerson(clerk);
    },
  },
  'an account closed': {
    verb: 'holder.close',
    async reach(clerk) {
      await aboutHolder(clerk, '3');
      await clerk.fill('holderData.reference', 'YBJ-2025-00017');
      await clerk.pushButton('holderData.toSecond');
      await secondPerson(clerk);
    },
  },
  'an entry corrected': {
    verb: 'entry.correct',
    async reach(clerk) {
      await clerk.press('F3');
      await expect.poll(() => document.querySelector('canvas[data-shown=true]')).toBeTruthy();
      await clerk.press('Alt+X');
      await expect.poll(() => document.activeElement?.closest('.statement-lines')).toBeTruthy();
      await clerk.press('Alt+X');
      await clerk.fill('statement.correctionReason', '重复划入');
      await clerk.pushButton('statement.toSecond');
      await secondPerson(clerk);
    },
  },
  'a new card': {
    verb: 'loss.reissue',
    program: at(reports.due),
    async reach(clerk) {
      await following(clerk, '3');
      await clerk.fill('followUp.newCard', '6213300100000000032');
      await clerk.press('Enter');
      await clerk.fill('followUp.newInsuranceNumber', 'YB11010500037');
      await clerk.press('Enter');
      await secondPerson(clerk);
    },
  },
  'a report taken back': {
    verb: 'loss.takeBack',
    program: at(reports.formal),
    async reach(clerk) {
      await following(clerk, '7');
      await clerk.fill('followUp.takeBackReason', '录错持卡人');
      await clerk.press('Enter');
      await secondPerson(clerk);
    },
  },
  'the department’s number added': {
    verb: 'loss.addReference',
    program: at(reports.formal),
    async reach(clerk) {
      await following(clerk, '5');
      await clerk.fill('report.reference', 'SB-2025-000917');
    },
  },
  'the department’s number corrected': {
    verb: 'loss.correctReference',
    program: at(reports.due),
    async reach(clerk) {
      await following(clerk, '6');
      await clerk.fill('followUp.correctedNumber', 'YB-BJ-202501-000371');
      await clerk.press('Enter');
      await clerk.fill('followUp.correctionReason', '末两位写反');
      await clerk.press('Enter');
      await secondPerson(clerk);
    },
  },
  'a statement printed': {
    verb: 'document.print',
    async reach(clerk) {
      await clerk.press('F3');
      await clerk.desk.seesPaper();
    },
  },
  'a paper given again': {
    verb: 'document.print',
    program: { known: { papers } },
    async reach(clerk) {
      await clerk.press('Alt+b');
      await expect.element(clerk.main.getByRole('table').getByRole('button').first()).toHaveFocus();
      await clerk.press('Enter');
      await expect.element(clerk.button('statement.print')).toHaveFocus();
      await expect.element(clerk.main.getByRole('img')).toHaveAttribute('data-shown', 'true');
    },
  },
  'a paper taken out of the queue': {
    verb: 'printQueue.cancel',
    program: { known: { jobs: jobs.own } },
    async reach(clerk) {
      await clerk.press('Alt+q');
      await clerk.tabTo(clerk.button('printQueue.cancelOf', { number: jobs.own[0]?.documentNumber ?? '' }));
      await clerk.press('Enter');
      await box();
    },
  },
  'a request approved': {
    verb: 'approval.decide',
    program: deciding,
    async reach(clerk) {
      await decide(clerk, 'Alt+y');
      await clerk.fill('approvals.password', 'demo-2001');
    },
  },
  'a request refused': {
    verb: 'approval.decide',
    program: deciding,
    async reach(clerk) {
      await decide(clerk, 'Alt+n');
      await clerk.fill('second.reason', '持卡人未到场');
      await clerk.press('Enter');
      await box();
    },
  },
  'a file posted': {
    verb: 'file.post',
    async reach(clerk) {
      await takeFile(clerk.desk);
      await secondPerson(clerk);
    },
  },
  'a file refused': {
    verb: 'file.refuse',
    async reach(clerk) {
      await takeFile(clerk.desk);
      await secondPerson(clerk);
      await clerk.pushButton('second.refuse');
      await clerk.fill('second.reason', '合计与通知单不符');
    },
  },
  'a number revealed': {
    verb: 'visit.reveal',
    async reach(clerk) {
      await clerk.press('Alt+r', 'Enter');
      await clerk.fill('panel.revealReason', '核对卡号');
    },
  },
};
