// @vitest-environment happy-dom
/** The outcome of the network check belongs to the ID number it was asked for. */
import { expect, test } from 'vitest';
import { emptyVisit, forAnotherPerson } from '../../../../renderer/teller/visit/visit-draft.ts';
import { first, openCounterOn, second, type Counter } from '../counter.ts';

const stranger = '440524188001010014';

function outcome(): string | null {
  return document.querySelector<HTMLInputElement>('.visit-task input[type=radio]:checked')?.value ?? null;
}

function opened(counter: Counter): readonly unknown[] {
  return counter.bridge.asked.flatMap(({ verb, input }) => (verb === 'visit.open' ? [input] : []));
}

/** A pair that does not belong together, asked for as a match. */
async function wrongPair(counter: Counter): Promise<void> {
  await counter.type(stranger);
  await counter.press('Enter');
  await counter.type(first.card);
  await counter.press('Enter', '1', 'Enter');
  expect(opened(counter)).toHaveLength(1);
  expect(counter.visit.visit).toBeNull();
}

test('after a wrong pair another ID number needs an outcome of its own', async () => {
  const counter = await openCounterOn();
  await wrongPair(counter);
  expect(outcome()).toBe('match-photo');
  await counter.type(first.idNumber);
  expect(outcome()).toBeNull();
  await counter.press('Enter');
  expect(opened(counter)).toHaveLength(1);
  await counter.press('3');
  expect(outcome()).toBe('name-differs');
  await counter.type('护照 E1');
  await counter.press('Enter');
  expect(opened(counter).at(-1)).toMatchObject({ networkCheck: 'name-differs', secondaryDocument: '护照 E1' });
});

test('a digit typed into the number is a digit of the number', async () => {
  const counter = await openCounterOn();
  await counter.press('3');
  expect(outcome()).toBeNull();
  await counter.press('Alt+K', '2');
  expect(outcome()).toBeNull();
});

test('blanks and case make no other number; one digit does', async () => {
  const counter = await openCounterOn();
  await counter.type(first.idNumber);
  await counter.press('Enter');
  await counter.type(first.card);
  await counter.press('Enter', '2');
  document.querySelector<HTMLInputElement>('.visit-task input')?.focus();
  await counter.type(`110105 19491231 002x`);
  expect(outcome()).toBe('match-no-photo');
  await counter.type(second.idNumber);
  expect(outcome()).toBeNull();
});

test('what is on its way to the ledger is not changed under it', async () => {
  const counter = await openCounterOn();
  await counter.type(first.idNumber);
  await counter.press('Enter');
  await counter.type(first.card);
  await counter.press('Enter', '1');
  await counter.settled();
  counter.pressKey('Enter');
  counter.focused.blur();
  counter.pressKey('3');
  expect(outcome()).toBe('match-photo');
  await counter.settled();
  expect(opened(counter)).toMatchObject([{ networkCheck: 'match-photo' }]);
});

test("another person has no second document and no agent of the first one's", () => {
  const draft = { ...emptyVisit(), idNumber: '2', card: '3', secondaryDocument: 'E1', withAgent: true };
  expect(forAnotherPerson(draft)).toEqual({ ...emptyVisit(), idNumber: '2', card: '3' });
});
