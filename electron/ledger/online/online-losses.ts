/** An oral report by its holder online: made, followed up, withdrawn, and the voucher to keep (docs/rules.md 7). */
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { OnlineLoss } from '../../contract/online/online-views.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { refuseClosedAccount } from '../account/account-closing-rows.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import { lapseOverdue } from '../loss/clocks/loss-lapses.ts';
import { reportLoss } from '../loss/loss-reports.ts';
import type { LossReport } from '../loss/loss-rows.ts';
import { handledBy, requireReport } from '../loss/loss-steps.ts';
import { lossView } from '../loss/loss-view.ts';
import { reportOfAccount } from '../loss/report-by-number.ts';
import { takeBackReport } from '../loss/taking-back/take-back.ts';
import { refusalOfTakingBack } from '../loss/taking-back/take-back-term.ts';
import { voucherCode } from '../loss/voucher-code.ts';
import { latestRecordTime } from '../books/audit/audit-chain.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { officeNow, readSettings, readTextSettings, requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { answeredOnce } from '../request/operations.ts';
import { recordDone } from '../request/record.ts';
import { keepLossOfSession, lossOfSession, type HolderSession } from '../request/session/holder-session-rows.ts';
import { keepOnlineReport, sessionOfReport } from './online-rows.ts';

const MINUTE_MS = 60_000;

/**
 * Throws RefusalError SIGN_IN_REQUIRED in a session that is for following up, or whose code has made its report, ACCOUNT_CLOSED,
 * LOSS_ALREADY_REPORTED for a card that is reported in writing.
 */
async function report(asked: Asked<'online.report'>): Promise<Output<'online.report'>> {
  const { holder: session } = asked;
  if (session.kind === 'follow-up') throw new RefusalError('SIGN_IN_REQUIRED');
  return answeredOnce(
    asked,
    async (writing) => {
      if (session.kind === 'report' && (await lossOfSession(writing, session.hash)) !== null)
        throw new RefusalError('SIGN_IN_REQUIRED');
      await refuseClosedAccount(writing, session.accountId);
      const holder = await requireByAccountId(writing, session.accountId);
      const contact = { phone: holder.phone, address: holder.address };
      const request = { holder, object: 'card', kind: 'oral', channel: 'online', missedSince: null, contact } as const;
      const made = await reportLoss(writing, request, handledBy(asked, null));
      await keepOnlineReport(writing, made.number, session.hash);
      if (session.kind === 'report') await keepLossOfSession(writing, session.hash, made.number);
      return onlineLoss(writing, made, session);
    },
    async (writing, kept) => onlineLoss(writing, await requireReport(writing, kept.number), session),
  );
}

/** Throws RefusalError LOSS_UNKNOWN for a report of another account, or in a session by code for another than its own. */
async function progress(
  asked: Asked<'online.progress'>,
  { number }: Input<'online.progress'>,
): Promise<Output<'online.progress'>> {
  return asked.books.write(async (writing) => {
    await lapseOverdue(writing);
    return onlineLoss(writing, await ownReport(writing, asked.holder, number), asked.holder);
  });
}

async function ownReport(reading: Reading, session: HolderSession, text: string): Promise<LossReport> {
  const found = await reportOfAccount(reading, session.accountId, text);
  if (session.kind !== 'login' && found.number !== session.lossNumber) throw new RefusalError('LOSS_UNKNOWN');
  return found;
}

/** Throws RefusalError LOSS_UNKNOWN, WITHDRAW_NOT_HERE in another session than the one it was made in, WITHDRAW_LATE, LOSS_STATE. */
async function withdraw(
  asked: Asked<'online.withdraw'>,
  { number }: Input<'online.withdraw'>,
): Promise<Output<'online.withdraw'>> {
  return answeredOnce(asked, async (writing) => {
    await lapseOverdue(writing);
    const found = await ownReport(writing, asked.holder, number);
    if ((await sessionOfReport(writing, found.number)) !== asked.holder.hash)
      throw new RefusalError('WITHDRAW_NOT_HERE');
    const { onlineWithdrawMinutes: minutes } = await readSettings(writing);
    const refusal = await refusalOfTakingBack(writing, found, minutes);
    if (refusal?.refusal.code === 'LOSS_STATE') throw refusal;
    if (refusal !== null) throw new RefusalError('WITHDRAW_LATE', { minutes });
    await takeBackReport(writing, found, null, { handledBy: handledBy(asked, null), now: await officeNow(writing) });
    return onlineLoss(writing, await requireReport(writing, found.number), asked.holder);
  });
}

/** What the holder may know of it: not who of the office did what. */
export async function onlineLoss(reading: Reading, made: LossReport, session: HolderSession): Promise<OnlineLoss> {
  const view = await lossView(reading, made);
  return {
    number: view.number,
    status: view.status,
    object: view.object,
    kind: view.kind,
    channel: view.channel,
    cardMasked: view.cardMasked,
    reportedAt: view.reportedAt,
    lostFrom: view.lostFrom,
    lapsesOn: view.lapsesOn,
    reissueFrom: view.reissueFrom,
    withdrawUntil: await withdrawUntil(reading, made, session),
    timeline: view.timeline.map(({ at, event }) => ({ at, event })),
  };
}

async function withdrawUntil(reading: Reading, made: LossReport, session: HolderSession): Promise<Instant | null> {
  if (session.kind !== 'login' || (await sessionOfReport(reading, made.number)) !== session.hash) return null;
  const { onlineWithdrawMinutes: minutes } = await readSettings(reading);
  if ((await refusalOfTakingBack(reading, made, minutes)) !== null) return null;
  const at = await latestRecordTime(reading, 'loss.report', made.number);
  return at === null ? null : ((at + minutes * MINUTE_MS) as Instant);
}

/** Throws RefusalError LOSS_UNKNOWN or MISSING_GLYPH. */
async function voucher(
  asked: Asked<'online.voucher'>,
  { number, language }: Input<'online.voucher'>,
): Promise<Output<'online.voucher'>> {
  return asked.books.write(async (writing: Writing) => {
    const found = await ownReport(writing, asked.holder, number);
    const view = await lossView(writing, found);
    const office = await requireOffice(writing);
    const verificationCode = voucherCode(writing, found.number);
    // The PDF library is loaded with the first paper.
    const { lossVoucherPdf } = await import('./loss-voucher-paper.ts');
    const pdf = lossVoucherPdf({
      office: { code: office.code, name: office.name },
      number: found.number,
      verificationCode,
      holderName: view.holderNameMasked,
      card: view.cardMasked,
      reportedAt: view.reportedAt,
      lapsesOn: view.lapsesOn,
      status: view.status,
      telephone: (await readTextSettings(writing)).queryTelephone,
      madeAt: { date: new Date(writing.at), local: officeTime(office, writing.at) },
      language,
    });
    await recordDone(writing, asked, { subject: found.number });
    return { pdf, fileName: `${found.number}.pdf`, verificationCode };
  });
}

export const onlineLossesHandlers = {
  'online.report': report,
  'online.progress': progress,
  'online.withdraw': withdraw,
  'online.voucher': voucher,
};
