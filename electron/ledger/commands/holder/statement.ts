/** `statement`: opens a visit, writes the document, ends the visit. */
import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBusinessDate, type BusinessDate } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { documentFormatSchema, type DocumentFormat } from '../../../contract/kernel/vocabulary.ts';
import { verbs, type Output } from '../../../contract/verbs.ts';
import type { Dispatcher } from '../../dispatch/dispatcher.ts';
import { requireSession, type Scope } from '../../request/scope.ts';
import { requireVisit } from '../../request/visit/current-visit.ts';
import { draftStatement } from '../../statement/statements.ts';
import { diskReason } from '../../../disk/disk-refusal.ts';
import { diskRefusal } from '../../books/books-refusal.ts';
import { required, UsageError, type Command, type OptionValues } from '../command.ts';
import { asActingClerk, ask, withOffice } from '../open-office.ts';

interface Wanted {
  readonly idNumber: string;
  readonly card: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly format: DocumentFormat;
  readonly out: string | null;
}

export const statement: Command = async ({ args, options, folder }) => {
  if (args.length > 0) throw new UsageError('statement takes options only');
  const wanted = wantedFrom(options);
  if (options.as === undefined) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return withOffice(folder, (door) =>
    asActingClerk(door, 'statement.prepare', options, async (scope, token) => {
      if (token === null) throw new RefusalError('SIGN_IN_REQUIRED');
      const prepared = await inVisit(door, scope, token, wanted);
      const json: unknown = JSON.parse(Buffer.from(prepared.json).toString('utf8'));
      const { openingFen, closingFen, documentNumber, entries } = prepared.content;
      const balances = `opening ${yuanGrouped(openingFen)}, closing ${yuanGrouped(closingFen)} yuan`;
      const what = `${documentNumber}: ${entries.length} entries, ${balances}`;
      return { json, text: wanted.out === null ? what : `${what}; written to ${wanted.out}` };
    }),
  );
};

function wantedFrom(options: OptionValues): Wanted {
  const [from, to] = [required(options, 'from'), required(options, 'to')];
  if (!isBusinessDate(from) || !isBusinessDate(to))
    throw new UsageError('--from and --to must be existing dates YYYY-MM-DD');
  const format = documentFormatSchema.safeParse(options.format ?? 'json');
  if (!format.success) throw new UsageError('--format is json, pdf, csv or camt053');
  const out = options.out ?? null;
  if (out === null && format.data !== 'json') throw new UsageError('--out FILE is missing');
  const { idNumber, card } = { idNumber: required(options, 'id-number'), card: required(options, 'card') };
  return { idNumber, card, from, to, format: format.data, out };
}

async function inVisit(door: Dispatcher, scope: Scope, token: string, wanted: Wanted) {
  const { visitId } = verbs['visit.open'].output.parse(
    await ask(
      door,
      'visit.open',
      {
        operationId: randomUUID(),
        idNumber: wanted.idNumber,
        card: wanted.card,
        // A photo is not compared at the command line.
        networkCheck: 'match-no-photo',
        secondaryDocument: null,
        agent: null,
      },
      token,
    ),
  );
  try {
    return await written(door, scope, token, visitId, wanted);
  } finally {
    await ask(door, 'visit.finish', { visitId }, token);
  }
}

async function written(door: Dispatcher, scope: Scope, token: string, visitId: string, wanted: Wanted) {
  const { from, to, format, out } = wanted;
  const request = { period: { from, to }, kinds: null, largeType: false, language: 'zh-CN' } as const;
  const visit = await scope.books.read((reading) => requireVisit(reading, scope, visitId));
  const { content } = await draftStatement({ ...scope, session: requireSession(scope), visit }, request);
  const { documentNumber } = content;
  const json = await exported(door, token, { visitId, documentNumber, format: 'json' });
  if (out !== null) {
    const { bytes } = format === 'json' ? json : await exported(door, token, { visitId, documentNumber, format });
    writeWhole(out, bytes);
    const operationId = randomUUID();
    await ask(door, 'document.exported', { operationId, visitId, documentNumber, format }, token);
  }
  return { content, json: json.bytes };
}

async function exported(door: Dispatcher, token: string, input: object): Promise<Output<'document.export'>> {
  return verbs['document.export'].output.parse(await ask(door, 'document.export', input, token));
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const unfinished = `${path}.part`;
  try {
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw diskRefusal(error) ?? new RefusalError('OUTPUT_FAILED', { reason: diskReason(error) });
  }
}
