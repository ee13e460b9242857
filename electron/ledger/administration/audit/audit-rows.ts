/** The audit record as it is searched: by key from one record to the next, each way of being found on an index of its own. */
import type { SelectQueryBuilder } from 'kysely';
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Reading } from '../../books/books.ts';
import type { Tables } from '../../books/tables/tables.ts';
import type { Span } from './audit-time-rules.ts';

export interface RecordsWanted extends Span {
  readonly clerk: string | null;
  /** Whole names, or their beginnings up to a dot. */
  readonly verbs: readonly string[] | null;
  readonly about: string | null;
}

/** Where a page begins; both ends are left out. */
export type PageFrom = { readonly before: number | null } | { readonly after: number; readonly upTo: number };

export interface AuditRow {
  readonly seq: number;
  readonly at: Instant;
  readonly business_date: string;
  readonly actor: string;
  readonly second: string | null;
  readonly visit_id: string | null;
  readonly verb: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
}

type Chosen = SelectQueryBuilder<Tables, 'audit', AuditRow>;
type Way = (select: Chosen) => Chosen;

/** At most `most` records: with `before` the newest ones first, with `after` the oldest ones first. */
export async function readAuditPage(
  reading: Reading,
  wanted: RecordsWanted,
  from: PageFrom,
  most: number,
): Promise<AuditRow[]> {
  const bounds = await boundsOf(reading, wanted);
  if (bounds === null) return [];
  const ways = (await waysAbout(reading, wanted.about)).flatMap((about) =>
    waysOfClerk(wanted.clerk).map(
      (clerk): Way =>
        (select) =>
          clerk(about(select)),
    ),
  );
  const found: AuditRow[] = [];
  for (const way of ways) found.push(...(await within(reading, wanted, bounds, from, way).limit(most).execute()));
  return merged(found, 'after' in from).slice(0, most);
}

function within(
  { query }: Reading,
  { from: since, before: until, verbs }: RecordsWanted,
  { first, last }: Bounds,
  page: PageFrom,
  way: Way,
): Chosen {
  const forward = 'after' in page;
  const low = forward ? Math.max(page.after + 1, first) : first;
  const high = forward ? Math.min(page.upTo, last) : Math.min((page.before ?? Infinity) - 1, last);
  return way(query.selectFrom('audit').selectAll('audit'))
    .where('seq', '>=', low)
    .where('seq', '<=', Number.isFinite(high) ? high : last)
    .$if(since !== null, (select) => select.where('at', '>=', since ?? (0 as Instant)))
    .$if(until !== null, (select) => select.where('at', '<', until ?? (0 as Instant)))
    .$if(verbs !== null, (select) => ofVerbs(select, verbs ?? []))
    .orderBy('seq', forward ? 'asc' : 'desc');
}

/** `loss.` is every name that begins so: those between it and the next character after a dot. */
function ofVerbs(select: Chosen, verbs: readonly string[]): Chosen {
  const named = verbs.filter((verb) => !verb.endsWith('.'));
  const begun = verbs.filter((verb) => verb.endsWith('.'));
  return select.where((of) =>
    of.or([
      ...(named.length > 0 ? [of('verb', 'in', named)] : []),
      ...begun.map((verb) => of.and([of('verb', '>=', verb), of('verb', '<', `${verb.slice(0, -1)}/`)])),
    ]),
  );
}

interface Bounds {
  readonly first: number;
  readonly last: number;
}

/** Between which records those of a time lie, out of the index of times alone; null where there are none. */
async function boundsOf({ query }: Reading, { from, before }: Span): Promise<Bounds | null> {
  const row = await query
    .selectFrom('audit')
    .select((of) => [of.fn.min<number | null>('seq').as('first'), of.fn.max<number | null>('seq').as('last')])
    .$if(from !== null, (select) => select.where('at', '>=', from ?? (0 as Instant)))
    .$if(before !== null, (select) => select.where('at', '<', before ?? (0 as Instant)))
    .executeTakeFirst();
  if (row === undefined || row.first === null || row.last === null) return null;
  return { first: row.first, last: row.last };
}

function waysOfClerk(clerk: string | null): readonly Way[] {
  if (clerk === null) return [everything];
  return [(select) => select.where('actor', '=', clerk), (select) => select.where('second', '=', clerk)];
}

/** Of an account also what was done in its visits, on its loss reports, and by its holder. */
async function waysAbout({ query }: Reading, about: string | null): Promise<readonly Way[]> {
  if (about === null) return [everything];
  const bySubject: Way = (select) => select.where('subject', '=', about);
  const account = await query.selectFrom('account').select('id').where('number', '=', about).executeTakeFirst();
  if (account === undefined) return [bySubject];
  const visits = query.selectFrom('visit').select('id').where('account_id', '=', account.id);
  const reports = query.selectFrom('loss_report').select('number').where('account_id', '=', account.id);
  return [
    bySubject,
    (select) => select.where('actor', '=', `holder:${about}`),
    (select) => select.where('visit_id', 'in', visits),
    (select) => select.where('subject', 'in', reports),
  ];
}

function everything(select: Chosen): Chosen {
  return select;
}

/** Records that were found in more than one way stand once, in their order. */
function merged(found: readonly AuditRow[], forward: boolean): AuditRow[] {
  const bySeq = new Map(found.map((row) => [row.seq, row]));
  return [...bySeq.values()].toSorted((one, other) => (forward ? one.seq - other.seq : other.seq - one.seq));
}

/** The newest record. */
export async function auditHead({ query }: Reading): Promise<{ readonly seq: number; readonly hash: string }> {
  return query.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
}
