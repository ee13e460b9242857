/** What somebody was told whose act was refused, out of the record of it. */
import { z } from 'zod';
import { ERROR_CODES, type Refusal } from '../../../contract/kernel/errors.ts';
import { maskNumbers } from '../../numbers/masking.ts';
import { storedJson } from '../stored-json.ts';

const codeSchema = z.enum(ERROR_CODES);
const detailsSchema = z.record(z.string(), z.unknown());

/**
 * As it was told then; what a record says besides, as that a clerk was locked by it, belongs to no sentence. Null for what was done,
 * and for a code of an earlier version that has no sentence any more.
 */
export function recordedRefusal(outcome: string, details: string): Refusal | null {
  const code = codeSchema.safeParse(outcome);
  if (!code.success) return null;
  const known = Object.entries(storedJson(detailsSchema, maskNumbers(details), 'audit')).filter(
    (entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1]),
  );
  return { code: code.data, details: Object.fromEntries(known) };
}
