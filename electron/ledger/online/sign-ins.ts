/** The sign-ins of a holder that go on at once, in several browsers: seen by each, and ended from any (docs/rules.md 7). */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { Output } from '../../contract/verbs.ts';
import type { Reading } from '../books/books.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { readSettings, requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { endOtherSignIns, otherSignIns, type HolderSession } from '../request/session/holder-session-rows.ts';

const MINUTE_MS = 60_000;
const SHOWN = 10;

/** Beside the asking one. */
export async function signInsBeside(
  reading: Reading,
  session: HolderSession,
): Promise<Output<'online.standing'>['login']['others']> {
  const { onlineIdleMinutes } = await readSettings(reading);
  const usedSince = (reading.at - onlineIdleMinutes * MINUTE_MS) as Instant;
  const office = await requireOffice(reading);
  const others = await otherSignIns(reading, session, { usedSince, most: SHOWN });
  return others.map(({ openedAt, lastUsedAt }) => ({
    since: officeTime(office, openedAt),
    lastUsed: officeTime(office, lastUsedAt),
  }));
}

async function endOthers(asked: Asked<'online.endOthers'>): Promise<Output<'online.endOthers'>> {
  await asked.books.write(async (writing) => {
    const ended = await endOtherSignIns(writing, asked.holder);
    await recordDone(writing, asked, { details: { ended } });
  });
  return {};
}

export const signInsHandlers = {
  'online.endOthers': endOthers,
};
