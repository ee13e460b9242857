/** What is typed for a loss becomes the right report, and says before what it will do; what can be followed up, by whom. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDate } from '../../../../electron/contract/kernel/dates.ts';
import type { LossOutlook, WorklistItem } from '../../../../electron/contract/loss/loss-views.ts';
import { parseMoment } from '../../../../electron/ledger/loss/clocks/loss-clock-rules.ts';
import {
  canBeLost,
  consequences,
  emptyLoss,
  kindOf,
  needsSecond,
  readMoment,
  requestFrom,
} from '../../../../renderer/teller/loss/loss-draft.ts';
import {
  followUpActions,
  likeliestReport,
  obstacleTo,
  stepsToCancel,
} from '../../../../renderer/teller/follow-up/follow-up-actions.ts';
import { mayAskHolder } from '../../../../renderer/teller/loss/holder-asked.ts';
import { likeliestTask } from '../../../../renderer/teller/visit/likeliest-task.ts';
import { clockGroups } from '../../../../renderer/teller/worklist/clock-groups.ts';
import { reportFrom } from '../../../../renderer/gallery/fake/fake-losses.ts';
import { today } from '../../../../renderer/gallery/fake/fake-state.ts';

const now = `${today} 10:12:30`;
const outlook: LossOutlook = {
  now,
  lapsesOn: addDays(today, 5),
  reissueFrom: addDays(today, 7),
  renewFrom: today,
  openCard: null,
  openPinLoss: null,
};
const sound = { pinState: 'set', cardLoss: null } as const;
const draft = emptyLoss(sound);

test.each([
  [sound, 'card', 'password', 'both'],
  [{ pinState: 'none', cardLoss: null }, 'card'],
  [{ pinState: 'void', cardLoss: null }, 'card'],
  [{ pinState: 'locked', cardLoss: { number: 'L1', kind: 'oral' } }, 'card', 'password', 'both'],
  [{ pinState: 'set', cardLoss: { number: 'L1', kind: 'formal' } }, 'password'],
] as const)('with %j can be lost: %s %s %s', (visit, ...possible) => {
  const all = (['card', 'password', 'both'] as const).filter((object) => canBeLost(object, visit));
  expect(all).toEqual(possible);
  expect(emptyLoss(visit).object).toBe(possible[0]);
});

test('a lost PIN is in writing and wants a second person; a card alone wants none', () => {
  expect(kindOf({ object: 'password', kind: 'oral' })).toBe('formal');
  expect(kindOf({ object: 'both', kind: 'oral' })).toBe('oral');
  expect([needsSecond({ object: 'card' }), needsSecond({ object: 'both' })]).toEqual([false, true]);
});

test('what is left empty is now, and the phone on file', () => {
  expect(requestFrom(draft, 'v1', now)).toEqual({
    visitId: 'v1',
    object: 'card',
    kind: 'formal',
    missedSince: null,
    address: '',
    phone: null,
  });
});

test.each([
  ['1430', '2025-02-03 14:30'],
  ['９:05', '2025-02-03 09:05'],
  ['20250131 2359', '2025-01-31 23:59'],
  ['2025-1-31 14:30', '2025-01-31 14:30'],
  ['2025年1月31日 0800', '2025-01-31 08:00'],
  ['20250230 1000', null],
  ['2460', null],
  ['20250131', null],
  ['yesterday', null],
])('%s is %s', (typed, moment) => {
  expect(readMoment(typed, today)).toBe(moment);
  const request = requestFrom({ ...draft, missedSince: typed }, 'v1', now);
  expect(request?.missedSince).toBe(moment === null ? undefined : moment);
});

test('a moment that is read is one the ledger takes, and a wrong one is never sent', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (typed) => {
      const moment = readMoment(typed, today);
      if (moment !== null) expect(parseMoment(moment)).toBe(`${moment}:00`);
      else if (typed.trim() !== '') expect(requestFrom({ ...draft, missedSince: typed }, 'v1', now)).toBeNull();
    }),
  );
});

test.each([
  [{ object: 'card', kind: 'formal' }, {}, ['formal']],
  [{ object: 'card', kind: 'oral' }, {}, ['oral']],
  [{ object: 'both', kind: 'oral' }, {}, ['oral', 'pin']],
  [{ object: 'password', kind: 'oral' }, {}, ['pin']],
  [{ object: 'password', kind: 'formal' }, { renewFrom: addDays(today, 3) }, ['pinWaits']],
  [{ object: 'card', kind: 'formal' }, { openCard: { number: 'L1', kind: 'oral' } }, ['formal', 'confirms']],
  [{ object: 'card', kind: 'oral' }, { openCard: { number: 'L1', kind: 'oral' } }, ['oral', 'supersedes']],
] as const)('%j before %j says %j', (chosen, before, said) => {
  expect(consequences(chosen, { ...outlook, ...before })).toEqual(said);
});

test('a report of both after an oral one supersedes it, as the ledger does', () => {
  const open = { ...outlook, openCard: { number: 'L1', kind: 'oral' as const } };
  expect(consequences({ object: 'both', kind: 'formal' }, open)).toEqual(['formal', 'supersedes', 'pin']);
});

const visit = { agent: null };
const agent = { nameMasked: '王*', idMasked: '440***0014', relation: '配偶', guardian: false };

test('what is done about a report wants its holder at the counter, save for a number to be added', () => {
  expect(obstacleTo('cancel', 'L1', null, [])).toBe('no-visit');
  expect(obstacleTo('cancel', 'L1', visit, ['L2'])).toBe('other-visit');
  expect(obstacleTo('cancel', 'L1', visit, ['L2', 'L1'])).toBeNull();
  expect(obstacleTo('add-reference', 'L1', null, [])).toBeNull();
});

test('an agent may confirm a loss, and cancel, reissue or renew nothing', () => {
  for (const action of ['cancel', 'reissue', 'renew-password'] as const) {
    expect(obstacleTo(action, 'L1', { agent }, ['L1'])).toBe('agent');
  }
  expect(obstacleTo('confirm', 'L1', { agent }, ['L1'])).toBeNull();
});

test('the guardian of a child does for it whatever a holder does', () => {
  const byGuardian = { agent: { ...agent, guardian: true } };
  for (const action of followUpActions) expect(obstacleTo(action, 'L1', byGuardian, ['L1'])).toBeNull();
});

test.each([
  ['oral', 'none', []],
  ['oral', 'set', ['prove']],
  ['formal', 'none', ['second']],
  ['formal', 'set', ['prove', 'second']],
  ['formal', 'locked', ['prove', 'second']],
] as const)('cancelling an %s report with a PIN that is %s takes %j', (cardState, pinState, steps) => {
  expect(stepsToCancel({ cardState }, { pinState })).toEqual(steps);
});

test('the newest open report is asked about first', () => {
  const over = {
    ...reportFrom({ object: 'card', kind: 'formal', missedSince: null }, 3),
    status: 'cancelled' as const,
  };
  const open = reportFrom({ object: 'card', kind: 'oral', missedSince: null }, 2);
  expect(likeliestReport([over, open])).toBe(open);
  expect(likeliestReport([over])).toBe(over);
  expect(likeliestReport([])).toBeNull();
});

test('the task of a holder without the card is the loss, or the one reported already', () => {
  expect(likeliestTask({ cardShown: true, cardLoss: null })).toBe('statement');
  expect(likeliestTask({ cardShown: false, cardLoss: null })).toBe('loss');
  expect(likeliestTask({ cardShown: false, cardLoss: { number: 'L1', kind: 'oral' } })).toBe('followUp');
});

test('a page of the worklist stands under how soon its clocks run out, in the order of the ledger, with no empty group', () => {
  const item = (number: string, clock: WorklistItem['clock'], span: WorklistItem['span']): WorklistItem => ({
    number,
    clock,
    span,
    on: businessDate('2025-02-03'),
    object: 'card',
    kind: 'oral',
    holderNameMasked: '张*',
    cardMasked: '621330******0011',
  });
  const groups = clockGroups([
    item('L1', 'lapses-today', 'today'),
    item('L3', 'reissue-due', 'today'),
    item('L2', 'lapses-later', 'week'),
    item('L2', 'password-waiting', 'week'),
    item('L4', 'reissue-waiting', 'later'),
  ]);
  expect(groups.map(({ span, items }) => [span, ...items.map(({ number }) => number)])).toEqual([
    ['today', 'L1', 'L3'],
    ['week', 'L2', 'L2'],
    ['later', 'L4'],
  ]);
});

test.each([
  ['the holder', null, true],
  ['the guardian of a child', { ...agent, guardian: true }, true],
  ['an agent', agent, false],
])('%s at the counter may be asked to confirm: %#', (_who, who, may) => {
  expect(mayAskHolder({ agent: who }, { task: null, asking: false })).toBe(may);
});

test.each([
  ['on its way', null, true, false],
  ['under way', { ended: null }, false, false],
  ['answered with yes', { ended: 'done' }, false, false],
  ['answered with no', { ended: 'cancelled' }, false, true],
  ['not answered', { ended: 'timed-out' }, false, true],
] as const)('when the question is %s, the holder may be asked again: %#', (_how, task, asking, may) => {
  expect(mayAskHolder({ agent: null }, { task, asking })).toBe(may);
});
