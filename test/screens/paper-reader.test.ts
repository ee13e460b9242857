/** What reads a paper for the screen: there before it is asked for, and gone with its paper, so the next customer's meets a new one. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clerkAt, li, zhang } from './clerk.ts';

const RealWorker = window.Worker;

/** Notes which papers each worker was given, and its end. */
class NotedWorker extends RealWorker {
  papers = 0;
  ended = false;

  constructor(...words: ConstructorParameters<typeof Worker>) {
    super(...words);
    all.push(this);
  }

  override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    if (typeof message === 'object' && message !== null && Reflect.get(message, 'action') === 'GetDocRequest')
      this.papers += 1;
    if (Array.isArray(transfer)) super.postMessage(message, transfer);
    else super.postMessage(message, transfer);
  }

  override terminate(): void {
    this.ended = true;
    super.terminate();
  }
}

let all: NotedWorker[] = [];
beforeEach(() => {
  all = [];
  window.Worker = NotedWorker;
});
afterEach(() => {
  window.Worker = RealWorker;
});

test('each reads one paper, waits for it beforehand, and ends with it', { timeout: 60_000 }, async () => {
  const clerk = await clerkAt({ clerk: '1001' });
  await clerk.openVisit(zhang);
  // One of an earlier test may wait already, and is not among these.
  for (const preset of ['F3', '2', '3']) {
    await clerk.press(preset);
    await clerk.desk.seesPaper();
    await expect.poll(() => all.some(({ papers, ended }) => papers === 0 && !ended)).toBe(true);
  }
  expect(all.filter(({ papers }) => papers > 0).length).toBeGreaterThanOrEqual(2);
  await clerk.press('Control+Enter');
  await clerk.nobodyIsThere();
  await clerk.openVisit(li);
  await expect.poll(() => all.filter(({ papers, ended }) => papers > 0 && !ended)).toEqual([]);
  expect(Math.max(...all.map(({ papers }) => papers))).toBe(1);
});
