/** Up and down among the rows of a list, each of which holds one button: the arrow keys do what Tab does more slowly. */
import type { Ref } from 'vue';

export interface RowFocus {
  /** For the list's own keydown. */
  readonly move: (event: KeyboardEvent) => void;
  /** To the row that has this name, else to the first. */
  readonly focus: (name?: string | null) => void;
}

/** Rows are found by `data-row`, their name. */
export function useRowFocus(list: Readonly<Ref<HTMLElement | null>>): RowFocus {
  const rows = (): HTMLElement[] => Array.from(list.value?.querySelectorAll<HTMLElement>('[data-row]') ?? []);
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  return {
    move(event) {
      const step = steps[event.key];
      const index = rows().findIndex((row) => row === document.activeElement);
      if (step === undefined || index < 0) return;
      event.preventDefault();
      rows()[index + step]?.focus();
    },
    focus(name) {
      const all = rows();
      (all.find((row) => row.dataset['row'] === name) ?? all[0])?.focus();
    },
  };
}
