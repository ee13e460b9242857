/** Everything Ctrl+K can find, made from what announces itself: tasks, what they do, their help, settings, and what the window does. */
import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { Output } from '../../../electron/contract/verbs.ts';
import { ask } from '../../shared/bridge-client.ts';
import { pressShortcut } from '../../shared/keyboard/key-listener.ts';
import { keyName, openingShortcut } from '../../shared/keyboard/shortcuts.ts';
import { windowNames, windowPages } from '../help/window-pages.ts';
import type { HelpId, HelpPage } from '../help/help-page.ts';
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import { useLeaving } from '../state/leaving.ts';
import { useOpenTask } from '../state/open-task.ts';
import { useSession } from '../state/session.ts';
import type { Task } from '../task.ts';
import { beginAction } from './begin-action.ts';
import { useObstacles } from './obstacles.ts';
import { placeOfPaper } from './paper-by-number.ts';
import { useFoundPapers } from './found-papers.ts';
import type { PaletteItem } from './palette-item.ts';
import { windowActions } from './window-actions.ts';

export type ListedSetting = Output<'setting.show'>[number];

/** What covers the counter when it is chosen. */
export type Covering =
  | { readonly shows: 'help'; readonly of: HelpId }
  | { readonly shows: 'setting'; readonly setting: ListedSetting }
  | { readonly shows: 'ownPassword' };

export interface PaletteItems {
  /** All but papers, which are found by their number alone. */
  readonly items: ComputedRef<readonly PaletteItem[]>;
  readonly paperOf: (typed: string) => PaletteItem | null;
  /** Papers of the holder at the counter whose number ends as was last sought, newest first. */
  readonly papers: Readonly<Ref<readonly PaletteItem[]>>;
  readonly seekPapers: (typed: string) => Promise<void>;
  /** What does not come with the counter. */
  readonly read: () => Promise<void>;
}

const WINDOW_STATES = ['signIn', 'lock', 'clerkLocked', 'firstRun', 'shut'] as const;

/** @param cover is asked once the palette has gone. */
export function usePaletteItems(tasks: readonly Task[], cover: Cover): PaletteItems {
  const session = useSession();
  const openTask = useOpenTask();
  const leaving = useLeaving();
  const obstacles = useObstacles();
  const { papers, seekPapers } = useFoundPapers(tasks);
  const settings = ref<readonly ListedSetting[]>([]);
  const pages = shallowRef<ReadonlyMap<HelpId, HelpPage>>(new Map());

  function ofTask(task: Task): readonly PaletteItem[] {
    const { id, name, alias, key } = task;
    const opens = { keys: [key], obstacle: null, act: () => openTask.open(id) };
    return [
      { id, kind: 'task', name, alias, ...opens },
      ...task.actions.map((action, index): PaletteItem => {
        const obstacle = obstacles.ofAction(action, task);
        const act = (): Promise<void> => beginAction(id, action);
        return { ...action, id: `${id}-${index}`, kind: 'action', keys: keysOf(task, action), obstacle, act };
      }),
      helpItem(id, name, pages.value.get(id), cover),
    ];
  }

  function ofWindow({ does, name, alias, needs }: (typeof windowActions)[number]): PaletteItem {
    const shown = { id: does, kind: 'action', name, alias, obstacle: obstacles.ofNeed({ needs }) } as const;
    if (does === 'signOut') return { ...shown, keys: [], act: () => leaving.leave('signOut', session.signOut) };
    if (does === 'ownPassword') return { ...shown, keys: [], act: () => cover({ shows: 'ownPassword' }) };
    return { ...shown, keys: [keyName(does)], act: () => pressShortcut(does) };
  }

  const items = computed(() => [
    ...tasks.flatMap(ofTask),
    ...windowActions.map(ofWindow),
    ...WINDOW_STATES.map((state) => helpItem(state, windowNames[state], windowPages[state], cover)),
    ...settings.value.map((setting) => settingItem(setting, settingOpener(setting))),
  ]);

  /** Who may change it is led to where it is changed. */
  function settingOpener(setting: ListedSetting): () => void {
    const page = { about: 'administration', page: 'settings', row: setting.name } as const;
    if (session.session?.clerk.role === 'administrator') return () => openTask.open('administration', page);
    return () => cover({ shows: 'setting', setting });
  }

  function paperOf(typed: string): PaletteItem | null {
    const place = placeOfPaper(typed);
    if (!place) return null;
    const { number, task, subject } = place;
    const keys = tasks.flatMap(({ id, key }) => (id === task ? [key] : []));
    const name = { zh: number, en: number };
    return {
      id: 'paper',
      kind: 'paper',
      name,
      alias: [],
      keys,
      obstacle: null,
      act: () => openTask.open(task, subject),
    };
  }

  /** Settings are asked for with every palette: another window, or the command line, may have changed one. */
  async function read(): Promise<void> {
    const reply = await ask('setting.show', {});
    if (reply.ok) settings.value = reply.value;
    pages.value = new Map(await Promise.all(tasks.map(async ({ id, help }) => [id, await help()] as const)));
  }

  return { items, paperOf, papers, seekPapers, read };
}

type Cover = (what: Covering) => void;

/** Found by what it is about, and by what can go wrong there. */
function helpItem(of: HelpId, about: WordPair, page: HelpPage | undefined, cover: Cover): PaletteItem {
  const name = { zh: `帮助：${about.zh}`, en: `Help: ${about.en}` };
  const alias = [about, ...(page?.faults ?? []).flatMap((fault) => ('what' in fault ? [fault.what] : []))];
  const act = (): void => cover({ shows: 'help', of });
  const texts = alias.flatMap(({ zh, en }) => [zh, en]);
  return { id: `${of}-help`, kind: 'help', name, alias: texts, keys: [], obstacle: null, act };
}

/** Found by its meaning and by its name on the command line. */
function settingItem({ name, meaning }: ListedSetting, act: () => void): PaletteItem {
  const shown = { id: `setting-${name}`, kind: 'setting', name: { zh: meaning['zh-CN'], en: meaning.en } } as const;
  return { ...shown, alias: [name, wordsIn(name)], keys: [], obstacle: null, act };
}

/** Nothing is told where the keys alone would not come to it. */
function keysOf({ id, key }: Task, { about, keys }: Task['actions'][number]): readonly string[] {
  if (about) return [key];
  const own = keys.filter(({ shortcut }) => shortcut !== openingShortcut(id));
  return [key, ...own.map(({ shortcut, index }) => keyName(shortcut, index))];
}

/** `printGateWarning` as somebody types it. */
function wordsIn(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
