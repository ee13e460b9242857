/** What stands in the books as text, read back by its schema: content that does not fit is damage, told as a refusal. */
import type { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';

/** @param what names the content for the refusal. Throws RefusalError DATABASE_DAMAGED. */
export function storedJson<Value>(schema: z.ZodType<Value>, text: string, what: string): Value {
  return stored(schema, parsed(text, what), what);
}

/** The same for content that is no JSON. */
export function stored<Value>(schema: z.ZodType<Value>, content: unknown, what: string): Value {
  const read = schema.safeParse(content);
  if (!read.success) throw damaged(what);
  return read.data;
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw damaged(what);
  }
}

function damaged(what: string): RefusalError {
  return new RefusalError('DATABASE_DAMAGED', { system: what });
}
