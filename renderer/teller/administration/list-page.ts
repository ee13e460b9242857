/**
 * A list of administration: the arrow keys choose a row, and what is done with it stands below, one form at a time.
 */
import { computed, nextTick, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Instant } from '../../../electron/contract/kernel/dates.ts';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import type { Notice } from '../../shared/components/notice.ts';
import { showMoment } from '../../shared/display-format.ts';
import { focusAround, focusNext, type Focusable } from '../../shared/keyboard/focus.ts';
import { useRowFocus } from '../../shared/keyboard/row-focus.ts';
import { useListNotice } from '../../shared/list-notice.ts';
import { useProgram } from '../state/program.ts';
import { useSession } from '../state/session.ts';
import { onEntered } from '../task-entry.ts';

export interface ListPage<Row, Doing, Given> {
  /** Null until they are read. */
  readonly rows: ShallowRef<readonly Row[] | null>;
  readonly chosenName: Ref<string | null>;
  readonly chosen: ComputedRef<Row | null>;
  readonly doing: ShallowRef<Doing | null>;
  /** What was given and is shown this once. */
  readonly given: ShallowRef<Given | null>;
  readonly notice: Readonly<Ref<Notice | null>>;
  /** For the list's own keydown. */
  readonly move: (event: KeyboardEvent) => void;
  readonly begin: (what: Doing) => Promise<void>;
  readonly back: () => Promise<void>;
  /** Once more, as something else of it is wanted. */
  readonly read: () => Promise<void>;
  /** Shows what was given, with its row chosen. */
  readonly give: (what: Given, name: string) => Promise<void>;
  /** Tells what was done, with its row chosen. */
  readonly done: (text: string, name: string) => Promise<void>;
  /** On the office's clock. */
  readonly moment: (at: Instant) => string;
}

type Place<Element> = Readonly<ShallowRef<Element | null>>;

interface ListOf<Row, Doing> {
  /** The name of the row that is chosen first. */
  readonly first: string | null;
  readonly nameOf: (row: Row) => string;
  readonly ask: () => Promise<Reply<readonly Row[]>>;
  readonly list: Place<HTMLElement>;
  /** Takes the focus while the list is empty; absent where nothing is added. */
  readonly addButton?: Place<Focusable>;
  /** Whatever stands below the list. */
  readonly part: Place<Focusable>;
  /** What is told where the row is already what its open form would make of it; null where it is not. */
  readonly standsAlready?: (doing: Doing, row: Row) => string | null;
}

/** What is read, and which row is chosen. */
function useRows<Row>({ first, nameOf, ask }: Pick<ListOf<Row, never>, 'first' | 'nameOf' | 'ask'>) {
  const rows = shallowRef<readonly Row[] | null>(null);
  const chosenName = ref(first);
  const { notice, tell, unread } = useListNotice(() => rows.value);
  const chosen = computed(() => rows.value?.find((row) => nameOf(row) === chosenName.value) ?? null);

  async function read(): Promise<void> {
    const reply = await ask();
    if (reply.ok) rows.value = reply.value;
    else unread(reply.error);
    await nextTick();
  }

  return { rows, chosenName, chosen, notice, tell, read };
}

export function useListPage<Row, Doing, Given = never>(list: ListOf<Row, Doing>): ListPage<Row, Doing, Given> {
  const session = useSession();
  const program = useProgram();
  const { rows, chosenName, chosen, notice, tell, read } = useRows(list);
  const doing = shallowRef<Doing | null>(null);
  const given = shallowRef<Given | null>(null);
  const { addButton, part } = list;
  const rowFocus = useRowFocus(list.list);

  onEntered(() => focusAround(focus, readAgain));
  watch(
    () => program.restarts,
    () => void readAgain(),
  );

  /** A command that had no answer was done where the list shows it: its form would only be refused. */
  async function readAgain(): Promise<void> {
    await read();
    const [what, row] = [doing.value, chosen.value];
    const stands = what !== null && row !== null ? list.standsAlready?.(what, row) : null;
    if (row === null || typeof stands !== 'string') return;
    await done(stands, list.nameOf(row));
  }

  function focus(): void {
    if (part.value) part.value.focus();
    else if (rows.value?.length === 0) addButton?.value?.focus();
    else rowFocus.focus(chosenName.value);
  }

  async function begin(what: Doing): Promise<void> {
    tell(null);
    given.value = null;
    doing.value = what;
    await focusNext(() => part.value);
  }

  async function back(): Promise<void> {
    doing.value = null;
    given.value = null;
    await nextTick();
    focus();
  }

  async function give(what: Given, name: string): Promise<void> {
    doing.value = null;
    given.value = what;
    chosenName.value = name;
    await read();
    await focusNext(() => part.value);
  }

  async function done(text: string, name: string): Promise<void> {
    doing.value = null;
    await read();
    tell({ tone: 'plain', text });
    rowFocus.focus(name);
  }

  const moment = (at: Instant): string => showMoment(at, session.zone);
  const { move } = rowFocus;
  return { rows, chosenName, chosen, doing, given, notice, move, begin, back, read, give, done, moment };
}
