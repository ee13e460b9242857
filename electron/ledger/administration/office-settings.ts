/** The office's settings: all of them with their ranges, and a change by an administrator and a second person. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { ListedSetting } from '../../contract/administration/clerk-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import {
  isSettingName,
  settingDefinitions,
  settingNames,
  settingValue,
  type SettingName,
} from '../office/setting-rules.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading } from '../books/books.ts';
import { findUnusableSettings, readSettings } from '../office/office-rows.ts';
import { readSettingChanges, saveSetting } from '../office/setting-rows.ts';
import { recordChange } from './clerks.ts';
import type { Asked } from '../request/asked.ts';
import type { Scope } from '../request/scope.ts';

export async function listSettings(scope: Scope): Promise<Output<'setting.list'>> {
  return scope.books.read((reading) => listed(reading, settingNames));
}

async function listed(reading: Reading, names: readonly SettingName[]): Promise<ListedSetting[]> {
  const settings = await readSettings(reading);
  const unusable = await unusableTexts(reading);
  const changes = new Map((await readSettingChanges(reading)).map((change) => [change.name, change]));
  return names.map((name) => {
    const change = changes.get(name);
    const changed =
      change === undefined ? null : { at: change.at, by: change.by, authorisedBy: change.authorisedBy ?? '' };
    const notAllowed = unusable.get(name) ?? null;
    return { name, value: settings[name], notAllowed, ...settingDefinitions[name], changed };
  });
}

async function unusableTexts(reading: Reading): Promise<ReadonlyMap<string, string>> {
  return new Map((await findUnusableSettings(reading)).map(({ name, text }) => [name, text]));
}

/**
 * The value before stays on record. Throws RefusalError SETTING_UNKNOWN, SETTING_OUT_OF_RANGE with the
 * range.
 */
export async function setSetting(
  asked: Asked<'setting.set'>,
  input: Input<'setting.set'>,
): Promise<Output<'setting.set'>> {
  const { name } = input;
  if (!isSettingName(name)) throw new RefusalError('SETTING_UNKNOWN', { name });
  const value = settingValue(name, input.value.trim());
  return asked.books.write(async (writing) => {
    const present = (await readSettings(writing))[name];
    const { min, max } = settingDefinitions[name];
    if (value === null) throw new RefusalError('SETTING_OUT_OF_RANGE', { name, min, max, value: input.value, present });
    const before = (await unusableTexts(writing)).get(name) ?? present;
    await saveSetting(writing, name, value, await nextAuditSeq(writing));
    await recordChange(writing, asked, { subject: name, details: { value, before } });
    const [setting] = await listed(writing, [name]);
    if (setting === undefined) throw new Error('a setting that was just set is gone');
    return setting;
  });
}
