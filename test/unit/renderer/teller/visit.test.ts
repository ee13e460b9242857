/** What is typed for a visit or a new office becomes the right request, or points to the field that is wrong. */
import { expect, test } from 'vitest';
import type { ErrorCode } from '../../../../electron/contract/kernel/errors.ts';
import { newOfficeSchema } from '../../../../electron/contract/office/office-verbs.ts';
import {
  emptyOffice,
  hasSecondPerson,
  newOfficeFrom,
  officeFaults,
} from '../../../../renderer/teller/first-run/office-draft.ts';
import { emptyAgent, emptyVisit, fieldOfRefusal, requestFrom } from '../../../../renderer/teller/visit/visit-draft.ts';

const draft = {
  ...emptyVisit(),
  idNumber: '1',
  card: '2',
  secondaryDocument: ' 护照 E1 ',
  agent: { ...emptyAgent(), name: '王' },
};

test('a second document is sent only when the network check asks for one', () => {
  expect(requestFrom(draft, 'match-photo').secondaryDocument).toBeNull();
  expect(requestFrom(draft, 'name-differs').secondaryDocument).toBe('护照 E1');
  expect(requestFrom({ ...draft, secondaryDocument: '  ' }, 'number-unknown').secondaryDocument).toBeNull();
});

test("an agent's lines that were closed again are not sent", () => {
  expect(requestFrom(draft, 'match-photo').agent).toBeNull();
  expect(requestFrom({ ...draft, withAgent: true }, 'match-photo').agent).toMatchObject({ name: '王' });
});

test('a holder without the card is asked for by name and phone, and the card that was typed is not sent', () => {
  const lost = { ...draft, cardLost: true, name: ' 张建华 ', phone: '13812345678 ' };
  const request = requestFrom(lost, 'match-photo');
  expect(request).toMatchObject({ idNumber: '1', name: '张建华', phone: '13812345678' });
  expect(request).not.toHaveProperty('card');
  expect(requestFrom({ ...lost, cardLost: false }, 'match-photo')).not.toHaveProperty('phone');
});

test.each<[ErrorCode, string, string]>([
  ['PAIR_MISMATCH', '', 'idNumber'],
  ['CARD_NUMBER_INVALID', '', 'card'],
  ['SECONDARY_DOCUMENT_REQUIRED', '', 'secondaryDocument'],
  ['GUARDIAN_REQUIRED', '', 'agent'],
  ['AGENT_INVALID', '', 'agent'],
  ['INPUT_INVALID', 'agent.name', 'agent'],
  ['INPUT_INVALID', 'card', 'card'],
  ['INPUT_INVALID', 'phone', 'phone'],
  ['LEDGER_RESTARTING', '', 'idNumber'],
])('after %s %s the focus goes to %s', (code, field, place) => {
  expect(fieldOfRefusal({ code, details: field ? { field } : {} })).toBe(place);
});

function filledOffice(): ReturnType<typeof emptyOffice> {
  const clerks = emptyOffice().clerks.map((clerk, at) => ({
    ...clerk,
    code: `${at + 1}001`,
    name: `柜员${at}`,
    role: (['clerk', 'supervisor', 'administrator'] as const)[at] ?? 'clerk',
    password: 'long enough',
    repeated: 'long enough',
  }));
  return { name: ' 海淀储蓄所 ', code: '0202', openingDate: '20261105', clerks };
}

test('a filled office is one the contract accepts', () => {
  const office = newOfficeFrom(filledOffice());
  expect(newOfficeSchema.parse(office)).toMatchObject({ name: '海淀储蓄所', openingDate: '2026-11-05' });
});

test('codes used twice, short passwords and a missing second person are refused', () => {
  const office = filledOffice();
  const [first, ...others] = office.clerks;
  expect(newOfficeFrom({ ...office, clerks: [{ ...first!, code: '2001' }, ...others] })).toBeNull();
  expect(
    newOfficeFrom({ ...office, clerks: [{ ...first!, password: 'short', repeated: 'short' }, ...others] }),
  ).toBeNull();
  expect(newOfficeFrom({ ...office, clerks: [{ ...first!, repeated: 'long enougj' }, ...others] })).toBeNull();
  expect(newOfficeFrom({ ...office, clerks: [{ ...first!, role: '' }, ...others] })).toBeNull();
  expect(hasSecondPerson([first!])).toBe(false);
  expect(hasSecondPerson([first!, { ...first!, code: '1002' }])).toBe(false);
});

test('each fault of the office is named at its field', () => {
  expect(Object.keys(officeFaults(emptyOffice())).sort()).toEqual(['code', 'name', 'openingDate']);
  expect(officeFaults({ ...filledOffice(), openingDate: '20260230' })).toEqual({ openingDate: 'firstRun.dateForm' });
});
