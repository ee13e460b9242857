/**
 * The life of a loss report as tables (docs/rules.md 3). Card and PIN are lost and found again independently: a
 * report of both is one number with two parts, each in a state of its own. A change that no table lists is impossible.
 */
import type { CardLossState, LossStatus, PinLossState } from '../../contract/kernel/vocabulary.ts';

export const CARD_LOSS_EVENTS = [
  'confirm',
  'lapse',
  'supersede',
  'cancel',
  'reissue',
  'takeBack',
  'reinstate',
] as const;
export type CardLossEvent = (typeof CARD_LOSS_EVENTS)[number];

const CARD_LOSS: Readonly<Record<CardLossState, Partial<Readonly<Record<CardLossEvent, CardLossState>>>>> = {
  oral: { confirm: 'formal', lapse: 'lapsed', supersede: 'superseded', cancel: 'cancelled', takeBack: 'taken-back' },
  formal: { cancel: 'cancelled', reissue: 'reissued', takeBack: 'taken-back' },
  lapsed: {},
  superseded: { reinstate: 'oral' },
  cancelled: {},
  reissued: {},
  'taken-back': {},
};

/** The state after the event; null when the event is impossible in this state. */
export function afterCardEvent(state: CardLossState, event: CardLossEvent): CardLossState | null {
  return CARD_LOSS[state][event] ?? null;
}

/** A void PIN is renewed once, by setting a new one. */
export function afterRenewal(state: PinLossState): PinLossState | null {
  return state === 'void' ? 'renewed' : null;
}

/** While a card is in one of these, debits are stopped. */
export function stopsDebits(state: CardLossState | null): boolean {
  return state === 'oral' || state === 'formal';
}

/** The state of a report as a whole: its open part if one is open, else how the card's part ended, else the PIN's. */
export function lossStatus(card: CardLossState | null, pin: PinLossState | null): LossStatus {
  if (card === 'oral') return 'reported';
  if (card === 'formal' || pin === 'void') return 'waiting';
  return card ?? pin ?? 'renewed';
}
