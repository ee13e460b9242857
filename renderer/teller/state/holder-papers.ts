/** The papers of the holder at the counter, and which of this visit were neither printed nor saved. */
import { defineStore } from 'pinia';
import { computed, shallowReactive, watch } from 'vue';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import { ask } from '../../shared/bridge-client.ts';
import { pagedList } from '../../shared/paged-list.ts';
import { useVisit } from './visit.ts';

export const useHolderPapers = defineStore('holderPapers', () => {
  const visitStore = useVisit();
  const visitId = computed(() => visitStore.visit?.visitId ?? null);
  const papers = pagedList(
    (page) => ask('paper.ofVisit', { visitId: visitId.value ?? '', page }),
    () => visitStore.period,
  );
  /** Given out at this window since the list was read. */
  const given = shallowReactive(new Set<string>());

  /** Reports whose form is signed by nobody any more. */
  const withdrawn = shallowReactive(new Set<string>());

  const formsWithdrawn = computed(() => {
    const listed = papers.shown.value?.items ?? [];
    const forms = listed.filter(({ kind, lossNumber }) => kind === 'loss-form' && withdrawn.has(lossNumber ?? ''));
    return new Set(forms.map(({ documentNumber }) => documentNumber));
  });
  const notGiven = computed(() =>
    (papers.shown.value?.notGiven ?? []).filter((number) => !given.has(number) && !formsWithdrawn.value.has(number)),
  );
  /** Reports that their holder called wrong, as the ledger knew them when the list was read. */
  const calledWrong = computed(() => papers.shown.value?.calledWrong ?? []);
  const notGivenBefore = computed(() => papers.shown.value?.notGivenBefore ?? 0);

  watch(
    () => visitStore.period,
    () => {
      papers.forget();
      given.clear();
      withdrawn.clear();
    },
    { flush: 'sync' },
  );
  watch(visitId, () => void read());

  async function read(page?: number): Promise<Refusal | null> {
    return visitId.value === null ? null : papers.read(page);
  }

  /** A paper was printed or saved: the list is read again. */
  function gave(documentNumber: string): void {
    given.add(documentNumber);
    void read();
  }

  /** What this window knows before the list is read again. */
  function withdrawForm(lossNumber: string): void {
    withdrawn.add(lossNumber);
  }

  return { list: papers.shown, notGiven, notGivenBefore, calledWrong, read, gave, withdrawForm };
});
