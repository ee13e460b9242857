/** `load institutions FILE` and `load register FILE`. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { asActingClerk } from '../acting-clerk.ts';
import { onlyArgument, UsageError, type Command } from '../command.ts';
import { askFor } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';
import { notesOf, Rows } from '../result-text.ts';
import { withHandedIn } from './run-file.ts';

const lineSchema = z.object({ line: z.number(), code: z.string(), message: z.string() });

export const load: Command = async ({ args, options, folder }) => {
  const [kind, ...rest] = args;
  if (kind !== 'register' && kind !== 'institutions')
    throw new UsageError('load institutions FILE | load register FILE');
  const path = onlyArgument(rest, 'file');
  const run = await withOffice(folder, (office) =>
    asActingClerk(office, options, (token) =>
      withHandedIn({ office, token, path }, async ({ intakeId, refused }) => {
        const input = { operationId: randomUUID(), intakeId, kind };
        const outcome = await askFor(office, 'registerFile.load', input, token);
        return { ...outcome, refused: await refused(lineSchema) };
      }),
    ),
  );
  const { added, updated, refused, fault, notes } = run;
  const rows = new Rows(
    refused,
    ({ line, code, message }) => ({ line, code, message }),
    ({ line, code, message }) => `line ${line}: ${code}, ${message}`,
  );
  const json = { added, updated, refused: rows, ...notesOf(notes) };
  const counts = `${added} added, ${updated} updated, ${refused.length} rejected`;
  const text = [counts, ...notes.map(({ message }) => message)].join('\n');
  if (fault === null) return { json, text };
  return { json, text, refusal: { code: fault.reason, message: fault.message } };
};
