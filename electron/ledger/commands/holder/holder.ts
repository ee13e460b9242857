/** `holder contact|correct|close` (docs/rules.md 2): in a visit of the holder, with a second person. */
import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import {
  addressSchema,
  documentSeenSchema,
  payOutReferenceSchema,
  sexSchema,
} from '../../../contract/holder/holder-verbs.ts';
import type { Input, Output } from '../../../contract/verbs.ts';
import { maskPhone } from '../../numbers/masking.ts';
import { readPhone } from '../../numbers/phone-number.ts';
import { required, UsageError, type Command, type CommandResult, type OptionValues } from '../command.ts';
import { secondPerson } from '../acting.ts';
import { asActingClerk, inVisit, requireToken } from '../acting-clerk.ts';
import { askFor } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';
import { visitByCard } from './holder-visit.ts';

type HolderVerb = 'holder.contact' | 'holder.correct' | 'holder.close';

interface Run {
  readonly options: OptionValues;
  /** Gives the command in the holder's visit, with the second person of the options. */
  readonly give: <V extends HolderVerb>(
    verb: V,
    input: Omit<Input<V>, 'visitId' | 'authorisation' | 'operationId' | 'second'>,
  ) => Promise<Output<V>>;
}

const ACTIONS: Readonly<
  Record<
    string,
    { readonly check: (options: OptionValues) => void; readonly run: (run: Run) => Promise<CommandResult> }
  >
> = {
  contact: { check: checkContact, run: contact },
  correct: { check: checkCorrection, run: correction },
  close: { check: checkClosing, run: closing },
};

export const holder: Command = async ({ args, options, folder }) => {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined || rest.length > 0) throw new UsageError('holder contact | correct | close');
  const person = { idNumber: required(options, 'id-number'), card: required(options, 'card') };
  action.check(options);
  if (options.as === undefined) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return withOffice(folder, (office) =>
    asActingClerk(office, options, async (given) => {
      const token = requireToken(given);
      const second = await secondPerson(options);
      return inVisit(office, token, await visitByCard(office, token, person), (visitId) => {
        // A contact is confirmed by the second person in place alone, and its answer is not kept.
        const by = (verb: HolderVerb) =>
          verb === 'holder.contact' ? { authorisation: second } : { operationId: randomUUID(), second };
        const give: Run['give'] = (verb, input) => askFor(office, verb, { visitId, ...input, ...by(verb) }, token);
        return action.run({ options, give });
      });
    }),
  );
};

function checkContact({ phone, address }: OptionValues): void {
  if (phone === undefined && address === undefined)
    throw new UsageError('holder contact takes --phone P, --address A or both');
  if (address !== undefined && !addressSchema.safeParse(address).success)
    throw new UsageError('--address takes up to 120 characters');
}

async function contact({ options, give }: Run): Promise<CommandResult> {
  const { phone = null, address } = options;
  const wanted = { phone, address: address === undefined ? null : addressSchema.parse(address) };
  const { changed } = await give('holder.contact', wanted);
  const shown = phone === null ? {} : { phone: maskPhone(readPhone(phone) ?? '') };
  return { json: { changed, ...shown }, text: `changed: ${changed.join(', ')}; what stood before is on record` };
}

function checkCorrection(options: OptionValues): void {
  const { name, sex, 'new-id-number': idNumber } = options;
  if (!documentSeenSchema.safeParse(required(options, 'document')).success)
    throw new UsageError('--document names the document seen, in 2 to 60 characters');
  if (name === undefined && idNumber === undefined && sex === undefined)
    throw new UsageError('holder correct takes --name NAME, --new-id-number N or --sex male|female');
  if (sex !== undefined && !sexSchema.safeParse(sex).success) throw new UsageError('--sex is male or female');
}

async function correction({ options, give }: Run): Promise<CommandResult> {
  const { name = null, sex, 'new-id-number': idNumber = null } = options;
  const document = documentSeenSchema.parse(options.document);
  const wanted = { name, idNumber, sex: sex === undefined ? null : sexSchema.parse(sex), document };
  const { changed } = await give('holder.correct', wanted);
  return { json: { changed }, text: `corrected: ${changed.join(', ')}; what stood before is on record` };
}

function checkClosing({ reference }: OptionValues): void {
  if (reference !== undefined && !payOutReferenceSchema.safeParse(reference).success)
    throw new UsageError('--reference takes 1 to 35 characters');
}

async function closing({ options, give }: Run): Promise<CommandResult> {
  const { reference } = options;
  const wanted = { reference: reference === undefined ? null : payOutReferenceSchema.parse(reference) };
  const closed = await give('holder.close', wanted);
  const { account, closedOn, paidOutFen } = closed;
  return { json: closed, text: `${account}: closed on ${closedOn}, ${yuanGrouped(paidOutFen)} yuan paid out` };
}
