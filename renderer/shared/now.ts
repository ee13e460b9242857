/** Clocks that tick every second, for what runs out before the clerk's or the customer's eyes. */
import { computed, onScopeDispose, readonly, ref, watch, type ComputedRef, type Ref } from 'vue';

export function useNow(): Readonly<Ref<number>> {
  return readonly(ticking());
}

/**
 * Milliseconds until a moment, given in milliseconds since 1970; below zero once it is past. A moment that is moved is
 * measured from that instant and not from the last tick, which would show a second too many.
 */
export function useTimeLeft(until: () => number): ComputedRef<number> {
  const now = ticking();
  watch(until, () => (now.value = Date.now()), { flush: 'sync' });
  return computed(() => until() - now.value);
}

function ticking(): Ref<number> {
  const now = ref(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 1000);
  onScopeDispose(() => clearInterval(timer));
  return now;
}
