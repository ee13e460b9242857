/** GB 11643-1999, with its published vectors (docs/rules.md 6). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDate } from '../../../../electron/contract/kernel/dates.ts';
import {
  judgeResidentId,
  normaliseResidentId,
  residentIdCheck,
} from '../../../../electron/ledger/numbers/resident-id.ts';

const TODAY = businessDate('2024-06-15');
const judge = (text: string, today = TODAY) => judgeResidentId(text, today);
const fault = (text: string) => {
  const verdict = judge(text);
  return verdict.ok ? null : verdict.fault;
};

const sound = fc
  .tuple(fc.nat(999_999), fc.integer({ min: 0, max: 79_000 }), fc.nat(999))
  .map(([region, days, sequence]) => {
    const birth = addDays(businessDate('1805-01-01'), days).replaceAll('-', '');
    const first17 = `${String(region).padStart(6, '0')}${birth}${String(sequence).padStart(3, '0')}`;
    return `${first17}${residentIdCheck(first17)}`;
  });

test('the published numbers', () => {
  expect(judge('11010519491231002X')).toEqual({
    ok: true,
    id: '11010519491231002X',
    birth: '1949-12-31',
    sex: 'female',
    age: 74,
  });
  expect(judge('440524188001010014')).toMatchObject({ ok: true, birth: '1880-01-01', sex: 'male', age: 144 });
  expect(fault('110105195001010014')).toBe('CHECK_DIGIT');
});

test('full-width digits, spaces and a small x are the same number', () => {
  for (const text of [
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    ' 110105 19491231 002x ',
    '110105\u300019491231002ｘ',
  ]) {
    expect(judge(text)).toMatchObject({ ok: true, id: '11010519491231002X' });
  }
});

test.each([
  ['', 'LENGTH'],
  ['11010519491231002', 'LENGTH'],
  ['11010519491231002XX', 'LENGTH'],
  ['110105491231002', 'LENGTH'],
  ['A1010519491231002X', 'CHARACTER'],
  ['1101051949123100X2', 'CHARACTER'],
  ['110105-9491231002X', 'CHARACTER'],
  ['110105194913310020', 'BIRTH_DATE'],
  ['110105190002290020', 'BIRTH_DATE'],
  ['110105200002300020', 'BIRTH_DATE'],
  ['110105179912310020', 'BIRTH_DATE'],
  ['110105202406160020', 'BIRTH_DATE'],
  ['110105000000000020', 'BIRTH_DATE'],
])('%j is refused for its %s', (text, expected) => {
  expect(fault(text)).toBe(expected);
});

test('the first fault of the list is named, whatever else is wrong', () => {
  expect(fault('A')).toBe('LENGTH');
  expect(fault('A10105194913310020')).toBe('CHARACTER');
  expect(fault('110105194913310029')).toBe('BIRTH_DATE');
});

test('somebody born today has a number, somebody born tomorrow not yet', () => {
  const born = (day: string) => `110105${day}001${residentIdCheck(`110105${day}001`)}`;
  expect(judge(born('20240615'))).toMatchObject({ ok: true, age: 0 });
  expect(fault(born('20240616'))).toBe('BIRTH_DATE');
});

test('every number made by the rule is accepted, and its parts are read off it', () => {
  fc.assert(
    fc.property(sound, (text) => {
      const verdict = judge(text);
      expect(verdict).toMatchObject({ ok: true, id: text, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' });
      if (verdict.ok) expect(verdict.birth.replaceAll('-', '')).toBe(text.slice(6, 14));
    }),
  );
});

test('every single wrong character is noticed', () => {
  fc.assert(
    fc.property(sound, fc.nat(17), fc.constantFrom(...Array.from('0123456789X')), (text, at, wrong) => {
      fc.pre(text[at] !== wrong);
      expect(judge(`${text.slice(0, at)}${wrong}${text.slice(at + 1)}`).ok).toBe(false);
    }),
  );
});

test('every two neighbours exchanged are noticed, the check character among them', () => {
  fc.assert(
    fc.property(sound, fc.nat(16), (text, at) => {
      fc.pre(text[at] !== text[at + 1]);
      const exchanged = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
      expect(judge(exchanged).ok).toBe(false);
    }),
  );
});

test('exactly one check character fits', () => {
  fc.assert(
    fc.property(sound, (text) => {
      const fitting = Array.from('0123456789X').filter((check) => judge(`${text.slice(0, 17)}${check}`).ok);
      expect(fitting).toEqual([text[17]]);
    }),
  );
});

test('normalising twice is normalising once', () => {
  const typed = fc
    .array(fc.constantFrom(...Array.from('0189０９ｘＸxX \u3000-')), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      expect(normaliseResidentId(normaliseResidentId(text))).toBe(normaliseResidentId(text));
      expect(normaliseResidentId(text)).toMatch(/^[0189X-]*$/);
    }),
  );
});

test('no text makes the judge throw, and none is a number by chance', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(judge(text).ok).toBe(false);
    }),
  );
});

test('a birthday changes the age and the day before does not', () => {
  const first17 = '11010520000229001';
  const born = `${first17}${residentIdCheck(first17)}`;
  const ageOn = (day: string) => {
    const verdict = judge(born, businessDate(day));
    return verdict.ok ? verdict.age : null;
  };
  expect([ageOn('2024-02-28'), ageOn('2024-02-29'), ageOn('2023-02-28'), ageOn('2023-03-01')]).toEqual([
    23, 24, 22, 23,
  ]);
});
