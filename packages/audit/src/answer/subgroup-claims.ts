import type { Claim, ClaimOf, Finding } from '@ombud/contract';
import { findingLevel, type WithChance } from './chance.ts';

type Params = ClaimOf<'worst-subgroup'>['params'];

/** A subgroup that is surely worse, as a claim tells it; null where it may be chance. */
export function realSubgroup(result: WithChance, finding: Finding, index: number): Params | null {
  const { details, audit, measure, groupBy } = finding;
  if (details?.kind !== 'subgroups') return null;
  const found = details.found[index];
  if (found === undefined || !found.confirmed || found.pHolm > findingLevel(result.chance, finding))
    return null;
  const { group, people, others, interval } = found;
  return {
    ...{ audit, measure, groupBy, event: details.event, group, people: people.n },
    ...{ rate: people.events / people.n, others: others.events / others.n, interval },
    ...{ columns: details.columns.length, lookedAt: details.lookedAt },
  };
}

/** The worst subgroup that a finding found, where there is one. */
export function subgroupClaims(result: WithChance, finding: Finding, place: number): Claim[] {
  const params = realSubgroup(result, finding, 0);
  return params === null
    ? []
    : [{ code: 'worst-subgroup', params, supports: { kind: 'pair', finding: place, pair: 0 } }];
}
