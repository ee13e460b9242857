/** What Ctrl+K finds. */
import type { Findable } from './find-items.ts';

export interface PaletteItem extends Findable {
  readonly id: string;
  /** The keys that do the same, as they stand on the keyboard. */
  readonly keys: readonly string[];
  /** Why it cannot be done now. */
  readonly obstacle: string | null;
  readonly act: () => unknown;
}
