import type { Group, StrataDetails, StrataEvidence, StratifiedPair } from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { type Proportion, simpsonEvidence } from '@ombud/stats';

/** Pairs of a finding of which is asked what the strata say: those with the widest gaps. */
const mostAsked = 3;
/** Drawings of the bootstrap: enough that the tail of the level is seen, within what time allows. */
const drawings = { least: 2_000, most: 20_000, inTail: 10 } as const;

/** How surely something must be known of a finding, and the seed of the bootstrap. */
export interface EvidenceOptions {
  /** The chance of an error that the sentences about the finding may have together, in (0, 1). */
  readonly alpha: number;
  /** How many groups there are: a sentence is about one pair of all, since the pair was picked from the data. */
  readonly groups: number;
  readonly seed: number;
}

type Strata = StrataDetails['strata'];

function countsIn({ groups }: Strata[number], group: Group): Proportion {
  const own = groups.find((entry) => sameGroup(entry.group, group));
  const { events, n, effectiveN } = own ?? { events: 0, n: 0 };
  return { events, n, ...(effectiveN === undefined ? {} : { effectiveN }) };
}

function evidenceOf(strata: Strata, pair: StratifiedPair, options: EvidenceOptions): StrataEvidence {
  const { alpha, groups, seed } = options;
  const own = alpha / Math.max(1, (groups * (groups - 1)) / 2);
  const tables = strata.map((stratum) => ({
    a: countsIn(stratum, pair.group),
    b: countsIn(stratum, pair.reference),
  }));
  const enough = Math.ceil((2 * drawings.inTail) / own);
  const replicates = Math.min(drawings.most, Math.max(drawings.least, enough));
  const level = 1 - own;
  const { reading, people, explained } = simpsonEvidence(tables, { level, seed, replicates });
  return {
    reading,
    level,
    comparable: people.comparable,
    of: people.all,
    explained: { value: explained.value, interval: explained.interval },
  };
}

/** The pairs of a finding; those with the widest gaps each with what the strata surely say of it. */
export function withEvidence(
  pairs: readonly StratifiedPair[],
  strata: Strata,
  options: EvidenceOptions,
): StratifiedPair[] {
  const width = ({ crudeDifference }: StratifiedPair): number => Math.abs(crudeDifference ?? 0);
  const widest = new Set([...pairs].sort((a, b) => width(b) - width(a)).slice(0, mostAsked));
  return pairs.map((pair) =>
    widest.has(pair) ? { ...pair, evidence: evidenceOf(strata, pair, options) } : pair,
  );
}
