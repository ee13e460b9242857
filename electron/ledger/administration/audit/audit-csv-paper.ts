/**
 * The audit record as CSV (docs/formats.md 8): every column of the chain, so that whoever has the file works the hashes out again but
 * for the lines in which something was masked.
 */
import { BYTE_ORDER_MARK, csvLine } from '../../paper/spreadsheet-text.ts';
import type { AuditRow } from './audit-rows.ts';

const TITLES = [
  ...['seq', 'at', 'business_date', 'actor', 'second', 'visit_id', 'verb', 'subject', 'outcome', 'details'],
  ...['previous_hash', 'hash', 'masked'],
];

export function auditCsvHead(): string {
  return BYTE_ORDER_MARK + csvLine(TITLES);
}

/** What is absent is an empty cell; `at` is UTC with its milliseconds. */
export function auditCsvLine(row: AuditRow & { readonly isMasked: boolean }): string {
  return csvLine([
    String(row.seq),
    new Date(row.at).toISOString(),
    row.business_date,
    row.actor,
    row.second ?? '',
    row.visit_id ?? '',
    row.verb,
    row.subject ?? '',
    row.outcome,
    row.details,
    row.previous_hash,
    row.hash,
    row.isMasked ? 'yes' : '',
  ]);
}
