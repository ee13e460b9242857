/** Settling card payments around the ends of holds, in a random history of losses. */
import { settlementCsv } from '../offices/made-up-people.ts';
import { dateOf } from './loss-auditor.ts';
import { secondsFrom } from './loss-history-rules.ts';
import type { LossHistory } from './loss-history.ts';

/** One fen at a time: the settlement file knows no clock but its own. */
export async function settle(history: LossHistory): Promise<void> {
  const { chance, office, model } = history;
  const file = history.nextFile();
  const holder = chance.below(model.holders.length);
  const card = chance.pick(model.holder(holder).cards);
  const ends = model.reports.flatMap(({ hold }) => (hold?.card === card ? [hold.from, hold.until] : []));
  const times = ends.flatMap((end) => (end === null ? [] : [secondsFrom(end, -1), end, secondsFrom(end, 1)]));
  const chosen = times.length === 0 ? [`${dateOf(model.day)} 12:00:00`] : [chance.pick(times), chance.pick(times)];
  const sales = chosen.map((time, at) => ({
    reference: `S${file}-${at}`,
    kind: '消费' as const,
    card,
    amount: '0.01',
    time: time.replaceAll(/\D/g, ''),
  }));
  const net = (0.01 * sales.length).toFixed(2);
  const run = await office.post.settlement(settlementCsv(`QS${file}`, net, sales));
  const refused = Array.from(run.refused, ({ externalId, reason }) => [externalId, reason]);
  const stopped = sales.filter((_, at) => model.stopped(card, chosen[at] ?? ''));
  history.agree(
    'the settlement',
    refused,
    stopped.map(({ reference }) => [reference, 'CARD_ON_HOLD']),
  );
}
