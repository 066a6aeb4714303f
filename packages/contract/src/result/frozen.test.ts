import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type JsonValue } from '@ombud/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { schemaFiles } from '../schemas.ts';
import { resultSchema } from './result.ts';

type Schema = { readonly [name: string]: unknown };

const golden = (file: string) => join(import.meta.dirname, '..', '..', 'golden', file);
const schema = JSON.parse(schemaFiles()['result.json'] ?? '') as Schema;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** What of a schema a reader's program rests on: all but what is told to people. */
function withoutWords(value: unknown, isNames = false): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutWords(part));
  if (!isSchema(value)) return value;
  const remaining = Object.entries(value).filter(
    ([name]) => isNames || (name !== 'description' && name !== 'title'),
  );
  return Object.fromEntries(
    remaining.map(([name, part]) => [name, withoutWords(part, !isNames && name === 'properties')]),
  );
}

/** The name of a kind: `<strata>`. */
function kindOf({ properties }: Schema): string {
  if (!isSchema(properties)) return '';
  const kinds = ['kind', 'code'].flatMap((name) => {
    const field = properties[name];
    return isSchema(field) && typeof field.const === 'string' ? [`<${field.const}>`] : [];
  });
  return kinds[0] ?? '';
}

/** The place of each field, `.findings[].groups[].n`; with a question mark where it may be missing. */
function fieldsIn(part: unknown, path = ''): readonly string[] {
  if (!isSchema(part)) return [];
  const { oneOf, anyOf, properties, required, items, prefixItems, additionalProperties } = part;
  const branches = [...((oneOf ?? []) as Schema[]), ...((anyOf ?? []) as Schema[])];
  const needed = new Set((required ?? []) as string[]);
  return [
    ...branches.flatMap((branch) => fieldsIn(branch, `${path}${kindOf(branch)}`)),
    ...Object.entries((properties ?? {}) as Schema).flatMap(([name, field]) => [
      `${path}.${name}${needed.has(name) ? '' : '?'}`,
      ...fieldsIn(field, `${path}.${name}`),
    ]),
    ...fieldsIn(items, `${path}[]`),
    ...((prefixItems ?? []) as Schema[]).flatMap((item) => fieldsIn(item, `${path}[]`)),
    ...fieldsIn(additionalProperties, `${path}{}`),
  ];
}

const fields = [...new Set(fieldsIn(schema))].sort();
const digest = createHash('sha256')
  .update(canonicalJson(withoutWords(schema) as JsonValue))
  .digest('hex');
const frozen = JSON.parse(readFileSync(golden('result-2-frozen.json'), 'utf8')) as {
  readonly digest: string;
  readonly fields: readonly string[];
};

/** Whether the object that a field stands in was there; what stands in a new one may be demanded of who writes it. */
function stoodInFrozen(place: string): boolean {
  const object = place.slice(0, place.lastIndexOf('.') + 1);
  return object === '.' || frozen.fields.some((one) => one.startsWith(object));
}

const never =
  'ombud/result@2 is frozen (docs/adr/0066-the-result-is-frozen.md). A field that must be there must stay, and no other may become one: programs and signed files rest on it. Make the new field optional (exactOptional), or make ombud/result@3.';

const broken = {
  gone: frozen.fields.filter((place) => !fields.includes(place)),
  demanded: fields.filter(
    (place) => !place.endsWith('?') && !frozen.fields.includes(place) && stoodInFrozen(place),
  ),
};

test('every field is still there, and none has to be that did not', () => {
  expect(frozen.fields.length).toBeGreaterThan(1000);
  expect(broken, never).toEqual({ gone: [], demanded: [] });
});

test('the schema is the one that was written down', () => {
  // What breaks a reader is never written down.
  if (process.env.OMBUD_UPDATE === '1' && [...broken.gone, ...broken.demanded].length === 0) {
    writeFileSync(golden('result-2-frozen.json'), `${JSON.stringify({ digest, fields }, null, 2)}\n`);
    return;
  }
  expect(
    digest,
    `${never} If all you did is to add optional fields or a new kind of details or claims: describe them in docs/result.md, and write the digest down with OMBUD_UPDATE=1 npx vitest run packages/contract/src/result/frozen.test.ts.`,
  ).toBe(frozen.digest);
});

test('a file of the day of the freeze fits the schema of today', () => {
  const file: unknown = JSON.parse(readFileSync(golden('result-2.json'), 'utf8'));
  expect(resultSchema.safeParse(file).error?.issues ?? []).toEqual([]);
  expect(resultSchema.parse(file)).toEqual(file);
});

test('what a later version adds does not make a file unreadable for who validates by this schema', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  const file = JSON.parse(readFileSync(golden('result-2.json'), 'utf8'));
  file.later = 1;
  file.coverage.later = { rows: 2 };
  file.findings[0].groups[0].later = 'x';
  file.findings[0].details = { kind: 'of-2030', rows: [] };
  file.claims.push({ code: 'of-2030', params: {}, supports: null });
  expect(validate(file), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  file.verdict.state = 'of-2030';
  expect(validate(file)).toBe(false);
});
