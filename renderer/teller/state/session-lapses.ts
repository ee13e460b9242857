/** What can cover a counter without closing it: a session that ended, a window that locked, a clerk who was locked. */
import { ref, type Ref } from 'vue';
import type { ErrorCode } from '../../../electron/contract/kernel/errors.ts';
import { onRefusal, questionsAsked } from '../../shared/bridge-client.ts';

/** Why the ledger was asked about the session: it or the window began again, or an administrator changed something. */
export type SessionRead = 'restart' | 'change';

export interface SessionLapses {
  readonly interrupted: Ref<boolean>;
  /** It was interrupted because an administrator changed something. */
  readonly ended: Ref<boolean>;
  readonly locked: Ref<boolean>;
  readonly clerkLocked: Ref<boolean>;
  /** A session begins, or is proven again: what was asked until now tells of no lapse of it. */
  readonly outdate: () => void;
  /** The ledger knows the session no more. */
  readonly interrupt: (after: SessionRead) => void;
  readonly clear: () => void;
}

/**
 * Any screen's refusal may tell of a lapse; nobody signed in has none.
 * @param me the clerk signed in: that a second person is locked is no lapse of theirs.
 */
export function sessionLapses(me: () => string | null): SessionLapses {
  const interrupted = ref(false);
  const ended = ref(false);
  const locked = ref(false);
  const clerkLocked = ref(false);
  let since = 0;
  const told: Partial<Record<ErrorCode, Ref<boolean>>> = {
    SIGN_IN_REQUIRED: interrupted,
    SESSION_LOCKED: locked,
    CLERK_LOCKED: clerkLocked,
  };
  onRefusal(({ code, details }, { sequence }) => {
    const lapse = told[code];
    const { clerkCode } = details;
    // Wrong passwords lock out who types them; the session they are typed over goes on.
    if (code === 'CLERK_LOCKED' && details['seconds'] !== undefined) return;
    if (lapse && sequence > since && me() !== null && (clerkCode === undefined || clerkCode === me()))
      lapse.value = true;
  });
  return {
    interrupted,
    ended,
    locked,
    clerkLocked,
    outdate() {
      since = questionsAsked();
      ended.value = false;
    },
    interrupt(after) {
      if (interrupted.value) return;
      ended.value = after === 'change';
      interrupted.value = true;
    },
    clear() {
      for (const lapse of [interrupted, ended, locked, clerkLocked]) lapse.value = false;
    },
  };
}
