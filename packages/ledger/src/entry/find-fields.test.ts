import { canonicalJson, type JsonObject } from '@ombud/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitText } from './commit-text.ts';
import { commitmentOf, fieldsOf } from './commitment.ts';
import { saltSource } from './salts.ts';

const salts = saltSource();
const takenApart = (text: string) => commitText('ombud/payload', text, salts);

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

test('a canonical text is committed as its parsed fields are, or left to them', () => {
  let committed = 0;
  fc.assert(
    fc.property(payload, (members) => {
      let body: string;
      try {
        body = canonicalJson(members);
      } catch {
        return;
      }
      const found = takenApart(body);
      if (found === null) return;
      committed += 1;
      const { fields } = fieldsOf(JSON.parse(body) as JsonObject);
      expect(found.commitment).toBe(commitmentOf('ombud/payload', fields, found.salt));
    }),
    { numRuns: 3000 },
  );
  expect(committed).toBeGreaterThan(100);
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
  expect(takenApart(text)).toBeNull();
});

test('an object without members has no fields, and what another text left behind is not read', () => {
  takenApart('{"inputs":{"a":1},"z":"}}}}}}}"}');
  const none = commitmentOf('ombud/payload', [], '');
  expect(takenApart('{}')?.commitment).toBe(none);
  expect(takenApart('{')).toBeNull();
  expect(takenApart('{"inputs":{')).toBeNull();
  const empty = takenApart('{"inputs":{}}');
  expect(empty?.commitment).toBe(
    commitmentOf('ombud/payload', [{ pointer: '"/inputs"', value: '{}' }], empty?.salt ?? ''),
  );
});

test('texts of any length and any number of fields', () => {
  for (const length of [0, 1, 400, 512, 4000, 5000, 70_000])
    for (const count of [1, 63, 64, 65, 500]) {
      const body = canonicalJson({
        inputs: Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, i])),
        text: 'ü'.repeat(length),
      });
      const found = takenApart(body);
      const { fields } = fieldsOf(JSON.parse(body) as JsonObject);
      expect(found?.commitment).toBe(commitmentOf('ombud/payload', fields, found?.salt ?? ''));
    }
});

test('a salt whose characters end in the same byte is another salt', () => {
  const { salt } = takenApart('{"a":1}') ?? { salt: '' };
  const alike = String.fromCharCode(salt.charCodeAt(0) + 256) + salt.slice(1);
  expect(commitText('ombud/payload', '{"a":1}', () => alike)).toBeNull();
});
