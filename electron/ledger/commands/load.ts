/** `load institutions FILE` and `load register FILE`. */
import { fileOnDisk } from '../intake/file-source.ts';
import { runInstitutions, runRegister } from '../services/registers.ts';
import { onlyWord, UsageError, type Command } from './command.ts';
import { acting, withOffice } from './open-office.ts';
import { Rows } from './result-text.ts';

export const load: Command = async ({ words, options, folder }) => {
  const [kind, ...rest] = words;
  if (kind !== 'register' && kind !== 'institutions') throw new UsageError('load what: register or institutions?');
  const file = onlyWord(rest, 'file');
  const run = await withOffice(folder, (door) =>
    acting(door, `${kind}.load`, options, (scope) =>
      (kind === 'register' ? runRegister : runInstitutions)(
        scope,
        fileOnDisk(file),
        { actor: scope.actor, answer: null },
        'command-line',
      ),
    ),
  );
  const { added, updated, refused, fault } = run;
  const rows = new Rows(
    refused,
    (row) => row,
    ({ line, code, message }) => `line ${line}: ${code}, ${message}`,
  );
  const json = { added, updated, refused: rows };
  const text = `${added} added, ${updated} updated, ${refused.length} refused`;
  if (fault === null) return { json, text };
  return { json, text, refusal: { code: fault.reason, message: fault.message } };
};
