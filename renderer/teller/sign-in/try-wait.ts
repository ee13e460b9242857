/** The refusal that says how long to wait, with the seconds that are left by now. */
import { computed, ref, type ComputedRef } from 'vue';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import { useTimeLeft } from '../../shared/now.ts';

export interface TryWait {
  /** Null once the next try is taken. */
  readonly waiting: ComputedRef<Refusal | null>;
  readonly begin: (refusal: Refusal) => void;
}

export function useTryWait(): TryWait {
  const refusal = ref<Refusal | null>(null);
  const until = ref(0);
  const left = useTimeLeft(() => until.value);
  return {
    waiting: computed(() => {
      const seconds = Math.ceil(left.value / 1_000);
      if (refusal.value === null || seconds <= 0) return null;
      return { code: refusal.value.code, details: { ...refusal.value.details, seconds } };
    }),
    begin(told) {
      const seconds = Number(told.details['seconds'] ?? 0);
      refusal.value = told;
      until.value = Date.now() + seconds * 1_000;
    },
  };
}

/** Wrong passwords lock the code at this counter: at the last try, and for whoever tries on. */
export function isLockedByPasswords({ code, details }: Refusal): boolean {
  return details['lockedUntil'] !== undefined || (code === 'CLERK_LOCKED' && details['seconds'] !== undefined);
}
