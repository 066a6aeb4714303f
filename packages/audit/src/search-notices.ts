import type { Finding, Reason, SubgroupsDetails } from '@ombud/contract';
import { mostNamed } from './unvaried.ts';

type LeftOut = NonNullable<SubgroupsDetails['leftOutColumns']>[number];

const reasons: readonly LeftOut['reason'][] = ['many-columns', 'many-values', 'few-people'];

/** Columns in which the search for the worst subgroup did not look: who reads the answer alone must know of them. */
export function searchNotices(findings: readonly Finding[]): Reason[] {
  // The first question asks about everybody; the others of some, and say so in their tables.
  const details = findings.flatMap((finding) =>
    finding.details?.kind === 'subgroups' && finding.state === 'measured' ? [finding.details] : [],
  )[0];
  if (details === undefined) return [];
  const leftOut = details.leftOutColumns ?? [];
  return reasons.flatMap((reason): Reason[] => {
    const columns = leftOut.filter((one) => one.reason === reason).map(({ column }) => column);
    if (columns.length === 0) return [];
    const params = {
      columns: columns.slice(0, mostNamed),
      n: columns.length,
      searched: details.columns.length,
    };
    return [{ code: `search-${reason}`, params }];
  });
}
