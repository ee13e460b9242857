/**
 * What can be done from anywhere in the counter: what the window's own keys do, by the names they have in the overview of
 * keys, and what has no key.
 */
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import { isShortcut, sharedShortcuts, type ShortcutName } from '../../shared/keyboard/shortcuts.ts';
import { shellWords } from '../shell/shell-words.ts';
import type { ActionNeed } from '../task.ts';
import { panelWords } from '../visit-panel/panel-words.ts';

interface WindowAction {
  readonly does: ShortcutName | 'signOut' | 'ownPassword';
  readonly name: WordPair;
  /** What else it is called, in any language. */
  readonly alias: readonly string[];
  readonly needs: ActionNeed;
}

/** Ctrl+K itself, and F1, whose pages are found one by one. */
const NOT_FOUND: ReadonlySet<string> = new Set(['palette', 'help']);
const NEEDS: Readonly<Record<string, ActionNeed>> = { finishVisit: 'visit', reveal: 'visit' };
const ALIAS: Readonly<Record<string, readonly string[]>> = {
  finishVisit: ['结束办理', '下一位', 'next customer'],
  reveal: ['完整卡号', '脱敏', 'whole number', 'unmask'],
  lock: ['锁屏', '暂离', 'away'],
  language: ['中文', '英文', 'Chinese', 'English'],
  enlarge: ['放大文字', '字体', '字号', 'zoom in', 'bigger text'],
  reduce: ['缩小文字', '字体', '字号', 'zoom out', 'smaller text'],
  originalSize: ['恢复文字大小', 'reset zoom'],
  keysOverview: ['热键', 'shortcuts', 'keyboard'],
  ownServer: [
    '服务器地址',
    '退出网点',
    '证书',
    '线路',
    '断线',
    'server address',
    'leave the office',
    'certificate',
    'line',
  ],
};
const names: Readonly<Record<string, WordPair>> = { ...shellWords.shortcut, ...panelWords.shortcut };

const byKey = Object.entries(sharedShortcuts).flatMap(([does, { scope }]): WindowAction[] => {
  const name = names[does];
  const isOfWindow = (scope === 'everywhere' || scope === 'counter') && !NOT_FOUND.has(does);
  if (!isOfWindow || !name || !isShortcut(does)) return [];
  return [{ does, name, alias: ALIAS[does] ?? [], needs: NEEDS[does] ?? 'nothing' }];
});

export const windowActions: readonly WindowAction[] = [
  ...byKey,
  {
    does: 'signOut',
    name: shellWords.header.signOut,
    alias: ['换人', '下班', '退出', 'log out', 'leave'],
    needs: 'nothing',
  },
  {
    does: 'ownPassword',
    name: { zh: '修改自己的签到密码', en: 'Change your own password' },
    alias: ['柜员密码', '改密码', 'clerk password', 'sign-in password'],
    needs: 'nothing',
  },
];
