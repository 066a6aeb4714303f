import { type Link, margins, probabilities } from '@ombud/model';
import { describe, expect, it } from 'vitest';
import { randomEnsemble } from '../../test/random-ensemble.ts';
import { predict, scoreOf } from './decision-rule.ts';

const model = randomEnsemble(1, { trees: 4, leaves: 5, numbers: 3, most: 8 });
const links: readonly (readonly [string, Link, number])[] = [
  ['identity', { kind: 'identity' }, -0.4],
  ['logistic', { kind: 'logistic', steepness: 1, midpoint: 0, normalised: false }, 0.3],
  ['steep logistic', { kind: 'logistic', steepness: 2, midpoint: 0.7, normalised: false }, 0.6],
  ['exponential', { kind: 'exponential' }, 0.5],
  ['log1p-exp', { kind: 'log1p-exp' }, 0.8],
  ['signed square', { kind: 'signed-square' }, -0.3],
];

describe('where a decision turns, as a margin', () => {
  it.each(links)(
    '%s: just above it is the positive decision, just below the negative one',
    (_, link, cutoff) => {
      const rule = { cutoff, scale: 'probability', favourable: 'positive', output: 0 } as const;
      const need = scoreOf({ ...model, link }, rule)?.need ?? Number.NaN;
      const at = (margin: number): number => probabilities(link, Float64Array.of(margin))[0] ?? Number.NaN;
      expect(at(need + 1e-9)).toBeGreaterThanOrEqual(cutoff);
      expect(at(need - 1e-9)).toBeLessThan(cutoff);
    },
  );

  it('turns round where the negative decision is the favourable one', () => {
    const rule = { cutoff: 0.2, scale: 'raw', favourable: 'negative', output: 0 } as const;
    expect(scoreOf(model, rule)).toEqual({ weights: [-1], need: -0.2 });
    const row = Float64Array.of(1, 2, 3);
    expect(predict(model, rule, row).favourable).toBe((margins(model, row)[0] ?? 0) < 0.2);
  });

  it.each([0, 1, 1.5, -2])('a probability of %s is never the place where it turns', (cutoff) => {
    const rule = { cutoff, scale: 'probability', favourable: 'positive', output: 0 } as const;
    expect(() => scoreOf(model, rule)).toThrow('OMBUD_E_EXPLAIN_CUTOFF/never-reached');
  });

  it('two classes that share their probability are one sum; three are none', () => {
    const rule = { cutoff: 0.5, scale: 'probability', favourable: 'positive', output: 1 } as const;
    const shared = { ...model, link: { kind: 'softmax' } as const, base: Float64Array.of(0, 0, 0) };
    expect(scoreOf({ ...shared, outputs: 2 }, rule)).toEqual({ weights: [-1, 1], need: 0 });
    expect(scoreOf({ ...shared, outputs: 3 }, rule)).toBeNull();
  });
});
