/** `audit --from D --to D --out FILE.csv`: the audit record with its hashes, masked (docs/formats.md 8). */
import { existsSync } from 'node:fs';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { backupFacts } from '../../books/backup.ts';
import { asActingClerk, withEnd } from '../acting-clerk.ts';
import { required, UsageError, type Command, type OptionValues } from '../command.ts';
import { piecesOf } from '../given-pieces.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';
import { writeWhole } from '../output-file.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/;

export const audit: Command = async ({ args, options, folder }) => {
  if (args.length > 0) throw new UsageError('audit takes no arguments');
  const out = required(options, 'out');
  const search = {
    ...{ from: momentOf(options, 'from'), to: momentOf(options, 'to') },
    ...{
      clerk: options.clerk ?? null,
      verbs: options.verb === undefined ? null : [options.verb],
      about: options.account ?? null,
    },
  };
  if (existsSync(out)) throw new RefusalError('OUTPUT_FAILED', { path: out, reason: 'disk-name-taken' });
  const told = await withOffice(folder, (office) =>
    asActingClerk(office, options, (token) => taken(office, search, { token, out })),
  );
  const { records, masked, headSeq } = told;
  const facts = await backupFacts(out);
  return {
    json: { ...told, ...facts },
    text: `${out}: ${records} records, ${masked} of them masked in part; the newest of the books is ${headSeq}`,
  };
};

function momentOf(options: OptionValues, name: 'from' | 'to'): string {
  const text = required(options, name);
  if (!MOMENT.test(text)) throw new UsageError(`--${name} is YYYY-MM-DD or 'YYYY-MM-DD HH:MM'`);
  return text;
}

async function taken(
  office: OpenedOffice,
  search: Readonly<Record<string, unknown>>,
  { token, out }: { readonly token: string | null; readonly out: string },
) {
  const { answerId, ...head } = await askFor(office, 'audit.take', search, token);
  const count = { records: -1, masked: 0 };
  const pieces = piecesOf((offset) => askFor(office, 'audit.piece', { answerId, offset }, token));
  await withEnd(
    () => writeWhole(out, counted(pieces, count)),
    async () => {
      await ask(office, 'audit.drop', { answerId }, token);
    },
  );
  return { ...count, ...head };
}

/** A record is a line, and its last cell says whether it was masked; a line break within a cell cannot be, as details are JSON. */
async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  count: { records: number; masked: number },
): AsyncGenerator<Uint8Array> {
  let end = '';
  for await (const piece of pieces) {
    const text = end + Buffer.from(piece).toString('latin1');
    const lines = text.split('\r\n');
    end = lines.pop() ?? '';
    count.records += lines.length;
    count.masked += lines.filter((line) => line.endsWith(',yes')).length;
    yield piece;
  }
}
