/** `load institutions FILE` and `load register FILE`. */
import { fileOnDisk } from '../../intake/file-source.ts';
import { runInstitutions, runRegister } from '../../month-end/registers/registers.ts';
import { onlyArgument, UsageError, type Command } from '../command.ts';
import { asActingClerk, withOffice } from '../open-office.ts';
import { notesOf, Rows } from '../result-text.ts';

export const load: Command = async ({ args, options, folder }) => {
  const [kind, ...rest] = args;
  if (kind !== 'register' && kind !== 'institutions') throw new UsageError('load what: register or institutions?');
  const file = onlyArgument(rest, 'file');
  const run = await withOffice(folder, (door) =>
    asActingClerk(door, `${kind}.load`, options, (scope) =>
      (kind === 'register' ? runRegister : runInstitutions)(
        scope,
        fileOnDisk(file),
        { actor: scope.actor, answer: null },
        'command-line',
      ),
    ),
  );
  const { added, updated, refused, fault, notes } = run;
  const rows = new Rows(
    refused,
    ({ line, code, message }) => ({ line, code, message }),
    ({ line, code, message }) => `line ${line}: ${code}, ${message}`,
  );
  const json = { added, updated, refused: rows, ...notesOf(notes) };
  const counts = `${added} added, ${updated} updated, ${refused.length} refused`;
  const text = [counts, ...notes.map(({ message }) => message)].join('\n');
  if (fault === null) return { json, text };
  return { json, text, refusal: { code: fault.reason, message: fault.message } };
};
