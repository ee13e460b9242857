/** What the office's books come to on a business day: balances, files, doors, and what waits. */
import type { BalanceLine, OfficeFigures } from '../../../contract/day/day-views.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import { fen, type Fen } from '../../../contract/kernel/money.ts';
import type { Reading } from '../../books/books.ts';

interface Movement {
  readonly account: string;
  readonly closingFen: Fen;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
}

/** The control accounts with what was posted to them on the day. */
function controlMovements({ sql }: Reading, day: BusinessDate): Movement[] {
  return sql
    .rows<[BusinessDate], Movement>(
      `SELECT account.code AS account, account.balance_fen AS closingFen,
         coalesce(sum(CASE WHEN line.amount_fen < 0 THEN -line.amount_fen END), 0) AS debitFen,
         coalesce(sum(CASE WHEN line.amount_fen > 0 THEN line.amount_fen END), 0) AS creditFen
       FROM control_account AS account
       LEFT JOIN (SELECT control_line.control, control_line.amount_fen FROM posting
         JOIN control_line ON control_line.posting_id = posting.id WHERE posting.business_date = ?) AS line
         ON line.control = account.code
       GROUP BY account.code ORDER BY account.code`,
    )
    .all(day);
}

/** The sum of all holders and how many accounts it is of. */
function holders({ sql }: Reading): { readonly holdersFen: Fen; readonly accounts: number } {
  const row = sql
    .rows<[], { holdersFen: Fen; accounts: number }>(
      'SELECT coalesce(sum(balance_fen), 0) AS holdersFen, count(*) AS accounts FROM account',
    )
    .get();
  if (row === undefined) throw new Error('a sum without a row');
  return row;
}

/** The trial balance: the holders stand against the control accounts, and all of it comes to nothing. */
export function balancesOf(
  reading: Reading,
  day: BusinessDate,
): Pick<OfficeFigures, 'balances' | 'holdersFen' | 'controlFen' | 'accounts'> {
  const controls = controlMovements(reading, day);
  const { holdersFen, accounts } = holders(reading);
  const total = (of: (movement: Movement) => Fen): Fen => fen(controls.reduce((sum, each) => sum + of(each), 0));
  // Each posting balances, so what the control accounts were debited with the holders were credited with.
  const ofHolders = { debitFen: total(({ creditFen }) => creditFen), creditFen: total(({ debitFen }) => debitFen) };
  const lines = [{ account: 'holders', closingFen: holdersFen, ...ofHolders }, ...controls];
  return { balances: lines.map(withOpening), holdersFen, controlFen: total((each) => each.closingFen), accounts };
}

function withOpening({ closingFen, debitFen, creditFen, account }: Movement): BalanceLine {
  return { account, openingFen: fen(closingFen - creditFen + debitFen), debitFen, creditFen, closingFen };
}

export async function filesOfDay({ query }: Reading, day: BusinessDate): Promise<OfficeFigures['files']> {
  return query
    .selectFrom('batch')
    .innerJoin('posting', 'posting.id', 'batch.posting_id')
    .where('posting.business_date', '=', day)
    .groupBy('batch.kind')
    .orderBy('batch.kind')
    .select((of) => [
      'batch.kind as kind',
      of.fn.countAll<number>().as('files'),
      of.fn.sum<number>('batch.accepted').as('accepted'),
      of.fn.sum<number>('batch.rejected').as('rejected'),
    ])
    .execute();
}

/** What holders did through doors of their own, which belongs to no till; a loss is told by the channel of its report. */
export function doorsOfDay({ sql }: Reading, day: BusinessDate): OfficeFigures['doors'] {
  return sql
    .rows<[BusinessDate], OfficeFigures['doors'][number]>(
      `SELECT door, sum(outcome = 'done') AS done, sum(verb = 'loss.report' AND outcome = 'done') AS losses,
         sum(outcome <> 'done') AS refusals
       FROM (SELECT audit.verb, audit.outcome, CASE
           WHEN audit.verb LIKE 'online.%' OR report.channel = 'online' THEN 'online'
           WHEN audit.verb LIKE 'telephone.%' OR audit.verb LIKE 'pin.%' OR report.channel = 'telephone' THEN 'telephone'
           END AS door
         FROM audit LEFT JOIN clerk ON clerk.code = audit.actor
         LEFT JOIN loss_report AS report ON report.number = audit.subject
         WHERE audit.business_date = ? AND clerk.code IS NULL AND audit.verb <> 'loss.lapse')
       WHERE door IS NOT NULL GROUP BY door ORDER BY door`,
    )
    .all(day);
}

/** Requests that nobody has decided. */
export async function approvalsWaiting({ query, at }: Reading): Promise<number> {
  const { count } = await query
    .selectFrom('approval_request')
    .where('outcome', 'is', null)
    .where('expires_at', '>', at)
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * How many received files nothing has come of: neither posted or loaded, nor declined by a second person.
 * @param hashes of the files as they were received, null for one whose receiving has not ended.
 */
export function filesUnposted({ sql }: Reading, hashes: readonly (string | null)[]): number {
  const decided = sql.values<[string, string], number>(
    `SELECT EXISTS (SELECT 1 FROM batch WHERE file_sha256 = ?) OR EXISTS (SELECT 1 FROM audit WHERE subject = ?
       AND outcome = 'done' AND verb IN ('register.load', 'institutions.load', 'file.refuse'))`,
  );
  return hashes.filter((hash) => hash === null || decided.get(hash, hash) !== 1).length;
}
