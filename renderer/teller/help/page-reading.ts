/** What a page of help needs of the window around it: the keys its sentences name, and at which step the clerk is. */
import { placeholders } from '../../../electron/contract/messages/messages.ts';
import { isShortcut, keyName, shortcutOf } from '../../shared/keyboard/shortcuts.ts';
import { PLACES, type HelpPage, type HelpPlace } from './help-page.ts';

/** `{taskVisit}` is its key, `{pinChoiceLast}` the last of several. Throws for a shortcut there is not. */
export function withKeys(text: string): string {
  return placeholders(text).reduce((said, name) => said.replaceAll(`{${name}}`, keyOf(name)), text);
}

function keyOf(name: string): string {
  if (isShortcut(name)) return keyName(name);
  const one = name.replace(/Last$/, '');
  if (!isShortcut(one)) throw new Error(`Help names the shortcut ${name}, which nothing announces.`);
  return keyName(one, shortcutOf(one).keys.length - 1);
}

/** The last step whose part of the screen is shown; null where no part tells it. */
export function stepShown({ steps }: HelpPage): number | null {
  const index = steps.findLastIndex(({ at }) => at !== undefined && isShown(at));
  return index < 0 ? null : index;
}

function isShown(place: HelpPlace): boolean {
  const parts = Array.from(document.querySelectorAll(`main ${PLACES[place]}`));
  return parts.some((part) => part.getClientRects().length > 0);
}
