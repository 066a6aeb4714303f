import type { Claim, ClaimOf, Finding, SweepDetails } from '@ombud/contract';

type Params = ClaimOf<'own-thresholds'>['params'];

/** The thresholds of groups that are decided about by different ones; null where there is one for all, or none. */
export function ownThresholdsOf({ present, groups }: SweepDetails): Params['groups'] | null {
  if (present !== null) return null;
  const own = groups.flatMap((entry) =>
    entry.present === null ? [] : [{ group: entry.group, ...entry.present }],
  );
  const different = new Set(own.map(({ threshold }) => threshold)).size > 1;
  return own.length === groups.length && different ? own : null;
}

/** What a sweep claims: that each group is decided about by its own threshold. */
export function thresholdClaims({ audit, measure, groupBy, details }: Finding, place: number): Claim[] {
  const groups = details?.kind === 'sweep' ? ownThresholdsOf(details) : null;
  if (details?.kind !== 'sweep' || groups === null) return [];
  const params = { audit, measure, groupBy, direction: details.direction, groups };
  return [{ code: 'own-thresholds', params, supports: { kind: 'pair', finding: place, pair: 0 } }];
}
