/** `statement`: opens a visit, writes the document, ends the visit. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isBusinessDate, type BusinessDate } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { fenSchema } from '../../../contract/kernel/value-schemas.ts';
import { documentFormatSchema, type DocumentFormat } from '../../../contract/kernel/vocabulary.ts';
import { asActingClerk, inVisit, requireToken } from '../acting-clerk.ts';
import { required, UsageError, type Command, type OptionValues } from '../command.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';
import { openVisitByCards } from '../visit-by-cards.ts';
import { writeWhole } from '../output-file.ts';

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
  return withOffice(folder, (office) =>
    asActingClerk(office, options, async (given) => {
      const token = requireToken(given);
      const visitId = await openVisitByCards(office, token, wanted);
      const bytes = await inVisit(office, token, visitId, () => written(office, token, visitId, wanted));
      const json = contentSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      const { openingFen, closingFen, documentNumber, entries } = json;
      const balances = `opening ${yuanGrouped(openingFen)}, closing ${yuanGrouped(closingFen)} yuan`;
      const what = `${documentNumber}: ${entries.length} entries, ${balances}`;
      return { json, text: wanted.out === null ? what : `${what}; written to ${wanted.out}` };
    }),
  );
};

/** What is said of it in words; the rest is passed on as it is. */
const contentSchema = z.looseObject({
  documentNumber: z.string(),
  openingFen: fenSchema,
  closingFen: fenSchema,
  entries: z.array(z.unknown()),
});

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

/** Answers the statement as JSON. */
async function written(office: OpenedOffice, token: string, visitId: string, wanted: Wanted): Promise<Uint8Array> {
  const { from, to, format, out } = wanted;
  const { documentNumber } = await askFor(office, 'statement.draft', { visitId, period: { from, to } }, token);
  const exported = async (as: DocumentFormat): Promise<Uint8Array> =>
    (await askFor(office, 'document.export', { visitId, documentNumber, format: as }, token)).bytes;
  const json = await exported('json');
  if (out !== null) {
    await writeWhole(out, [format === 'json' ? json : await exported(format)]);
    const operationId = randomUUID();
    await ask(office, 'document.exported', { operationId, visitId, documentNumber, format }, token);
  }
  return json;
}
