/** What the customer's window shows of a visit: the ledger's word on it, and the holder's choice until it is over. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accepted } from '../../../../electron/contract/kernel/errors.ts';
import { VisitShown } from '../../../../electron/main/customer-side/visit-shown.ts';
import type { AskLedger } from '../../../../electron/main/ledger-link/ask-ledger.ts';
import { clerk } from './pin-relay-desk.ts';

interface Going {
  readonly visitId: string;
  readonly holderNameMasked: string;
  readonly endsAt: number;
}

const visitMs = 60_000;
let going: Going | null;
const changed = vi.fn();
let shown: VisitShown;

beforeEach(() => {
  vi.useFakeTimers();
  going = null;
  changed.mockReset();
  shown = new VisitShown({ ask: (async () => accepted(going)) as AskLedger, changed });
});

afterEach(() => {
  shown.close();
  vi.useRealTimers();
});

async function opened(visitId: string): Promise<void> {
  going = { visitId, holderNameMasked: '张*', endsAt: Date.now() + visitMs };
  await shown.hear('visit.open', clerk);
}

const none = { visit: null, largeType: false };

test('with a visit its holder’s masked name and what the clerk does, without one nothing', async () => {
  await shown.hear('statement.presets', clerk);
  expect(shown.text).toEqual(none);
  await opened('v1');
  expect(shown.text.visit).toEqual({ holderNameMasked: '张*', doing: 'visit' });
  await shown.hear('statement.presets', clerk);
  expect(shown.text.visit?.doing).toBe('statement');
  await shown.hear('statement.presets', clerk);
  expect(changed).toHaveBeenCalledTimes(2);
  going = null;
  await shown.hear('visit.finish', clerk);
  expect(shown.text).toEqual(none);
});

test('the holder’s choice lasts until their visit ends, and the next one finds none of it', async () => {
  await opened('v1');
  expect(shown.choose({ language: 'en', largeType: true })).toMatchObject({ ok: true });
  await shown.hear('document.print', clerk);
  expect(shown.text).toMatchObject({ language: 'en', largeType: true });
  await opened('v2');
  expect(shown.text).toEqual({ ...none, visit: { holderNameMasked: '张*', doing: 'visit' } });
});

test('without a visit there is nobody to choose', () => {
  shown.choose({ language: 'en', largeType: true });
  expect([shown.text, changed.mock.calls.length]).toEqual([none, 0]);
});

test('a visit that ends by itself is shown no longer, one that went on is', async () => {
  await opened('v1');
  going = { visitId: 'v1', holderNameMasked: '张*', endsAt: Date.now() + 2 * visitMs };
  await vi.advanceTimersByTimeAsync(visitMs + 1000);
  expect(shown.text.visit).not.toBeNull();
  going = null;
  await vi.advanceTimersByTimeAsync(visitMs + 1000);
  expect(shown.text.visit).toBeNull();
});
