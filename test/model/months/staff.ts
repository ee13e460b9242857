/** The auditor's clerks: roles, passwords and their ends, wrong tries, sessions, and who may be a second person. */
import { dayOf } from './calendar.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SESSION_HOURS = 12;
const TRIES = 5;
const LOCK_MINUTES = 30;
const REMEMBERED = 5;

export type Role = 'clerk' | 'supervisor' | 'administrator';

export interface Member {
  readonly code: string;
  name: string;
  role: Role;
  password: string;
  /** Those before it, the last one first. */
  readonly earlier: string[];
  setAt: number;
  oneTime: boolean;
  isDisabled: boolean;
  tries: number;
  lockedUntil: number;
  session: { readonly token: string; readonly openedAt: number } | null;
  visit: { readonly id: string; lastActive: number } | null;
}

export interface Given {
  readonly clerkCode: string;
  readonly password: string;
}

export const authorises = ({ role }: Pick<Member, 'role'>): boolean => role !== 'clerk';

export class Staff {
  readonly members = new Map<string, Member>();
  expiryDays = 90;

  add(member: Pick<Member, 'code' | 'name' | 'role' | 'password' | 'setAt' | 'oneTime'>): Member {
    const fresh = { earlier: [], isDisabled: false, tries: 0, lockedUntil: 0, session: null, visit: null };
    const added: Member = { ...member, ...fresh };
    this.members.set(member.code, added);
    return added;
  }

  of(code: string): Member {
    const member = this.members.get(code);
    if (member === undefined) throw new Error(`nobody is ${code}`);
    return member;
  }

  atWork(): Member[] {
    return [...this.members.values()].filter(({ isDisabled }) => !isDisabled);
  }

  isExpired({ oneTime, setAt }: Member, at: number): boolean {
    return oneTime || (this.expiryDays !== 0 && at >= setAt + this.expiryDays * DAY);
  }

  isSignedIn({ session }: Member, at: number): boolean {
    return (
      session !== null && dayOf(session.openedAt) === dayOf(at) && at - session.openedAt < SESSION_HOURS * 60 * MINUTE
    );
  }

  endSession(member: Member): void {
    member.session = null;
    member.visit = null;
  }

  /** Counts the try. */
  #proof({ clerkCode, password }: Given, at: number): Member | 'locked' | 'wrong' {
    const member = this.members.get(clerkCode);
    if (member === undefined) return 'wrong';
    if (at < member.lockedUntil) return 'locked';
    if (member.lockedUntil !== 0) [member.tries, member.lockedUntil] = [0, 0];
    if (member.password !== password) {
      member.tries += 1;
      if (member.tries >= TRIES) member.lockedUntil = at + LOCK_MINUTES * MINUTE;
      return 'wrong';
    }
    member.tries = 0;
    return member;
  }

  signInFault(given: Given, at: number): string | null {
    const proven = this.#proof(given, at);
    if (proven === 'locked') return 'CLERK_LOCKED';
    if (proven === 'wrong') return 'SIGN_IN_FAILED';
    if (proven.isDisabled) return 'CLERK_DISABLED';
    return this.isExpired(proven, at) ? 'PASSWORD_EXPIRED' : null;
  }

  secondFault(first: Pick<Member, 'code' | 'name'>, given: Given | null, at: number): string | null {
    if (given === null) return 'SECOND_PERSON_REQUIRED';
    if (given.clerkCode === first.code) return 'SECOND_PERSON_SAME';
    const proven = this.#proof(given, at);
    if (proven === 'locked') return 'SECOND_PERSON_LOCKED';
    if (proven === 'wrong') return 'SECOND_PERSON_FAILED';
    if (proven.isDisabled) return 'CLERK_DISABLED';
    if (this.isExpired(proven, at)) return 'PASSWORD_EXPIRED';
    if (proven.name === first.name) return 'SECOND_PERSON_SAME';
    return authorises(proven) ? null : 'SECOND_PERSON_ROLE';
  }

  changePasswordFault(given: Given, fresh: string, at: number): string | null {
    const proven = this.#proof(given, at);
    if (proven === 'locked') return 'CLERK_LOCKED';
    if (proven === 'wrong') return 'SIGN_IN_FAILED';
    if (proven.isDisabled) return 'CLERK_DISABLED';
    const isWeak = fresh.length < 10 || [proven.password, ...proven.earlier].slice(0, REMEMBERED).includes(fresh);
    return isWeak ? 'PASSWORD_WEAK' : null;
  }

  setPassword(
    member: Member,
    password: string,
    { at, oneTime }: { readonly at: number; readonly oneTime: boolean },
  ): void {
    member.earlier.unshift(member.password);
    Object.assign(member, { password, setAt: at, oneTime });
  }

  /** Who would be left once one of them is another, or gone: two who authorise, and one who administers. */
  leavesFault(before: Member, after: Pick<Member, 'name' | 'role'> | null): string | null {
    const others = this.atWork().filter(({ code }) => code !== before.code);
    const staying = before.isDisabled || after === null ? others : [...others, after];
    const persons = (of: readonly Pick<Member, 'name' | 'role'>[]): number =>
      new Set(of.filter(authorises).map(({ name }) => name)).size;
    if (persons(staying) < 2 && persons(staying) < persons(this.atWork())) return 'AUTHORISERS_TOO_FEW';
    const administers = ({ role }: Pick<Member, 'role'>): boolean => role === 'administrator';
    return !staying.some(administers) && this.atWork().some(administers) ? 'ADMINISTRATOR_LAST' : null;
  }
}
