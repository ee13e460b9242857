/**
 * Losses of card and PIN as tables: every pair of state and event, the impossible ones refused
 * (docs/rules.md 3, 4).
 */
import { expect, test } from 'vitest';
import {
  cardLossStateSchema,
  pinLossStateSchema,
  pinStateSchema,
  pinTaskKindSchema,
} from '../../../../electron/contract/kernel/vocabulary.ts';
import {
  afterCardEvent,
  afterRenewal,
  CARD_LOSS_EVENTS,
  lossStatus,
  stopsDebits,
} from '../../../../electron/ledger/loss/loss-state-rules.ts';
import {
  afterPinEvent,
  PIN_EVENTS,
  stepAfter,
  TASK_STEPS,
  taskEvent,
  taskFits,
} from '../../../../electron/ledger/pin/pin-state-rules.ts';

/** Written out by hand from docs/rules.md 3: columns as in CARD_LOSS_EVENTS, `-` is impossible. */
const CARD = {
  //          confirm   lapse     supersede     cancel       reissue  takeBack  reinstate
  oral: ['formal', 'lapsed', 'superseded', 'cancelled', '-', 'taken-back', '-'],
  formal: ['-', '-', '-', 'cancelled', 'reissued', 'taken-back', '-'],
  lapsed: ['-', '-', '-', '-', '-', '-', '-'],
  superseded: ['-', '-', '-', '-', '-', '-', 'oral'],
  cancelled: ['-', '-', '-', '-', '-', '-', '-'],
  reissued: ['-', '-', '-', '-', '-', '-', '-'],
  'taken-back': ['-', '-', '-', '-', '-', '-', '-'],
} as const;

test.each(cardLossStateSchema.options)('a card reported lost, %s: what each event makes of it', (state) => {
  expect(CARD_LOSS_EVENTS.map((event) => afterCardEvent(state, event) ?? '-')).toEqual(CARD[state]);
});

/** From docs/rules.md 4: columns as in PIN_EVENTS. */
const PIN = {
  //      first  right  wrong  last      change  lost    reset
  none: ['set', '-', '-', '-', '-', '-', '-'],
  set: ['-', 'set', 'set', 'locked', 'set', 'void', '-'],
  locked: ['-', '-', '-', '-', '-', 'void', '-'],
  void: ['-', '-', '-', '-', '-', '-', 'set'],
} as const;

test.each(pinStateSchema.options)('a PIN that is %s: what each event makes of it', (state) => {
  expect(PIN_EVENTS.map((event) => afterPinEvent(state, event) ?? '-')).toEqual(PIN[state]);
});

test('a void PIN is renewed once', () => {
  expect(pinLossStateSchema.options.map(afterRenewal)).toEqual(['renewed', null, null]);
});

test('only an open report of a card stops debits, whatever its PIN does', () => {
  expect(cardLossStateSchema.options.filter(stopsDebits)).toEqual(['oral', 'formal']);
  expect(stopsDebits(null)).toBe(false);
});

test('a report of both is open while either part is', () => {
  expect(lossStatus('oral', 'void')).toBe('reported');
  expect(lossStatus('oral', null)).toBe('reported');
  expect(lossStatus('formal', 'renewed')).toBe('waiting');
  expect(lossStatus('reissued', 'void')).toBe('waiting');
  expect(lossStatus(null, 'void')).toBe('waiting');
  expect(lossStatus('reissued', 'renewed')).toBe('reissued');
  expect(lossStatus('lapsed', null)).toBe('lapsed');
  expect(lossStatus(null, 'renewed')).toBe('renewed');
  expect(lossStatus(null, 'taken-back')).toBe('taken-back');
  expect(lossStatus('taken-back', 'taken-back')).toBe('taken-back');
});

test.each(pinTaskKindSchema.options)('the steps of the task %s follow one another and end', (task) => {
  const steps = [TASK_STEPS[task][0]];
  for (let next = stepAfter(task, steps[0] ?? 'new'); next !== null; next = stepAfter(task, next)) steps.push(next);
  expect(steps).toEqual(TASK_STEPS[task]);
});

test('a task can be begun exactly where its end is possible', () => {
  const fitting = pinTaskKindSchema.options.map((task) => [
    task,
    pinStateSchema.options.filter((state) => taskFits(task, state)),
  ]);
  expect(Object.fromEntries(fitting)).toEqual({
    first: ['none'],
    change: ['set'],
    reset: ['void'],
    prove: ['set'],
    telephone: ['none', 'set', 'locked', 'void'],
    acknowledge: ['none', 'set', 'locked', 'void'],
    contact: ['none', 'set', 'locked', 'void'],
  });
  expect(afterPinEvent('void', taskEvent('reset'))).toBe('set');
});
