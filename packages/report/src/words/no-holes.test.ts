/** Whatever could not be measured: no sentence has a hole where a name should be, in any language. */
import { auditEngine } from '@ombud/audit';
import type { Assertion, AuditSpec, Result } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { chooseLanguage, english, type Language } from '@ombud/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderTerminal } from '../index.ts';
import { tell } from '../telling.ts';
import { cardTitle, coverText, othersBeyond, realAndOpen, whoAgainstWhom } from './card.ts';
import { verdictLine } from './leading.ts';
import { answerSentences, assertionSentence, meaningSentences, verdictSentence } from './sentences.ts';

/** Two blanks, quotes or brackets around nothing, a mark after a blank, a name that is not there. */
const hole = /\S {2,}\S|\(\s*\)|“\s*”|«\s*»|""|\s[,.;:)](?:\s|$)|undefined|\{\$|^\s|\s$/;

const languages = ['en', 'es', 'ar'].map((tag): Language => {
  const language = chooseLanguage(tag);
  if (language?.tag !== tag) throw new Error(`There is no language ${tag}.`);
  return language;
});

function sentencesOf(result: Result, language: Language): readonly string[] {
  const t = tell(result, language);
  return [
    verdictLine(t),
    verdictSentence(result, language),
    ...answerSentences(result, language),
    ...meaningSentences(result, language),
    ...result.verdict.assertions.flatMap((one) => [
      assertionSentence(result, one, language),
      cardTitle(t, one),
      ...coverText(t, one),
      ...realAndOpen(t, one),
      whoAgainstWhom(t, one) ?? '-',
      othersBeyond(t, one) ?? '-',
    ]),
  ];
}

function expectNoHoles(result: Result): void {
  for (const language of languages)
    for (const sentence of sentencesOf(result, language)) expect(sentence).not.toMatch(hole);
}

const rule = (audit: string, limit: Partial<Assertion>): Assertion => ({
  ...{ audit, level: 'error', judge: 'interval', source: 'test' },
  ...limit,
});
/** Rules that little of the data fits: an outcome that is not there, more people than there are, nobody who has it. */
const assertions: readonly Assertion[] = [
  rule('adverse-impact', { minRatio: 0.8 }),
  rule('adverse-impact', { minRatio: 0.8, judge: 'point' }),
  rule('selection-rate', { minValue: 0.5, minPeople: 5000 }),
  rule('selection-rate', { maxDifference: 0.1, maxRatio: 1 }),
  rule('base-rate', { maxDifference: 0.05 }),
  rule('false-negative-rate', { maxRatio: 0.9, minRatio: 0.9, minValue: 0.1 }),
  rule('accuracy', { minValue: 0.5 }),
  rule('recourse', { minRatio: 0.8 }),
];

const spec = (more: Partial<AuditSpec>): AuditSpec => ({
  source: 'drawn',
  decision: { column: 'd', positive: ['yes'], negative: ['no'], declared: true },
  groups: [{ column: 'tree' }],
  favourable: 'positive',
  count: 'n',
  policy: { use: ['us-four-fifths'], assertions, whenCannotTell: 'error' },
  ...more,
});

const counts = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 900 }));
const tables = fc
  .array(fc.tuple(counts, counts, counts, counts), { minLength: 2, maxLength: 4 })
  .map((groups) =>
    groups.flatMap((cells, i) =>
      cells.map((n, j): MemoryRow => ['abcd'[i] ?? '', j < 2 ? 'yes' : 'no', j % 2 ? 'paid' : 'lost', n]),
    ),
  );
const columns = ['tree', 'd', 'end', 'n'];
const outcome = { column: 'end', positive: ['paid'], negative: ['lost'], declared: true } as const;

test('of random small tables, with and without an outcome', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), async (rows, withOutcome) => {
      const asked = spec(withOutcome ? { outcome } : {});
      const result = await auditEngine(memoryEngine(columns, rows), asked).catch(() => null);
      if (result === null) return;
      seen += 1;
      expectNoHoles(result);
    }),
    { numRuns: 40, seed: 20261126 },
  );
  expect(seen).toBeGreaterThan(15);
});

test('the ratio, the difference and the value of nobody are told by their rate', async () => {
  const rows: MemoryRow[] = [
    ['a', 'yes', 'paid', 1],
    ['b', 'no', 'paid', 1],
  ];
  const result = await auditEngine(memoryEngine(columns, rows), spec({}));
  expectNoHoles(result);
  const answered = result.verdict.assertions.map((one) => assertionSentence(result, one));
  expect(answered.filter((sentence) => sentence.includes('could not be measured')).length).toBeGreaterThan(3);
  expect(renderTerminal(result, { columns: 200, colour: false, language: english })).not.toMatch(
    /of {2}to|between {2}and/,
  );
});
