/** Settings that are texts: each takes its own form, or nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorised, copyOf, makeTemplate, Office } from '../../../offices/small-office.ts';

let office: Office;
let set: (value: string, name?: string) => Promise<unknown>;
beforeAll(async () => {
  office = new Office(copyOf(await makeTemplate()));
  const administrator = await office.signIn('9001');
  set = (value, name = 'queryTelephone') => {
    const change = { name, value, reason: '总行通知', authorisation: authorised('2001') };
    return office.ask('setting.set', change, administrator);
  };
});
afterAll(() => office.close());

test.each(['95588', '010-12345678', '(010) 12345678', ''])('%j is taken and listed', async (text) => {
  expect(await set(text)).toMatchObject({ value: { value: text, notAllowed: null } });
  const list = await office.must('setting.list', {}, null);
  expect(list.find(({ name }) => name === 'queryTelephone')).toMatchObject({ value: text, default: '', max: 30 });
});

test.each(['call us', '-1', '1'.repeat(31), '９5588'])('%j is refused, and the one before stays', async (text) => {
  await set('95588');
  expect(await set(text)).toMatchObject({
    error: {
      code: 'SETTING_TEXT_INVALID',
      details: { name: 'queryTelephone', max: 30, value: text, present: '95588' },
    },
  });
});

test.each(['首都商业银行', 'First Capital Bank (China) Co.', "St. Mary's & Sons", ''])(
  'the bank is named %j where the office is asked about',
  async (name) => {
    expect(await set(name, 'bankName')).toMatchObject({ ok: true });
    expect(await office.must('office.status', {}, null)).toMatchObject({ bankName: name });
  },
);

test.each(['银\n行', '<b>', '银'.repeat(41)])('no bank is called %j', async (name) => {
  expect(await set(name, 'bankName')).toMatchObject({ error: { code: 'SETTING_TEXT_INVALID' } });
});

test.each(['2026: 0101-0103 0215-0223 +0104; 2027:', ''])('%j is a list of holidays', async (list) => {
  expect(await set(list, 'holidays')).toMatchObject({ value: { value: list, default: '' } });
});

test.each(['2026: 0230', '2026: +0105', 'none', '2026: 0101; 2026: 0102'])(
  '%j is no list of holidays',
  async (list) => {
    expect(await set(list, 'holidays')).toMatchObject({ error: { code: 'SETTING_LIST_INVALID' } });
  },
);
