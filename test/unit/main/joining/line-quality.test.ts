/** How well the line does, as this computer's own page says it: its state and since when, how often it broke, how soon it answers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refused } from '../../../../electron/contract/kernel/errors.ts';
import { LineQuality } from '../../../../electron/main/joining/line-quality.ts';
import type { LedgerStatus } from '../../../../electron/main/ledger-link/ledger-link.ts';

const status = (state: LedgerStatus['state'], refusal: LedgerStatus['refusal'] = null): LedgerStatus => ({
  state,
  refusal,
});
const answered = vi.fn(async () => ({ ok: true }));

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
  answered.mockClear();
});
afterEach(() => void vi.useRealTimers());

test('what breaks a line that stood is counted once, however long it is tried again', async () => {
  const quality = new LineQuality();
  const down = status('restarting', refused('SERVER_UNREACHABLE').error);
  const heard = [status('ready'), down, down, status('failed', refused('SERVER_OTHER').error), down, status('ready')];
  for (const each of heard) {
    vi.advanceTimersByTime(1_000);
    quality.hear(each);
  }
  expect(await quality.of(status('ready'), answered)).toMatchObject({ state: 'ready', since: 7_000, breaks: 1 });
  quality.hear(status('ready'));
  quality.hear(down);
  expect(await quality.of(down, answered)).toEqual({ ...down, since: 7_000, breaks: 2, answerMs: null });
});

test('a small question is timed where the line stands, and none is asked where it does not', async () => {
  const quality = new LineQuality();
  expect((await quality.of(status('starting'), answered)).answerMs).toBeNull();
  expect(answered).not.toHaveBeenCalled();
  quality.hear(status('ready'));
  const slow = async () => {
    vi.advanceTimersByTime(42);
    return { ok: true };
  };
  expect((await quality.of(status('ready'), slow)).answerMs).toBe(42);
  const lost = async () => ({ ok: false });
  expect((await quality.of(status('ready'), lost)).answerMs, 'an answer that was none times nothing').toBeNull();
});
