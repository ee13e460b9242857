/** The audit record as an administrator searches it, and as it is given out (docs/ledger.md 5). */
import { randomUUID } from 'node:crypto';
import type { AuditSearch } from '../../../contract/administration/audit-verbs.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { PAGE_ROWS } from '../../../contract/kernel/paging.ts';
import { ANSWER_PIECE_BYTES } from '../../../contract/month-end/piece-bytes.ts';
import type { Input, Output } from '../../../contract/verbs.ts';
import { recordedRefusal } from '../../books/audit/recorded-refusal.ts';
import type { Books } from '../../books/books.ts';
import { requireOffice } from '../../office/office-rows.ts';
import type { Asked } from '../../request/asked.ts';
import { inPieces } from '../../request/open-answers.ts';
import { recordDone } from '../../request/record.ts';
import type { Scope } from '../../request/scope.ts';
import { auditCsvHead, auditCsvLine } from './audit-csv-paper.ts';
import { maskedRecord } from './audit-mask-rules.ts';
import { auditHead, readAuditPage, type AuditRow, type RecordsWanted } from './audit-rows.ts';
import { spanOf } from './audit-time-rules.ts';

/** Read at once for a file: other requests are answered in between. */
const ROWS_AT_ONCE = 500;

/** Throws RefusalError DATE_INVALID, PERIOD_INVALID. */
async function listAudit({ books }: Scope, { before, ...search }: Input<'audit.list'>): Promise<Output<'audit.list'>> {
  const wanted = await wantedOf(books, search);
  const rows = await books.read((reading) => readAuditPage(reading, wanted, { before }, PAGE_ROWS + 1));
  const items = rows.slice(0, PAGE_ROWS);
  return { items: items.map(viewOf), next: rows.length > PAGE_ROWS ? (items.at(-1)?.seq ?? null) : null };
}

function viewOf(row: AuditRow): Output<'audit.list'>['items'][number] {
  const { seq, at, actor, second, verb, subject, outcome, details } = maskedRecord(row);
  return { seq, at, actor, second, verb, subject, outcome, refusal: recordedRefusal(outcome, details), details };
}

async function wantedOf(books: Books, { from, to, ...rest }: AuditSearch): Promise<RecordsWanted> {
  const { timeZone } = await books.read(requireOffice);
  return { ...spanOf(from, to, timeZone), ...rest };
}

/** Throws RefusalError DATE_INVALID, PERIOD_INVALID. */
async function openAudit(asked: Asked<'audit.open'>, search: Input<'audit.open'>): Promise<Output<'audit.open'>> {
  const { pieces, ...head } = await takenOut(asked, search);
  return { ...head, answerId: asked.answers.open(asked.session.hash, { pieces }) };
}

/** Throws RefusalError DATE_INVALID, PERIOD_INVALID. */
async function takeAudit(asked: Asked<'audit.take'>, search: Input<'audit.take'>): Promise<Output<'audit.take'>> {
  const { pieces, ...head } = await takenOut(asked, search);
  const answerId = randomUUID();
  return { ...head, answerId: asked.answers.open(ownerOf(answerId), { pieces }, answerId) };
}

/** The giving out is on record first, and stands in the file itself as its last line where the search finds it. */
async function takenOut(asked: Asked<'audit.open' | 'audit.take'>, search: AuditSearch) {
  const { books } = asked;
  const wanted = await wantedOf(books, search);
  const head = await books.write(async (writing) => {
    await recordDone(writing, asked, { details: { ...search, verbs: search.verbs?.join(' ') ?? null } });
    return auditHead(writing);
  });
  const pieces = inPieces(linesUpTo(books, wanted, head.seq), ANSWER_PIECE_BYTES);
  return { headSeq: head.seq, headHash: head.hash, pieces };
}

/** Oldest first. Each part is a read of its own, as a record never changes: nothing is held open while the file goes out. */
async function* linesUpTo(books: Books, wanted: RecordsWanted, upTo: number): AsyncGenerator<string> {
  yield auditCsvHead();
  for (let after = 0; ;) {
    const from = { after, upTo };
    const rows = await books.read((reading) => readAuditPage(reading, wanted, from, ROWS_AT_ONCE));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => auditCsvLine(maskedRecord(row))).join('');
    after = last.seq;
  }
}

function ownerOf(answerId: string): string {
  return `audit ${answerId}`;
}

/** Throws RefusalError FILE_UNKNOWN for a file that is not open, or a piece that is not the next. */
async function pieceOfAudit(
  { answers }: Scope,
  { answerId, offset }: Input<'audit.piece'>,
): Promise<Output<'audit.piece'>> {
  const piece = await answers.piece(ownerOf(answerId), answerId, offset);
  if (piece === null) throw new RefusalError('FILE_UNKNOWN');
  return piece;
}

function dropAudit({ answers }: Scope, { answerId }: Input<'audit.drop'>): Promise<Output<'audit.drop'>> {
  answers.close(ownerOf(answerId));
  return Promise.resolve({});
}

export const auditRecordHandlers = {
  'audit.list': listAudit,
  'audit.open': openAudit,
  'audit.take': takeAudit,
  'audit.piece': pieceOfAudit,
  'audit.drop': dropAudit,
};
