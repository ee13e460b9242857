/** What is made up of a schema: the least it takes, and a sentence where nothing can be made up. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { operationId, visitId } from '../../../../../electron/contract/kernel/verb-definition.ts';
import { businessDateSchema } from '../../../../../electron/contract/kernel/value-schemas.ts';
import { sampleOf } from '../../../../../renderer/gallery/fake/schema-sample.ts';

test('it is the least the schema takes, and what is known by its name is taken', () => {
  const schema = z.object({
    operationId,
    visitId,
    on: businessDateSchema,
    text: z.string().trim().min(3).max(60),
    count: z.int().positive(),
    kind: z.enum(['oral', 'formal']),
    second: z.string().nullable(),
    page: z.int().optional(),
    lines: z.array(z.object({ ordinal: z.int() })),
  });
  expect(sampleOf(schema, { visitId: 'v1' })).toEqual({
    ...{ operationId: expect.any(String), visitId: 'v1', on: '2025-02-03', text: 'xxx', count: 1, kind: 'oral' },
    ...{ second: null, lines: [] },
  });
  expect(sampleOf(operationId)).not.toBe(sampleOf(operationId));
});

test('a schema of which nothing can be made up says that a value is to be written by hand', () => {
  expect(() => sampleOf(z.object({ code: z.string().regex(/^\d{4}$/) }))).toThrow('write one by hand');
});
