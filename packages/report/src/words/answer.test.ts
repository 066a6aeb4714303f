import { expect, test } from 'vitest';
import { finding, measure, result, withClaims } from '../../test/build-result.ts';
import { berkeleyResult, emptyResult, largeResult, smallResult } from '../../test/results.ts';
import { tell } from '../telling.ts';
import { peopleGaps } from './answer.ts';
import { claimText } from './claims.ts';
import { answerSentences, meaningSentences, verdictSentence } from './sentences.ts';

test('the answer is in the declared words, and a reversal is told in it', () => {
  const [first, second] = answerSentences(berkeleyResult());
  expect(first).toMatch(/^For every 100 women, 30 were admitted; for every 100 men, 45\. /);
  expect(second).toContain('the strata reverse the answer');
});

test('without declared words it names the column and its value, and guesses none', () => {
  expect(answerSentences(smallResult())[0]).toMatch(
    /^For every 100 people with sex = F, 30 got the positive decision \(admitted = yes\); for every 100 people with sex = M, 45\. This difference is larger than chance alone explains/,
  );
});

test('a gap whose interval includes no difference is not called a gap', () => {
  const groups = [measure({ sex: 'F' }, 40, 18), measure({ sex: 'M' }, 40, 20)];
  const [first] = answerSentences(result([finding('adverse-impact', ['sex'], groups)]));
  expect(first).toContain('cannot be told apart from chance');
});

test('a few people are counted, not turned into a rate of a hundred', () => {
  const groups = [measure({ sex: 'F' }, 12, 3), measure({ sex: 'M' }, 9, 5)];
  expect(answerSentences(result([finding('adverse-impact', ['sex'], groups)]))[0]).toMatch(
    /^Of the 12 people with sex = F, 3 got the positive decision \(admitted = yes\); of the 9 people with sex = M, 5\./,
  );
});

test('a group of very few people is not an end of the gap while two larger groups exist, and that is said', () => {
  const groups = [
    measure({ race: 'a' }, 3, 0),
    measure({ race: 'b' }, 500, 100),
    measure({ race: 'c' }, 500, 200),
  ];
  const [first] = answerSentences(result([finding('adverse-impact', ['race'], groups)]));
  expect(first).toMatch(/^For every 100 people with race = b, 20 /);
  expect(first).toContain('One group of fewer than 30 people is in the tables');
});

test('only an outcome: the base rate answers', () => {
  const groups = [measure({ sex: 'F' }, 100, 50), measure({ sex: 'M' }, 100, 60)];
  const only = result([finding('base-rate', ['sex'], groups)], { wording: { happened: 'repaid the loan' } });
  expect(answerSentences(only)[0]).toMatch(/^For every 100 people with sex = F, 50 repaid the loan; /);
});

test('nothing measured says so, with the reasons', () => {
  expect(answerSentences(emptyResult())).toEqual([
    'No gap between groups could be measured.',
    'Selection rate by sex: Only one group of sex has people in this rate, so there is nobody to compare with.',
    'Accuracy by sex: Accuracy needs outcome, which was not given.',
    'Adverse impact by sex: Adverse impact failed: The audit broke.',
  ]);
  expect(answerSentences(result([]))).toEqual(['No gap between groups could be measured.']);
});

test('the worst attribute comes first', () => {
  const wide = finding(
    'adverse-impact',
    ['race'],
    [measure({ race: 'a' }, 900, 90), measure({ race: 'b' }, 900, 450)],
  );
  const [first] = answerSentences(result([...smallResult().findings, wide]));
  expect(first).toContain('race = a');
});

test('what positive means is said, with whether it is favourable', () => {
  const small = smallResult();
  expect(meaningSentences(small)).toEqual([
    'Positive means admitted = yes; for the person this is favourable.',
  ]);
  const risk = { ...small, roles: { ...small.roles, favourable: 'negative' as const } };
  expect(meaningSentences(risk)[0]).toContain('unfavourable');
});

// 1,835 women at the men's rate of 1198/2691 would be 816.9; 557 were admitted.
test('strata that do not reverse the answer say what is left of the gap inside them', () => {
  const result = berkeleyResult();
  const calm = withClaims({
    ...result,
    roles: { ...result.roles, strata: [{ column: 'department' }] },
    findings: result.findings.map((finding) =>
      finding.details?.kind === 'strata'
        ? {
            ...finding,
            details: {
              ...finding.details,
              pairs: finding.details.pairs.map((pair) => ({
                ...pair,
                evidence: pair.evidence && { ...pair.evidence, reading: 'unclear' as const },
              })),
            },
          }
        : finding,
    ),
  });
  const given = answerSentences(calm).filter((sentence) => sentence.startsWith('Among'));
  expect(given).toHaveLength(1);
  expect(given[0]).toMatch(
    /of the same department, the difference between women and men in that decision is .*4.*; all together it is .*14/,
  );
});

test('a gap in people: Berkeley 1973', () => {
  const t = tell(berkeleyResult());
  expect(peopleGaps(t).flatMap((gaps) => gaps.map((gap) => claimText(t, gap)))).toEqual([
    'At the rate of men (44.5 %), about 260 more of the 1,835 women would be among those who were admitted.',
  ]);
});

test('the verdict: no policy is no verdict, and cannot tell is not a pass', () => {
  expect(verdictSentence(berkeleyResult())).toBe('No limit was set, so there is no verdict.');
  expect(verdictSentence(smallResult())).toBe(
    'Fail: the policy is not met. Of 4 rules, 1 passed, 1 failed, 1 only warns and 1 cannot be told.',
  );
  const open = { ...smallResult(), verdict: { ...smallResult().verdict, state: 'cannot-tell' as const } };
  expect(verdictSentence(open)).toContain('That is not a pass');
});

test('ninety groups still make a short answer', () => {
  expect(answerSentences(largeResult()).length).toBeLessThan(8);
});

test('what was read as yes and as no, and what is odd, stand at the top with what positive means', () => {
  const one = smallResult();
  const read = {
    role: 'decision',
    column: 'admitted',
    positive: [{ value: 'yes', rows: 1755 }],
    negative: [
      { value: 'no', rows: 2700 },
      { value: 'withdrawn', rows: 71 },
    ],
    more: 0,
  } as const;
  const notices = [
    { code: 'third-values-decision', params: { column: 'admitted', values: ['no', 'with\u202Edrawn'] } },
  ];
  expect(meaningSentences({ ...one, coverage: { ...one.coverage, read: [read] }, notices }).slice(1)).toEqual(
    [
      'Of admitted, read as yes: “yes” (1,755); as no: “no” (2,700), “withdrawn” (71).',
      expect.stringMatching(
        /^Look: several values of "admitted" were read as the negative decision: no, with[^\u202E]*drawn\./,
      ),
    ],
  );
});

test.each([
  [true, 0.01, 0.05, 'happens more often'],
  [false, -0.01, 0.05, 'as often as to'],
  [false, 0.01, 0.05, 'may happen'],
  [false, -0.05, -0.01, 'may happen'],
] as const)(
  'a gap at equal score (real: %s, %d to %d) agrees with the interval beside it',
  (real, low, high, answered) => {
    const interval = { low, high, level: 0.95, method: 'wilson', simultaneous: true };
    const sentence = claimText(tell(smallResult()), {
      code: 'score-gap',
      params: {
        ...{ audit: 'calibration', measure: 'calibration', groupBy: ['sex'], need: null, real, interval },
        ...{ group: { sex: 'F' }, reference: { sex: 'M' }, value: (low + high) / 2 },
      },
      supports: { kind: 'pair', finding: 0, pair: 0 },
    });
    expect(sentence).toContain(answered);
    expect(sentence.includes('leaves out equality')).toBe(answered === 'may happen');
  },
);
