/** Clerks of the fake office, as its administrator changes them. */
import type { ListedClerk } from '../../../electron/contract/administration/clerk-verbs.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import { ok, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

type ClerkVerb =
  'clerk.show' | 'clerk.add' | 'clerk.change' | 'clerk.disable' | 'clerk.enable' | 'clerk.giveOneTimePassword';

const ONE_TIME = 'tulip-anvil-42';

/** A second person of the demo office, who is not the administrator. */
export function isSecond(given: Input<'clerk.disable'>['authorisation']): boolean {
  return given !== null && given.clerkCode !== '9001' && given.password === `demo-${given.clerkCode}`;
}

export function clerkAnswers(state: FakeState): Answers<ClerkVerb> {
  const find = (code: string) => state.clerks.find((clerk) => clerk.code === code);
  const change = (code: string, to: Partial<ListedClerk>) => {
    state.clerks = state.clerks.map((clerk) => (clerk.code === code ? { ...clerk, ...to } : clerk));
  };
  const givePassword = ({ clerkCode, authorisation }: Input<'clerk.enable'>) => {
    const clerk = find(clerkCode);
    if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
    if (clerk === undefined) return refusedWith('CLERK_UNKNOWN', { clerkCode });
    change(clerkCode, { state: 'active', lockedBy: null, disabledAt: null, oneTimePassword: true });
    return ok({ code: clerkCode, name: clerk.name, role: clerk.role, password: ONE_TIME });
  };
  return {
    'clerk.show': () => ok([...state.clerks]),
    'clerk.add': ({ clerkCode: code, name, role, authorisation }) => {
      if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
      if (find(code) !== undefined) return refusedWith('CLERK_EXISTS', { clerkCode: code });
      const fresh = { state: 'active', lockedBy: null, disabledAt: null, oneTimePassword: true } as const;
      state.clerks = [...state.clerks, { code, name, role, ...fresh, passwordExpiresAt: null, lastSignInAt: null }];
      return ok({ code, name, role, password: ONE_TIME });
    },
    'clerk.change': ({ clerkCode, name, role, authorisation }) => {
      const clerk = find(clerkCode);
      if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
      if (clerk === undefined || (name === null && role === null)) return refusedWith('CLERK_STATE', { clerkCode });
      const after = { name: name ?? clerk.name, role: role ?? clerk.role };
      change(clerkCode, after);
      return ok({ code: clerkCode, ...after });
    },
    'clerk.disable': ({ clerkCode, authorisation }) => {
      const clerk = find(clerkCode);
      if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
      if (clerk === undefined) return refusedWith('CLERK_UNKNOWN', { clerkCode });
      const left = state.clerks.filter(
        ({ code, role, state: how }) => code !== clerkCode && role !== 'clerk' && how !== 'disabled',
      );
      if (clerk.role !== 'clerk' && left.length < 2) return refusedWith('AUTHORISERS_TOO_FEW', { clerkCode });
      const isLast = left.every(({ role }) => role !== 'administrator');
      if (clerk.role === 'administrator' && isLast) return refusedWith('ADMINISTRATOR_LAST', { clerkCode });
      change(clerkCode, { state: 'disabled', lockedBy: null });
      return ok({ code: clerkCode, name: clerk.name, role: clerk.role });
    },
    'clerk.enable': givePassword,
    'clerk.giveOneTimePassword': givePassword,
  };
}
