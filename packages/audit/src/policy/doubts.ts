import type { Finding, Reason } from '@ombud/contract';
import type { Cover } from './judged-groups.ts';
import type { Limit } from './limit.ts';
import type { Policy } from './policy.ts';

/** Something about who was counted that a pass may not survive. */
export interface Doubt {
  readonly reason: Reason;
  /** True: a pass becomes "cannot tell". False: it is only said. */
  readonly stops: boolean;
}

/** A pass covers the groups that are large enough; more people beside them than the policy allows and it covers too few. */
function uncovered(finding: Finding, { people, of }: Cover, { uncoveredShare }: Policy): Doubt[] {
  const all = of + finding.unplaced;
  const outside = all - people;
  if (outside <= 0) return [];
  const share = outside / all;
  return [
    {
      reason: {
        code: 'uncovered',
        params: { covered: people, people: outside, of: all, share, limit: uncoveredShare },
      },
      stops: share > uncoveredShare,
    },
  ];
}

/** All doubts about a pass of this finding, the gravest first. */
export function doubtsOf(finding: Finding, cover: Cover, _limit: Limit, policy: Policy): Doubt[] {
  return uncovered(finding, cover, policy);
}
