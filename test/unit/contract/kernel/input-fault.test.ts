/** Input that no verb takes is told in the words of whoever filled it in, and never in those of the schema. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inputFault } from '../../../../electron/contract/messages/input-fault.ts';
import { fieldInWords } from '../../../../electron/contract/messages/input-words.ts';
import { sentence } from '../../../../electron/contract/messages/messages.ts';
import { verbs } from '../../../../electron/contract/verbs.ts';
import { clerkCode } from '../../../../electron/contract/kernel/verb-definition.ts';
import { businessDateSchema } from '../../../../electron/contract/kernel/value-schemas.ts';

/** Of what a schema's JSON form says, all that a name may stand before. */
function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(fieldNames)];
}

const inputs = Object.entries(verbs).map(([verb, { input }]) => {
  const schema: z.core.$ZodType = input;
  return { verb, schema, fields: [...new Set(fieldNames(z.toJSONSchema(schema, { unrepresentable: 'any' })))] };
});

test('every field of every verb has a word in both languages', () => {
  for (const { verb, fields } of inputs) {
    for (const field of fields) {
      expect(fieldInWords('zh-CN', field), `${verb} ${field}`).toMatch(/^[^A-Za-z]+$/);
      expect(fieldInWords('en', field), `${verb} ${field}`).toMatch(/^[^\u4e00-\u9fff]+$/);
    }
  }
  expect(fieldInWords('en', 'clerks.0.password')).toBe('the password');
  expect(fieldInWords('en', 'toString')).toBeNull();
});

/** The schema's own texts, also those of the forms an input may have. */
function ownTexts(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) => [
    issue.message,
    ...(issue.code === 'invalid_union' ? issue.errors.flatMap(ownTexts) : []),
    ...('issues' in issue ? ownTexts(issue.issues) : []),
  ]);
}

function expectOwnWords(schema: z.core.$ZodType, input: unknown): void {
  const read = z.safeParse(schema, input);
  if (read.success) return;
  const details = inputFault(read.error, input);
  const chinese = sentence('zh-CN', 'INPUT_INVALID', details);
  const english = sentence('en', 'INPUT_INVALID', details);
  expect(details).toHaveProperty('problem');
  expect(chinese).not.toMatch(/[A-Za-z{}[\]]/);
  expect(english).not.toMatch(/[\u4e00-\u9fff{}[\]]|undefined|expected|received|Invalid/);
  for (const text of ownTexts(read.error.issues)) expect(chinese + english).not.toContain(text);
}

test('whatever is sent, no schema speaks', () => {
  const secret = fc.string({ minLength: 8 }).map((text) => `#secret#${text}`);
  const value = fc.oneof(fc.anything(), secret, fc.constantFrom('', '1001', -1, 0.5, null, {}, [], [{}]));
  fc.assert(
    fc.property(
      fc.constantFrom(...inputs).chain(({ schema, fields }) =>
        fc.tuple(
          fc.constant(schema),
          fc.oneof(
            { weight: 1, arbitrary: value },
            {
              weight: 9,
              arbitrary: fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] }),
            },
          ),
        ),
      ),
      ([schema, input]) => {
        expectOwnWords(schema, input);
        const read = z.safeParse(schema, input);
        if (!read.success) expect(JSON.stringify(inputFault(read.error, input))).not.toContain('#secret#');
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('every kind of fault that a schema can find', () => {
  const field = z.string();
  const cases: readonly [what: string, schema: z.core.$ZodType, input: unknown, problem: string, english: RegExp][] = [
    ['missing', field, undefined, 'missing', /the name \(it is missing\)/],
    ['a text', field, 7, 'text', /it must be text/],
    ['a number', z.number(), 'x', 'number', /it must be a number/],
    ['a whole number', z.int(), 0.5, 'wholeNumber', /it must be a whole number/],
    ['yes or no', z.boolean(), 'x', 'yesOrNo', /yes or no/],
    ['a list', z.array(field), 'x', 'list', /a list/],
    ['an object', z.object({}), 'x', 'several', /several details/],
    ['a record', z.record(z.string(), z.string()), 'x', 'several', /several details/],
    ['another type', z.date(), 'x', 'form', /not in the right format/],
    ['too long', field.max(3), 'four', 'tooLong', /at most 3 characters/],
    ['too short', field.min(2), 'x', 'tooShort', /at least 2 characters/],
    ['empty', field.min(1), '', 'empty', /may not be empty/],
    ['of another length', field.length(2), 'x', 'length', /exactly 2 characters/],
    ['too large', z.number().max(3), 4, 'tooLarge', /not be more than 3/],
    ['too small', z.number().min(3), 2, 'tooSmall', /not be less than 3/],
    ['not below', z.number().lt(3), 3, 'below', /must be less than 3/],
    ['not above', z.bigint().gt(3n), 3n, 'above', /must be more than 3/],
    ['too many', z.array(z.int()).max(1), [1, 2], 'tooMany', /at most 1 entries/],
    ['too few', z.set(z.int()).min(1), new Set(), 'tooFew', /at least 1 entries/],
    ['another count', z.array(z.int()).length(1), [], 'entries', /exactly 1 entries/],
    ['no multiple', z.number().multipleOf(5), 4, 'multiple', /multiple of 5/],
    ['four digits', clerkCode, '12', 'fourDigits', /four digits/],
    ['another form', z.uuid(), 'x', 'form', /not in the right format/],
    ['unknown keys', z.strictObject({}), { more: 1 }, 'unknownPart', /not recognised/],
    ['no choice', z.enum(['clerk', 'books']), 'x', 'choice', /one of clerk, books/],
    ['no date', businessDateSchema, '2023-02-29', 'date', /an existing date/],
    ['a rule', field.refine(() => false, 'SCHEMA TEXT'), 'x', 'rule', /breaks a rule/],
    [
      'no form of several',
      z.union([z.object({ a: field, b: field }), z.object({ name: field })]),
      { name: 7 },
      'text',
      /must be text/,
    ],
    ['two forms at once', z.xor([field, field]), 'x', 'form', /not in the right format/],
    ['a key', z.map(z.date(), field), new Map([[{}, 'y']]), 'form', /not in the right format/],
    ['an element', z.map(z.date(), z.int()), new Map([[new Date(0), 'y']]), 'form', /not in the right format/],
  ];

  test.each(cases)('%s', (_, schema, value, problem, english) => {
    const input = { name: value };
    const read = z.safeParse(z.object({ name: schema }), input);
    const details = inputFault(read.error ?? expect.fail('the schema takes it'), input);
    expect(details).toMatchObject({ problem });
    expect(sentence('en', 'INPUT_INVALID', details)).toMatch(english);
    expectOwnWords(z.object({ name: schema }), input);
  });
});
