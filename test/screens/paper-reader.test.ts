/** What reads papers for the screen: there before the first is asked for, and gone with its customer. */
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

const thatRead = (): NotedWorker[] => all.filter(({ papers }) => papers > 0);

test(
  'what has read a customer’s papers is gone with them, and what reads the next one’s is there already',
  { timeout: 60_000 },
  async () => {
    const clerk = await clerkAt({ clerk: '1001' });
    // Whatever an earlier test left goes with this visit.
    await clerk.openVisit(li);
    await clerk.press('F3');
    await clerk.desk.seesPaper();
    await clerk.press('Control+Enter');
    await clerk.nobodyIsThere();
    await expect.poll(() => all.filter(({ ended }) => !ended).length).toBe(1);
    const [own] = all.filter(({ ended }) => !ended);
    await clerk.openVisit(zhang);
    await clerk.press('F3');
    await clerk.desk.seesPaper();
    await expect.poll(() => own?.papers).toBe(1);
    expect(thatRead().filter(({ ended }) => !ended)).toEqual([own]);
    await clerk.press('Control+Enter');
    await clerk.nobodyIsThere();
    await expect.poll(() => own?.ended).toBe(true);
    await expect.poll(() => all.filter(({ ended }) => !ended).map(({ papers }) => papers)).toEqual([0]);
  },
);
