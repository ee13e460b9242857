/** The report of a closed day: what it says is kept sealed, and its paper is drawn from that whenever it is wanted. */
import { z } from 'zod';
import { officeFiguresSchema } from '../../../contract/day/day-views.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import { businessDateSchema, instantSchema } from '../../../contract/kernel/value-schemas.ts';
import { documentNumber } from '../../numbers/document-number.ts';
import type { Reading, Writing } from '../../books/books.ts';
import { storedJson } from '../../books/stored-json.ts';
import { takeDocumentSequence } from '../../paper/document-rows.ts';

export const dayReportSchema = z.object({
  number: z.string(),
  office: z.object({ code: z.string(), name: z.string() }),
  businessDate: businessDateSchema,
  nextDate: businessDateSchema,
  closedAt: z.object({ instant: instantSchema, local: z.string() }),
  closedBy: z.string(),
  second: z.string().nullable(),
  figures: officeFiguresSchema,
  /** Number and hash of the record that closed the day. */
  head: z.object({ seq: z.number().int(), hash: z.string() }),
});
export type DayReport = z.infer<typeof dayReportSchema>;

export async function newReportNumber(writing: Writing, officeCode: string, day: BusinessDate): Promise<string> {
  return documentNumber('day-report', officeCode, day, await takeDocumentSequence(writing, day));
}

/** `content` is the report as JSON text, `digest` that of it. */
export async function keepReport(
  { query, keys, at }: Writing,
  report: DayReport,
  { content, digest }: { readonly content: string; readonly digest: string },
): Promise<void> {
  await query
    .insertInto('day_end')
    .values({
      business_date: report.businessDate,
      next_date: report.nextDate,
      number: report.number,
      content_sealed: keys.sealPacked('document', content),
      digest,
      closed_by: report.closedBy,
      second: report.second,
      closed_at: at,
      audit_seq: report.head.seq,
    })
    .execute();
}

/** Null for a day that was closed without one. */
export async function findReport(
  { query, keys }: Reading,
  day: BusinessDate,
): Promise<{ readonly report: DayReport; readonly digest: string } | null> {
  const row = await query
    .selectFrom('day_end')
    .select(['content_sealed', 'digest'])
    .where('business_date', '=', day)
    .executeTakeFirst();
  if (row === undefined) return null;
  const report = storedJson(dayReportSchema, keys.openPacked('document', row.content_sealed), 'report of a day');
  return { report, digest: row.digest };
}

/** The day that was closed last, with its report. */
export async function lastReport({
  query,
}: Reading): Promise<{ businessDate: BusinessDate; number: string; closedBy: string } | null> {
  const row = await query
    .selectFrom('day_end')
    .select(['business_date as businessDate', 'number', 'closed_by as closedBy'])
    .orderBy('business_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
