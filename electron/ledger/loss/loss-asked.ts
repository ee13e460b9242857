/** What a second person reads before approving a command about a loss: a PIN's report, how a report ends, a correction. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input } from '../../contract/verbs.ts';
import { judgeCardNumber } from '../numbers/card-number.ts';
import { maskCard, maskPhone } from '../numbers/masking.ts';
import type { Reading } from '../books/books.ts';
import { requireByAccountId, requireByCardId, requireInsuranceNumber } from '../account/holder-rows.ts';
import { findOpenCardLoss, findOpenPinLoss } from './loss-rows.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import { askedOf } from '../second-person/asked-of-second.ts';
import { reissueFees } from './loss-endings.ts';
import { identifiedReport, reportOfAccount } from './report-by-number.ts';
import type { Scope } from '../request/scope.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';

/** A command as it is described beforehand: it has no operation id and no second person yet. */
type Command<
  V extends
    'loss.report' | 'loss.cancel' | 'loss.reissue' | 'loss.takeBack' | 'loss.correctReference' | 'customer.beginTask',
> = Omit<Input<V>, 'operationId' | 'second'>;

export async function reportAsked(reading: Reading, scope: Scope, visit: VisitRow, input: Command<'loss.report'>) {
  const holder = await requireByAccountId(reading, visit.accountId);
  const open = await findOpenCardLoss(reading, visit.accountId);
  return askedOf(reading, scope, 'loss.report', input, {
    ...{ holder, visit, lossNumber: null, subject: holder.accountNumber },
    masked: input.phone === null ? {} : { phone: maskPhone(input.phone) },
    was: {
      ...(open === null || input.object === 'password' ? {} : { kind: open.kind }),
      ...(input.phone === null ? {} : { phone: maskPhone(holder.phone) }),
    },
  });
}

export async function cancelAsked(reading: Reading, scope: Scope, visit: VisitRow, input: Command<'loss.cancel'>) {
  const holder = await requireByAccountId(reading, visit.accountId);
  const { number, object, kind, reportedAt } = await reportOfAccount(reading, visit.accountId, input.number);
  return askedOf(reading, scope, 'loss.cancel', input, {
    ...{ holder, visit, lossNumber: number, subject: number },
    settled: { number },
    known: { object, kind, reportedAt },
  });
}

/** Throws RefusalError CARD_NUMBER_INVALID for a new card that is none. */
export async function reissueAsked(reading: Reading, scope: Scope, visit: VisitRow, input: Command<'loss.reissue'>) {
  const holder = await requireByAccountId(reading, visit.accountId);
  const { number } = await reportOfAccount(reading, visit.accountId, input.number);
  const card = judgeCardNumber(input.newCard);
  if (!card.ok) throw new RefusalError('CARD_NUMBER_INVALID', { fault: card.fault });
  const newInsuranceNumber = await requireInsuranceNumber(reading, holder.cardId);
  return askedOf(reading, scope, 'loss.reissue', input, {
    ...{ holder, visit, lossNumber: number, subject: number },
    // Unmasked: the second person compares it with the card that is handed out, and the signed form carries it.
    settled: { number, newCard: card.card },
    was: { newCard: maskCard(holder.card), newInsuranceNumber },
    known: { feeFen: (await reissueFees(reading))[input.feeClass] },
  });
}

export async function correctionAsked(
  reading: Reading,
  scope: Scope,
  visit: VisitRow | null,
  input: Command<'loss.correctReference'>,
) {
  const report = await identifiedReport(reading, visit, input);
  const holder = await requireByCardId(reading, report.cardId);
  const { number, secondReference } = report;
  return askedOf(reading, scope, 'loss.correctReference', input, {
    ...{ holder, visit, lossNumber: number, subject: number },
    settled: { number },
    was: { reference: secondReference },
  });
}

export async function takeBackAsked(
  reading: Reading,
  scope: Scope,
  visit: VisitRow | null,
  input: Command<'loss.takeBack'>,
) {
  const report = await identifiedReport(reading, visit, input);
  const holder = await requireByCardId(reading, report.cardId);
  const { number, object, kind, reportedAt } = report;
  return askedOf(reading, scope, 'loss.takeBack', input, {
    ...{ holder, visit, lossNumber: number, subject: number },
    settled: { number },
    known: { object, kind, reportedAt },
  });
}

/** A new PIN after a loss needs a second person. Throws RefusalError PIN_STATE where no PIN was reported lost. */
export async function renewalAsked(
  reading: Reading,
  scope: Scope,
  visit: VisitRow,
  input: Command<'customer.beginTask'>,
): Promise<AskedOfSecond> {
  const holder = await requireByAccountId(reading, visit.accountId);
  const report = await findOpenPinLoss(reading, visit.accountId);
  if (report === null || input.task !== 'reset') throw new RefusalError('PIN_STATE', { state: 'pin-set' });
  const { number, reportedAt } = report;
  return askedOf(reading, scope, 'customer.beginTask', input, {
    ...{ holder, visit, lossNumber: number, subject: number },
    known: { number, reportedAt },
  });
}
