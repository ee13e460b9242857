/** Every page of help: in both languages, with keys, settings, sections and pages that there are, and figures that are so. */
import { describe, expect, test } from 'vitest';
import { placeholders } from '../../../../../electron/contract/messages/messages.ts';
import type { WordPair } from '../../../../../electron/contract/messages/word-pair.ts';
import { isSettingName, settingDefinitions } from '../../../../../electron/ledger/office/setting-rules.ts';
import { sharedShortcuts } from '../../../../../renderer/shared/keyboard/shortcuts.ts';
import type { HelpId, HelpPage } from '../../../../../renderer/teller/help/help-page.ts';
import { windowNames, windowPages } from '../../../../../renderer/teller/help/window-pages.ts';
import { tasks } from '../../../../../renderer/teller/shell/tasks.ts';
import { shortcutsOf } from '../../../../../renderer/teller/task-shortcuts.ts';
import { readHouseFile } from '../../../../tidy/house-files.ts';

const known = Object.keys({ ...sharedShortcuts, ...shortcutsOf(tasks) });
const pages = new Map<string, HelpPage>([
  ...(await Promise.all(tasks.map(async ({ id, help }) => [id, await help()] as const))),
  ...Object.entries(windowPages),
]);
const ids: readonly HelpId[] = [...tasks.map(({ id }) => id), 'signIn', 'lock', 'clerkLocked', 'firstRun', 'shut'];

function pairsIn({ steps, rules, faults }: HelpPage): readonly WordPair[] {
  return [
    ...steps.map(({ says }) => says),
    ...rules.flatMap(({ says, source }) => [says, source]),
    ...faults.flatMap((fault) => ('code' in fault ? [fault.cause] : [fault.what, fault.cause, fault.kept, fault.cure])),
  ];
}

/** The settings a sentence names in brackets: `参数 printGate`. */
function settingsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/参数 ([\w、]+)/g), ([, names = '']) => names.split('、')).flat();
}

test('every task and every other state of the window has its page and its name', () => {
  expect([...pages.keys()].sort()).toEqual([...ids].sort());
  expect(Object.keys(windowNames).sort()).toEqual(Object.keys(windowPages).sort());
});

describe.each([...pages])('%s', (id, page) => {
  const pairs = pairsIn(page);

  test('names keys there are, the same in both languages', () => {
    for (const { zh, en } of pairs) {
      const named = [...placeholders(zh)].sort();
      expect([...placeholders(en)].sort(), en).toEqual(named);
      for (const name of named) expect(known, zh).toContain(known.includes(name) ? name : name.replace(/Last$/, ''));
    }
  });

  test('is written as Chinese, and says something in both languages', () => {
    for (const { zh, en } of pairs) {
      expect(zh).not.toMatch(/[\u4e00-\u9fff][,;:!?]/);
      expect(zh, en).not.toBe('');
      expect(en, zh).not.toMatch(/[\u4e00-\u9fff]/);
      expect(en, zh).not.toBe('');
    }
  });

  test('names settings there are, and their defaults as they are', () => {
    for (const { zh, en } of pairs) {
      for (const name of settingsIn(zh)) {
        if (!isSettingName(name)) throw new Error(`${zh} names ${name}, which is no setting`);
        expect(en).toContain(name);
        const standard = settingDefinitions[name].default;
        const said = name.startsWith('reissueFee') && standard > 0 ? (standard / 100).toFixed(2) : String(standard);
        expect(name === 'reissueFeeExempt' ? '0 免收' : zh.replace(name, ''), zh).toMatch(
          new RegExp(`(?<![\\d.])${said}(?![\\d.])`),
        );
      }
    }
  });

  test('cites sections there are', () => {
    for (const { source } of page.rules) {
      const [, section, file] = /第 (\d+) 节（(docs\/[\w-]+\.md)）/.exec(source.zh) ?? [];
      if (file === undefined) continue;
      expect(readHouseFile(file), source.zh).toMatch(new RegExp(`^## ${section}\\. `, 'm'));
      expect(source.en).toContain(`section ${section} (${file})`);
    }
  });

  test('leads to other pages', () => {
    for (const near of page.near) expect(ids).toContain(near);
    expect(page.near).not.toContain(id);
    expect(new Set(page.near).size).toBe(page.near.length);
  });
});
