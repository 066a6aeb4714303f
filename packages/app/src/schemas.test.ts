import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditEngine } from '@ombud/audit';
import { resultSchema, schemaFiles } from '@ombud/contract';
import { memoryEngine } from '@ombud/table';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..', '..');
const committed = (file: string): unknown =>
  JSON.parse(readFileSync(join(root, 'packages', 'contract', 'schema', file), 'utf8'));
const validator = (file: string) =>
  new Ajv2020({ strict: false, allErrors: true }).compile(committed(file) as object);

/** The places of fields that say nothing of themselves: no description, and no constant that says all. */
function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, ...rest } = schema as { readonly properties?: Record<string, Record<string, unknown>> };
  const fields = Object.entries(properties ?? {}).flatMap(([name, field]) => [
    ...('description' in field || 'const' in field ? [] : [`${path}.${name}`]),
    ...undescribed(field, `${path}.${name}`),
  ]);
  return [...fields, ...Object.values(rest).flatMap((part) => undescribed(part, path))];
}

test.each(Object.entries(schemaFiles()))('every field of schema/%s is described', (_, text) => {
  expect([...new Set(undescribed(JSON.parse(text)))]).toEqual([]);
});

const rows = ['F', 'M', 'X'].flatMap((sex, i) =>
  ['a', 'b'].flatMap((dept) =>
    ['yes', 'no'].flatMap((hired) =>
      ['yes', 'no'].map((stayed): (string | number)[] => [sex, dept, hired, stayed, 10 + i]),
    ),
  ),
);

const full = () =>
  auditEngine(
    memoryEngine(['sex', 'dept', 'hired', 'stayed', 'people'], [...rows, ['unknown', 'a', '', 'no', 3]]),
    {
      source: 'typed in',
      decision: { column: 'hired' },
      favourable: 'positive',
      outcome: { column: 'stayed', positive: ['yes'], negative: ['no'] },
      groups: [{ column: 'sex' }],
      strata: [{ column: 'dept' }],
      count: 'people',
      population: { source: 'census', shares: { sex: { F: 1, M: 1, Z: 1 } } },
      policy: {
        use: ['us-four-fifths', 'nyc-ll144'],
        assertions: [{ audit: 'accuracy', level: 'warn', judge: 'point', minValue: 0.5, source: 'test' }],
        whenCannotTell: 'warn',
      },
      system: { id: 'hiring', owner: { name: 'HR' } },
      wording: { people: 'applicants', groups: { sex: { F: 'women' } } },
    },
  );

test('a result with every audit in it fits the published schema, and comes back unchanged', async () => {
  const result = await full();
  expect(new Set(result.findings.map(({ details }) => details?.kind)).size).toBe(5);
  const text: unknown = JSON.parse(JSON.stringify(result));
  const validate = validator('result.json');
  expect(validate(text), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(resultSchema.parse(text)).toEqual(text);
});

test.each([
  ['a state that there is not', { verdict: { state: 'maybe', assertions: [] } }],
  ['another schema', { schema: 'ombud/result@99' }],
])('%s does not fit', async (_, change) => {
  const result = { ...(await full()), ...change };
  expect(validator('result.json')(JSON.parse(JSON.stringify(result)))).toBe(false);
  expect(resultSchema.safeParse(result).success).toBe(false);
});

test('we write no field that is not declared; who reads by the published schema passes over it', async () => {
  const result = { ...(await full()), score: 97 };
  expect(resultSchema.safeParse(result).success).toBe(false);
  expect(validator('result.json')(JSON.parse(JSON.stringify(result)))).toBe(true);
});

test('the example declaration fits the schema of ombud.yaml, and a mistyped key does not', () => {
  const text = readFileSync(join(root, 'examples', 'berkeley-1973', 'ombud.yaml'), 'utf8');
  const validate = validator('ombud-yaml.json');
  expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  expect(validate(parse(text.replace('policy:', 'polcy:')))).toBe(false);
});
