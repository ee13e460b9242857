/** Before anybody is signed in, and what covers a counter that somebody has left. */
import type { ErrorCode, Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { realOffice } from '../fake/fake-office.ts';
import { refusedWith, ok, today, type FakeOptions } from '../fake/fake-state.ts';
import { noAnswer } from '../fake/fake-wire.ts';
import { tellerScreen } from '../screen.ts';

/** An office at work: no clerk of it is shown with a password. */
const atWork: FakeOptions['answers'] = {
  'office.status': () =>
    ok({
      office: realOffice,
      bankName: '',
      businessDate: today,
      pastDayOpen: null,
      clockBehind: null,
      at: null,
      demoClerks: [],
    }),
};

function refusing(code: ErrorCode, details: Refusal['details'] = {}): FakeOptions {
  return { answers: { ...atWork, 'session.signIn': () => refusedWith(code, details) } };
}

async function signIn(desk: Desk<FakeBridge>): Promise<void> {
  await desk.fill('signIn.code', '1001');
  await desk.fill('signIn.password', 'not the password');
  await desk.pressKeys('Enter');
}

export const signInScreen = tellerScreen(
  'sign-in',
  { answers: atWork },
  {
    'nothing typed': {},
    'demo office': { program: { answers: {} }, show: (desk) => desk.press('demoClerk') },
    'nothing filled in': { show: (desk) => desk.click('signIn.submit') },
    'under way': { program: { answers: { ...atWork, 'session.signIn': noAnswer } }, show: signIn },
    'wrong password': { program: refusing('SIGN_IN_FAILED', { left: 3 }), show: signIn },
    'wrong password, the last try': {
      program: refusing('SIGN_IN_FAILED', { clerkCode: '1001', left: 0, lockedUntil: '2025-02-03 10:42:30' }),
      show: signIn,
    },
    'next try too soon': {
      program: refusing('PASSWORD_TOO_SOON', { seconds: 8, at: '2025-02-03 10:12:38' }),
      show: signIn,
    },
    'locked by wrong passwords': {
      program: refusing('CLERK_LOCKED', { clerkCode: '1001', seconds: 1800, until: '2025-02-03 10:42:30' }),
      show: signIn,
    },
    'locked by wrong pairs': { program: refusing('CLERK_LOCKED', { clerkCode: '1001' }), show: signIn },
    'unlocked by the recovery key': {
      program: refusing('CLERK_LOCKED', { clerkCode: '2001', seconds: 1800, until: '2025-02-03 10:42:30' }),
      async show(desk) {
        await signIn(desk);
        await desk.click('unlockClerk.withKey');
      },
    },
    'new password': { program: refusing('PASSWORD_EXPIRED', { clerkCode: '1001' }), show: signIn },
    'new passwords differ': {
      program: refusing('PASSWORD_EXPIRED', { clerkCode: '1001' }),
      async show(desk) {
        await signIn(desk);
        await desk.fill('newPassword.first', 'a new one, long');
        await desk.fill('newPassword.repeated', 'another one, long');
        await desk.pressKeys('Enter');
      },
    },
    'session interrupted': {
      program: { clerk: '1001', customer: 'zhang' },
      async show(desk) {
        desk.program.refuseNext('loss.worklist', { code: 'SIGN_IN_REQUIRED', details: {} });
        await desk.press('taskWorklist');
        await desk.sees('signIn.again');
      },
    },
    'signed out by an administrator': {
      program: { clerk: '1001', customer: 'zhang' },
      async show(desk) {
        desk.program.state.session = null;
        desk.program.emit('ledger.changed', { kinds: ['session'] });
        await desk.sees('signIn.ended');
      },
    },
  },
);

export const lockScreen = tellerScreen(
  'lock',
  { clerk: '1001', customer: 'zhang' },
  {
    locked: {
      async show(desk) {
        await desk.press('lock');
        await desk.sees('lock.title');
      },
    },
    'wrong password': {
      async show(desk) {
        await desk.press('lock');
        await desk.fill('lock.password', 'not the password');
        await desk.pressKeys('Enter');
      },
    },
    'wrong password, the last try': {
      async show(desk) {
        const lockedUntil = '2025-02-03 10:42:30';
        desk.program.refuseNext('session.unlock', { code: 'PASSWORD_WRONG', details: { left: 0, lockedUntil } });
        await desk.press('lock');
        await desk.fill('lock.password', 'not the password');
        await desk.pressKeys('Enter');
        await desk.sees('unlockClerk.explainTwo');
      },
    },
    'leaving with a paper': {
      async show(desk) {
        await desk.press('taskLoss');
        await desk.click('loss.report');
        await desk.confirm();
        await desk.seesPaper();
        await desk.press('lock');
        await desk.click('lock.signOut');
      },
    },
    'clerk locked': {
      async show(desk) {
        desk.program.refuseNext('loss.worklist', { code: 'CLERK_LOCKED', details: { clerkCode: '1001' } });
        await desk.press('taskWorklist');
        await desk.sees('unlockClerk.explain');
      },
    },
  },
);
