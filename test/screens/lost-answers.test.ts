/** A command whose answer was lost, at a list: the sentence about it stands until the list shows what came of it. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Refusal } from '../../electron/contract/kernel/errors.ts';
import type { TellerVerb } from '../../electron/contract/verbs.ts';
import { at, requested } from '../../renderer/gallery/fake/fake-state.ts';
import { staff } from '../../renderer/gallery/screens/clerks.ts';
import { jobs } from '../../renderer/gallery/known.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';

const lost: Refusal = { code: 'SERVER_DID_NOT_ANSWER', details: {} };

/** The line swallows the answer, whether it was done or not. */
function losesAnswer(clerk: Clerk, verb: TellerVerb): void {
  clerk.program.refuseNext(verb, lost);
}

async function isNotWarned(clerk: Clerk): Promise<void> {
  await expect.element(page.getByText(clerk.refusal(lost.code), { exact: true })).not.toBeInTheDocument();
}

/** The line goes, and is back. */
function lineComesBack(clerk: Clerk): void {
  const refusal: Refusal = { code: 'SERVER_UNREACHABLE', details: { address: '192.168.10.5:7443' } };
  clerk.program.emit('ledger.status', { state: 'restarting', refusal });
  clerk.program.emit('ledger.status', { state: 'ready', refusal: null });
}

const request = requested({ requestId: 'first', verb: 'loss.report', askedBy: '2001' });
const became = [
  ['stands', { state: 'approved', decidedBy: '9001', decidedAt: at(2000) }, 'done'],
  ['was used since', { state: 'used', decidedBy: '9001', decidedAt: at(2000) }, 'done'],
  ['was decided by somebody else', { state: 'refused', decidedBy: '2001', decidedAt: at(2000) }, 'APPROVAL_USED'],
  ['has expired', { state: 'expired' }, 'APPROVAL_EXPIRED'],
] as const;

/** A yes, of which nothing is heard. */
async function yesIsLost(clerk: Clerk): Promise<void> {
  await clerk.press('F9', 'Alt+y');
  losesAnswer(clerk, 'approval.decide');
  await clerk.fill('approvals.password', 'demo-9001');
  await clerk.press('Enter');
  await clerk.isRefused(lost.code);
}

test.each(became)('a lost approval that %s is told as the list has it', async (_, now, told) => {
  const clerk = await clerkAt({ clerk: '9001', known: { requests: [request] } });
  await yesIsLost(clerk);
  clerk.program.state.requests = [{ ...request, ...now }];
  clerk.program.emit('ledger.changed', { kinds: ['approvals'] });
  if (told === 'done') await clerk.isTold(clerk.t('approvals.done.approve'));
  else await clerk.isRefused(told);
  await isNotWarned(clerk);
});

test.each(languages)(
  'while the request still waits, so does the sentence, until it is given again (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '9001', known: { requests: [request] } }, language);
    await yesIsLost(clerk);
    lineComesBack(clerk);
    await clerk.desk.settled();
    await clerk.isRefused(lost.code);
    await clerk.press('Alt+y');
    await clerk.fill('approvals.password', 'demo-9001');
    await clerk.press('Enter');
    await clerk.isTold(clerk.t('approvals.done.approve'));
    await isNotWarned(clerk);
    const given = clerk.program.asked.filter(({ verb }) => verb === 'approval.decide').map(({ input }) => input);
    expect(given).toHaveLength(2);
    expect(given[1]).toEqual(given[0]);
  },
);

test('a lost no is told as a no', async () => {
  const clerk = await clerkAt({ clerk: '9001', known: { requests: [request] } });
  await clerk.press('F9', 'Alt+n');
  losesAnswer(clerk, 'approval.decide');
  await clerk.fill('second.reason', '证件不符');
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.isRefused(lost.code);
  clerk.program.state.requests = [{ ...request, state: 'refused', decidedBy: '9001', decidedAt: at(2000) }];
  clerk.program.emit('ledger.changed', { kinds: ['approvals'] });
  await clerk.isTold(clerk.t('approvals.done.refuse'));
  await isNotWarned(clerk);
});

test.each(languages)(
  'a paper that left the queue, though nobody heard of it, is said to have left (%s)',
  async (language) => {
    const clerk = await clerkAt({ clerk: '1001', known: { jobs: jobs.own } }, language);
    const { documentNumber: number } = jobs.own[0]!;
    await clerk.press('Alt+q');
    losesAnswer(clerk, 'printQueue.cancel');
    await clerk.tabTo(clerk.button('printQueue.cancelOf', { number }));
    await clerk.press('Enter');
    await clerk.confirm();
    await clerk.isRefused(lost.code);
    clerk.program.state.jobs = jobs.own.slice(1);
    clerk.program.emit('ledger.changed', { kinds: ['print-queue'] });
    await clerk.isTold(clerk.t('printQueue.gone', { number }));
    await isNotWarned(clerk);
  },
);

test('a counter that was revoked, though nobody heard of it, is said to be, and its form closes', async () => {
  const nothingYet = { joinedAt: null, certificateEndsAt: null, lastSeenAt: null, line: null };
  const counter = { number: '02', name: '二号窗口', kind: 'counter', state: 'joined', ...nothingYet } as const;
  const clerk = await clerkAt({ clerk: '9001', known: { counters: [counter] } });
  await clerk.press('F11', 'Alt+1');
  await expect.element(clerk.main.getByRole('button', { name: '02', exact: true })).toHaveFocus();
  await clerk.press('Alt+x');
  losesAnswer(clerk, 'counter.revoke');
  await clerk.fill('counters.revokeReason', '电脑丢失');
  await clerk.press('Enter');
  await clerk.confirm();
  await clerk.isRefused(lost.code);
  clerk.program.state.counters = [{ ...counter, state: 'revoked' }];
  lineComesBack(clerk);
  await clerk.isTold(clerk.t('counters.revoked', { number: '02' }));
  await isNotWarned(clerk);
  await expect.element(clerk.main.getByRole('region', { name: clerk.t('counters.revoke') })).not.toBeInTheDocument();
});

test('a clerk who was disabled, though nobody heard of it, is said to be, and the form closes', async () => {
  const clerk = await clerkAt({ clerk: '9001', known: { clerks: staff } });
  await clerk.press('F11', 'Alt+2');
  await expect.element(clerk.main.getByRole('button', { name: '1001', exact: true })).toHaveFocus();
  await clerk.press('Alt+x');
  losesAnswer(clerk, 'clerk.disable');
  await clerk.fillAll([
    ['administration.reason', '调离本网点'],
    ['second.code', '2001'],
    ['second.password', 'demo-2001'],
  ]);
  await clerk.isRefused(lost.code);
  clerk.program.state.clerks = staff.map((one) => (one.code === '1001' ? { ...one, state: 'disabled' } : one));
  lineComesBack(clerk);
  await clerk.isTold(clerk.t('clerks.disabled', { code: '1001' }));
  await isNotWarned(clerk);
});

test.each([
  ['F9', 'approval.list'],
  ['F7', 'loss.worklist'],
  ['Alt+q', 'printQueue.list'],
] as const)('a list that could not be read is said to be so until it is read: %s', async (key, verb) => {
  const clerk = await clerkAt({ clerk: '9001', known: { requests: [request], jobs: jobs.own } });
  losesAnswer(clerk, verb);
  await clerk.press(key);
  await clerk.isRefused(lost.code);
  lineComesBack(clerk);
  await isNotWarned(clerk);
});
