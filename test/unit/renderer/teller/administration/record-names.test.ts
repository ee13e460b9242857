/** Records are read and searched for in words; every refusal says first what was wrong. */
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../../../../electron/contract/kernel/errors.ts';
import { sentence } from '../../../../../electron/contract/messages/messages.ts';
import { policyOf, verbs, type LedgerVerb } from '../../../../../electron/contract/verbs.ts';
import {
  actInWords,
  namesMeant,
  whatWasWrong,
} from '../../../../../renderer/teller/administration/audit/record-names.ts';

const ledgerVerbs = Object.entries(verbs).flatMap(([verb, { owner }]) =>
  owner === 'ledger' ? [verb as LedgerVerb] : [],
);

test('every name that a verb may leave on record has words in both languages', () => {
  const names = ledgerVerbs.flatMap((verb) => [
    ...policyOf(verb).record.done,
    ...(policyOf(verb).record.refused ? [verb] : []),
  ]);
  expect(names.length).toBeGreaterThan(150);
  const wordless = names.filter((name) => actInWords('zh-CN', name) === name || actInWords('en', name) === name);
  expect(wordless).toEqual([]);
});

test('a name of an earlier version stays as it is', () => {
  expect(actInWords('zh-CN', 'note.made')).toBe('note.made');
});

test('words of either language mean every name that is called so', () => {
  expect(namesMeant(' 解挂 ')).toEqual(['loss.cancel']);
  expect(namesMeant('DOCUMENT PRINTED')).toEqual(['document.print', 'print.issue']);
  const losses = namesMeant('挂失');
  expect(losses).toEqual(expect.arrayContaining(['loss.report', 'loss.confirm', 'online.report', 'telephone.report']));
  expect(losses).not.toContain('visit.open');
});

test('a name is itself, and the beginning of names too', () => {
  expect(namesMeant('loss.report')).toEqual(['loss.report']);
  expect(namesMeant(' loss. ')).toEqual(['loss.']);
});

test('what nothing is called means nothing', () => {
  expect(namesMeant('现金')).toEqual([]);
});

test.each(['zh-CN', 'en'] as const)('each refusal says in few words what was wrong (%s)', (language) => {
  const told = ERROR_CODES.map((code) => whatWasWrong(sentence(language, code, {})));
  expect(told.filter((words) => words.length < 3 || words.length > 150)).toEqual([]);
  expect(told.filter((words) => /[，；。]|[;.] /u.test(words))).toEqual([]);
});
