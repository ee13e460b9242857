/** A value that a schema takes, made up: for verbs of which a test or the gallery has nothing more to say. */
import { safeParse, toJSONSchema, type z } from 'zod';

type Described = z.core.JSONSchema.BaseSchema;
type Known = Readonly<Record<string, unknown>>;

/** For what JSON has no schema for: dates, instants and amounts, bytes. */
const BEYOND_JSON = ['2025-02-03', 0, new Uint8Array(1)];

/**
 * As little as the schema takes: what may be null is null, lists are empty. A property that is known by its name has that
 * value. Throws where a pattern or a rule takes none of this.
 */
export function sampleOf<Schema extends z.core.$ZodType>(schema: Schema, known: Known = {}): z.input<Schema> {
  const described = toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type !== 'custom') return;
      jsonSchema.examples = BEYOND_JSON.filter((value) => safeParse(zodSchema, value).success);
    },
  });
  const value = valueOf(described, known);
  const { error } = safeParse(schema, value);
  if (error) throw new Error(`No value can be made up for this schema: write one by hand. ${error.message}`);
  return value as z.input<Schema>;
}

function valueOf(described: Described, known: Known): unknown {
  const choices = described.anyOf ?? described.oneOf;
  if (choices) return choices.some(({ type }) => type === 'null') ? null : valueOf(choices[0] ?? {}, known);
  if (described.const !== undefined) return described.const;
  const [first] = described.enum ?? described.examples ?? [];
  return first === undefined ? plainValueOf(described, known) : first;
}

function plainValueOf(described: Described, known: Known): unknown {
  switch (described.type) {
    case 'object':
      return Object.fromEntries(
        (described.required ?? []).map((name) => {
          const property = described.properties?.[name] ?? {};
          return [name, name in known ? known[name] : valueOf(property === true ? {} : property || {}, known)];
        }),
      );
    case 'array':
      return [];
    case 'string':
      return described.format === 'uuid' ? crypto.randomUUID() : 'x'.repeat(Math.max(1, described.minLength ?? 0));
    case 'integer':
    case 'number':
      return Math.max(0, described.minimum ?? 0, Number(described.exclusiveMinimum ?? -1) + 1);
    case 'boolean':
      return false;
    default:
      return null;
  }
}
