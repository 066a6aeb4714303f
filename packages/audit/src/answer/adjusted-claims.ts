import type { Claim, ClaimOf, Finding } from '@ombud/contract';
import type { Measured } from './findings.ts';

type Params = ClaimOf<'gap-adjusted'>['params'];

/** What a regression leaves of the gap of one group, as a claim tells it; null where there is no estimate. */
export function adjustedGap(
  { roles }: Measured,
  { details, groupBy }: Finding,
  index: number,
): Params | null {
  if (details?.kind !== 'adjusted') return null;
  const { reference, groups } = details;
  const found = groups[index];
  if (found === undefined) return null;
  const { group, crude: together, adjusted } = found;
  const { value: left, interval } = adjusted;
  if (left === null || together === null) return null;
  const strata = roles.strata.map(({ column }) => column);
  return { groupBy, strata, group, reference, left, interval, together };
}

/** What a regression leaves of the widest gap. */
export function adjustedClaims(result: Measured, finding: Finding, place: number): Claim[] {
  if (finding.details?.kind !== 'adjusted') return [];
  const [widest] = finding.details.groups
    .flatMap((_, pair) => {
      const params = adjustedGap(result, finding, pair);
      return params === null ? [] : [{ params, pair }];
    })
    .sort((a, b) => Math.abs(b.params.together) - Math.abs(a.params.together));
  if (widest === undefined) return [];
  const { params, pair } = widest;
  return [{ code: 'gap-adjusted', params, supports: { kind: 'pair', finding: place, pair } }];
}
