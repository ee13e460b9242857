/** What is a value and what is an option on the command line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageError } from '../../../../electron/ledger/commands/command.ts';
import { parseArguments } from '../../../../electron/ledger/commands/command-arguments.ts';

test.each([['-1'], ['-0.5'], ['-.5'], ['-12345678901234567890'], ['-1e3']])('%s is a value', (value) => {
  expect(parseArguments(['setting', 'set', 'printGate', value, '--json'])).toEqual({
    args: ['setting', 'set', 'printGate', value],
    options: { json: true },
  });
});

test('the text of an option may begin with a minus', () => {
  const words = ['approvals', 'refuse', '7', '--reason', '-x', '--as', '2001'];
  expect(parseArguments(words)).toEqual({ args: ['approvals', 'refuse', '7'], options: { reason: '-x', as: '2001' } });
  expect(parseArguments(['simulate', '--holders', '-5']).options).toEqual({ holders: '-5' });
  expect(parseArguments(['x', '--reason=--x']).options).toEqual({ reason: '--x' });
});

test.each([
  ['an unknown option', ['day', '--bogus']],
  ['an unknown letter', ['day', '-b']],
  ['a forgotten value', ['approvals', 'refuse', '7', '--reason', '--json']],
  ['a forgotten last value', ['simulate', '--holders']],
  ['a switch with a value', ['day', '--close=yes']],
])('%s is still no command line', (_, typed) => {
  expect(() => parseArguments(typed)).toThrow(UsageError);
});

test('words without a minus stay as they are, in their order', () => {
  const word = fc.string({ minLength: 1 }).filter((text) => !text.startsWith('-') && !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(word), (typed) => {
      expect(parseArguments(typed).args).toEqual(typed);
    }),
  );
});
