/** Who may stand at the counter, who may be the second person, document numbers, and the office's settings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDate } from '../../../../../electron/contract/kernel/dates.ts';
import {
  documentNumber,
  isDocumentNumber,
  normaliseVerificationCode,
  verificationCode,
} from '../../../../../electron/ledger/numbers/document-number.ts';
import type { Role } from '../../../../../electron/contract/kernel/vocabulary.ts';
import { secondPersonFault } from '../../../../../electron/ledger/second-person/second-person-rules.ts';
import { settingsFrom, unusableSettings } from '../../../../../electron/ledger/office/setting-rules.ts';
import { visitorFault, type VisitorFacts } from '../../../../../electron/ledger/request/visit/visit-rules.ts';

const TODAY = businessDate('2024-06-15');
const ADULT: VisitorFacts = {
  holderAge: 40,
  holderIdNumber: '440524188001010014',
  networkCheck: 'match-photo',
  secondaryDocument: null,
  agent: null,
};
const AGENT = { idNumber: '11010519491231002X', householdRegister: false };

test('the holder in person, and an adult agent, may be served', () => {
  expect(visitorFault(ADULT, TODAY)).toBeNull();
  expect(visitorFault({ ...ADULT, agent: AGENT }, TODAY)).toBeNull();
  expect(visitorFault({ ...ADULT, networkCheck: 'match-no-photo' }, TODAY)).toBeNull();
});

/** In order of precedence, each with what makes it apply. */
const FAULTS = [
  ['GUARDIAN_REQUIRED', { holderAge: 15 }],
  ['AGENT_INVALID', { agent: { ...AGENT, idNumber: '440524188001010014' } }],
  ['SECONDARY_DOCUMENT_REQUIRED', { networkCheck: 'name-differs' }],
] as const;

test.each(
  FAULTS.flatMap((first, at) => FAULTS.slice(at).map((later) => [first[0], later[0], first[1], later[1]] as const)),
)('of %s and %s the first is answered', (code, _, first, later) => {
  expect(visitorFault({ ...ADULT, ...later, ...first }, TODAY)).toBe(code);
});

test('a child comes with a guardian who shows the household register', () => {
  const child = { ...ADULT, holderAge: 15 };
  expect(visitorFault({ ...child, agent: AGENT }, TODAY)).toBe('GUARDIAN_REQUIRED');
  expect(visitorFault({ ...child, agent: { ...AGENT, householdRegister: true } }, TODAY)).toBeNull();
  expect(visitorFault({ ...child, holderAge: 16 }, TODAY)).toBeNull();
});

test('nobody is their own second person, and a clerk is nobody’s', () => {
  const first = { code: '1001', name: '王芳' };
  const second = (code: string, role: Role, name = '李强') => secondPersonFault(first, { code, name, role });
  expect(second('1001', 'administrator')).toBe('SECOND_PERSON_SAME');
  expect(second('1001', 'clerk')).toBe('SECOND_PERSON_SAME');
  expect(second('1002', 'clerk')).toBe('SECOND_PERSON_ROLE');
  expect(second('2001', 'supervisor')).toBeNull();
  expect(second('9001', 'administrator')).toBeNull();
  // Somebody who holds two roles has two codes and one name.
  expect(second('2001', 'supervisor', ' 王芳 ')).toBe('SECOND_PERSON_SAME');
});

test('document numbers are told from mistyped ones by their Luhn digit, and all differ', () => {
  const numbers = Array.from({ length: 300 }, (_, at) => documentNumber('statement', '0101', TODAY, at + 1));
  expect(new Set(numbers).size).toBe(300);
  expect(numbers[0]).toMatch(/^S0101202406150000\d\d$/);
  fc.assert(
    fc.property(fc.constantFrom(...numbers), fc.integer({ min: 1, max: 18 }), fc.nat(9), (number, at, wrong) => {
      expect(isDocumentNumber(number)).toBe(true);
      fc.pre(number[at] !== String(wrong));
      expect(isDocumentNumber(`${number.slice(0, at)}${wrong}${number.slice(at + 1)}`)).toBe(false);
    }),
  );
  expect(documentNumber('statement', '0101', TODAY, 100_000)).toMatch(/^S010120240615100000\d$/);
});

test('a verification code is twelve clear characters, and typed anyhow it is the same', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (tag) => {
      const code = verificationCode(tag);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
      const misread = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
      expect(normaliseVerificationCode(misread)).toBe(code);
      expect(normaliseVerificationCode(code)).toBe(code);
      const wide = code.replace(/[0-9A-Z]/g, (character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0));
      expect(normaliseVerificationCode(wide)).toBe(code);
    }),
  );
});

test('settings have the defaults of the rules', () => {
  expect(settingsFrom(new Map())).toEqual({
    printGate: 60,
    printGateWarning: 50,
    allocationCeiling: 1_000_000,
    monthEndSumTolerancePercent: 20,
    visitIdleMinutes: 15,
    idleLockMinutes: 5,
    mismatchLimit: 5,
    mismatchMinutes: 10,
    oralLossDays: 5,
    reissueWaitDays: 7,
    pinResetWaitDays: 0,
    lossTakeBackMinutes: 30,
    reissueFeeStandard: 2_000,
    reissueFeeReduced: 1_000,
    reissueFeeExempt: 0,
    pinTries: 3,
    telephonePinChange: 1,
    pinEntrySeconds: 60,
    approvalMinutes: 120,
    passwordTries: 5,
    passwordLockMinutes: 30,
    passwordExpiryDays: 90,
    onlineIdleMinutes: 15,
    onlineSessionMinutes: 120,
    onlineCodeMinutes: 5,
    onlineCodeTries: 3,
    onlineCodesAPhone: 5,
    onlineCodesAPerson: 10,
    onlineFailures: 5,
    onlineLockMinutes: 30,
    onlineAddressTries: 60,
    telephoneNumberTries: 10,
    onlineWithdrawMinutes: 30,
    dayEndHour: 16,
    sessionHours: 12,
    longPrintPages: 50,
    statementName: 1,
    receiptPaper: 1,
  });
});

test('a stored setting counts, one that is not allowed any more has its default and is told', () => {
  expect(settingsFrom(new Map([['printGate', '0']])).printGate).toBe(0);
  for (const [name, text] of [
    ['printGate', '-1'],
    ['printGate', '1.5'],
    ['printGate', '1001'],
    ['visitIdleMinutes', '0'],
    ['mismatchLimit', '"5"'],
    ['passwordTries', 'x'],
    ['pinTries', ''],
    ['pinTries', 'null'],
    ['pinTries', '[3]'],
  ] as const) {
    const stored = new Map([[name, text]]);
    expect(settingsFrom(stored)).toEqual(settingsFrom(new Map()));
    expect(unusableSettings(stored)).toEqual([{ name, text }]);
  }
  for (const name of ['withdrawn', 'toString', '__proto__']) {
    expect(settingsFrom(new Map([[name, '1']]))).toEqual(settingsFrom(new Map()));
    expect(unusableSettings(new Map([[name, '1']]))).toEqual([{ name, text: '1' }]);
  }
  expect(unusableSettings(new Map([['printGate', '0']]))).toEqual([]);
});
