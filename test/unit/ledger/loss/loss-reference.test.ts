/** The department's own number: by whom it may be added, and how a wrong one is corrected with the first kept. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { type LossCounter } from '../../../offices/loss-counter.ts';
import { person } from '../../../offices/made-up-people.ts';
import { lossOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, type Counter, type Office } from '../../../offices/small-office.ts';

let counter: LossCounter;
let office: Office;
let clerk: Counter;
let number: string;
lossOfEachTest((opened) => ({ counter, office, clerk, number } = opened));

type Adding = Input<'loss.addReference'>;
type Correcting = Input<'loss.correctReference'>;

const adding = (other: Partial<Adding> = {}): Adding => ({
  ...{ operationId: randomUUID(), number, visitId: counter.visitId, idNumber: null, reference: 'SB-77' },
  ...other,
});
const correcting = (other: Partial<Correcting> = {}): Correcting => ({
  ...{ ...adding(), reference: 'SB-78', reason: '写错一位', second: authorised('2001') },
  ...other,
});
const addingGives = (other: Partial<Adding> = {}) => office.codeOf('loss.addReference', adding(other), clerk);
const correctingGives = (other: Partial<Correcting> = {}) =>
  office.codeOf('loss.correctReference', correcting(other), clerk);

test('the report number alone is not enough', async () => {
  expect(await addingGives({ visitId: null })).toBe('VISIT_REQUIRED');
  expect(await addingGives({ visitId: null, idNumber: person(1).idNumber })).toBe('LOSS_UNKNOWN');
  await counter.visitAgain(1);
  expect(await addingGives()).toBe('LOSS_UNKNOWN');
  expect((await counter.find(number)).secondReference).toBeNull();
  expect(await addingGives({ visitId: null, idNumber: person(0).idNumber })).toBeNull();
  expect((await counter.find(number)).secondReference).toBe('SB-77');
});

test('in the holder’s visit it is added once, and a second one is a correction', async () => {
  expect(await addingGives()).toBeNull();
  expect(await addingGives({ reference: 'SB-78' })).toBe('REFERENCE_TAKEN');
});

test('a wrong one is corrected before a second person, for a reason; both stand on the timeline', async () => {
  await office.must('loss.addReference', adding(), clerk);
  expect(await correctingGives({ second: null })).toBe('SECOND_PERSON_REQUIRED');
  expect(await correctingGives({ second: authorised('1002') })).toBe('SECOND_PERSON_ROLE');
  expect(await correctingGives({ reason: '' })).toBe('INPUT_INVALID');
  const corrected = await office.must('loss.correctReference', correcting(), clerk);
  expect(corrected.secondReference).toBe('SB-78');
  expect(corrected.timeline.slice(-2)).toMatchObject([
    { event: 'reference-added', clerk: '1001', note: 'SB-77' },
    { event: 'reference-corrected', clerk: '1001', second: '2001', note: 'SB-77 → SB-78 (写错一位)' },
  ]);
  expect(corrected.possible).toContain('correct-reference');
});

test('there is nothing to correct before there is one, and nothing of somebody else’s', async () => {
  expect(await correctingGives()).toBe('LOSS_STATE');
  await office.must('loss.addReference', adding(), clerk);
  await counter.visitAgain(1);
  expect(await correctingGives()).toBe('LOSS_UNKNOWN');
  expect(await correctingGives({ visitId: null, idNumber: person(0).idNumber })).toBeNull();
});

test('guessing report numbers with it counts as guessing', async () => {
  const wrong = { visitId: null, idNumber: person(1).idNumber };
  for (let time = 0; time < 5; time += 1) expect(await addingGives(wrong)).toBe('LOSS_UNKNOWN');
  expect(await addingGives()).toBe('CLERK_LOCKED');
});
