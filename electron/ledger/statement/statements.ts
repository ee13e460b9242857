/** The statement of a holder's account: prepared for the preview, given out in four forms. */
import { monthStart, businessDate as date } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { nameOnStatement } from './paper/statement-glyphs.ts';
import { statementTotals, turnoverOf } from './paper/statement-view.ts';
import { documentNumber } from '../numbers/document-number.ts';
import { maskCard, maskIdNumber } from '../numbers/masking.ts';
import { countCleared, countUnprinted, firstUnprinted, type SeqRange } from '../paper/printed-entry-rules.ts';
import type { Writing } from '../books/books.ts';
import {
  findDraft,
  insertPrintedRange,
  readPrintedRanges,
  saveDraft,
  takeDocumentSequence,
  type DocumentRow,
} from '../paper/document-rows.ts';
import { entryDate, readStatement } from '../account/entry-rows.ts';
import { requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { readSettings, readTextSettings, requireOffice } from '../office/office-rows.ts';
import { asksToPrint } from '../paper/long-print.ts';
import { codeOf, contentDigest } from '../paper/verification-code.ts';
import type { Asked, InVisit } from '../request/asked.ts';
import {
  contentRange,
  contentText,
  contentTotals,
  drawStatement,
  readContent,
  requireGlyphs,
  type StatementContent,
} from './statement-content.ts';
import { inVisit } from '../request/visit/current-visit.ts';

async function statementPresets({ books, visit }: Asked<'statement.presets'>): Promise<Output<'statement.presets'>> {
  return books.read(async (reading) => {
    const { businessDate: to } = await requireOffice(reading);
    const { lastSeq } = await requireByAccountId(reading, visit.accountId);
    const first = firstUnprinted(lastSeq, await readPrintedRanges(reading, visit.accountId));
    return {
      thisMonth: { from: monthStart(to), to },
      lastThreeMonths: { from: monthStart(to, -2), to },
      thisYear: { from: date(`${to.slice(0, 4)}-01-01`), to },
      sinceLastPrint: first === null ? null : { from: await entryDate(reading, visit.accountId, first), to },
    };
  });
}

interface DraftedStatement {
  readonly content: StatementContent;
  readonly text: string;
  readonly printed: readonly SeqRange[];
  readonly unprinted: number;
  readonly nameMasked: boolean;
}

/**
 * What the document says, under one number for the visit until it is printed or saved. Nothing is drawn: a file for
 * another program needs no font, so a name that the paper's font lacks does not keep it back. What `judge` throws
 * leaves no draft behind, and its number free.
 */
async function draftStatement(
  asked: InVisit,
  input: Omit<Input<'statement.prepare'>, 'visitId'>,
  judge: (content: StatementContent) => Promise<void> = () => Promise.resolve(),
): Promise<DraftedStatement> {
  if (input.period.from > input.period.to) throw new RefusalError('PERIOD_INVALID', { ...input.period });
  const { visit } = asked;
  const draft = async (writing: Writing): Promise<DraftedStatement> => {
    if (!visit.cardShown) throw new RefusalError('CARD_REQUIRED');
    const holder = await requireByAccountId(writing, visit.accountId);
    const printed = await readPrintedRanges(writing, visit.accountId);
    const content = await composeContent(writing, asked, { input, holder, printed });
    await judge(content);
    const text = contentText(content);
    const { businessDate } = await requireOffice(writing);
    await saveDraft(writing, {
      number: content.documentNumber,
      kind: 'statement',
      visitId: visit.id,
      accountId: visit.accountId,
      cardId: holder.cardId,
      clerkCode: asked.session.clerk.code,
      businessDate,
      preparedAt: writing.at,
      content: text,
      digest: contentDigest(text),
      about: null,
      journal: null,
    });
    const isWantedWhole = (await readSettings(writing)).statementName === 1;
    const nameMasked = isWantedWhole && content.holder.name !== holder.name;
    return { content, text, printed, unprinted: countUnprinted(holder.lastSeq, printed), nameMasked };
  };
  return asked.books.write(inVisit(asked, draft));
}

/** Makes the document for the preview. */
async function prepareStatement(
  asked: Asked<'statement.prepare'>,
  input: Input<'statement.prepare'>,
): Promise<Output<'statement.prepare'>> {
  const { content, text, printed, unprinted, nameMasked } = await draftStatement(asked, input, requireGlyphs);
  const code = codeOf(asked.books.keys, content.documentNumber, contentDigest(text));
  const { pdf, pages } = await drawStatement(content, code, null);
  return {
    documentNumber: content.documentNumber,
    verificationCode: code,
    period: content.period,
    totals: contentTotals(content),
    entries: [...content.entries],
    nameMasked,
    clears: clearedBy(content, printed),
    unprinted,
    pages,
    asksToPrint: await asked.books.read((reading) => asksToPrint(reading, pages)),
    pdf,
  };
}

/** For the command line. */
async function draftForFiles(
  asked: Asked<'statement.draft'>,
  { period }: Input<'statement.draft'>,
): Promise<Output<'statement.draft'>> {
  const { content } = await draftStatement(asked, { period, kinds: null, largeType: false, language: 'zh-CN' });
  return { documentNumber: content.documentNumber };
}

interface Composition {
  readonly input: Omit<Input<'statement.prepare'>, 'visitId'>;
  readonly holder: HolderAccount;
  readonly printed: readonly SeqRange[];
}

async function composeContent(writing: Writing, asked: InVisit, given: Composition): Promise<StatementContent> {
  const { visit, session } = asked;
  const { input, holder, printed } = given;
  const office = await requireOffice(writing);
  const settings = await readSettings(writing);
  const { queryTelephone } = await readTextSettings(writing);
  const rows = await readStatement(writing, holder.accountId, input.period, holder.lastSeq);
  const { kinds } = input;
  const content: StatementContent = {
    office: { code: office.code, name: office.name },
    holder: {
      name: nameOnStatement(holder.name, settings.statementName === 1),
      idNumber: maskIdNumber(holder.idNumber),
    },
    card: maskCard(holder.card),
    accountNumber: holder.accountNumber,
    period: input.period,
    openingFen: rows.openingFen,
    closingFen: rows.closingFen,
    totals: statementTotals(rows.entries),
    turnover: turnoverOf(rows.entries),
    entries: kinds === null ? rows.entries : rows.entries.filter((entry) => kinds.includes(entry.kind)),
    kindFilter: kinds,
    largeType: input.largeType,
    language: input.language,
    documentNumber: await numberFor(writing, visit.id, office),
    issuedAt: { instant: writing.at, local: officeTime(office, writing.at) },
    clerk: session.clerk.code,
    printGate: null,
    queryTelephone: queryTelephone === '' ? null : queryTelephone,
  };
  if (settings.printGate === 0) return content;
  const unprinted = countUnprinted(holder.lastSeq, printed);
  const clears = clearedBy(content, printed);
  const cleared = unprinted > 0 && clears === unprinted;
  return { ...content, printGate: { unprinted, limit: settings.printGate, cleared, clears } };
}

async function numberFor(
  writing: Writing,
  visitId: string,
  office: Awaited<ReturnType<typeof requireOffice>>,
): Promise<string> {
  const draft = await findDraft(writing, { visitId, kind: 'statement', about: null });
  if (draft !== null) return draft.number;
  const sequence = await takeDocumentSequence(writing, office.businessDate);
  return documentNumber('statement', office.code, office.businessDate, sequence);
}

/** How many entries not yet on paper this content puts there. */
function clearedBy(content: StatementContent, printed: readonly SeqRange[]): number {
  const range = contentRange(content);
  return range === null ? 0 : countCleared(range, printed);
}

/** A document leaves the counter on paper or as a PDF: what it holds counts as printed (docs/rules.md 1). */
export async function clearPrintGate(writing: Writing, document: DocumentRow): Promise<void> {
  const range = document.kind === 'statement' ? contentRange(readContent(document.content)) : null;
  if (range === null) return;
  const { accountId, number } = document;
  await insertPrintedRange(writing, { ...range, accountId, documentNumber: number });
}

export const statementsHandlers = {
  'statement.presets': statementPresets,
  'statement.prepare': prepareStatement,
  'statement.draft': draftForFiles,
};
