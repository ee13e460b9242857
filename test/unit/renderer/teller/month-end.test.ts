/** A file's way through Month-end: whole, cancellable, and never posted twice. */
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { effectScope } from 'vue';
import { transferFile } from '../../../../renderer/teller/month-end/file-transfer.ts';
import { linesOfOutcome, loadableCount } from '../../../../renderer/teller/month-end/lines-of-file.ts';
import { useMonthEndRun } from '../../../../renderer/teller/month-end/month-end-run.ts';
import { paceOf } from '../../../../renderer/teller/month-end/pace.ts';
import { fakeBridge, type FakeBridge } from '../../../../renderer/gallery/fake/fake-bridge.ts';

afterEach(() => void vi.unstubAllGlobals());

function withBridge(): FakeBridge {
  const bridge = fakeBridge({ lines: 3 });
  vi.stubGlobal('window', { medicard: bridge });
  return bridge;
}

const second = { clerkCode: '2001', password: 'x' };
const PIECE = 1024 * 1024;

test('the pieces of a file are its bytes, in order and without gap', async () => {
  const bridge = withBridge();
  const bytes = new Uint8Array(2 * PIECE + 77).map((_, at) => at % 251);
  const sizes: number[] = [];
  const file = new File([bytes], 'allocation.csv');
  await transferFile(
    file,
    (sent) => sizes.push(sent),
    () => false,
  );
  const pieces = bridge.asked.filter(({ verb }) => verb === 'intake.chunk').map(({ input }) => input as Piece);
  expect(pieces.map(({ offset }) => offset)).toEqual([0, PIECE, 2 * PIECE]);
  expect(Buffer.concat(pieces.map(({ chunk }) => chunk)).equals(Buffer.from(bytes))).toBe(true);
  expect(sizes).toEqual([PIECE, 2 * PIECE, bytes.length]);
});
interface Piece {
  readonly offset: number;
  readonly chunk: Uint8Array;
}

test('what is cancelled or refused on the way is discarded', async () => {
  const bridge = withBridge();
  const file = new File(['x'], 'allocation.csv');
  const ignore = (): void => undefined;
  expect(await transferFile(file, ignore, () => true)).toBeNull();
  bridge.refuseNext('intake.chunk', { code: 'DISK_FULL', details: {} });
  expect(await transferFile(file, ignore, () => false)).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
  expect(bridge.asked.filter(({ verb }) => verb === 'intake.discard')).toHaveLength(2);
});

function idsOf(bridge: FakeBridge, verb: string): unknown[] {
  return bridge.asked
    .filter((one) => one.verb === verb)
    .map(({ input }) => (input as { operationId: string }).operationId);
}

test('posting again after the ledger restarted is the same operation; after an answer it is another', async () => {
  const bridge = withBridge();
  const scope = effectScope();
  const run = scope.run(useMonthEndRun)!;
  await run.take(new File(['x'], 'allocation.csv'));
  expect(run.stage.value).toBe('checked');
  bridge.refuseNext('file.post', { code: 'LEDGER_RESTARTING', details: {} });
  await run.post(second);
  expect(run.stage.value).toBe('checked');
  bridge.refuseNext('file.post', { code: 'SECOND_PERSON_FAILED', details: {} });
  await run.post(second);
  await run.post(second);
  expect(run.stage.value).toBe('posted');
  const [first, again, next] = idsOf(bridge, 'file.post');
  expect(again).toBe(first);
  expect(next).not.toBe(first);
  scope.stop();
});

test('a posting that waits is among the batches, and asked again it is the same operation', async () => {
  const bridge = withBridge();
  const scope = effectScope();
  const run = scope.run(() => useMonthEndRun())!;
  await run.take(new File(['x'], 'allocation.csv'));
  bridge.refuseNext('file.post', { code: 'POSTING_WAITS', details: { reason: 'disk-full' } });
  await run.post(second);
  expect(run.stage.value).toBe('idle');
  expect(run.refusal.value?.code).toBe('POSTING_WAITS');
  await run.post(second);
  const [waited, again] = idsOf(bridge, 'file.post');
  expect(again).toBe(waited);
  scope.stop();
});

test('once its lines are being posted a file cannot be cancelled; until then, and a register, it can', async () => {
  const bridge = withBridge();
  const scope = effectScope();
  const run = scope.run(() => useMonthEndRun())!;
  for (const [name, cancels] of [
    ['allocation.csv', 0],
    ['register.csv', 1],
  ] as const) {
    await run.take(new File(['x'], name));
    const before = bridge.asked.filter(({ verb }) => verb === 'operation.cancel').length;
    const posting = run.post(second);
    const [operationId = ''] = idsOf(bridge, 'file.post').slice(-1) as string[];
    run.hearProgress({ operationId, phase: 'posting', done: 1, total: 2 });
    expect(run.working.value?.isFinal).toBe(cancels === 0);
    await run.cancel();
    expect(bridge.asked.filter(({ verb }) => verb === 'operation.cancel').length - before).toBe(cancels);
    await posting;
    await run.forget();
  }
  scope.stop();
});

test('leaving a checked file discards it; leaving a posted one does not', async () => {
  const bridge = withBridge();
  const scope = effectScope();
  const run = scope.run(useMonthEndRun)!;
  const discards = (): number => bridge.asked.filter(({ verb }) => verb === 'intake.discard').length;
  await run.take(new File(['x'], 'allocation.csv'));
  await run.forget();
  expect(discards()).toBe(1);
  await run.take(new File(['x'], 'allocation.csv'));
  await run.post(second);
  await run.forget();
  expect(discards()).toBe(1);
  scope.stop();
});

test('a file that is refused whole, or a register with nothing new, cannot be posted', async () => {
  const bridge = withBridge();
  const scope = effectScope();
  const run = scope.run(useMonthEndRun)!;
  await run.take(new File(['x'], 'allocation-bad.csv'));
  expect(loadableCount(run.outcome.value!)).toBe(0);
  await run.take(new File(['x'], 'register.csv'));
  expect(run.isAnswered.value).toBe(false);
  expect(linesOfOutcome(run.outcome.value!).rows[0]).toMatchObject({ line: 7, reason: 'ID_NUMBER_INVALID' });
  expect(bridge.asked.some(({ verb }) => verb === 'file.post')).toBe(false);
  scope.stop();
});

test('the pace never promises less than nothing nor more than the whole', () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.nat()), fc.nat({ max: 86_400_000 }), (done, total, elapsed) => {
      const { percent, rate, leftMs } = paceOf({ done, total }, elapsed);
      if (percent !== null) expect(percent >= 0 && percent <= 100).toBe(true);
      if (rate !== null) expect(Number.isFinite(rate) && rate >= 0).toBe(true);
      if (leftMs !== null) expect(Number.isFinite(leftMs) && leftMs >= 0).toBe(true);
    }),
  );
  expect(paceOf({ done: 250, total: 1000 }, 1000)).toEqual({ percent: 25, rate: 250, leftMs: 3000 });
});
