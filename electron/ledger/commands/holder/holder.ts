/** `holder contact|correct|close` (docs/rules.md 2): in a visit of the holder, with a second person. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { verbs } from '../../../contract/verbs.ts';
import type { Clerk } from '../../../contract/office/office-views.ts';
import { maskPhone } from '../../numbers/masking.ts';
import { readPhone } from '../../numbers/phone-number.ts';
import { close } from '../../holder/account-closing.ts';
import { changeContact, correct } from '../../holder/holder-changes.ts';
import type { Dispatcher } from '../../dispatch/dispatcher.ts';
import { requireSession, type Scope } from '../../request/scope.ts';
import { authorise } from '../../second-person/second-person.ts';
import { required, UsageError, type Command, type CommandResult, type OptionValues } from '../command.ts';
import { acting, ask, secondPerson, withOffice } from '../open-office.ts';

interface Run {
  readonly scope: Scope;
  readonly visitId: string;
  readonly options: OptionValues;
  readonly second: Clerk;
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

export const holder: Command = async ({ words, options, folder }) => {
  const [name = '', ...rest] = words;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined || rest.length > 0) throw new UsageError('holder contact | correct | close');
  const person = { idNumber: required(options, 'id-number'), card: required(options, 'card') };
  action.check(options);
  if (options.as === undefined) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return withOffice(folder, (door) =>
    acting(door, `holder.${name}`, options, async (scope, token) => {
      if (token === null) throw new RefusalError('SIGN_IN_REQUIRED');
      const second = await authorise(scope, requireSession(scope).clerk.code, await secondPerson(options));
      return inVisit(door, token, person, (visitId) => action.run({ scope, visitId, options, second }));
    }),
  );
};

async function inVisit(
  door: Dispatcher,
  token: string,
  person: { readonly idNumber: string; readonly card: string },
  act: (visitId: string) => Promise<CommandResult>,
): Promise<CommandResult> {
  // Nobody compares a photo at the command line.
  const coming = { networkCheck: 'match-no-photo', secondaryDocument: null, agent: null };
  const opened = await ask(door, 'visit.open', { operationId: randomUUID(), ...person, ...coming }, token);
  const { visitId } = verbs['visit.open'].output.parse(opened);
  try {
    return await act(visitId);
  } finally {
    await ask(door, 'visit.finish', { visitId }, token);
  }
}

const addressSchema = z.string().trim().max(120);

function checkContact({ phone, address }: OptionValues): void {
  if (phone === undefined && address === undefined) throw new UsageError('--phone P, --address A or both?');
  if (address !== undefined && !addressSchema.safeParse(address).success)
    throw new UsageError('--address takes up to 120 characters');
}

async function contact({ scope, visitId, options, second }: Run): Promise<CommandResult> {
  const { phone = null, address } = options;
  const wanted = { visitId, phone, address: address === undefined ? null : addressSchema.parse(address) };
  const changed = await changeContact(scope, wanted, second);
  const shown = phone === null ? {} : { phone: maskPhone(readPhone(phone) ?? '') };
  return { json: { changed, ...shown }, text: `changed: ${changed.join(', ')}; what stood before is on record` };
}

const sexSchema = z.enum(['male', 'female']);
const documentSchema = z.string().trim().min(2).max(60);

function checkCorrection(options: OptionValues): void {
  const { name, sex, 'new-id-number': idNumber } = options;
  if (!documentSchema.safeParse(required(options, 'document')).success)
    throw new UsageError('--document names the document seen, in 2 to 60 characters');
  if (name === undefined && idNumber === undefined && sex === undefined)
    throw new UsageError('--name NAME, --new-id-number N or --sex male|female?');
  if (sex !== undefined && !sexSchema.safeParse(sex).success) throw new UsageError('--sex is male or female');
}

async function correction({ scope, visitId, options, second }: Run): Promise<CommandResult> {
  const { name = null, sex, 'new-id-number': idNumber = null } = options;
  const document = documentSchema.parse(options.document);
  const wanted = { visitId, name, idNumber, sex: sex === undefined ? null : sexSchema.parse(sex), document };
  const changed = await correct(scope, wanted, second);
  return { json: { changed }, text: `corrected: ${changed.join(', ')}; what stood before is on record` };
}

const referenceSchema = z.string().trim().min(1).max(35);

function checkClosing({ reference }: OptionValues): void {
  if (reference !== undefined && !referenceSchema.safeParse(reference).success)
    throw new UsageError('--reference takes 1 to 35 characters');
}

async function closing({ scope, visitId, options, second }: Run): Promise<CommandResult> {
  const { reference } = options;
  const wanted = { visitId, reference: reference === undefined ? null : referenceSchema.parse(reference) };
  const closed = await close(scope, wanted, second);
  const { account, closedOn, paidOutFen } = closed;
  return { json: closed, text: `${account}: closed on ${closedOn}, ${yuanGrouped(paidOutFen)} yuan paid out` };
}
