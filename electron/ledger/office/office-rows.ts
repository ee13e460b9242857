/** The office row, its settings and its business day. */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Office } from '../../contract/office/office-views.ts';
import { officeDay, officeTime } from './office-clock-rules.ts';
import { textSettingsFrom, type TextSettings } from './text-setting-rules.ts';
import { settingsFrom, unusableSettings, type Settings, type UnusableSetting } from './setting-rules.ts';
import type { Reading, Writing } from '../books/books.ts';
import { refuseDamagedOffice } from '../books/stored-office.ts';

export interface OfficeRow extends Office {
  readonly businessDate: BusinessDate;
}

/** Null before the office is made. Throws RefusalError DATABASE_DAMAGED for a row that no request can be answered by. */
export async function readOffice({ query }: Reading): Promise<OfficeRow | null> {
  const row = await query.selectFrom('office').selectAll().executeTakeFirst();
  if (row === undefined) return null;
  refuseDamagedOffice(row.time_zone, [row.opening_date, row.business_date]);
  return {
    officeId: row.office_id,
    code: row.code,
    name: row.name,
    timeZone: row.time_zone,
    openingDate: row.opening_date,
    businessDate: row.business_date,
    demo: row.demo === 1,
    livesBy: row.lives_by,
  };
}

/** Throws when there is no office: callers come after the door has made sure of one. */
export async function requireOffice(reading: Reading): Promise<OfficeRow> {
  const office = await readOffice(reading);
  if (office === null) throw new Error('no office in these books');
  return office;
}

/** The office's now as wall-clock text, `YYYY-MM-DD HH:MM:SS` (office-clock-rules.ts). */
export async function officeNow(reading: Reading): Promise<string> {
  return officeTime(await requireOffice(reading), reading.at);
}

/** The office's today: every day of a visit or a loss, and not the day on which entries are posted. */
export async function officeToday(reading: Reading): Promise<BusinessDate> {
  return officeDay(await requireOffice(reading), reading.at);
}

export async function insertOffice({ query, at }: Writing, office: Office): Promise<void> {
  await query
    .insertInto('office')
    .values({
      id: 1,
      office_id: office.officeId,
      code: office.code,
      name: office.name,
      time_zone: office.timeZone,
      opening_date: office.openingDate,
      business_date: office.openingDate,
      demo: office.demo ? 1 : 0,
      lives_by: office.livesBy,
      made_at: at,
    })
    .execute();
}

/** Moves the business day; the database refuses to move it back. */
export async function moveBusinessDate({ query }: Writing, to: BusinessDate): Promise<void> {
  await query.updateTable('office').set({ business_date: to }).execute();
}

export async function readSettings(reading: Reading): Promise<Settings> {
  return settingsFrom(await storedSettings(reading));
}

export async function readTextSettings(reading: Reading): Promise<TextSettings> {
  return textSettingsFrom(await storedSettings(reading));
}

/** The rows of settings that count for nothing. */
export async function findUnusableSettings(reading: Reading): Promise<UnusableSetting[]> {
  return unusableSettings(await storedSettings(reading));
}

async function storedSettings({ query }: Reading): Promise<ReadonlyMap<string, string>> {
  const rows = await query.selectFrom('setting').select(['name', 'value']).execute();
  return new Map(rows.map((row) => [row.name, row.value]));
}
