/**
 * The browser's own dialogs, with real Tab and Esc: while one is there the focus is nowhere else on the page, and as it goes
 * the focus is where it was, whether a key or a click opened it.
 */
import { expect, test } from 'vitest';
import { userEvent, type Locator } from 'vitest/browser';
import type { FakeOptions } from '../../renderer/gallery/fake/fake-state.ts';
import { clerkAt, type Clerk } from './clerk.ts';

const alone: FakeOptions = { clerk: '1001' };
const withCustomer: FakeOptions = { clerk: '1001', customer: 'zhang' };

interface Opening {
  readonly how: string;
  readonly program: FakeOptions;
  /** Opens the dialog; answers the place that had the focus. */
  readonly open: (clerk: Clerk) => Promise<Locator>;
}

async function byKey(clerk: Clerk, place: Locator, key: string): Promise<Locator> {
  await expect.element(place).toHaveFocus();
  await clerk.press(key);
  return place;
}

async function byClick(clerk: Clerk, place: Locator): Promise<Locator> {
  await clerk.desk.settled();
  await userEvent.click(place);
  return place;
}

/** The page is fetched as it is asked for, and has stops of its own. */
async function helpIsRead(clerk: Clerk): Promise<void> {
  await expect.element(clerk.dialog.getByRole('group', { name: clerk.t('help.near') })).toBeVisible();
}

/** A form that is to be printed still, so that finishing asks first. */
async function unprintedForm(clerk: Clerk): Promise<void> {
  await clerk.press('F5', 'Enter');
  await clerk.confirm();
  await expect.element(clerk.button('statement.print')).toHaveFocus();
}

const openings: readonly Opening[] = [
  {
    how: 'the palette, by its key',
    program: alone,
    open: (clerk) => byKey(clerk, clerk.field('visit.idNumber'), 'Control+k'),
  },
  {
    how: 'help, by its key',
    program: alone,
    async open(clerk) {
      const place = await byKey(clerk, clerk.field('visit.idNumber'), 'F1');
      await helpIsRead(clerk);
      return place;
    },
  },
  {
    how: 'help, by a click',
    program: alone,
    async open(clerk) {
      const place = await byClick(clerk, clerk.button('header.help'));
      await helpIsRead(clerk);
      return place;
    },
  },
  {
    how: 'the keys, by their key',
    program: alone,
    async open(clerk) {
      await clerk.press('F8');
      return byKey(clerk, clerk.button('monthEnd.choose'), '?');
    },
  },
  { how: 'the keys, by a click', program: alone, open: (clerk) => byClick(clerk, clerk.button('header.keys')) },
  {
    how: 'the question before leaving, by a key',
    program: withCustomer,
    async open(clerk) {
      await unprintedForm(clerk);
      return byKey(clerk, clerk.button('statement.print'), 'Control+Enter');
    },
  },
  {
    how: 'the question before leaving, by a click',
    program: withCustomer,
    async open(clerk) {
      await unprintedForm(clerk);
      return byClick(clerk, clerk.button('panel.finish'));
    },
  },
];

test.each(openings)('$how: Tab stays within, Esc gives the focus back', async ({ program, open }) => {
  const clerk = await clerkAt(program);
  const before = await open(clerk);
  await expect.element(clerk.dialog).toBeVisible();
  await staysWithin(clerk, 'Tab');
  await staysWithin(clerk, 'Shift+Tab');
  await clerk.press('Escape');
  await expect.element(clerk.dialog).not.toBeInTheDocument();
  await expect.element(before).toHaveFocus();
});

test.each(openings)('$how: its close button gives the focus back', async ({ program, open }) => {
  const clerk = await clerkAt(program);
  const before = await open(clerk);
  await clerk.tabTo(clerk.dialog.getByRole('button', { name: clerk.t('common.close') }));
  await clerk.press('Enter');
  await expect.element(clerk.dialog).not.toBeInTheDocument();
  await expect.element(before).toHaveFocus();
});

/** Round twice: every stop of the dialog is reached, and no stop of the page beneath it. */
async function staysWithin(clerk: Clerk, key: string): Promise<void> {
  await clerk.desk.settled();
  const dialog = clerk.dialog.element();
  const stops = Array.from(dialog.querySelectorAll('button:enabled, input:enabled, [tabindex="0"]'));
  const reached = new Set<Element | null>();
  // Between the last stop and the first one lies the browser's own, where the page has no focus.
  for (let keys = 0; keys < 2 * (stops.length + 1); keys += 1) {
    await clerk.press(key);
    reached.add(document.activeElement);
  }
  reached.delete(document.body);
  expect([...reached].filter((stop) => !dialog.contains(stop))).toEqual([]);
  expect(stops.filter((stop) => !reached.has(stop))).toEqual([]);
}
