/** What number, name and terminals of an institution may be, in a file and in a form alike (docs/formats.md 2). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { FileNote } from '../../contract/office/office-views.ts';
import { badCharacter, readName } from '../names/name-characters.ts';
import { withoutOuterBlanks } from './csv/csv-cells.ts';
import { fileNote } from './file-note.ts';
import { isLongerThan, isReference, NAME_LIMIT } from './text/identifier-text.ts';

/** The name as it is kept, or what is wrong with it. */
export function institutionName(text: string): string | { readonly note: FileNote | null } {
  const name = readName(text);
  const bad = badCharacter(name);
  if (bad !== null) return { note: fileNote(bad.fault, { character: bad.character }) };
  return name === '' || isLongerThan(name, NAME_LIMIT) ? { note: null } : name;
}

export function terminalsIn(text: string): readonly string[] {
  return text.split(/[;；]/).map(withoutOuterBlanks);
}

const TERMINAL = /^[A-Za-z0-9-]{1,35}$/;

/** What is wrong with a line's terminals, with the character that stands where none may; null when nothing is. */
export function terminalFault(terminals: readonly string[]): { readonly note: FileNote | null } | null {
  const [character] = /[^A-Za-z0-9-]/u.exec(terminals.join('')) ?? [];
  if (character !== undefined) return { note: fileNote('terminalCharacter', { character }) };
  const areSound =
    terminals.every((terminal) => TERMINAL.test(terminal)) && new Set(terminals).size === terminals.length;
  return areSound ? null : { note: null };
}

/** The name of a form's institution as it is kept. Throws RefusalError INSTITUTION_INVALID. */
export function judgedInstitution(given: { readonly code: string; readonly name: string }): string {
  if (!isReference(given.code)) throw new RefusalError('INSTITUTION_INVALID', { problem: 'institution-code' });
  const name = institutionName(given.name);
  if (typeof name !== 'string') throw new RefusalError('INSTITUTION_INVALID', { problem: 'institution-name' });
  return name;
}

/** Those of a form. Throws RefusalError INSTITUTION_INVALID. */
export function judgedTerminals(text: string): readonly string[] {
  const terminals = terminalsIn(text);
  if (terminalFault(terminals) !== null)
    throw new RefusalError('INSTITUTION_INVALID', { problem: 'institution-terminals' });
  return terminals;
}
