/** The daily worklist: what lapses today and tomorrow, what is due, what waits (RULES.md 3). */
import { addDays, type BusinessDate } from '../../contract/dates.ts';
import type { WorklistItem } from '../../contract/loss-views.ts';
import type { Output } from '../../contract/verbs.ts';
import { maskCard, maskName } from '../domain/masking.ts';
import type { Reading } from '../storage/books.ts';
import { requireByCardId } from '../storage/holder-rows.ts';
import { openReports, type LossReport } from '../storage/loss-rows.ts';
import { officeToday } from '../storage/office-rows.ts';
import { requireSession, type Scope } from './scope.ts';

/** The clocks of the day: lapsing, due, waiting. */
export async function worklist(scope: Scope): Promise<Output<'loss.worklist'>> {
  requireSession(scope);
  return scope.books.read(async (reading) => {
    const today = await officeToday(reading);
    const items: WorklistItem[] = [];
    for (const report of await openReports(reading)) items.push(...(await itemsOf(reading, report, today)));
    return { today, items };
  });
}

async function itemsOf(reading: Reading, report: LossReport, today: BusinessDate): Promise<WorklistItem[]> {
  const holder = await requireByCardId(reading, report.cardId);
  // What a closed account still had open leads nowhere any more.
  if (holder.accountStatus === 'closed') return [];
  const { number, object, kind } = report;
  const about = { number, object, kind, holderNameMasked: maskName(holder.name), cardMasked: maskCard(holder.card) };
  return clocksOf(report, today).map(([clock, on]) => ({ ...about, clock, on }));
}

type Clocks = readonly (readonly [WorklistItem['clock'], BusinessDate])[];

function clocksOf(
  { cardState, lapsesOn, reissueFrom, passwordState, renewFrom }: LossReport,
  today: BusinessDate,
): Clocks {
  const clocks: (readonly [WorklistItem['clock'], BusinessDate])[] = [];
  if (cardState === 'oral' && lapsesOn !== null && lapsesOn <= addDays(today, 1))
    clocks.push([lapsesOn <= today ? 'lapses-today' : 'lapses-tomorrow', lapsesOn]);
  if (cardState === 'formal' && reissueFrom !== null)
    clocks.push([reissueFrom <= today ? 'reissue-due' : 'reissue-waiting', reissueFrom]);
  if (passwordState === 'void' && renewFrom !== null)
    clocks.push([renewFrom <= today ? 'password-due' : 'password-waiting', renewFrom]);
  return clocks;
}
