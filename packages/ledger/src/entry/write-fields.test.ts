import { canonicalJson, type JsonObject } from '@ombud/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf } from './commitment.ts';
import { writeFields } from './write-fields.ts';

const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{0,9}$/) },
  fc.string(),
  fc.constantFrom('inputs', 'toJSON', 'a~b', 'a/b', '10', '9'),
);
const scalar = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('x', '€', '"', '\u007f', '\ud800'), minLength: 20, maxLength: 30 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, 1n, -0),
);
const sorted = (object: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const members = fc.dictionary(name, scalar, { noNullPrototype: true, maxKeys: 6 });
const payload = fc.tuple(members, fc.option(members), fc.boolean()).map(([object, inputs, inOrder]) => {
  const all = inputs === null ? object : { ...object, inputs: inOrder ? sorted(inputs) : inputs };
  return inOrder ? sorted(all) : all;
});

test('what is written is the canonical text, with as many fields as are parsed', () => {
  let written = 0;
  fc.assert(
    fc.property(payload, (value) => {
      const found = writeFields(value);
      if (found === null) return;
      written += 1;
      const body = canonicalJson(value);
      expect(found.body).toBe(body);
      expect(found.fields).toBe(fieldsOf(JSON.parse(body) as JsonObject).fields.length);
    }),
    { numRuns: 3000 },
  );
  expect(written).toBeGreaterThan(100);
});

test('texts of any length and any number of fields', () => {
  for (const length of [0, 1, 23, 24, 400, 4000, 70_000])
    for (const count of [1, 63, 64, 65, 500])
      for (const unit of ['x', 'ü', '€', '😀']) {
        const inputs = sorted(Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, i])));
        const value = { inputs, text: unit.repeat(length) };
        expect(writeFields(value)?.body).toBe(canonicalJson(value));
      }
});

test.each([
  ['no members', {}],
  ['no inputs', { inputs: {} }],
  ['another order', { b: 1, a: 1 }],
  ['numbers as names', { 10: 1, 9: 1 }],
  ['a list', [1]],
  ['a value within a value', { a: { b: 1 } }],
  ['inputs within inputs', { inputs: { inputs: { a: 1 } } }],
  ['a date', new Date(0)],
  ['inputs of a class', { inputs: new Error('x') }],
  ['a method', { toJSON: () => 1 }],
  ['half a character', { a: '\ud800' }],
  ['an escape', { a: 'b"' }],
  ['an escape in a long text', { a: `${'b'.repeat(50)}\\` }],
  ['an escape in a name', { 'a"': 1 }],
  ['not a number', { a: Number.NaN }],
  ['nothing', { a: undefined }],
])('%s is left to the general writer', (_, value) => {
  expect(writeFields(value)).toBeNull();
});
