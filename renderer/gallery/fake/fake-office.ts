/** Offices and sessions of the fake program. */
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import { NO_OFFICE } from '../../../electron/contract/office/no-office.ts';
import type { Office, OfficeStatus, Session } from '../../../electron/contract/office/office-views.ts';
import { ownServerOf } from './fake-server.ts';
import { refusedWith, ok, today, type ClerkCode, type FakeOptions, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const clerks: Readonly<Record<ClerkCode, Omit<OfficeStatus['demoClerks'][number], 'code'>>> = {
  '1001': { name: '王敏', role: 'clerk', password: 'demo-1001' },
  '1002': { name: '赵云飞', role: 'clerk', password: 'demo-1002' },
  '2001': { name: '李建国', role: 'supervisor', password: 'demo-2001' },
  '9001': { name: '周静', role: 'administrator', password: 'demo-9001' },
};
const codes = ['1001', '1002', '2001', '9001'] as const satisfies readonly ClerkCode[];
const demoClerks = codes.map((code) => ({ code, ...clerks[code] }));
export const office: Office = {
  officeId: 'o1',
  code: '0101',
  name: '朝阳支行建国门储蓄所',
  timeZone: 'Asia/Shanghai',
  openingDate: businessDate('2024-01-01'),
  demo: true,
  livesBy: 'books',
};

/** An office at work, which lives by the calendar. */
export const realOffice: Office = { ...office, demo: false, livesBy: 'calendar' };

/** The session of a clerk who signs in now. */
export function sessionOf(code: ClerkCode, options: FakeOptions): Session {
  const { idleLockMinutes = 5, isSupervisorDesk = false, passwordExpiresAt = null } = options;
  const { name, role } = clerks[code];
  return {
    clerk: { code, name, role },
    office,
    businessDate: today,
    pastDayOpen: null,
    locked: false,
    idleLockMinutes,
    locksLifted: null,
    passwordExpiresAt,
    isSupervisorDesk,
  };
}

type OfficeVerb =
  | 'program.info'
  | 'office.status'
  | 'office.setUp'
  | 'office.openDemo'
  | 'office.restore'
  | 'office.openBehind'
  | 'office.recoverySheet'
  | 'program.enlarge'
  | 'session.signIn'
  | 'session.current'
  | 'session.lock'
  | 'session.unlock'
  | 'session.signOut'
  | 'session.touch'
  | 'clock.accept'
  | 'clerk.unlock'
  | 'clerk.liftLocks'
  | 'clerk.changePassword';

export function officeAnswers(state: FakeState): Answers<OfficeVerb> {
  const { options } = state;
  return {
    'program.info': () =>
      ok({
        version: '0.1.0',
        runtime: 'Electron 25.1.1',
        unsupportedRuntime: options.unsupported ?? false,
        weakKeyStorage: options.unsupported ?? false,
        dataFolder: '/var/lib/medicard',
        server: ownServerOf(state),
        ledger: state.server?.line.state ?? 'ready',
        refusal: state.server?.line.refusal ?? null,
      }),
    'program.enlarge': () => ok({}),
    'office.status': () =>
      ok(
        state.hasOffice
          ? { office, bankName: '', businessDate: today, pastDayOpen: null, clockBehind: null, at: null, demoClerks }
          : NO_OFFICE,
      ),
    'office.setUp': (input) => {
      state.hasOffice = true;
      return ok({ ...office, name: input.name, code: input.code, demo: false, livesBy: 'calendar' as const });
    },
    'office.openDemo': async () => {
      await options.pause?.();
      state.hasOffice = true;
      return ok(office);
    },
    'office.openBehind': () => ok(office),
    'office.restore': () => ok(null),
    'office.recoverySheet': () => ok({ saved: true, fileName: '恢复单-0101.pdf' }),
    'session.signIn': ({ clerkCode, password }) => {
      const clerk = demoClerks.find((one) => one.code === clerkCode && one.password === password);
      if (!clerk) return refusedWith('SIGN_IN_FAILED', { left: 3 });
      state.session = sessionOf(clerk.code, options);
      return ok(state.session);
    },
    'session.current': () => ok(state.session),
    'session.lock': () => ok({}),
    'session.touch': () => ok({}),
    'clock.accept': ({ authorisation }) =>
      authorisation.clerkCode === '2001' ? ok({}) : refusedWith('SECOND_PERSON_ROLE'),
    'session.unlock': ({ password }) => {
      const isRight = demoClerks.some((one) => one.code === state.session?.clerk.code && one.password === password);
      return state.session && isRight ? ok(state.session) : refusedWith('PASSWORD_WRONG', { left: 4 });
    },
    'session.signOut': () => {
      state.session = null;
      state.visit = null;
      return ok({});
    },
    'clerk.liftLocks': () => ok({ clerks: ['2001', '9001'] }),
    'clerk.changePassword': ({ newPassword }) =>
      newPassword.length < 10 ? refusedWith('PASSWORD_WEAK', { rule: 'password-short' }) : ok({}),
    'clerk.unlock': ({ clerkCode, authorisation }) => {
      if (authorisation.clerkCode === clerkCode) return refusedWith('SECOND_PERSON_SAME', { clerkCode });
      return authorisation.clerkCode === '2001' ? ok({}) : refusedWith('SECOND_PERSON_ROLE');
    },
  };
}
