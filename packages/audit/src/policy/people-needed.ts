import { sampleSizeForDifference, sampleSizeForRatio } from '@ombud/stats';
import type { JudgedGroup } from './judged-groups.ts';
import type { Limit } from './limit.ts';
import { lowerLimit } from './pair-interval.ts';

/**
 * People in each of the two groups with whom it could be told, if the rates stay as they are; null where nobody can say,
 * or where so many are there already.
 */
export function peopleNeeded(
  group: JudgedGroup | null,
  reference: JudgedGroup | null,
  limit: Limit,
): number | null {
  if (group === null || reference === null || limit.kind === 'value') return null;
  const [low, high] = group.value <= reference.value ? [group, reference] : [reference, group];
  const question = { rateA: low.value, rateB: high.value, limit: lowerLimit(limit) };
  const confidence = { level: 0.9 };
  const people =
    limit.kind === 'ratio'
      ? sampleSizeForRatio(question, confidence)
      : sampleSizeForDifference(question, confidence);
  return people !== null && people > Math.min(group.n, reference.n) ? people : null;
}
