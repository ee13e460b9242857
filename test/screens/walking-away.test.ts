/**
 * A customer who walks away at each step of each task: nothing of it has happened, no one waits for them, and what stands
 * on either window is nobody's.
 */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { pinTaskKindSchema, type PinTaskKind } from '../../electron/contract/kernel/vocabulary.ts';
import { askedFor } from '../../renderer/gallery/fake/fake-customer.ts';
import type { FakeOptions } from '../../renderer/gallery/fake/fake-state.ts';
import { reports } from '../../renderer/gallery/known.ts';
import { openTeller } from '../../renderer/gallery/open-state.ts';
import { stepsOf } from '../../renderer/teller/customer-entry/customer-entry.ts';
import { acts } from './acts-of-tasks.ts';
import { Clerk, clerkAt, zhang } from './clerk.ts';
import { customerAt } from './customer.ts';
import { times } from './last-press.ts';
import { reportFormally } from './loss-desk.ts';

/** What told who was there. */
const MARKS = [zhang.name, '张*', '621330******0011', '13812345678'];

function nothingIsLeft(): void {
  const there = document.body.textContent;
  for (const mark of MARKS) expect(there).not.toContain(mark);
  expect(document.querySelector('.final-act, .second-person, .customer-entry')).toBeNull();
}

/** One customer leaves for the next, who is not there yet. */
async function walksAway(clerk: Clerk): Promise<void> {
  // What lies over the task is closed first, as a clerk would.
  if (document.querySelector('.final-act, [role="dialog"]')) await clerk.press('Escape');
  await clerk.press('Control+Enter');
  if (document.querySelector('.final-act')) await clerk.confirm();
  await clerk.nobodyIsThere();
}

class HasLeft extends Error {}

/** A clerk who goes so many keys and fields far, and no further. */
class HaltingClerk extends Clerk {
  left = 0;

  override async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#goes();
      await super.press(key);
    }
  }

  override async type(text: string): Promise<void> {
    this.#goes();
    await super.type(text);
  }

  override async fill(...line: Parameters<Clerk['fill']>): Promise<void> {
    this.#goes();
    await super.fill(...line);
  }

  #goes(): void {
    if (this.left === 0) throw new HasLeft();
    this.left -= 1;
  }
}

/** Has the last step been reached? */
async function goesFar(
  clerk: HaltingClerk,
  steps: number,
  reach: (clerk: Clerk) => Promise<unknown>,
): Promise<boolean> {
  clerk.left = steps;
  try {
    await reach(clerk);
    return true;
  } catch (error) {
    if (!(error instanceof HasLeft)) throw error;
    return false;
  } finally {
    clerk.left = Infinity;
  }
}

test.each(Object.entries(acts))(
  'at every step before %s',
  { timeout: 120_000 },
  async (_act, { verb, program, reach }) => {
    let isReached = false;
    for (let steps = 1; !isReached; steps += 1) {
      const opened = await openTeller({ program: { clerk: '1001', customer: 'zhang', ...program } }, 'zh-CN');
      try {
        const clerk = new HaltingClerk(opened.desk);
        isReached = await goesFar(clerk, steps, reach);
        await walksAway(clerk);
        expect(times(clerk, verb)).toBe(0);
        nothingIsLeft();
      } finally {
        opened.close();
      }
    }
  },
);

interface Waiting {
  readonly program?: FakeOptions;
  /** Until the holder is asked at their window. */
  readonly ask: (clerk: Clerk) => Promise<unknown>;
}

const choosing =
  (...keys: readonly string[]) =>
  async (clerk: Clerk): Promise<void> => {
    await clerk.press('F4');
    await expect.element(page.getByRole('radio', { checked: true })).toHaveFocus();
    await clerk.press(...keys, 'Enter');
    await clerk.confirm();
  };

const waitings: Readonly<Record<PinTaskKind, Waiting>> = {
  first: { program: { pinState: 'none' }, ask: choosing() },
  change: { ask: choosing() },
  telephone: { ask: choosing('4') },
  reset: {
    program: { pinState: 'void', known: { reports: [reports.pin] } },
    ask: choosing(),
  },
  prove: {
    program: { known: { reports: [reports.formal] } },
    async ask(clerk) {
      await clerk.press('F6');
      await expect.element(page.getByRole('group', { name: clerk.t('followUp.today') })).toBeVisible();
      await clerk.press('2');
      await expect.poll(() => document.activeElement?.closest('.cancel-report button')).toBeTruthy();
      await clerk.press('Enter');
    },
  },
  contact: {
    async ask(clerk) {
      await clerk.press('Alt+d');
      await expect.element(page.getByRole('group', { name: clerk.t('holderData.what') })).toBeVisible();
      await clerk.press('1');
      await clerk.fill('holderData.phone', '13700000009');
      await clerk.press('Enter');
    },
  },
  acknowledge: {
    async ask(clerk) {
      await reportFormally(clerk);
      await clerk.press('Alt+h');
    },
  },
};

const cases = pinTaskKindSchema.options.flatMap((kind) => stepsOf[kind].map((step) => [kind, step] as const));

async function waitingFor(kind: PinTaskKind, step: (typeof cases)[number][1]): Promise<Clerk> {
  const { program, ask } = waitings[kind];
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', ...program });
  await ask(clerk);
  await clerk.desk.finds('.customer-entry');
  clerk.program.state.customerGoesOn({ step }, true);
  await clerk.isTold(clerk.t('entry.typing'));
  return clerk;
}

/** How a holder who left is noticed at their window; a no to a report leads straight to taking it back. */
const ends = ['timed-out', 'cancelled', 'interrupted'] as const;
const toldOf = (kind: PinTaskKind, ended: (typeof ends)[number]) => {
  if (kind === 'contact' && ended === 'cancelled') return 'entry.contactDeclined';
  return kind === 'acknowledge' && ended === 'cancelled' ? 'followUp.declined' : (`entry.ended.${ended}` as const);
};

test.each(cases.flatMap(([kind, step]) => ends.map((ended) => [kind, step, ended] as const)))(
  '%s at its step %s, %s: the clerk is told, and nothing is half done',
  async (kind, step, ended) => {
    const clerk = await waitingFor(kind, step);
    const papersBefore = times(clerk, 'paper.prepare');
    clerk.program.state.customerGoesOn({ ended });
    await expect.poll(() => document.body.textContent).toContain(clerk.t(toldOf(kind, ended)));
    await expect.poll(() => document.activeElement === document.body).toBe(false);
    expect([times(clerk, 'paper.prepare'), times(clerk, 'loss.cancel')]).toEqual([papersBefore, 0]);
    await walksAway(clerk);
    nothingIsLeft();
  },
);

test.each(cases)(
  '%s at its step %s: the clerk finishes, and the customer’s window is asked for nothing',
  async (kind, step) => {
    const clerk = await waitingFor(kind, step);
    await walksAway(clerk);
    expect(clerk.program.state.task?.ended).toBe('abandoned');
    nothingIsLeft();
  },
);

test.each(cases)('%s at its step %s: their own window is neutral for the next one', async (kind, step) => {
  const contact = { phone: '13700000009', address: null };
  const read = { acknowledge: { loss: reports.formal }, contact: { contact } } as const;
  const asked = askedFor(kind, step, kind === 'acknowledge' || kind === 'contact' ? read[kind] : {});
  const customer = await customerAt(asked);
  if (kind === 'contact') expect(document.body.textContent).toContain(contact.phone);
  if (step !== 'read') {
    await customer.press('Numpad9', 'Numpad1');
    await customer.hasTyped(2);
  }
  customer.program.show({ ...asked(), ended: 'timed-out' });
  await customer.isToldEnd('timed-out');
  customer.program.show(null);
  await customer.isIdle();
  nothingIsLeft();
  const { number } = reports.formal;
  for (const left of [number, contact.phone]) expect(document.documentElement.outerHTML).not.toContain(left);
  customer.program.show({
    ...askedFor('first', 'new')(),
    taskId: 'k2',
    holderNameMasked: '李*',
    cardMasked: '621330******0029',
  });
  await customer.hasTyped(0);
});
