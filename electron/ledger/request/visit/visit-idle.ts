/**
 * A visit that nobody has done anything in for its minutes ends by itself (docs/rules.md 2), at that minute, and for
 * good.
 */
import type { Instant } from '../../../contract/kernel/dates.ts';
import type { Settings } from '../../office/setting-rules.ts';
import type { Writing } from '../../books/books.ts';
import { readSettings } from '../../office/office-rows.ts';
import { endVisit, findVisit, type VisitRow } from './visit-rows.ts';

const MILLISECONDS_A_MINUTE = 60_000;

export function idleEnd(visit: VisitRow, settings: Settings): Instant {
  return (visit.lastActiveAt + settings.visitIdleMinutes * MILLISECONDS_A_MINUTE) as Instant;
}

/** The first request that sees the end stores it, so that no change of the clock reopens the visit. */
export async function endIdleVisit(writing: Writing, visitId: string): Promise<void> {
  const visit = await findVisit(writing, visitId);
  if (visit === null || visit.endedAt !== null) return;
  const endsAt = idleEnd(visit, await readSettings(writing));
  if (writing.at >= endsAt) await endVisit(writing, visit.id, { at: endsAt, reason: 'idle' });
}
