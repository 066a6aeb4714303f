import type { ExposureDetails, Finding } from '@ombud/contract';
import { type Ndkl, ndkl, type RankedTier, skewAt } from '@ombud/stats';
import type { ScoredGroup, Scores } from '@ombud/table';
import { type AuditContext, finding } from './audit.ts';
import { directionOf } from './present-threshold.ts';
import { defineScoreAudit, familyOf, groupsOrReason } from './score-audit.ts';

const id = 'ranking-exposure';

/** A list that is longer than this nobody reads as a ranking; its first places weigh most. */
const mostPlaces = 1000;
/** Rankings by lot beside which the divergence is put. */
const drawings = 999;

/** People by score, the first place first; all groups in their order. */
function tiersOf(groups: readonly ScoredGroup[], direction: ExposureDetails['direction']): RankedTier[] {
  const found = new Map<number, number[]>();
  for (const [place, { cells }] of groups.entries()) {
    for (const { score, n } of cells) {
      const people = found.get(score) ?? groups.map(() => 0);
      found.set(score, people);
      people[place] = (people[place] ?? 0) + n;
    }
  }
  const sign = direction === 'at-least' ? -1 : 1;
  return [...found].sort(([a], [b]) => sign * (a - b)).map(([, people]) => ({ people }));
}

/** The places asked about: the first 10, 100 and 1,000, a tenth and a quarter of all, as far as there are so many people. */
function placesOf(people: number): number[] {
  const asked = [10, 100, 1000, Math.round(people / 10), Math.round(people / 4)];
  return [...new Set(asked)].filter((first) => first >= 10 && first < people).sort((a, b) => a - b);
}

const divergenceOf = (found: Ndkl | null): ExposureDetails['divergence'] =>
  found === null || found.byLot === null
    ? null
    : { value: found.value, byLot: found.byLot.mean, p: found.byLot.p };

function measure(scores: Scores, groupBy: readonly string[], { level, seed }: AuditContext): Finding {
  const groups = groupsOrReason(id, scores, groupBy);
  if ('audit' in groups) return groups;
  const direction = directionOf(scores.cells);
  const tiers = tiersOf(groups, direction);
  const counts = groups.map(({ cells }) => cells.reduce((sum, { n }) => sum + n, 0));
  const people = counts.reduce((sum, n) => sum + n, 0);
  const shares = counts.map((n) => n / people);
  const depth = Math.min(people, mostPlaces);
  const confidence = familyOf(level, groups.length);
  const places = placesOf(people).map((first) => ({
    first,
    skews: skewAt(tiers, shares, first, confidence),
  }));
  const details: ExposureDetails = {
    kind: 'exposure',
    direction,
    people,
    depth,
    divergence: divergenceOf(ndkl(tiers, shares, { depth, drawings, seed })),
    groups: groups.map(({ group }, i) => ({
      group,
      n: counts[i] ?? 0,
      share: shares[i] ?? 0,
      places: places.flatMap(({ first, skews }) => {
        const skew = skews[i];
        if (skew === undefined) return [];
        return [{ first, share: skew.share, skew: { value: skew.value, interval: skew.interval } }];
      }),
    })),
  };
  return finding(id, groupBy, { details });
}

/**
 * Who has the first places when people are ranked by the score: skew at k and the normalised discounted Kullback-Leibler
 * divergence, beside rankings by lot. Geyik, Ambler, Kenthapadi, KDD 2019.
 */
export const rankingExposure = defineScoreAudit({
  id,
  title: 'Ranking exposure',
  description: 'Who has the first places when people are ranked by the score.',
  needs: ['score', 'groups'],
  places: true,
  tags: ['eu-ai-act-10'],
  attributes: 'single',
  measure,
});
