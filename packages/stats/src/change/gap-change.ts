import type { Confidence } from '../types.ts';
import { intervalOf, minus, pOf } from './mover.ts';
import { type BeforeAfter, type Changed, reachingChange } from './rate-change.ts';

/**
 * How the gap between two groups changed: `(group - reference) after - (group - reference) before`, which is the change of
 * the one less the change of the other; each keeps the pairing of its own people. Interval: variance estimates recovery from the four Wilson intervals (G. Y. Zou and
 * A. Donner, Statistics in Medicine 27, 2008); the test is the one that belongs to it.
 * @param correlation of the two changes; 0 where nobody is in one group before and in the other after
 * @returns null where nobody is counted in one of the four
 */
export function gapChange(
  group: BeforeAfter,
  reference: BeforeAfter,
  confidence: Confidence,
  correlation = 0,
): Changed | null {
  const [own, other] = [reachingChange(group), reachingChange(reference)];
  if (own === null || other === null) return null;
  const change = minus(own, other, correlation);
  return {
    value: change.value,
    interval: intervalOf(change, confidence, { method: 'mover-wilson', most: 2 }),
    test: { test: 'mover-wilson', statistic: null, df: null, p: pOf(change) },
  };
}
