/** Papers of the holder at the counter by the end of their number: of anybody else's a clerk sees nothing (docs/rules.md 2). */
import { shallowRef, watch } from 'vue';
import type { HolderPaper } from '../../../electron/contract/printing/paper-views.ts';
import { ask } from '../../shared/bridge-client.ts';
import { paperWords } from '../paper/paper-words.ts';
import { useOpenTask } from '../state/open-task.ts';
import { useVisit } from '../state/visit.ts';
import type { Task } from '../task.ts';
import type { PaletteItem } from './palette-item.ts';
import { endingOfPaper } from './paper-by-number.ts';

export function useFoundPapers(tasks: readonly Task[]) {
  const openTask = useOpenTask();
  const visitStore = useVisit();
  const papers = shallowRef<readonly PaletteItem[]>([]);
  /** Counts what was sought: the answer to an earlier text is not shown for a later one. */
  let seeks = 0;

  // With the visit go its papers, found or still sought.
  watch(() => visitStore.period, forget);

  function forget(): void {
    seeks += 1;
    papers.value = [];
  }

  async function seekPapers(typed: string): Promise<void> {
    forget();
    const seek = seeks;
    const ending = endingOfPaper(typed);
    if (ending === null || visitStore.visit === null) return;
    const reply = await ask('paper.find', { visitId: visitStore.visit.visitId, ending });
    if (seek === seeks && reply.ok) papers.value = reply.value.map(itemOf);
  }

  function itemOf({ documentNumber: number, kind }: HolderPaper): PaletteItem {
    const { zh, en } = paperWords.paper.kind[kind];
    const name = { zh: `${zh} ${number}`, en: `${en} ${number}` };
    const keys = tasks.flatMap(({ id, key }) => (id === 'papers' ? [key] : []));
    const act = (): void => openTask.open('papers', { about: 'issued-paper', number });
    return { id: `paper-${number}`, kind: 'paper', name, alias: [], keys, obstacle: null, act };
  }

  return { papers, seekPapers };
}
