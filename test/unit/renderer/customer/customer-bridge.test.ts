/** Who may ask what: digits of a PIN pass the customer's bridge and no other (docs/rules.md 4). */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mayAsk, verbs, type Verb } from '../../../../electron/contract/verbs.ts';
import type { WindowKind } from '../../../../electron/contract/kernel/verb-definition.ts';

const names = Object.keys(verbs) as Verb[];

/** Every key that an input of the verb may have, at any depth. */
function inputKeys(input: z.ZodType): string[] {
  return keysIn(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }));
}

function keysIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) =>
    key === 'properties' ? [...Object.keys(value as object), ...keysIn(Object.values(value as object))] : keysIn(value),
  );
}

function verbsOf(kind: WindowKind): Verb[] {
  return names.filter((name) => mayAsk(name, kind));
}

const takesPin = (name: Verb): boolean => inputKeys(verbs[name].input).includes('pin');

test('keys are found at any depth of an input', () => {
  const deep = z.object({ a: z.union([z.object({ b: z.array(z.object({ pin: z.string() })) }), z.null()]) });
  expect(inputKeys(deep).sort()).toEqual(['a', 'b', 'pin']);
  expect(inputKeys(verbs['visit.open'].input)).toEqual(expect.arrayContaining(['card', 'agent', 'relation']));
});

test('digits are taken from the customer’s window, by one call', () => {
  expect(verbsOf('customer').filter(takesPin)).toEqual(['customer.enterPin']);
});

test('no call of the clerk’s window takes a PIN of a card', () => {
  const asked = verbsOf('teller');
  expect(asked).toEqual(expect.arrayContaining(['customer.ask', 'customer.abandon']));
  expect(asked.filter(takesPin)).toEqual([]);
});

test('only the customer’s call takes digits; the ledger’s own takes what is sealed, and no window may ask that', () => {
  expect(names.filter(takesPin).sort()).toEqual(['customer.enterPin']);
  expect(verbs['customer.takeEntry'].doors).toEqual(['program']);
});

test('what the customer’s window may ask is five verbs, none of them the clerk’s', () => {
  expect(verbsOf('customer').sort()).toEqual([
    'customer.acknowledge',
    'customer.cancel',
    'customer.choose',
    'customer.enterPin',
    'customer.moreTime',
    'customer.screen',
    'customer.typing',
  ]);
  expect(verbsOf('customer').filter((name) => verbsOf('teller').includes(name))).toEqual([]);
});

test('nothing that is answered or told to the clerk about a task has room for digits', () => {
  const schema = z.toJSONSchema(verbs['customer.ask'].output, { unrepresentable: 'any' });
  expect(keysIn(schema).sort()).toEqual(
    ['taskId', 'task', 'step', 'ended', 'fault', 'cardMasked', 'until', 'lossNumber', 'kind', 'triesLeft', 'rule']
      .concat(['holderNameMasked', 'moreTimeLeft', 'kind', 'triesLeft', 'kind', 'triesLeft'])
      .concat(['loss', 'object', 'kind', 'lostFrom', 'lapsesOn', 'reissueFrom', 'renewFrom'])
      // What the clerk themselves has typed, for the holder to confirm.
      .concat(['contact', 'phone', 'address'])
      .sort(),
  );
});
