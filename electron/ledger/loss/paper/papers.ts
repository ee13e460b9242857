/**
 * Forms and receipts about losses, PINs and what was changed of a holder: prepared for the preview, then printed like any document
 * (docs/rules.md 3).
 */
import { RefusalError } from '../../../contract/kernel/errors.ts';
import type { Input, Output } from '../../../contract/verbs.ts';
import type { LossPaperView } from './loss-paper-view.ts';
import { documentNumber } from '../../numbers/document-number.ts';
import { maskCard, maskIdNumber, maskName, maskPhone } from '../../numbers/masking.ts';
import { findLatestRecord, type FoundRecord } from '../../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { findHold } from '../debit-hold-rows.ts';
import { findDraft, saveDraft, takeDocumentSequence } from '../../paper/document-rows.ts';
import {
  requireByAccountId,
  requireByCardId,
  requireInsuranceNumber,
  type HolderAccount,
} from '../../account/holder-rows.ts';
import { findLossReport, type LossReport } from '../loss-rows.ts';
import { officeTime } from '../../office/office-clock-rules.ts';
import { readSettings, readTextSettings, requireOffice } from '../../office/office-rows.ts';
import { findClerk } from '../../request/clerk/clerk-rows.ts';
import { paperSchema, type Paper } from '../../../contract/kernel/vocabulary.ts';
import type { RecordedAgent, VisitRow } from '../../request/visit/visit-rows.ts';
import { lossStatus } from '../loss-state-rules.ts';
import { parseLossNumber } from '../../numbers/loss-number.ts';
import { asksToPrint } from '../../paper/long-print.ts';
import { codeOf, contentDigest } from '../../paper/verification-code.ts';
import { changeOnPaper } from './change-on-paper.ts';
import { drawPaper, type PaperContent } from './paper-content.ts';
import type { Asked, InVisit } from '../../request/asked.ts';
import { inVisit } from '../../request/visit/current-visit.ts';

type PaperRequest = Input<'paper.prepare'>;

/**
 * Throws RefusalError PAPER_UNFIT when a report in this state has no such paper, LOSS_UNKNOWN for another account's
 * report, MISSING_GLYPH.
 */
async function preparePaper(asked: Asked<'paper.prepare'>, input: PaperRequest): Promise<Output<'paper.prepare'>> {
  const { visit } = asked;
  const prepare = async (writing: Writing): Promise<Output<'paper.prepare'>> => {
    const report = await reportOf(writing, visit, input);
    const done = await whatWasDone(writing, visit, input, report);
    const content = await compose(writing, asked, { input, report, done });
    const text = JSON.stringify(content);
    const digest = contentDigest(text);
    const code = codeOf(writing.keys, content.documentNumber, digest);
    const { pdf, pages } = await drawPaper(content, code, null);
    const { businessDate } = await requireOffice(writing);
    await saveDraft(writing, {
      number: content.documentNumber,
      kind: input.kind,
      visitId: visit.id,
      accountId: visit.accountId,
      cardId: report?.cardId ?? (await requireByAccountId(writing, visit.accountId)).cardId,
      clerkCode: asked.session.clerk.code,
      businessDate,
      preparedAt: writing.at,
      content: text,
      digest,
      about: matterOf(report, done),
      journal: done.seq,
    });
    const { documentNumber, paper } = content;
    const known = { documentNumber, verificationCode: code, kind: input.kind, paper };
    return { ...known, pages, asksToPrint: await asksToPrint(writing, pages), pdf };
  };
  return asked.books.write(inVisit(asked, prepare));
}

async function reportOf(reading: Reading, visit: VisitRow, { lossNumber }: PaperRequest): Promise<LossReport | null> {
  if (lossNumber === null) return null;
  const report = await findLossReport(reading, parseLossNumber(lossNumber) ?? '');
  if (report?.accountId !== visit.accountId) throw new RefusalError('LOSS_UNKNOWN');
  return report;
}

/** The record of what the paper attests: its number is the paper's journal number. Throws RefusalError PAPER_UNFIT. */
async function whatWasDone(
  reading: Reading,
  visit: VisitRow,
  { kind }: PaperRequest,
  report: LossReport | null,
): Promise<FoundRecord> {
  const found = isOfVisit(kind)
    ? await findLatestRecord(reading, { verbs: VERBS_OF_VISIT[kind], visitId: visit.id })
    : report && fits(kind, report)
      ? await findLatestRecord(reading, { verbs: VERBS_OF[kind], subject: report.number })
      : null;
  if (found === null) throw new RefusalError('PAPER_UNFIT');
  return found;
}

/** Receipts of what was last done in the visit, about no report. */
const VERBS_OF_VISIT = {
  'password-receipt': ['pin.first', 'pin.change', 'pin.reset', 'pin.telephone'],
  'contact-receipt': ['holder.contact'],
  'identity-receipt': ['holder.correct'],
  'closing-receipt': ['holder.close'],
  'correction-receipt': ['entry.correct'],
} as const;

function isOfVisit(kind: PaperRequest['kind']): kind is keyof typeof VERBS_OF_VISIT {
  return Object.hasOwn(VERBS_OF_VISIT, kind);
}

const VERBS_OF = {
  'loss-form': ['loss.report', 'loss.confirm'],
  'reissue-receipt': ['loss.reissue'],
  'cancellation-receipt': ['loss.cancel'],
  'take-back-receipt': ['loss.takeBack'],
} as const;

function fits(kind: keyof typeof VERBS_OF, { cardState, passwordState, newCardId }: LossReport): boolean {
  if (kind === 'reissue-receipt') return newCardId !== null;
  if (kind === 'take-back-receipt') return lossStatus(cardState, passwordState) === 'taken-back';
  return kind === 'loss-form' || cardState === 'cancelled';
}

interface Composition {
  readonly input: PaperRequest;
  readonly report: LossReport | null;
  readonly done: FoundRecord;
}

async function compose(writing: Writing, asked: InVisit, given: Composition): Promise<PaperContent> {
  const { visit, session, counter } = asked;
  const { input, report, done } = given;
  const office = await requireOffice(writing);
  const current = await requireByAccountId(writing, visit.accountId);
  const holder = report === null ? current : { ...current, card: (await requireByCardId(writing, report.cardId)).card };
  // docs/rules.md 2: paper is masked, except the loss and reissue forms, which need the whole numbers.
  const whole = input.kind === 'loss-form' || input.kind === 'reissue-receipt';
  const shown = whole ? holder : masked(holder);
  const { agent } = visit;
  const { queryTelephone } = await readTextSettings(writing);
  return {
    kind: input.kind,
    paper: await paperFor(writing, input),
    documentNumber: await numberFor(writing, { visitId: visit.id, kind: input.kind, about: matterOf(report, done) }),
    journalNumber: String(done.seq),
    issuedAt: { instant: writing.at, local: officeTime(office, writing.at) },
    office: { code: office.code, name: office.name },
    counter,
    clerk: session.clerk.code,
    clerkName: session.clerk.name,
    authorisedBy: done.second,
    authoriserName: done.second === null ? null : ((await findClerk(writing, done.second))?.name ?? null),
    networkCheck: visit.networkCheck,
    secondDocument: visit.secondaryDocument,
    queryTelephone: queryTelephone === '' ? null : queryTelephone,
    holder: {
      name: shown.name,
      idNumber: shown.idNumber,
      address: whole ? (report?.contact.address ?? '') : '',
      phone: whole ? (report?.contact.phone ?? shown.phone) : shown.phone,
      employer: shown.employer,
    },
    agent: agent === null ? null : agentOnPaper(agent, whole),
    card: shown.card,
    accountNumber: holder.accountNumber,
    openedOn: holder.openedOn,
    balanceFen: holder.balanceFen,
    loss: report === null ? null : await lossOnPaper(writing, report),
    reissue: report === null ? null : await reissueOnPaper(writing, report),
    password: input.kind === 'password-receipt' ? pinOnPaper(done) : null,
    change: report === null ? await changeOnPaper(writing, visit.accountId, done) : null,
  };
}

/** The form needs A4; a receipt is printed on the requested paper, else on the office's (setting receiptPaper). */
async function paperFor(reading: Reading, { kind, paper }: PaperRequest): Promise<Paper> {
  if (kind === 'loss-form') return 'a4';
  return paper ?? paperSchema.options[(await readSettings(reading)).receiptPaper] ?? 'a5';
}

function agentOnPaper(agent: RecordedAgent, whole: boolean): NonNullable<PaperContent['agent']> {
  const { name, idNumber, relation, phone = '', address = '' } = agent;
  return whole
    ? { name, idNumber, relation, phone, address }
    : { ...maskedPerson(agent), relation, phone: maskPhone(phone), address: '' };
}

function masked(holder: HolderAccount): HolderAccount {
  return { ...holder, ...maskedPerson(holder), phone: maskPhone(holder.phone), card: maskCard(holder.card) };
}

function maskedPerson({ name, idNumber }: { readonly name: string; readonly idNumber: string }) {
  return { name: maskName(name), idNumber: maskIdNumber(idNumber) };
}

/** What the paper is found by: the report, or for a PIN without one the record of what was done. */
function matterOf(report: LossReport | null, done: FoundRecord): string {
  return report?.number ?? String(done.seq);
}

async function numberFor(
  writing: Writing,
  matter: { readonly visitId: string; readonly kind: PaperRequest['kind']; readonly about: string },
): Promise<string> {
  const draft = await findDraft(writing, matter);
  if (draft !== null) return draft.number;
  const { kind } = matter;
  const { code, businessDate } = await requireOffice(writing);
  return documentNumber(kind, code, businessDate, await takeDocumentSequence(writing, businessDate));
}

async function lossOnPaper(reading: Reading, report: LossReport): Promise<LossPaperView['loss']> {
  const { number, object, kind, channel, reportedAt, missedSince, reissueFrom, renewFrom, secondReference } = report;
  const hold = await findHold(reading, number);
  const status = lossStatus(report.cardState, report.passwordState);
  const lapsesOn = kind === 'oral' ? report.lapsesOn : null;
  const lostFrom = hold?.from ?? null;
  return {
    number,
    object,
    kind,
    channel,
    reportedAt,
    missedSince,
    lostFrom,
    lapsesOn,
    reissueFrom,
    renewFrom,
    status,
    secondReference,
  };
}

async function reissueOnPaper(reading: Reading, report: LossReport): Promise<LossPaperView['reissue']> {
  const { newCardId, feeFen, feeClass } = report;
  if (newCardId === null || feeFen === null || feeClass === null) return null;
  const { card } = await requireByCardId(reading, newCardId);
  return { newCard: card, newInsuranceNumber: await requireInsuranceNumber(reading, newCardId), feeFen, feeClass };
}

function pinOnPaper({ verb }: FoundRecord): LossPaperView['password'] {
  const task = (['first', 'change', 'reset', 'telephone'] as const).find((each) => verb === `pin.${each}`);
  return task === undefined ? null : { task };
}

export const papersHandlers = {
  'paper.prepare': preparePaper,
};
