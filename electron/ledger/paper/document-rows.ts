/** Documents handed out, their numbers, and which entries they put on paper. */
import type { BusinessDate, Instant } from '../../contract/kernel/dates.ts';
import type { DocumentKind } from '../../contract/kernel/vocabulary.ts';
import type { SeqRange } from './printed-entry-rules.ts';
import type { Reading, Writing } from '../books/books.ts';

export interface DocumentRow {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly visitId: string;
  readonly accountId: number;
  readonly cardId: number;
  readonly clerkCode: string;
  readonly businessDate: BusinessDate;
  readonly preparedAt: Instant;
  readonly issuedAt: Instant | null;
  /** Everything the paper says, as JSON text. */
  readonly content: string;
  readonly digest: string;
  /** The loss report, or for a PIN without one the number of its record; null for a statement. */
  readonly about: string | null;
  /** The number of the record that the paper attests; null for a statement. */
  readonly journal: number | null;
}

function select({ query }: Reading) {
  return query
    .selectFrom('document')
    .select([
      'number',
      'kind',
      'visit_id as visitId',
      'account_id as accountId',
      'card_id as cardId',
      'clerk_code as clerkCode',
      'business_date as businessDate',
      'prepared_at as preparedAt',
      'issued_at as issuedAt',
      'content_sealed as contentSealed',
      'digest',
      'about',
      'journal',
    ]);
}

type SealedRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function open({ keys }: Reading, { contentSealed, ...plain }: SealedRow): DocumentRow {
  return { ...plain, content: keys.openPacked('document', contentSealed) };
}

export async function findDocument(reading: Reading, number: string): Promise<DocumentRow | null> {
  const row = await select(reading).where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

/** The document of a kind that a visit has in preparation about a matter. */
export async function findDraft(
  reading: Reading,
  { visitId, kind, about }: Pick<DocumentRow, 'visitId' | 'kind' | 'about'>,
): Promise<DocumentRow | null> {
  const row = await select(reading)
    .where('visit_id', '=', visitId)
    .where('kind', '=', kind)
    .where('about', 'is', about)
    .where('issued_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : open(reading, row);
}

/** The next sequence number of the day. */
export async function takeDocumentSequence({ query }: Writing, date: BusinessDate): Promise<number> {
  const row = await query
    .insertInto('document_number')
    .values({ business_date: date, last: 1 })
    .onConflict((conflict) =>
      conflict.column('business_date').doUpdateSet((set) => ({ last: set('document_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function saveDraft({ query, keys }: Writing, draft: Omit<DocumentRow, 'issuedAt'>): Promise<void> {
  const changing = {
    prepared_at: draft.preparedAt,
    content_sealed: keys.sealPacked('document', draft.content),
    digest: draft.digest,
    journal: draft.journal,
  };
  await query
    .insertInto('document')
    .values({
      number: draft.number,
      kind: draft.kind,
      visit_id: draft.visitId,
      account_id: draft.accountId,
      card_id: draft.cardId,
      clerk_code: draft.clerkCode,
      business_date: draft.businessDate,
      about: draft.about,
      issued_at: null,
      ...changing,
    })
    .onConflict((conflict) => conflict.column('number').doUpdateSet(changing))
    .execute();
}

export async function issueDocument({ query, at }: Writing, number: string): Promise<void> {
  await query
    .updateTable('document')
    .set({ issued_at: at })
    .where('number', '=', number)
    .where('issued_at', 'is', null)
    .execute();
}

export async function readPrintedRanges({ query }: Reading, accountId: number): Promise<SeqRange[]> {
  return query
    .selectFrom('printed_range')
    .select(['from_seq as from', 'to_seq as to'])
    .where('account_id', '=', accountId)
    .execute();
}

/** Records that a document put a range on paper; a reprint of it changes nothing. */
export async function insertPrintedRange(
  { query }: Writing,
  range: SeqRange & { readonly accountId: number; readonly documentNumber: string },
): Promise<void> {
  await query
    .insertInto('printed_range')
    .values({
      account_id: range.accountId,
      from_seq: range.from,
      to_seq: range.to,
      document_number: range.documentNumber,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
