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
const given = (): number => all.reduce((sum, { papers }) => sum + papers, 0);
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
  await clerk.press('F3');
  await clerk.desk.seesPaper();
  // The first was read by one that an earlier test left ready.
  for (const preset of ['2', '3', '1']) {
    const before = given();
    await clerk.press(preset);
    await expect.poll(() => given()).toBe(before + 1);
    await expect.poll(() => all.some(({ papers, ended }) => papers === 0 && !ended)).toBe(true);
  }
  await clerk.press('Control+Enter');
  await clerk.nobodyIsThere();
  await clerk.openVisit(li);
  await expect.poll(() => all.filter(({ papers, ended }) => papers > 0 && !ended)).toEqual([]);
  expect(Math.max(...all.map(({ papers }) => papers))).toBe(1);
});
