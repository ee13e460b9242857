/** How losses end: a new card, or the old one found again (docs/rules.md 3). */
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { AGENT, type LossCounter, NEW_CARD } from '../../../offices/loss-counter.ts';
import { cardNumber, person } from '../../../offices/made-up-people.ts';
import { lossCounterOfEachTest } from '../../../offices/office-of-each-test.ts';
import { PIN, visitOf, type Counter, type Office } from '../../../offices/small-office.ts';

let counter: LossCounter;
let office: Office;
let clerk: Counter;
lossCounterOfEachTest((opened) => ({ counter, office, clerk } = opened));

describe('a reissue', () => {
  test('waits its days, then the account has a new card and the old number finds the history', async () => {
    const { number } = await counter.report({ kind: 'formal', missedSince: '2024-02-04 12:00:00' });
    expect(await office.codeOf('loss.reissue', counter.reissueOf(number), clerk)).toBe('REISSUE_TOO_EARLY');
    await counter.toDay('2024-02-12');
    await counter.visitAgain(0);
    const view = await office.must('loss.reissue', counter.reissueOf(number), clerk);
    expect(view).toMatchObject({
      status: 'reissued',
      feeFen: 2_000,
      newCardMasked: `${NEW_CARD.slice(0, 6)}*********${NEW_CARD.slice(-4)}`,
    });
    expect(await office.must('visit.current', {}, clerk)).toMatchObject({
      cardLoss: null,
      cardMasked: view.newCardMasked,
    });
    await office.must('visit.finish', { visitId: counter.visitId }, clerk);
    expect(await office.codeOf('visit.open', visitOf(0), clerk)).toBe('CARD_REPLACED');
    // Nobody else learns that it was ever given out.
    const stranger = { ...visitOf(1), card: person(0).card };
    expect(await office.codeOf('visit.open', stranger, clerk)).toBe('PAIR_MISMATCH');
    const opened = await office.must('visit.open', { ...visitOf(0), card: NEW_CARD }, clerk);
    expect(opened.balanceFen).toBe(47_950);
    const { card } = person(0);
    const sales = [
      { card, amount: '1.00', time: '20240205092959' },
      { card, amount: '1.00', time: '20240205093000' },
      { card: NEW_CARD, amount: '1.00', time: '20240212120000' },
    ];
    expect(await counter.settled('QS6', sales)).toEqual([null, 'CARD_ON_HOLD', null]);
  });

  test('needs a second person, a sound new number that nobody has, and no agent', async () => {
    const { number } = await counter.report({ kind: 'formal' });
    await counter.toDay('2024-02-12');
    await counter.visitAgain(0);
    const code = (other: Partial<Input<'loss.reissue'>>) =>
      office.codeOf('loss.reissue', counter.reissueOf(number, other), clerk);
    expect(await code({ second: null })).toBe('SECOND_PERSON_REQUIRED');
    expect(await code({ newCard: '6213300000000000011' })).toBe('CARD_NUMBER_INVALID');
    expect(await code({ newCard: person(3).card })).toBe('CARD_TAKEN');
    expect(await code({ newCard: person(0).card })).toBe('CARD_TAKEN');
    await counter.visitAgain(0, { agent: AGENT });
    expect(await code({})).toBe('AGENT_MAY_NOT');
    await counter.visitAgain(1);
    expect(await code({})).toBe('LOSS_UNKNOWN');
  });

  test('ends the report for good, and an oral one has none', async () => {
    const { number } = await counter.report();
    expect(await office.codeOf('loss.reissue', counter.reissueOf(number), clerk)).toBe('LOSS_STATE');
    await counter.report({ kind: 'formal' });
    await counter.toDay('2024-02-12');
    await counter.visitAgain(0);
    await office.must('loss.reissue', counter.reissueOf(number), clerk);
    const again = counter.reissueOf(number, { newCard: cardNumber(5001) });
    expect(await office.codeOf('loss.reissue', again, clerk)).toBe('LOSS_STATE');
    expect(await office.codeOf('loss.cancel', counter.cancelOf(number), clerk)).toBe('LOSS_STATE');
  });
});

describe('a cancellation', () => {
  test('of a formal report needs the PIN typed just before, once, and a second person', async () => {
    await counter.visitAgain(4);
    const { number } = await counter.report({ kind: 'formal' });
    expect(await office.codeOf('loss.cancel', counter.cancelOf(number), clerk)).toBe('PIN_REQUIRED');
    await office.typePins(counter.visitId, 'prove', [PIN], clerk);
    expect(await office.codeOf('loss.cancel', counter.cancelOf(number, null), clerk)).toBe('SECOND_PERSON_REQUIRED');
    expect(await office.must('loss.cancel', counter.cancelOf(number), clerk)).toMatchObject({ status: 'cancelled' });
    const another = await counter.report({ kind: 'formal' });
    expect(await office.codeOf('loss.cancel', counter.cancelOf(another.number), clerk)).toBe('PIN_REQUIRED');
  });

  test('is the holder’s alone', async () => {
    const { number } = await counter.report({ kind: 'formal' });
    await counter.visitAgain(0, { agent: AGENT });
    expect(await office.codeOf('loss.cancel', counter.cancelOf(number), clerk)).toBe('AGENT_MAY_NOT');
    await counter.visitAgain(1);
    expect(await office.codeOf('loss.cancel', counter.cancelOf(number), clerk)).toBe('LOSS_UNKNOWN');
  });

  test('by a proof that is old is none', async () => {
    await counter.visitAgain(4);
    const { number } = await counter.report({ kind: 'formal' });
    await office.typePins(counter.visitId, 'prove', [PIN], clerk);
    office.at += 5 * 60_000;
    expect(await office.codeOf('loss.cancel', counter.cancelOf(number), clerk)).toBe('PIN_REQUIRED');
  });
});
