/** What is left of a visit or of the customer's time, second by second. */
import { effectScope, ref } from 'vue';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useTimeLeft } from '../../../../renderer/shared/now.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what begins between two ticks has its whole time left, and loses it second by second', () => {
  const scope = effectScope();
  const until = ref(0);
  const left = scope.run(() => useTimeLeft(() => until.value));
  vi.advanceTimersByTime(700);
  until.value = Date.now() + 60_000;
  expect(left?.value).toBe(60_000);
  vi.advanceTimersByTime(1_300);
  expect(left?.value).toBe(58_700);
  vi.advanceTimersByTime(60_000);
  expect(left?.value).toBe(-1_300);
  scope.stop();
  expect(vi.getTimerCount()).toBe(0);
});
