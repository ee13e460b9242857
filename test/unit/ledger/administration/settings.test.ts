/** Settings: what an administrator and a second person may change them to, and what is kept of it (docs/rules.md 5). */
import { beforeEach, expect, test } from 'vitest';
import { settingDefinitions, settingNames } from '../../../../electron/ledger/office/setting-rules.ts';
import { textSettingNames } from '../../../../electron/ledger/office/text-setting-rules.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { authorised, behindTheBack, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let admin: Counter;
officeOfEachTest((opened) => {
  ({ office } = opened);
});
beforeEach(async () => {
  admin = await office.signIn('9001');
});

const set = (name: string, value: string) =>
  office.ask('setting.set', { name, value, reason: '总行通知', authorisation: authorised('2001') }, admin);

test('are listed with default, range and meaning, and who changed them when', async () => {
  expect((await set('printGate', '70')).ok).toBe(true);
  const list = await office.must('setting.list', {}, null);
  expect(list.map(({ name }) => name)).toEqual([...settingNames, ...textSettingNames]);
  for (const { meaning } of list) expect(meaning['zh-CN']).toMatch(/\p{Script=Han}/u);
  // The window shows the same, to somebody who is signed in.
  expect(await office.must('setting.show', {}, admin)).toEqual(list);
  expect((await office.ask('setting.show', {}, null)).ok).toBe(false);
  const changed = { at: office.at, by: '9001', authorisedBy: '2001' };
  expect(list.find(({ name }) => name === 'printGate')).toMatchObject({ value: 70, default: 60, min: 0, changed });
  expect(list.filter((setting) => setting.changed !== null)).toHaveLength(1);
});

test.each(settingNames)('%s takes its range and nothing else', async (name) => {
  const { min, max, default: standard } = settingDefinitions[name];
  for (const text of [String(min - 1), String(max + 1), '1.5', '', 'x', '1e3', '９'])
    expect(await set(name, text)).toMatchObject({
      error: { code: 'SETTING_OUT_OF_RANGE', details: { name, min, max, value: text, present: standard } },
    });
  expect(await set(name, String(max))).toMatchObject({ value: { value: max } });
  if (name !== 'sessionHours') expect(await set(name, String(min))).toMatchObject({ value: { value: min } });
});

test('there is no other', async () => {
  expect(await set('toString', '1')).toMatchObject({
    error: { code: 'SETTING_UNKNOWN', details: { name: 'toString' } },
  });
});

test('each change is told from its record, the last one first: from what to what, by whom, before whom and why', async () => {
  expect(await office.must('setting.changes', { name: 'printGate' }, admin)).toEqual([]);
  await set('printGate', '70');
  office.at += 60_000;
  await set('printGate', '80');
  await set('printGate', '5000');
  await set('oralLossDays', '6');
  const change = { by: '9001', authorisedBy: '2001', reason: '总行通知' };
  expect(await office.must('setting.changes', { name: 'printGate' }, admin)).toEqual([
    { ...change, at: office.at, before: 70, value: 80 },
    { ...change, at: office.at - 60_000, before: 60, value: 70 },
  ]);
});

test('the changes of a setting are an administrator’s to see, and of no other there are any', async () => {
  const asked = { name: 'printGate' };
  expect(await office.codeOf('setting.changes', asked, await office.signIn('1001'))).toBe('ROLE_REQUIRED');
  expect(await office.codeOf('setting.changes', { name: 'toString' }, admin)).toBe('SETTING_UNKNOWN');
});

test('the value before stays on record', async () => {
  await set('printGate', '70');
  await set('printGate', '80');
  const details = behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[], string>("SELECT details FROM audit WHERE verb = 'setting.change' AND outcome = 'done' ORDER BY seq")
      .pluck()
      .all(),
  );
  expect(details.map((text) => JSON.parse(text) as unknown)).toEqual([
    { value: 70, before: 60, reason: '总行通知' },
    { value: 80, before: 70, reason: '总行通知' },
  ]);
});
