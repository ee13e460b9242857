/** A list that the ledger gives page by page: the page shown, and the way to another one. */
import { computed, shallowRef, type ComputedRef } from 'vue';
import type { Refusal, Reply } from '../../electron/contract/kernel/errors.ts';
import type { PagePosition } from '../../electron/contract/kernel/paging.ts';
import { answerOrder } from './answer-order.ts';

export interface PagedList<Page extends PagePosition> {
  /** Null until the first answer. */
  readonly shown: ComputedRef<Page | null>;
  readonly page: ComputedRef<number>;
  readonly pages: ComputedRef<number>;
  /** Reads a page, else the one shown once more. An answer that a later question has overtaken is dropped. */
  read(page?: number): Promise<Refusal | null>;
  forget(): void;
}

/** @param asker whose answers these are: an answer that comes when somebody else asks is dropped. */
export function pagedList<Page extends PagePosition>(
  send: (page: number) => Promise<Reply<Page>>,
  asker: () => unknown = () => null,
): PagedList<Page> {
  const latest = shallowRef<{ readonly answer: Page } | null>(null);
  const shown = computed(() => latest.value?.answer ?? null);
  const asked = answerOrder();
  return {
    shown,
    page: computed(() => shown.value?.page ?? 1),
    pages: computed(() => shown.value?.pages ?? 1),
    async read(page = shown.value?.page ?? 1) {
      const isNewest = asked();
      const asking = asker();
      const reply = await send(page);
      if (asking !== asker()) return null;
      if (!reply.ok) return reply.error;
      if (isNewest()) latest.value = { answer: reply.value };
      return null;
    },
    forget() {
      latest.value = null;
    },
  };
}
