import { canonicalJson, type JsonObject } from '@ombud/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf } from './commitment.ts';
import { scanFields } from './scan-fields.ts';

const value = fc.jsonValue({ maxDepth: 4 });
const name = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('inputs', 'decision', 'a~b', 'a/b', '10', '9'),
);
const wellFormed = (text: string) => text.isWellFormed();
const object = fc.dictionary(name.filter(wellFormed), value, { noNullPrototype: true });
const payload = fc
  .tuple(object, fc.option(object))
  .map(([members, inputs]) => (inputs === null ? members : { ...members, inputs }));

test('a canonical text is taken apart as its parsed value is, or left to that', () => {
  let scanned = 0;
  fc.assert(
    fc.property(payload, (members) => {
      let body: string;
      try {
        body = canonicalJson(members);
      } catch {
        return;
      }
      const fields = scanFields(body);
      if (fields === null) return;
      scanned += 1;
      expect(fields).toEqual(fieldsOf(JSON.parse(body) as JsonObject).fields);
    }),
    { numRuns: 3000 },
  );
  expect(scanned).toBeGreaterThan(100);
});

test.each([
  '',
  '{',
  '{}}',
  '[]',
  '{"a":1} ',
  '{ "a":1}',
  '{"a": 1',
  '{"a":1,}',
  '{"a":}',
  '{"a"1}',
  '{"a":"x}',
  '{"a":[1,2}',
  '{"inputs":{"a":1},"inputs":{"b":2}}',
  '{"inputs":{"a":1}"b":2}',
  '{"a\\u0062":1}',
])('%s is not taken apart', (text) => {
  expect(scanFields(text)).toBeNull();
});

test('an object without members has no fields', () => {
  expect(scanFields('{}')).toEqual([]);
  expect(scanFields('{"inputs":{}}')).toEqual([{ pointer: '"/inputs"', value: '{}' }]);
});
