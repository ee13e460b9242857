/** What a statement says, kept with the document so that a reprint or a check finds it unchanged. */
import { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { statementEntrySchema, type StatementTotals } from '../../contract/office/office-views.ts';
import { entryKindSchema, languageSchema } from '../../contract/kernel/vocabulary.ts';
import { businessDateSchema, instantSchema, fenSchema } from '../../contract/kernel/value-schemas.ts';
import type { DrawnPaper } from '../paper/page-ink.ts';
import type { Reprint } from '../paper/paper-labels.ts';
import { consumedFen, refundedFen, type StatementView } from './paper/statement-view.ts';
import type { SeqRange } from '../paper/printed-entry-rules.ts';
import { storedJson } from '../books/stored-json.ts';

/** A view without its code: the code is keyed over what is here. */
export type StatementContent = Omit<StatementView, 'verificationCode' | 'reprint'>;

const kindTotal = z.object({ count: z.number().int(), amountFen: fenSchema });

/** What has a default is not on papers from before it was kept. */
const contentSchema = z.object({
  office: z.object({ code: z.string(), name: z.string() }),
  holder: z.object({ name: z.string(), idNumber: z.string() }),
  card: z.string(),
  accountNumber: z.string(),
  period: z.object({ from: businessDateSchema, to: businessDateSchema }),
  openingFen: fenSchema,
  closingFen: fenSchema,
  totals: z.object({
    allocation: kindTotal,
    consumption: kindTotal,
    void: kindTotal,
    refund: kindTotal,
    interest: kindTotal,
    correction: kindTotal,
  }),
  turnover: z.object({ credits: kindTotal, debits: kindTotal }).nullable().default(null),
  entries: z.array(statementEntrySchema),
  kindFilter: z.array(entryKindSchema).nullable(),
  largeType: z.boolean(),
  language: languageSchema.default('zh-CN'),
  documentNumber: z.string(),
  issuedAt: z.object({ instant: instantSchema, local: z.string() }),
  clerk: z.string(),
  printGate: z
    .object({
      unprinted: z.number().int(),
      limit: z.number().int(),
      cleared: z.boolean(),
      clears: z.number().int().nullable().default(null),
    })
    .nullable(),
  queryTelephone: z.string().nullable().default(null),
}) satisfies z.ZodType<StatementContent>;

export function readContent(text: string): StatementContent {
  return storedJson(contentSchema, text, 'statement');
}

export function contentText(content: StatementContent): string {
  return JSON.stringify(content);
}

/** Throws RefusalError MISSING_GLYPH, naming the characters of the content that the paper's font lacks. */
export async function requireGlyphs(content: StatementContent): Promise<void> {
  const { missingGlyphs } = await import('./paper/statement-glyphs.ts');
  const view = { ...content, verificationCode: '', reprint: null };
  const missing = missingGlyphs(view).map(({ character, codePoint }) => `${character} ${codePoint}`);
  if (missing.length > 0) throw new RefusalError('MISSING_GLYPH', { characters: [...new Set(missing)].join(', ') });
}

/**
 * The paper. Throws RefusalError MISSING_GLYPH before anything is drawn. The PDF library is loaded with the first
 * document: nobody waits for it at the start.
 */
export async function drawStatement(
  content: StatementContent,
  verificationCode: string,
  reprint: Reprint | null,
): Promise<DrawnPaper> {
  const { statementPdf } = await import('./paper/statement-pdf.ts');
  await requireGlyphs(content);
  return statementPdf({ ...content, verificationCode, reprint });
}

/** Which entries the paper holds without a gap; null when it holds none, or a filter left some out. */
export function contentRange({ entries, kindFilter }: StatementContent): SeqRange | null {
  const [first, last] = [entries[0], entries.at(-1)];
  if (kindFilter !== null || first === undefined || last === undefined) return null;
  return { from: first.seq, to: last.seq };
}

/** The totals in the form of the contract. */
export function contentTotals(content: StatementContent): StatementTotals {
  const view: StatementView = { ...content, verificationCode: '', reprint: null };
  return {
    openingFen: content.openingFen,
    closingFen: content.closingFen,
    allocatedFen: content.totals.allocation.amountFen,
    consumedFen: consumedFen(view),
    refundedFen: refundedFen(view),
    interestFen: content.totals.interest.amountFen,
  };
}
