/** What a form or receipt about a loss or PIN says, kept with the document so that a reprint finds it unchanged. */
import { z } from 'zod';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import {
  documentKindSchema,
  entryKindSchema,
  lossChannelSchema,
  lossKindSchema,
  lossObjectSchema,
  lossStatusSchema,
  networkCheckSchema,
  paperSchema,
  pinTaskKindSchema,
  reissueFeeClassSchema,
} from '../../../contract/kernel/vocabulary.ts';
import { changedFieldSchema } from '../../../contract/holder/holder-verbs.ts';
import { businessDateSchema, instantSchema, fenSchema } from '../../../contract/kernel/value-schemas.ts';
import type { LossPaperView } from './loss-paper-view.ts';
import type { DrawnPaper } from '../../paper/page-ink.ts';
import type { Reprint } from '../../paper/paper-labels.ts';
import type { DocumentRow } from '../../paper/document-rows.ts';
import { storedJson } from '../../books/stored-json.ts';

/** A view without its verification code, which is computed from the rest. */
export type PaperContent = Omit<LossPaperView, 'verificationCode' | 'reprint'>;

const lossSchema = z.object({
  number: z.string(),
  object: lossObjectSchema,
  kind: lossKindSchema,
  channel: lossChannelSchema,
  reportedAt: z.string(),
  /** Papers from before the statement was kept apart have none. */
  missedSince: z.string().nullable().default(null),
  lostFrom: z.string().nullable(),
  lapsesOn: businessDateSchema.nullable(),
  reissueFrom: businessDateSchema.nullable(),
  renewFrom: businessDateSchema.nullable(),
  status: lossStatusSchema,
  secondReference: z.string().nullable(),
});

const paperContentSchema = z.object({
  kind: documentKindSchema.exclude(['statement']),
  paper: paperSchema,
  documentNumber: z.string(),
  journalNumber: z.string(),
  issuedAt: z.object({ instant: instantSchema, local: z.string() }),
  office: z.object({ code: z.string(), name: z.string() }),
  counter: z.string(),
  clerk: z.string(),
  // Papers of earlier versions lack the fields that have a default.
  clerkName: z.string().nullable().default(null),
  authorisedBy: z.string().nullable(),
  authoriserName: z.string().nullable().default(null),
  networkCheck: networkCheckSchema.nullable().default(null),
  secondDocument: z.string().nullable().default(null),
  queryTelephone: z.string().nullable().default(null),
  holder: z.object({
    name: z.string(),
    idNumber: z.string(),
    address: z.string(),
    phone: z.string(),
    employer: z.string(),
  }),
  agent: z
    .object({
      name: z.string(),
      idNumber: z.string(),
      relation: z.string(),
      phone: z.string(),
      address: z.string(),
    })
    .nullable(),
  card: z.string(),
  accountNumber: z.string(),
  openedOn: businessDateSchema,
  balanceFen: fenSchema,
  loss: lossSchema.nullable(),
  reissue: z
    .object({
      newCard: z.string(),
      newInsuranceNumber: z.string(),
      feeFen: fenSchema,
      feeClass: reissueFeeClassSchema,
    })
    .nullable(),
  password: z.object({ task: pinTaskKindSchema.exclude(['prove', 'acknowledge', 'contact']) }).nullable(),
  change: z
    .object({
      values: z.array(z.object({ name: changedFieldSchema, before: z.string(), after: z.string() })),
      document: z.string().nullable(),
      confirmed: z.boolean(),
      closing: z
        .object({ closedOn: businessDateSchema, reference: z.string().nullable(), paidOutFen: fenSchema })
        .nullable(),
      entry: z
        .object({
          seq: z.number().int(),
          date: businessDateSchema,
          amountFen: fenSchema,
          balanceFen: fenSchema,
          reason: z.string(),
          originalSeq: z.number().int(),
          originalDate: businessDateSchema,
          originalKind: entryKindSchema,
          originalReference: z.string(),
        })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
}) satisfies z.ZodType<PaperContent>;

export function readPaper(text: string): PaperContent {
  return storedJson(paperContentSchema, text, 'paper');
}

/** The report a paper is about, null for a statement and for a PIN set without one. */
export function lossNumberOfPaper(document: DocumentRow): string | null {
  return document.kind === 'statement' ? null : (readPaper(document.content).loss?.number ?? null);
}

/**
 * The paper. Throws RefusalError MISSING_GLYPH before anything is drawn. The PDF library is loaded with the first
 * document, so that it does not slow down the start.
 */
export async function drawPaper(
  content: PaperContent,
  verificationCode: string,
  reprint: Reprint | null,
): Promise<DrawnPaper> {
  const { lossPaperPdf } = await import('./loss-paper-pdf.ts');
  const { missingGlyphsOfPaper } = await import('./loss-paper-glyphs.ts');
  const view = { ...content, verificationCode, reprint };
  const missing = missingGlyphsOfPaper(view).map(({ character, codePoint }) => `${character} ${codePoint}`);
  if (missing.length > 0) throw new RefusalError('MISSING_GLYPH', { characters: [...new Set(missing)].join(', ') });
  return lossPaperPdf(view);
}
