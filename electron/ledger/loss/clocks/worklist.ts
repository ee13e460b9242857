/** The worklist: every running clock of a loss report, soonest first (docs/rules.md 3). */
import type { WorklistItem } from '../../../contract/loss/loss-views.ts';
import { PAGE_ROWS, positionOfPage } from '../../../contract/kernel/paging.ts';
import type { Input, Output } from '../../../contract/verbs.ts';
import { maskCard, maskName } from '../../numbers/masking.ts';
import type { Reading } from '../../books/books.ts';
import { requireByCardId } from '../../account/holder-rows.ts';
import { countLossClocks, lossClocks, type LossClockRow } from './loss-clock-rows.ts';
import { officeToday } from '../../office/office-rows.ts';
import type { Scope } from '../../request/scope.ts';

async function worklist(scope: Scope, input: Input<'loss.worklist'>): Promise<Output<'loss.worklist'>> {
  return scope.books.read(async (reading) => {
    const today = await officeToday(reading);
    const { counts, spans } = countLossClocks(reading, today);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { offset, ...position } = positionOfPage(total, input.page);
    const items: WorklistItem[] = [];
    for (const row of lossClocks(reading, today, { limit: PAGE_ROWS, offset })) {
      items.push(await itemOf(reading, row));
    }
    return { today, counts, spans, items, ...position };
  });
}

async function itemOf(reading: Reading, { cardId, ...clock }: LossClockRow): Promise<WorklistItem> {
  const holder = await requireByCardId(reading, cardId);
  return { ...clock, holderNameMasked: maskName(holder.name), cardMasked: maskCard(holder.card) };
}

export const worklistHandlers = {
  'loss.worklist': worklist,
};
