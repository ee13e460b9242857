/** A clock that ticks every second, for what runs out before the clerk's eyes. */
import { onScopeDispose, readonly, ref, type Ref } from 'vue';

export function useNow(): Readonly<Ref<number>> {
  const now = ref(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 1000);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
