import { expect, test } from 'vitest';
import golden from '../../golden/monitoring.json' with { type: 'json' };
import { disagreement, group } from '../golden-agreement.ts';
import type { Interval } from '../types.ts';
import { bernoulliSequence } from './bernoulli-sequence.ts';
import { betaMixture } from './beta-mixture.ts';
import {
  type DetectorState,
  detectorEvidence,
  initialDetector,
  initialWealth,
  meanWealth,
  stepDetector,
  stepWealth,
  type WealthState,
} from './e-detector.ts';
import { differenceSequence, ratioSequence } from './two-sample-sequence.ts';

function agree(actual: Interval | null, [low, high]: readonly (number | null)[]): void {
  expect(disagreement(actual?.low, low), `low ${actual?.low}, expected ${low}`).toBeLessThan(1e-9);
  expect(disagreement(actual?.high, high), `high ${actual?.high}, expected ${high}`).toBeLessThan(1e-9);
}

test.each(golden.bernoulli)('bounded values agree with confseq: $sum of $n', (known) => {
  agree(bernoulliSequence(known, 1 - known.alpha, known), known.interval);
});

test.each(golden.beta)('the Beta(1/2, 1/2) mixture agrees with mpmath: $events of $n at $level', (known) => {
  agree(betaMixture(known, known.level), known.interval);
});

// The vectors of the design, by scipy.special.betaln.
test.each([
  [0, 10, 0, 0.376987],
  [3, 10, 0.032515, 0.747587],
  [30, 100, 0.165652, 0.46284],
  [300, 1000, 0.248983, 0.354562],
])('Beta(1/2, 1/2) mixture: %i of %i', (events, n, low, high) => {
  const interval = betaMixture({ events, n }, 0.95);
  expect(interval?.low).toBeCloseTo(low, 6);
  expect(interval?.high).toBeCloseTo(high, 6);
});

test.each(golden.two)('two groups agree with mpmath: $a against $b', (known) => {
  const [a, b] = [group(known.a), group(known.b)];
  agree(differenceSequence(a, b, known.level), known.difference);
  agree(ratioSequence(a, b, known.level), known.ratio);
});

test.each(golden.detector)('the e-detector agrees with exact fractions: $name', (known) => {
  const detector = known.z.reduce<DetectorState>(stepDetector, initialDetector());
  const wealth = known.z.reduce<WealthState>(stepWealth, initialWealth());
  expect(disagreement(detectorEvidence(detector), known.evidence)).toBeLessThan(1e-12);
  expect(disagreement(meanWealth(wealth), known.wealth)).toBeLessThan(1e-12);
});

test('the vector of the design: mean evidence 9.963296589, mean wealth 1.262627328', () => {
  const z = [0.8, -1, 0.4, 0.8, 0.8, -0.6, 0.8];
  expect(detectorEvidence(z.reduce<DetectorState>(stepDetector, initialDetector()))).toBeCloseTo(
    9.963296589,
    9,
  );
  expect(meanWealth(z.reduce<WealthState>(stepWealth, initialWealth()))).toBeCloseTo(1.262627328, 9);
});
