/** Names as people and old systems write them, wherever a name is read or compared (docs/rules.md 2). */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Input } from '../../../../electron/contract/verbs.ts';
import { allocationCsv, person, registerCsv } from '../../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { PIN, statementOf, visitOf, type Counter, type Office } from '../../../offices/small-office.ts';

let office: Office;
let clerk: Counter;
officeOfEachTest((opened) => ({ office, clerk } = opened));

/** 买买提·艾力. */
const dotted = person(3);
const SAME = ['买买提·艾力', '买买提•艾力', '买买提 ・ 艾力', '买买提．艾力', '买 买提.艾力', ' 买买提·艾力\u3000'];

function byPerson(name: string): Input<'visit.openWithoutCard'> {
  const { idNumber, phone } = dotted;
  const rest = { networkCheck: 'match-photo', secondaryDocument: null, agent: null } as const;
  return { operationId: randomUUID(), idNumber, name, phone, ...rest };
}

test('a visit without the card and a caller are found by the name in any way of writing', async () => {
  const visit = await office.openVisit(3, clerk);
  await office.typePins(visit.visitId, 'telephone', [PIN, PIN], clerk);
  await office.must('visit.finish', { visitId: visit.visitId }, clerk);
  for (const name of SAME) {
    const opened = await office.must('visit.openWithoutCard', byPerson(name), clerk);
    expect(opened.holderName, 'shown as registered').toBe(dotted.name);
    await office.must('visit.finish', { visitId: opened.visitId }, clerk);
    const caller = { idNumber: dotted.idNumber, name, phone: `+86 ${dotted.phone}`, telephonePassword: PIN };
    expect(await office.codeOf('balance.byTelephone', { operationId: randomUUID(), caller }, clerk)).toBeNull();
  }
  expect(await office.codeOf('visit.openWithoutCard', byPerson('买买提艾力'), clerk)).toBe('PAIR_MISMATCH');
});

test('a register and an allocation take the same name in any way of writing, and keep it as registered', async () => {
  const lines = SAME.map((name) => ({ ...dotted, name }));
  expect(await office.post.register(registerCsv(lines))).toMatchObject({ updated: SAME.length });
  const credits = lines.map((to, at) => ({ id: String(at + 1), to, amount: '1.00' }));
  expect(await office.post.allocation(allocationCsv('YB9', '6.00', credits))).toMatchObject({ accepted: SAME.length });
  expect((await office.openVisit(3, clerk)).holderName).toBe(dotted.name);
});

test('an old private-use code is read in the register, in an allocation and in its text, so that papers can be made', async () => {
  const old = { ...person(6), name: '\ue863龑' };
  expect(await office.post.register(registerCsv([old]))).toMatchObject({ added: 1 });
  const credits = [
    { id: '1', to: old, amount: '1.00' },
    { id: '2', to: { ...old, name: '䶮 龑' }, amount: '1.00' },
  ];
  const file = allocationCsv('YB9', '2.00', credits).replaceAll('个人账户划入', '划入\ue863');
  expect(await office.post.allocation(file)).toMatchObject({ accepted: 2 });
  const visit = await office.openVisit(6, clerk);
  expect(visit.holderName).toBe('䶮龑');
  const { entries } = await office.must('statement.prepare', statementOf(visit.visitId), clerk);
  expect(entries.map(({ text }) => text)).toEqual(['划入䶮', '划入䶮']);
});

test.each([
  [
    'an agent',
    (name: string) => ({
      ...visitOf(0),
      agent: { idNumber: person(1).idNumber, name, relation: '配偶', householdRegister: false },
    }),
  ],
  [
    'a guardian',
    (name: string) => ({
      ...visitOf(1),
      agent: { idNumber: person(0).idNumber, name, relation: '父', householdRegister: true },
    }),
  ],
])('the name of %s is refused for a character that cannot be kept, by its name', async (_, opening) => {
  const reply = await office.ask('visit.open', opening('王\u200b明'), clerk);
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'NAME_INVALID', details: { character: 'U+200B ZERO WIDTH SPACE' } },
  });
  const read = await office.must('visit.open', opening('\ue863明'), clerk);
  expect(read.agent?.nameMasked).toBe('䶮*');
});

test('a name typed for a visit without the card is refused the same way, and counts as no wrong pair', async () => {
  for (let tries = 0; tries < 6; tries += 1)
    expect(await office.codeOf('visit.openWithoutCard', byPerson('买买提?艾力'), clerk)).toBe('NAME_INVALID');
  expect(await office.codeOf('visit.openWithoutCard', byPerson(dotted.name), clerk)).toBeNull();
});
