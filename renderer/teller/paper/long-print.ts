/** A long document is printed by a second press: the first says how many pages of paper it takes. */
import { showCount } from '../../shared/display-format.ts';
import { useFinalAct, type SecondPress } from '../../shared/final-act.ts';
import { useWords } from '../../shared/words/use-words.ts';

interface Printable {
  readonly documentNumber: string;
  readonly pages: number | null;
  readonly asksToPrint: boolean;
}

export interface LongPrint extends SecondPress {
  /** Prints at once, or asks first. */
  readonly print: (paper: Printable, act: () => unknown) => void;
}

/** @param refocus where the clerk goes on when they do not print. */
export function useLongPrint(refocus: () => unknown): LongPrint {
  const { t } = useWords();
  const final = useFinalAct(refocus);
  return {
    ...final,
    print({ documentNumber: number, pages: count, asksToPrint }, act) {
      if (!asksToPrint) return void act();
      const pages = showCount(count ?? 0);
      final.ask({
        sentence: () => t('final.longPrint', { number, pages }),
        name: () => t('final.longPrintName', { pages }),
        act,
      });
    },
  };
}
