import { canonicalJson, type JsonObject } from '@ombud/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitSecret, commitSecrets } from './commit-secrets.ts';
import { type CommitmentLabel, commitmentOf, fieldsOf } from './commitment.ts';
import type { Secret } from './draft.ts';
import { saltSource } from './salts.ts';

const salts = saltSource();
const labels: readonly CommitmentLabel[] = ['ombud/payload', 'ombud/attributes'];

function secretOf(value: object): Secret {
  const body = canonicalJson(value);
  return { body, salt: salts(fieldsOf(JSON.parse(body) as JsonObject).fields.length) };
}

/** By the parsed fields, each hashed by itself. */
const slowly = (label: CommitmentLabel, { body, salt }: Secret): string =>
  commitmentOf(label, fieldsOf(JSON.parse(body) as JsonObject).fields, salt);

function expectCommitted(secrets: readonly Secret[]): void {
  for (const label of labels) {
    const expected = secrets.map((secret) => slowly(label, secret));
    expect(commitSecrets(label, secrets)).toEqual(expected);
    expect(secrets.slice(0, 3).map((secret) => commitSecret(label, secret))).toEqual(expected.slice(0, 3));
  }
}

const name = fc.oneof(
  fc.stringMatching(/^[a-z]{1,9}$/),
  fc.string({ unit: 'grapheme' }),
  fc.constant('inputs'),
);
const value = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  },
  fc.jsonValue({ maxDepth: 3 }),
);
const object = fc
  .tuple(
    fc.dictionary(name, value, { noNullPrototype: true }),
    fc.option(fc.dictionary(name, value, { noNullPrototype: true })),
  )
  .map(([members, inputs]) => (inputs === null ? members : { ...members, inputs }))
  .filter((members) => JSON.stringify(members).isWellFormed());

test('many are committed as each is by its parsed fields', () => {
  fc.assert(
    fc.property(fc.array(object, { minLength: 1, maxLength: 40 }), (values) =>
      expectCommitted(values.map(secretOf)),
    ),
    { numRuns: 150 },
  );
});

test.each([1, 7, 8, 9, 255, 256, 257, 600])('%i of them, some long and some with many fields', (count) => {
  const of = (i: number) => ({
    decision: i % 2 === 0,
    inputs: Object.fromEntries(Array.from({ length: i % 23 === 0 ? 300 : i % 9 }, (_, j) => [`n${j}`, j])),
    text: 'ü"'.repeat(i % 31 === 5 ? 5000 : i % 70),
  });
  expectCommitted(Array.from({ length: count }, (_, i) => secretOf(of(i))));
});
