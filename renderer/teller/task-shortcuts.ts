/** The shortcuts that tasks announce, and whether two that can be heard at the same time share a key. */
import { openingShortcut, sharedShortcuts, type Shortcut, type ShortcutScope } from '../shared/keyboard/shortcuts.ts';
import type { Task } from './task.ts';

type Shortcuts = Readonly<Record<string, Shortcut>>;
type Parts = ReadonlyMap<ShortcutScope, readonly ShortcutScope[]>;

/** Throws with a sentence when two shortcuts share a name, or a key while both can be heard. */
export function shortcutsOf(tasks: readonly Task[]): Shortcuts {
  const announced = tasks.flatMap((task): [string, Shortcut][] => [
    [openingShortcut(task.id), { scope: 'counter', keys: [task.key], leads: true }],
    ...Object.entries(task.shortcuts).map(([name, { keys }]): [string, Shortcut] => [name, { scope: task.id, keys }]),
  ]);
  const parts = new Map(tasks.map(({ id, parts: own }) => [id, own]));
  const faults = faultsOf([...Object.entries(sharedShortcuts), ...announced], parts);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return Object.fromEntries(announced);
}

function faultsOf(all: readonly (readonly [string, Shortcut])[], parts: Parts): readonly string[] {
  return all.flatMap(([name, shortcut], index) =>
    all.slice(index + 1).flatMap(([otherName, other]) => {
      if (name === otherName)
        return [`Two shortcuts are named ${name} (${shortcut.scope}, ${other.scope}): rename one.`];
      const shared = shortcut.keys.find((key) => other.keys.includes(key));
      if (shared === undefined || !areHeardTogether(shortcut.scope, other.scope, parts)) return [];
      const both = `${name} (${shortcut.scope}) and ${otherName} (${other.scope})`;
      const free = freeKeys(other.scope, all, parts).join(', ');
      return [
        `${shared} is the key of both ${both}: give one of them another key where it is announced. Free for ${otherName}: ${free}.`,
      ];
    }),
  );
}

/** Alt with a letter, where nothing that is heard together with the scope has it. */
function freeKeys(scope: ShortcutScope, all: readonly (readonly [string, Shortcut])[], parts: Parts): string[] {
  const heard = all.filter(([, other]) => areHeardTogether(scope, other.scope, parts));
  const taken = new Set(heard.flatMap(([, { keys }]) => keys));
  return Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    .map((letter) => `Alt+${letter}`)
    .filter((key) => !taken.has(key));
}

function areHeardTogether(one: ShortcutScope, other: ShortcutScope, parts: Parts): boolean {
  return hears(one, other, parts) || hears(other, one, parts);
}

/** Whether a shortcut of the other scope can be heard where those of this one are. */
function hears(scope: ShortcutScope, other: ShortcutScope, parts: Parts): boolean {
  if (scope === 'everywhere') return other !== 'form';
  if (scope === 'counter') return !['signIn', 'firstRun', 'form', 'overlay'].includes(other);
  if (other === scope || other === 'everywhere') return true;
  if (scope === 'confirm') return other === 'counter';
  if (parts.get(scope)?.includes(other)) return true;
  return [...parts.values()].some((together) => together.includes(scope) && together.includes(other));
}
