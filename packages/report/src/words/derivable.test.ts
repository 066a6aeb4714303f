/** Sentences of random audits, as people read them: each number in them is one of the result's, in both languages. */
import { auditEngine } from '@ombud/audit';
import type { Assertion, AuditSpec, Result } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { chooseLanguage, english, type Language } from '@ombud/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tell } from '../telling.ts';
import { verdictLine } from './leading.ts';
import { answerSentences, assertionSentence, verdictSentence } from './sentences.ts';

const spanish = chooseLanguage('es') ?? english;

/** Names of groups hold no digit, so that a digit in a sentence is a number. */
const names = ['ash', 'birch', 'cedar', 'dill'];
const tables = fc.integer({ min: 2, max: 4 }).chain((groups) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3_000 })), {
      minLength: groups * 2,
      maxLength: groups * 2,
    })
    .map((counts) =>
      counts.map((n, i): MemoryRow => [names[Math.floor(i / 2)] ?? '', i % 2 === 0 ? 'no' : 'yes', n]),
    ),
);

const spec: AuditSpec = {
  source: 'drawn',
  decision: { column: 'd', positive: ['yes'], negative: ['no'] },
  groups: [{ column: 'tree' }],
  count: 'n',
  favourable: 'positive',
  policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' },
};

/**
 * What sentences say whatever the data: of 100 people (of more, where rates are close), in 80 of 100
 * cases, groups of fewer than 30 people.
 */
const fixed = [100, 1_000, 10_000, 100_000, 80, 30];

/** Every number of the result, and how long each list is. */
function leaves(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const length = Array.isArray(value) ? [value.length] : [];
  return [...length, ...Object.values(value).flatMap(leaves)];
}

/** A number as sentences may write it: whole, in percent or points, of so many people, with up to four digits. */
function written(x: number): string[] {
  const digits = [0, 1, 2, 3, 4].flatMap((n) => [x.toFixed(n), (100 * x).toFixed(n)]);
  const short = x === 0 ? [] : [String(Number(x.toPrecision(2))), String(Number(x.toPrecision(3)))];
  // A level is rounded down, so that what has reached it is never called short of it.
  const down = [1, 10, 100].map((by) => String(Math.floor(100 * x * by) / by));
  const ofMany = [1_000, 10_000, 100_000].map((people) => (people * x).toFixed(0));
  return [...digits, ...short, ...down, ...ofMany].map((text) => String(Math.abs(Number(text))));
}

/** The numbers of a sentence, however the language separates thousands and fractions. */
function numbersOf(text: string, language: Language): number[] {
  const fraction = language === english ? '.' : ',';
  return [...text.matchAll(/\d[\d.,\u00a0\u202f]*\d|\d/g)].map(([found]) =>
    Number([...found].map((each) => (/\d/.test(each) ? each : each === fraction ? '.' : '')).join('')),
  );
}

const sentencesOf = (result: Result, language: Language): readonly string[] => [
  verdictLine(tell(result, language)) ?? '',
  verdictSentence(result, language),
  ...answerSentences(result, language),
  ...result.verdict.assertions.map((one) => assertionSentence(result, one, language)),
];

/** Checks every number of every sentence, in both languages. @returns how many numbers were said */
async function checkNumbers(rows: MemoryRow[], columns: string[], asked: AuditSpec): Promise<number> {
  const result = await auditEngine(memoryEngine(columns, rows), asked).catch(() => null);
  if (result === null) return 0;
  const known = new Set([...fixed, ...leaves(result)].flatMap(written));
  const [told, dicho] = [sentencesOf(result, english), sentencesOf(result, spanish)];
  expect(dicho).toHaveLength(told.length);
  let seen = 0;
  for (const [i, sentence] of told.entries()) {
    const numbers = numbersOf(sentence, english);
    const unknown = numbers.filter((n) => !known.has(String(n)));
    expect({ sentence, unknown }).toEqual({ sentence, unknown: [] });
    const numeros = numbersOf(dicho[i] ?? '', spanish);
    expect({ dicho: dicho[i], numeros: numeros.toSorted() }).toEqual({
      dicho: dicho[i],
      numeros: numbers.toSorted(),
    });
    seen += numbers.length;
  }
  const word = { pass: /^Pass/, fail: /^Fail/, 'cannot-tell': /^Cannot tell/ }[result.verdict.state];
  if (result.verdict.assertions.length > 0) expect(told[0]).toMatch(word);
  return seen;
}

test('each number of each sentence is one of the result, and Spanish says the same numbers', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      seen += await checkNumbers(rows, ['tree', 'd', 'n'], spec);
    }),
    { numRuns: 60, seed: 20261126 },
  );
  expect(seen).toBeGreaterThan(200);
});

const stones = ['agate', 'beryl', 'coral'];

/** Two attributes, decision and outcome; some cells with nobody. */
const crossed = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
  .chain(([trees, of]) =>
    fc
      .array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3_000 })), {
        minLength: trees * of * 4,
        maxLength: trees * of * 4,
      })
      .map((counts) =>
        counts.map((n, i): MemoryRow => {
          const group = Math.floor(i / 4);
          return [
            names[group % trees] ?? '',
            stones[Math.floor(group / trees)] ?? '',
            i % 2 === 0 ? 'no' : 'yes',
            Math.floor(i / 2) % 2 === 0 ? 'no' : 'yes',
            n,
          ];
        }),
      ),
  );

const assertion = (audit: string, limit: Partial<Assertion>): Assertion => ({
  audit,
  level: 'error',
  judge: 'interval',
  source: 'test',
  ...limit,
});

/** Rules of every kind: packs, ratios and differences of several rates, rates themselves, by the point and as a warning. */
const rules = fc.subarray(
  [
    assertion('selection-rate', { minRatio: 0.8 }),
    assertion('selection-rate', { maxDifference: 0.05, level: 'warn' }),
    assertion('false-negative-rate', { maxDifference: 0.1 }),
    assertion('false-positive-rate', { maxRatio: 1.25 }),
    assertion('equalized-odds', { maxDifference: 0.1, judge: 'point' }),
    assertion('accuracy', { minValue: 0.5 }),
    assertion('base-rate', { minRatio: 0.9, groupBy: [['tree', 'stone']] }),
  ],
  { minLength: 1 },
);

const policies = fc.record({
  use: fc.subarray(['us-four-fifths', 'nyc-ll144']),
  assertions: rules,
  whenCannotTell: fc.constantFrom('error' as const, 'warn' as const),
});

test('two attributes under several rules: each number is one of the result, in both languages', async () => {
  let seen = 0;
  const favourable = fc.constantFrom('positive' as const, 'negative' as const);
  await fc.assert(
    fc.asyncProperty(crossed, policies, favourable, async (rows, policy, good) => {
      seen += await checkNumbers(rows, ['tree', 'stone', 'd', 'y', 'n'], {
        ...spec,
        outcome: { column: 'y', positive: ['yes'], negative: ['no'] },
        groups: [{ column: 'tree' }, { column: 'stone' }],
        favourable: good,
        policy,
      });
    }),
    { numRuns: 15, seed: 20261127 },
  );
  expect(seen).toBeGreaterThan(300);
});
