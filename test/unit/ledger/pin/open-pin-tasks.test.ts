/** What the ledger remembers of customers' tasks: every one that runs, and so many of those that are over. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import { OpenPinTasks, type OpenPinTask } from '../../../../electron/ledger/pin/open-pin-tasks.ts';

const REMEMBERED = 64;

function task(id: string, until: number, ended: OpenPinTask['ended']): OpenPinTask {
  return {
    ...{ id, task: 'first', sessionHash: `session of ${id}`, counter: 'T1', visitId: `visit of ${id}`, accountId: 1 },
    ...{ holderNameMasked: '', cardMasked: '', lossNumber: null, loss: null, contact: null, step: 'new', failures: 0 },
    ...{ fault: null, ended, until: until as Instant, moreTimeLeft: 0, firstTyped: null },
  };
}

const kept = fc.array(fc.record({ lasts: fc.integer({ min: 0, max: 400 }), isEnded: fc.boolean() }), {
  minLength: REMEMBERED,
  maxLength: 4 * REMEMBERED,
});

test('a task that runs is never forgotten, and of those that are over the newest are known', () => {
  fc.assert(
    fc.property(kept, (drawn) => {
      const tasks = new OpenPinTasks(null, () => undefined);
      const all = drawn.map(({ lasts, isEnded }, at) => task(`task ${at}`, at + lasts, isEnded ? 'done' : null));
      for (const [at, each] of all.entries()) tasks.keep(each, at as Instant);
      const now = (all.length - 1) as Instant;
      const isRunning = ({ ended, until }: OpenPinTask) => ended === null && now < until;
      const known = all.filter(({ id }) => tasks.find(id) !== null);
      expect(known.filter(isRunning)).toEqual(all.filter(isRunning));
      const over = all.filter((each) => !isRunning(each));
      expect(known.filter((each) => !isRunning(each)).length).toBe(Math.min(REMEMBERED, over.length));
      for (const each of all.filter(isRunning)) expect(tasks.openOf(each.visitId, now)).toBe(each);
    }),
  );
});
