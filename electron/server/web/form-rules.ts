/** Reads what a form has sent, and says where what is wrong belongs. */
import type { ErrorCode, Refusal } from '../../contract/kernel/errors.ts';
import {
  HOLDER_FIELDS,
  type FormFault,
  type HolderField,
  type HolderForm,
} from '../../contract/online/holder-pages.ts';

export type Sent = Readonly<Record<string, string>>;

export const EMPTY_FORM: HolderForm = { typed: {}, faults: [] };

/** They are never sent back. */
const SECRET: ReadonlySet<HolderField> = new Set<HolderField>(['code', 'password', 'newPassword', 'repeated']);

/** To which field a refusal belongs, where the form has it. */
const FIELD_OF: Readonly<Partial<Record<ErrorCode, HolderField>>> = {
  ID_NUMBER_INVALID: 'idNumber',
  NAME_INVALID: 'name',
  PHONE_INVALID: 'phone',
  CARD_NUMBER_INVALID: 'cardEnd',
  PASSWORD_WEAK: 'newPassword',
  LOSS_UNKNOWN: 'number',
  CODE_WRONG: 'code',
  CODE_OVER: 'code',
};

export function typedIn(sent: Sent, field: HolderField): string {
  return sent[field] ?? '';
}

/** The fields that were left empty. */
export function emptyFaults(sent: Sent, fields: readonly HolderField[]): FormFault[] {
  return fields
    .filter((field) => typedIn(sent, field).trim() === '')
    .map((field) => ({ field, why: 'empty' as const }));
}

export function refusalFaults(refusal: Refusal, fields: readonly HolderField[]): FormFault[] {
  const inForm = (field: HolderField | undefined): HolderField | null =>
    field !== undefined && fields.includes(field) ? field : null;
  if (refusal.code !== 'INPUT_INVALID') return [{ field: inForm(FIELD_OF[refusal.code]), why: refusal }];
  const paths = String(refusal.details['field'] ?? '').split(', ');
  const named = [...new Set(paths.map((path) => path.split('.').at(-1)))];
  const faulty = HOLDER_FIELDS.filter((field) => named.includes(field) && fields.includes(field));
  return (faulty.length === 0 ? [null] : faulty).map((field) => ({ field, why: refusal }));
}

/** The form once more, with what was typed. */
export function formAgain(sent: Sent, faults: readonly FormFault[]): HolderForm {
  const open = HOLDER_FIELDS.filter((field) => !SECRET.has(field) && sent[field] !== undefined);
  return { typed: Object.fromEntries(open.map((field) => [field, typedIn(sent, field)])), faults };
}
