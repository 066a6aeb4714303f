/** Values that a JSON Schema allows, and values that nobody should be fooled by. */
import fc from 'fast-check';

/** As much of JSON Schema as our documents use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** Values that parsers and databases stumble over. */
export const odd = fc.constantFrom<unknown>(
  null,
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '../../secret',
  "' or 1=1 --",
  '%00',
  '\u202e',
  'x'.repeat(20_000),
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 63,
  0.1,
  true,
  [],
  {},
  [[[[[]]]]],
  { __proto__: null },
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
);

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern !== undefined && !/\(\?/.test(pattern)) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
}

const most = (depth: number) => (depth > 3 ? 0 : 4);

function objectOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: more } = schema;
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, valuesOf(one, depth + 1)]),
  );
  if (more === undefined || more === false || Object.keys(parts).length > 0)
    return fc.record(parts, { requiredKeys: required.filter((name) => name in parts) });
  return fc.dictionary(fc.string({ maxLength: 10 }), valuesOf(more === true ? {} : more, depth + 1), {
    maxKeys: most(depth),
  });
}

/** Values that a schema allows. */
export function valuesOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, const: only, enum: choices } = schema;
  const either = anyOf ?? oneOf;
  if (either !== undefined) return fc.oneof(...either.map((one) => valuesOf(one, depth + 1)));
  if (choices !== undefined) return fc.constantFrom(...choices);
  if (only !== undefined) return fc.constant(only);
  switch (typeof schema.type === 'string' ? schema.type : undefined) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1000, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 1000, 1000),
      });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, most(depth)),
      });
    case 'object':
      return objectOf(schema, depth);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** How a value is spoiled: where, by what, and whether a member is taken, changed or added. */
export interface Spoiling {
  readonly turns: readonly number[];
  readonly by: unknown;
  readonly how: 'take' | 'change' | 'add';
}

export const spoilings: fc.Arbitrary<Spoiling> = fc.record({
  turns: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  by: odd,
  how: fc.constantFrom('take', 'change', 'change', 'add'),
});

/** A value with one place of it spoiled: the turns say which member, which member of that, and so on. */
export function spoil(value: unknown, { turns, by, how }: Spoiling): unknown {
  const [turn = 0, ...deeper] = turns;
  if (typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value)) {
    if (value.length === 0) return [by];
    const at = turn % value.length;
    if (how === 'add') return [...value, by];
    if (deeper.length > 0) return value.with(at, spoil(value[at], { turns: deeper, by, how }));
    return how === 'take' ? value.toSpliced(at, 1) : value.with(at, by);
  }
  const members = Object.entries(value);
  const [name, stored] = members[turn % Math.max(members.length, 1)] ?? ['unheard', by];
  if (how === 'add' && deeper.length === 0) return { ...value, unheard: by };
  if (deeper.length > 0) return { ...value, [name]: spoil(stored, { turns: deeper, by, how }) };
  return Object.fromEntries(
    how === 'take'
      ? members.filter(([one]) => one !== name)
      : members.map(([one, old]) => [one, one === name ? by : old]),
  );
}
