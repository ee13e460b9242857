/** What `verify` proves, one named check each (docs/ledger.md 8). Each counts what it looked at. */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { settingNames, unusableWords } from '../office/setting-rules.ts';
import { INTEREST_FAULTS, interestAsReckoned } from './interest-checks.ts';
import { LOSS_FAULTS } from './loss-checks.ts';
import { DAY_FAULTS } from './day-checks.ts';
import { RECORD_FAULTS } from './record-checks.ts';
import type { FaultQuery } from '../books/fault-query.ts';
import { payeeIndex } from '../books/sealing/payee-text.ts';
import { checkAuditChain } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { diskRefusal } from '../books/books-refusal.ts';
import type { EngineCheck, Questions } from '../books/prepared.ts';
import type { PlainReading } from '../books/snapshot.ts';
import { SealBrokenError, type Keys } from '../books/sealing/keys.ts';
import { findUnusableSettings } from '../office/office-rows.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly counted: number;
  readonly detail?: string;
}

const FAULT_QUERIES: readonly FaultQuery[] = [
  {
    name: 'postings-balance',
    counted: 'SELECT count(*) FROM posting',
    faults: `
      SELECT 'posting ' || posting.id FROM posting
      LEFT JOIN (SELECT posting_id, sum(amount_fen) AS amount FROM entry GROUP BY posting_id) AS holders
        ON holders.posting_id = posting.id
      LEFT JOIN (SELECT posting_id, sum(amount_fen) AS amount FROM control_line GROUP BY posting_id) AS control
        ON control.posting_id = posting.id
      WHERE coalesce(holders.amount, 0) + coalesce(control.amount, 0) <> 0`,
  },
  {
    name: 'entries-have-postings',
    counted: 'SELECT count(*) FROM entry',
    faults: `
      SELECT 'account ' || entry.account_id || ' entry ' || entry.seq FROM entry
      LEFT JOIN posting ON posting.id = entry.posting_id LEFT JOIN account ON account.id = entry.account_id
      WHERE posting.id IS NULL OR account.id IS NULL OR posting.business_date <> entry.business_date`,
  },
  {
    name: 'running-balances',
    counted: 'SELECT count(*) FROM entry',
    faults: `
      SELECT 'account ' || account_id || ' entry ' || seq FROM (
        SELECT account_id, seq, balance_fen, sum(amount_fen) OVER (
          PARTITION BY account_id ORDER BY seq ROWS UNBOUNDED PRECEDING) AS running FROM entry)
      WHERE balance_fen <> running OR balance_fen < 0`,
  },
  {
    name: 'account-balances',
    counted: 'SELECT count(*) FROM account',
    faults: `
      SELECT 'account ' || account.id FROM account
      LEFT JOIN entry ON entry.account_id = account.id AND entry.seq = account.last_seq
      WHERE account.balance_fen <> coalesce(entry.balance_fen, 0) OR account.balance_fen < 0`,
  },
  {
    name: 'sequence-without-gap',
    counted: 'SELECT count(*) FROM account',
    faults: `
      SELECT 'account ' || account.id FROM account
      LEFT JOIN (SELECT account_id, count(*) AS lines, min(seq) AS first, max(seq) AS last FROM entry GROUP BY account_id)
        AS entries ON entries.account_id = account.id
      WHERE coalesce(entries.lines, 0) <> account.last_seq OR coalesce(entries.last, 0) <> account.last_seq
        OR coalesce(entries.first, 1) <> 1`,
  },
  {
    name: 'business-dates-in-order',
    counted: 'SELECT count(*) FROM entry',
    faults: `
      SELECT 'account ' || account_id || ' entry ' || seq FROM (
        SELECT account_id, seq, business_date,
          lag(business_date) OVER (PARTITION BY account_id ORDER BY seq) AS before FROM entry)
      WHERE business_date < before
      UNION ALL SELECT 'posting ' || posting.id FROM posting, office
      WHERE posting.business_date > office.business_date OR posting.business_date < office.opening_date`,
  },
  {
    name: 'control-balances',
    counted: 'SELECT count(*) FROM control_account',
    faults: `
      SELECT 'control ' || control_account.code FROM control_account
      LEFT JOIN (SELECT control, sum(amount_fen) AS amount FROM control_line GROUP BY control) AS control_lines
        ON control_lines.control = control_account.code
      WHERE control_account.balance_fen <> coalesce(control_lines.amount, 0)`,
  },
  {
    name: 'holders-equal-control',
    counted: 'SELECT count(*) FROM account',
    faults: `
      SELECT 'holders and control accounts differ by ' || difference || ' fen' FROM (
        SELECT (SELECT coalesce(sum(balance_fen), 0) FROM account)
          + (SELECT coalesce(sum(balance_fen), 0) FROM control_account) AS difference)
      WHERE difference <> 0`,
  },
  {
    name: 'references-once',
    counted: 'SELECT count(*) FROM entry',
    faults: `
      SELECT 'posting ' || posting_id || ' reference ' || reference FROM entry
      GROUP BY posting_id, reference HAVING count(*) > 1
      UNION ALL SELECT 'reference ' || entry.reference || ' has no settlement line' FROM entry
      LEFT JOIN settlement_line AS line ON line.reference = entry.reference
        AND line.account_id = entry.account_id AND line.seq = entry.seq
      WHERE entry.kind IN ('consumption', 'void', 'refund') AND line.reference IS NULL
      UNION ALL SELECT 'settlement line ' || line.reference || ' has no entry' FROM settlement_line AS line
      LEFT JOIN entry ON entry.account_id = line.account_id AND entry.seq = line.seq AND entry.reference = line.reference
      WHERE line.reason IS NULL AND entry.seq IS NULL`,
  },
  {
    name: 'files-once',
    counted: 'SELECT count(*) FROM batch',
    faults: `
      SELECT 'file ' || batch.number FROM batch
      LEFT JOIN posting ON posting.id = batch.posting_id
      LEFT JOIN (SELECT posting_id, count(*) AS lines FROM entry GROUP BY posting_id) AS entries
        ON entries.posting_id = batch.posting_id
      LEFT JOIN (SELECT batch_id, count(*) AS lines FROM rejected_line GROUP BY batch_id) AS refused
        ON refused.batch_id = batch.id
      WHERE posting.reference IS NOT batch.number OR coalesce(entries.lines, 0) <> batch.accepted
        OR coalesce(refused.lines, 0) <> batch.rejected
      UNION ALL SELECT 'file ' || batch.number || ' is being posted by nothing' FROM batch
      LEFT JOIN file_posting AS going ON going.batch_id = batch.id
      LEFT JOIN batch_file AS kept ON kept.batch_id = batch.id AND kept.piece = 1
      WHERE (batch.state = 'posting') <> (going.batch_id IS NOT NULL)
        OR (batch.state = 'posting' AND (kept.piece IS NULL OR batch.accepted + batch.rejected > going.lines))
      UNION ALL SELECT 'posting ' || posting.id || ' has no file' FROM posting
      LEFT JOIN batch ON batch.posting_id = posting.id
      WHERE posting.kind IN ('allocation', 'settlement') AND batch.id IS NULL`,
  },
  {
    name: 'returns-within-originals',
    counted: "SELECT count(*) FROM settlement_line WHERE kind = 'consumption' AND reason IS NULL",
    faults: `
      SELECT 'reference ' || original.reference FROM settlement_line AS original
      JOIN (SELECT line.original, sum(line.amount_fen) AS amount FROM settlement_line AS line
            LEFT JOIN correction ON correction.account_id = line.account_id AND correction.original_seq = line.seq
            WHERE line.original IS NOT NULL AND line.reason IS NULL AND correction.seq IS NULL GROUP BY line.original) AS returned
        ON returned.original = original.reference
      WHERE returned.amount > original.amount_fen
      UNION ALL SELECT 'reference ' || line.reference || ' returns nothing that was paid' FROM settlement_line AS line
      LEFT JOIN settlement_line AS original ON original.reference = line.original
        AND original.kind = 'consumption' AND original.reason IS NULL AND original.account_id = line.account_id
      WHERE line.kind <> 'consumption' AND line.reason IS NULL AND original.reference IS NULL`,
  },
  {
    name: 'corrections-have-originals',
    counted: 'SELECT count(*) FROM entry',
    faults: `
      SELECT 'account ' || entry.account_id || ' entry ' || entry.seq FROM entry
      JOIN posting ON posting.id = entry.posting_id
      LEFT JOIN correction ON correction.account_id = entry.account_id AND correction.seq = entry.seq
        AND correction.posting_id = entry.posting_id
      LEFT JOIN entry AS original ON original.account_id = entry.account_id AND original.seq = correction.original_seq
      LEFT JOIN account_closing AS closing ON closing.account_id = entry.account_id AND closing.posting_id = entry.posting_id
      WHERE (entry.kind = 'correction' AND (correction.seq IS NULL) = (closing.account_id IS NULL))
        OR (correction.seq IS NOT NULL AND (entry.kind <> 'correction' OR original.seq IS NULL
          OR original.kind = 'correction' OR original.amount_fen + entry.amount_fen <> 0
          OR posting.reverses IS NOT original.posting_id))
      UNION ALL SELECT 'correction ' || correction.seq || ' of account ' || correction.account_id || ' has no entry'
      FROM correction LEFT JOIN entry ON entry.account_id = correction.account_id AND entry.seq = correction.seq
      WHERE entry.seq IS NULL
      UNION ALL SELECT 'account ' || correction.account_id || ' entry ' || correction.original_seq || ' is returned and corrected'
      FROM correction JOIN settlement_line AS paid ON paid.account_id = correction.account_id
        AND paid.seq = correction.original_seq AND paid.kind = 'consumption'
      JOIN settlement_line AS back ON back.original = paid.reference AND back.reason IS NULL
      LEFT JOIN correction AS undone ON undone.account_id = back.account_id AND undone.original_seq = back.seq
      WHERE undone.seq IS NULL`,
  },
  {
    name: 'one-current-card',
    counted: 'SELECT count(*) FROM account',
    faults: `
      SELECT 'account ' || account.id FROM account
      LEFT JOIN card ON card.account_id = account.id AND card.status = 'active'
      WHERE account.status = 'open' GROUP BY account.id HAVING count(card.id) <> 1`,
  },
  {
    name: 'permitted-kinds-only',
    counted: 'SELECT count(*) FROM entry',
    faults: `
      SELECT 'account ' || entry.account_id || ' entry ' || entry.seq FROM entry
      JOIN posting ON posting.id = entry.posting_id
      WHERE NOT ((posting.kind = 'allocation' AND entry.kind = 'allocation' AND entry.amount_fen > 0)
        OR (posting.kind = 'settlement' AND entry.kind = 'consumption' AND entry.amount_fen < 0)
        OR (posting.kind = 'settlement' AND entry.kind IN ('void', 'refund') AND entry.amount_fen > 0)
        OR (posting.kind = 'interest' AND entry.kind = 'interest' AND entry.amount_fen > 0)
        OR (posting.kind = 'correction' AND entry.kind = 'correction'))`,
  },
];

/** How many faults a check tells before it stops. */
const FAULTS_TOLD = 5;

function run(sql: Questions, query: FaultQuery): Check {
  const counted = Number(sql.values<[], number>(query.counted).get());
  const faults = sql.values<[number], string>(`SELECT * FROM (${query.faults}) LIMIT ?`).all(FAULTS_TOLD);
  const { name } = query;
  return faults.length === 0 ? { name, ok: true, counted } : { name, ok: false, counted, detail: faults.join('; ') };
}

/** The database's own check: pages, indexes, constraints and foreign keys. */
function databaseCheck(engine: EngineCheck): Check {
  const name = 'database';
  const counted = engine.pages();
  const detail = engine.fault();
  return detail === null ? { name, ok: true, counted } : { name, ok: false, counted, detail };
}

interface SealedRow {
  readonly id: number;
  readonly card: Uint8Array;
  readonly cardIndex: string;
  readonly payeeIndex: string;
  readonly insurance: Uint8Array;
  readonly name: Uint8Array;
  readonly phone: Uint8Array;
  readonly idNumber: Uint8Array;
  readonly idNumberIndex: string;
}

/** A row takes up to a fifth of a millisecond; other requests are answered between two slices. */
const ROWS_OF_SLICE = 250;

/** Every sealed value opens with this office's key and is what its index says. */
async function sealedFields({ sql, keys }: Reading): Promise<Check> {
  const name = 'sealed-fields';
  const rows = sql
    .rows<[], SealedRow>(
      `SELECT card.id, card.number_sealed AS card, card.number_index AS cardIndex, card.payee_index AS payeeIndex,
         card.insurance_number_sealed AS insurance, holder.name_sealed AS name, holder.phone_sealed AS phone,
         holder.id_number_sealed AS idNumber, holder.id_number_index AS idNumberIndex
       FROM card JOIN account ON account.id = card.account_id JOIN holder ON holder.id = account.holder_id`,
    )
    .iterate();
  let counted = 0;
  for (const row of rows) {
    counted += 1;
    if (counted % ROWS_OF_SLICE === 0) await letOthersRun();
    const detail = sealFault(keys, row);
    if (detail !== null) return { name, ok: false, counted, detail };
  }
  return { name, ok: true, counted };
}

/** The payee index is over card, ID number and name together, so a name of another holder shows too. */
function sealFault(keys: Keys, row: SealedRow): string | null {
  try {
    const [card, idNumber, name] = [
      keys.open('card', row.card),
      keys.open('id-number', row.idNumber),
      keys.open('name', row.name),
    ];
    keys.open('phone', row.phone);
    keys.open('insurance', row.insurance);
    const agrees =
      keys.blindIndex('card', card) === row.cardIndex &&
      keys.blindIndex('id-number', idNumber) === row.idNumberIndex &&
      payeeIndex(keys, { card, idNumber, name }) === row.payeeIndex;
    return agrees ? null : `card ${row.id} is not what its index says`;
  } catch (error) {
    if (error instanceof SealBrokenError) return `card ${row.id} does not open`;
    throw error;
  }
}

export interface PlainFindings extends BookTotals {
  readonly checks: readonly Check[];
}

/** What the engine alone answers: its own check, a query each, the totals; a failed check does not keep the others from running. */
export async function plainFindings({ sql, check }: PlainReading): Promise<PlainFindings> {
  const checks = [await guarded('database', () => databaseCheck(check))];
  for (const query of [...FAULT_QUERIES, ...INTEREST_FAULTS, ...LOSS_FAULTS, ...RECORD_FAULTS, ...DAY_FAULTS]) {
    checks.push(await guarded(query.name, () => run(sql, query)));
  }
  return { checks, ...bookTotals(sql) };
}

/** What takes the office's keys or rules, or a walk through the record: in slices. */
export async function sealedChecks(reading: Reading): Promise<Check[]> {
  return [
    await guarded('sealed-fields', () => sealedFields(reading)),
    await guarded('audit-chain', () => auditChain(reading)),
    await guarded('settings', () => settings(reading)),
    await guarded('interest-as-reckoned', () => interest(reading)),
  ];
}

async function interest(reading: Reading): Promise<Check> {
  const { counted, detail } = await interestAsReckoned(reading);
  const check: Check = { name: 'interest-as-reckoned', ok: detail === null, counted };
  return detail === null ? check : { ...check, detail };
}

async function settings(reading: Reading): Promise<Check> {
  const unusable = await findUnusableSettings(reading);
  const check: Check = { name: 'settings', ok: unusable.length === 0, counted: settingNames.length };
  const told = unusable.slice(0, FAULTS_TOLD).map(unusableWords);
  return told.length === 0 ? check : { ...check, detail: told.join('; ') };
}

/** A page that cannot be read any more is a finding of the check that met it. */
async function guarded(name: string, check: () => Check | Promise<Check>): Promise<Check> {
  try {
    return await check();
  } catch (error) {
    const refusal = diskRefusal(error);
    if (refusal === null) throw error;
    return { name, ok: false, counted: 0, detail: refusal.refusal.code };
  }
}

async function auditChain(reading: Reading): Promise<Check> {
  const { counted, fault } = await checkAuditChain(reading);
  const check: Check = { name: 'audit-chain', ok: fault === null, counted };
  return fault === null ? check : { ...check, detail: fault };
}

interface BookTotals {
  readonly accounts: number;
  readonly entries: number;
  readonly balanceFen: number;
}

export function bookTotals(sql: Questions): BookTotals {
  const row = sql
    .rows<[], BookTotals>(
      `SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM entry) AS entries,
         (SELECT coalesce(sum(balance_fen), 0) FROM account) AS balanceFen`,
    )
    .get();
  if (row === undefined) throw new Error('a query of one row gave none');
  return row;
}
