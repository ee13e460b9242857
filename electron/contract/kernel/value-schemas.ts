/**
 * How dates, instants, amounts and refusals are checked where they come from outside. They stand apart from what they check, because the windows
 * use dates and amounts and check nothing: a window loads no schema.
 */
import { z } from 'zod';
import { isBusinessDate, isInstant, type BusinessDate, type Instant } from './dates.ts';
import { ERROR_CODES, type Refusal } from './errors.ts';
import { isFen, type Fen } from './money.ts';

export const businessDateSchema = z.custom<BusinessDate>(
  (value) => typeof value === 'string' && isBusinessDate(value),
  { error: 'not an existing date YYYY-MM-DD', params: { problem: 'date' } },
);

export const instantSchema = z.custom<Instant>(
  (value) => typeof value === 'number' && isInstant(value),
  'not UTC milliseconds',
);

export const fenSchema = z.custom<Fen>((value) => typeof value === 'number' && isFen(value), 'not whole fen');

export const refusalSchema: z.ZodType<Refusal> = z.object({
  code: z.enum(ERROR_CODES),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
