/** Sentences of random audits, as people read them: each number in them is one of the result's, in both languages. */
import { auditEngine } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
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
  const ofMany = [1_000, 10_000, 100_000].map((people) => (people * x).toFixed(0));
  return [...digits, ...short, ...ofMany].map((text) => String(Math.abs(Number(text))));
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

test('each number of each sentence is one of the result, and Spanish says the same numbers', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const engine = memoryEngine(['tree', 'd', 'n'], rows);
      const result = await auditEngine(engine, spec).catch(() => null);
      if (result === null) return;
      const known = new Set([...fixed, ...leaves(result)].flatMap(written));
      const [said, dicho] = [sentencesOf(result, english), sentencesOf(result, spanish)];
      expect(dicho).toHaveLength(said.length);
      for (const [i, sentence] of said.entries()) {
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
      expect(said[0]).toMatch(word);
    }),
    { numRuns: 60, seed: 20261126 },
  );
  expect(seen).toBeGreaterThan(200);
});
