/** What has been chosen and typed for a loss report at the counter, and the report it makes (docs/rules.md 3). */
import { isBusinessDate } from '../../../electron/contract/kernel/dates.ts';
import type { LossOutlook } from '../../../electron/contract/loss/loss-views.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import type { Visit } from '../../../electron/contract/office/office-views.ts';
import type { LossKind, LossObject } from '../../../electron/contract/kernel/vocabulary.ts';
import { readTypedDate } from '../../shared/display-format.ts';

/** In the order of the keys 1 to 3. */
export const lossObjects: readonly LossObject[] = ['card', 'password', 'both'];
/** In the order of the keys 4 and 5. */
export const lossKinds: readonly LossKind[] = ['formal', 'oral'];

export interface LossDraft {
  object: LossObject;
  kind: LossKind;
  /** Since when it is missed, for the form; may be empty. */
  missedSince: string;
  address: string;
  /** Empty for the phone on file. */
  phone: string;
}

export type LossRequest = Omit<Input<'loss.report'>, 'operationId' | 'second'>;

/** What can still be reported: a card that is not formally lost yet, a PIN that is set and not void. */
export function canBeLost(object: LossObject, { pinState, cardLoss }: Pick<Visit, 'pinState' | 'cardLoss'>): boolean {
  const card = cardLoss?.kind !== 'formal';
  const pin = pinState === 'set' || pinState === 'locked';
  if (object === 'both') return card && pin;
  return object === 'card' ? card : pin;
}

/** The first that can still be reported; the card where nothing can, for the ledger to say why not. */
export function emptyLoss(visit: Pick<Visit, 'pinState' | 'cardLoss'>): LossDraft {
  const object = lossObjects.find((candidate) => canBeLost(candidate, visit)) ?? 'card';
  return { object, kind: 'formal', missedSince: '', address: '', phone: '' };
}

/** A PIN is only ever reported in writing, in person; a second person authorises (docs/rules.md 3). */
export function needsSecond({ object }: Pick<LossDraft, 'object'>): boolean {
  return object !== 'card';
}

export function kindOf({ object, kind }: Pick<LossDraft, 'object' | 'kind'>): LossKind {
  return object === 'password' ? 'formal' : kind;
}

/**
 * A moment as tellers type it: `1430` today, `20240131 1430`, `2024-1-31 14:30`. `YYYY-MM-DD HH:MM`, or null when it is
 * none. Whether it lies ahead is for the ledger to say, whose clock counts.
 */
export function readMoment(text: string, today: string): string | null {
  const typed = text.normalize('NFKC').trim();
  const [, day = '', hour = '', minute = ''] = /^(?:(.+?)[ T]+)?([01]?\d|2[0-3]):?([0-5]\d)$/.exec(typed) ?? [];
  if (minute === '') return null;
  const date = day === '' ? today : readTypedDate(day);
  return date !== null && isBusinessDate(date) ? `${date} ${hour.padStart(2, '0')}:${minute}` : null;
}

/** Null while the time typed is none. */
export function requestFrom(draft: LossDraft, visitId: string, now: string): LossRequest | null {
  const typed = draft.missedSince.trim();
  const missedSince = typed === '' ? null : readMoment(typed, now.slice(0, 10));
  if (typed !== '' && missedSince === null) return null;
  return {
    visitId,
    object: draft.object,
    kind: kindOf(draft),
    missedSince: draft.object === 'password' ? null : missedSince,
    address: draft.address.trim(),
    phone: draft.phone.trim() || null,
  };
}

/** Which sentences say what the report does, in order; each is a word of `loss.outlook`. */
export type Consequence = 'formal' | 'oral' | 'confirms' | 'supersedes' | 'pin' | 'pinWaits';

export function consequences(draft: Pick<LossDraft, 'object' | 'kind'>, outlook: LossOutlook): readonly Consequence[] {
  const { openCard, renewFrom, now } = outlook;
  const kind = kindOf(draft);
  const waits = renewFrom > now.slice(0, 10);
  const pin: Consequence[] = draft.object === 'card' ? [] : [waits ? 'pinWaits' : 'pin'];
  if (draft.object === 'password') return pin;
  // A formal report of the card alone is the same loss, now in writing; any other takes the oral one's place.
  const confirms = kind === 'formal' && draft.object === 'card';
  const before: Consequence[] = openCard?.kind === 'oral' ? [confirms ? 'confirms' : 'supersedes'] : [];
  return [kind, ...before, ...pin];
}
