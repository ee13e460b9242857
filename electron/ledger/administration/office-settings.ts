/** The office's settings: all of them with their ranges, and a change by an administrator and a second person. */
import { addDays } from '../../contract/kernel/dates.ts';
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
import {
  isTextSettingName,
  textSettingDefinitions,
  textSettingNames,
  textSettingValue,
  writtenAs,
  type TextSettingName,
} from '../office/text-setting-rules.ts';
import { changedBefore, ratesFrom } from '../office/interest-rate-rules.ts';
import { settingSources } from '../office/setting-source-rules.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { findUnusableSettings, readSettings, readTextSettings, requireOffice } from '../office/office-rows.ts';
import { lastSettlement } from '../interest/interest-rows.ts';
import { readChangesOf, readSettingChanges, saveSetting } from '../office/setting-rows.ts';
import { recordApproved } from '../second-person/approved-in-place.ts';
import type { Asked } from '../request/asked.ts';
import type { Scope } from '../request/scope.ts';

/** More than any setting is changed; all of them stay in the audit record. */
const MOST_CHANGES = 100;

type AnyName = SettingName | TextSettingName;

async function listSettings(scope: Scope): Promise<Output<'setting.list' | 'setting.show'>> {
  return scope.books.read((reading) => listed(reading, [...settingNames, ...textSettingNames]));
}

async function listed(reading: Reading, names: readonly AnyName[]): Promise<ListedSetting[]> {
  const settings = { ...(await readSettings(reading)), ...(await readTextSettings(reading)) };
  const unusable = await unusableTexts(reading);
  const changes = new Map((await readSettingChanges(reading)).map((change) => [change.name, change]));
  return names.map((name) => {
    const change = changes.get(name);
    const changed =
      change === undefined ? null : { at: change.at, by: change.by, authorisedBy: change.authorisedBy ?? '' };
    const { default: standard, min, max, meaning } = definitionOf(name);
    const notAllowed = unusable.get(name) ?? null;
    const source = settingSources[name];
    return { name, value: settings[name], notAllowed, default: standard, min, max, meaning, source, changed };
  });
}

function definitionOf(name: AnyName) {
  return isTextSettingName(name) ? textSettingDefinitions[name] : settingDefinitions[name];
}

async function unusableTexts(reading: Reading): Promise<ReadonlyMap<string, string>> {
  return new Map((await findUnusableSettings(reading)).map(({ name, text }) => [name, text]));
}

/** Throws RefusalError SETTING_UNKNOWN. */
async function settingChanges(
  { books }: Asked<'setting.changes'>,
  { name }: Input<'setting.changes'>,
): Promise<Output<'setting.changes'>> {
  if (!isKnown(name)) throw new RefusalError('SETTING_UNKNOWN', { name });
  return books.read((reading) => readChangesOf(reading, name, MOST_CHANGES));
}

function isKnown(name: string): name is AnyName {
  return isSettingName(name) || isTextSettingName(name);
}

/**
 * The value before stays on record. Throws RefusalError SETTING_UNKNOWN, SETTING_OUT_OF_RANGE with the range,
 * SETTING_TEXT_INVALID, SETTING_LIST_INVALID, or RATE_ALREADY_RUNS.
 */
async function setSetting(asked: Asked<'setting.set'>, input: Input<'setting.set'>): Promise<Output<'setting.set'>> {
  const { name } = input;
  if (!isKnown(name)) throw new RefusalError('SETTING_UNKNOWN', { name });
  return asked.books.write(async (writing) => {
    const [present] = await listed(writing, [name]);
    if (present === undefined) throw new Error('a setting that is known is not listed');
    const value = newValue(name, input.value, present);
    await refuseRunningRate(writing, name, present.value, value);
    const before = present.notAllowed ?? present.value;
    await saveSetting(writing, name, value, await nextAuditSeq(writing));
    await recordApproved(writing, asked, { subject: name, details: { value, before, reason: input.reason } });
    const [setting] = await listed(writing, [name]);
    if (setting === undefined) throw new Error('a setting that was just set is gone');
    return setting;
  });
}

function newValue(name: AnyName, given: string, { value: present, min, max }: ListedSetting): number | string {
  if (isTextSettingName(name)) {
    const text = textSettingValue(name, given.trim());
    if (text !== null) return text;
    const form = writtenAs(name);
    if (form !== null) throw new RefusalError('SETTING_LIST_INVALID', { name, max, form, value: given, present });
    throw new RefusalError('SETTING_TEXT_INVALID', { name, max, value: given, present });
  }
  const value = settingValue(name, given.trim());
  if (value === null) throw new RefusalError('SETTING_OUT_OF_RANGE', { name, min, max, value: given, present });
  return value;
}

/** Interest has run by the rates of days that are over. Throws RefusalError RATE_ALREADY_RUNS. */
async function refuseRunningRate(
  writing: Writing,
  name: AnyName,
  present: ListedSetting['value'],
  value: number | string,
) {
  if (name !== 'interestDemandRate' && name !== 'interestCarryOverRate') return;
  const { businessDate } = await requireOffice(writing);
  const settledTo = (await lastSettlement(writing))?.to ?? null;
  const open = settledTo !== null && settledTo >= businessDate ? addDays(settledTo, 1) : businessDate;
  const date = changedBefore(open, ratesFrom(String(present)) ?? [], ratesFrom(String(value)) ?? []);
  if (date !== null) throw new RefusalError('RATE_ALREADY_RUNS', { name, date, open, present });
}

export const officeSettingsHandlers = {
  'setting.list': listSettings,
  'setting.show': listSettings,
  'setting.changes': settingChanges,
  'setting.set': setSetting,
};
