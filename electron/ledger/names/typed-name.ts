/** A name that somebody typed at a counter (docs/rules.md 2, 'Names at the door'). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { badCharacter, readName } from './name-characters.ts';

/** The name as it is kept. Throws RefusalError NAME_INVALID with the character that cannot be. */
export function typedName(text: string): string {
  const name = readName(text);
  const bad = badCharacter(name);
  if (bad !== null) throw new RefusalError('NAME_INVALID', { character: bad.character });
  return name;
}
