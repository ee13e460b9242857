/** A call as a whole: the menu, the keys kept beside it, the ledger and the line (docs/rules.md 8). */
import { expect, test } from 'vitest';
import { KeyedDigits } from '../../../../electron/server/telephone/keyed-digits.ts';
import { ScriptedCall } from './scripted-call.ts';

const proof = { ok: true, value: { fromPhoneOnFile: true, mayChangePin: true } } as const;
const balance = { ok: true, value: { balanceFen: 123_456, businessDate: '2024-03-01' } } as const;
const answers = {
  'telephone.prove': proof,
  'telephone.balance': balance,
  'telephone.changePin': { ok: true, value: { outcome: 'changed' } },
  'telephone.report': { ok: true, value: { number: 'L0101202403010001X', lapsesOn: '2024-03-06' } },
} as const;
const ID = '11010519491231002*';

test('a balance: proof, question, amount; the session of the proof is used and ended', async () => {
  const call = new ScriptedCall(answers);
  await call.keys(`1${ID}#806153#`);
  expect(call.requests.map(({ verb, input, sessionToken }) => ({ verb, input, sessionToken }))).toEqual([
    { verb: 'telephone.prove', input: { idNumber: '11010519491231002X', password: '806153' }, sessionToken: null },
    { verb: 'telephone.balance', input: {}, sessionToken: 'token' },
  ]);
  expect(call.playing).toEqual([
    ...['balanceOn', 'num-3', 'month', 'num-1', 'day', 'balanceIs'],
    ...['num-1', 'thousand', 'num-2', 'hundred', 'num-3', 'ten', 'num-4', 'yuan', 'num-5', 'jiao', 'num-6', 'fen'],
    'afterTold',
  ]);
  call.call.gone();
  await call.call.ended;
  expect(call.requests.at(-1)).toMatchObject({ verb: 'telephone.hangUp', sessionToken: 'token' });
  expect(call.done, 'nothing is done on a line that is gone').toEqual([]);
});

test('keys struck ahead of the ledger go where they were meant to go', async () => {
  const call = new ScriptedCall(answers);
  call.holdAnswers();
  await call.keys(`5${ID}#806153#739201#846203#846203#`);
  expect(call.verbs).toEqual(['telephone.prove']);
  await call.release();
  expect(call.requests[1]).toMatchObject({ input: { old: '739201', new: '846203', repeated: '846203' } });
});

test('keys struck ahead of a refusal are for nothing', async () => {
  const refusal = { ok: false, error: { code: 'TELEPHONE_PASSWORD_WRONG', details: { left: 2 } } } as const;
  const call = new ScriptedCall({ ...answers, 'telephone.prove': refusal });
  call.holdAnswers();
  await call.keys(`5${ID}#806153#739201#846203#846203#`);
  await call.release();
  expect(call.verbs).toEqual(['telephone.prove']);
  expect(call.playing).toEqual(['notProven', 'keyIdNumber']);
});

test('the digits of passwords are overwritten once they are judged, and never said', async () => {
  const call = new ScriptedCall(answers);
  await call.keys(`5${ID}#806153#739201#846203#846203#`);
  expect(call.given).toHaveLength(4);
  for (const bytes of call.given) expect([...bytes]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(JSON.stringify(call.call)).not.toMatch(/806153|739201|846203/);
});

test('a caller who goes while the proof is judged leaves no session open', async () => {
  const call = new ScriptedCall(answers);
  call.holdAnswers();
  await call.keys(`1${ID}#806153#`);
  call.call.gone();
  await call.release();
  await call.call.ended;
  expect(call.requests.at(-1)).toMatchObject({ verb: 'telephone.hangUp', sessionToken: 'token' });
  expect(call.verbs, 'nothing is asked for somebody who has gone').not.toContain('telephone.balance');
});

test('a caller who goes while a report is made is told nothing, and the report stands', async () => {
  const call = new ScriptedCall(answers);
  await call.keys(`31${ID}#806153#`);
  call.holdAnswers();
  await call.keys('1');
  call.call.gone();
  call.playing = [];
  await call.release();
  await call.call.ended;
  expect(call.verbs).toEqual(['telephone.prove', 'telephone.report', 'telephone.hangUp']);
  expect(call.playing).toEqual([]);
});

test('who strikes no key is asked twice more and handed over', async () => {
  const call = new ScriptedCall(answers);
  for (let asked = 0; asked < 3; asked += 1) {
    call.call.played();
    call.pause();
  }
  call.call.played();
  expect(call.done).toEqual(['hand over']);
  await call.call.ended;
});

test('a key stops the waiting, and what was waited for does not happen', async () => {
  const call = new ScriptedCall(answers);
  call.call.played();
  await call.keys('1');
  expect(call.waits).toEqual([]);
  await call.keys('1');
  expect(call.waits.map(({ ms }) => ms)).toEqual([5_000]);
});

test('an ID number and a phone are read back, digit by digit', async () => {
  const call = new ScriptedCall(answers);
  await call.keys(`32${ID}#13812345678#`);
  expect(call.playing.slice(0, 3)).toEqual(['youKeyedIdNumber', 'digit-1', 'digit-1']);
  expect(call.playing).toContain('letter-X');
  expect(call.verbs).toEqual([]);
});

test('held keys are few, and gone when they are dropped', () => {
  const keyed = new KeyedDigits();
  for (let count = 0; count < 100; count += 1) keyed.hold('7');
  let released = 0;
  while (keyed.release() !== null) released += 1;
  expect(released).toBe(32);
  keyed.hold('1');
  keyed.drop();
  expect(keyed.release()).toBeNull();
});
