/** Who is signed in. A session that lapses or locks covers what is open; it does not throw it away. */
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { OFFICE_TIME_ZONE } from '../../../electron/contract/kernel/dates.ts';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Session } from '../../../electron/contract/office/office-views.ts';
import { ask } from '../../shared/bridge-client.ts';
import { sessionLapses, type SessionRead } from './session-lapses.ts';
import { reportedSignOut } from './sign-out.ts';

export type Cover = 'none' | 'signIn' | 'lock' | 'clerkLocked';

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null);
  const lapses = sessionLapses(() => session.value?.clerk.code ?? null);
  const { interrupted, ended, locked, clerkLocked } = lapses;
  const counterOf = ref(0);
  const signingOut = reportedSignOut();

  const cover = computed<Cover>(() => {
    if (session.value === null || interrupted.value) return 'signIn';
    return clerkLocked.value ? 'clerkLocked' : locked.value ? 'lock' : 'none';
  });

  function enter(next: Session): void {
    // Another clerk gets a counter of their own, with nothing of the one before.
    if (next.clerk.code !== session.value?.clerk.code) counterOf.value += 1;
    lapses.outdate();
    session.value = next;
    locked.value = next.locked;
    interrupted.value = false;
  }

  async function entered(asked: ReturnType<typeof ask<'session.unlock'>>): Promise<Refusal | null> {
    const reply = await asked;
    if (reply.ok) enter(reply.value);
    return reply.ok ? null : reply.error;
  }

  async function signIn(clerkCode: string, password: string): Promise<Refusal | null> {
    await signingOut.received();
    const refusal = await entered(ask('session.signIn', { clerkCode, password }));
    if (refusal === null) clerkLocked.value = false;
    return refusal;
  }

  const unlock = (password: string): Promise<Refusal | null> => entered(ask('session.unlock', { password }));

  /** Covers the window first: a ledger that is away must not keep a screen readable. */
  async function lock(): Promise<void> {
    if (session.value === null || locked.value) return;
    locked.value = true;
    await ask('session.lock', {});
  }

  /** Covers the window first, like `lock`. @param isTold false where the computer has left the office that would hear of it. */
  async function signOut(isTold = true): Promise<void> {
    session.value = null;
    lapses.clear();
    if (isTold) await signingOut.send();
  }

  /** The ledger knows whether the session still lives, and whose it is. */
  async function readAgain(after: SessionRead = 'restart'): Promise<void> {
    const known = session.value;
    if (!(await signingOut.received())) return;
    const reply = await ask('session.current', {});
    // Who signed in meanwhile is not interrupted by an answer about the time before.
    if (!reply.ok || session.value !== known) return;
    if (reply.value) enter({ ...reply.value, locked: reply.value.locked || locked.value });
    else if (session.value !== null) lapses.interrupt(after);
  }

  async function clerkUnlocked(): Promise<void> {
    clerkLocked.value = false;
    await readAgain();
  }

  const zone = computed(() => session.value?.office.timeZone ?? OFFICE_TIME_ZONE);
  const shown = { session, interrupted, ended, cover, zone, counterOf };
  return { ...shown, signIn, unlock, lock, signOut, readAgain, clerkUnlocked };
});
