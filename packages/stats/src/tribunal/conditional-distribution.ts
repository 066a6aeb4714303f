import { checkWholePeople } from '../counts.ts';
import { hypergeometric } from '../discrete/unimodal.ts';
import { comparable, type PairTable } from '../strata/table.ts';

/** The events of group `a` over all strata, when every stratum's totals are given and the groups have equal odds. */
export interface ConditionalDistribution {
  readonly lowest: number;
  /** Probabilities of `lowest`, `lowest` + 1, ... at an odds ratio of 1. */
  readonly masses: Float64Array;
  readonly observed: number;
}

/** More work than this many products is not done: the normal test is as good there. */
const mostProducts = 2e8;

/**
 * The exact conditional distribution of the events of `a`, by folding the strata's hypergeometric distributions one into the
 * other (C. R. Mehta, N. R. Patel, R. Gray, JASA 80, 1985), as R's mantelhaen.test(exact = TRUE).
 * @returns `null` where no stratum can tell, or where the tables are so large that folding them takes too long.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts.
 */
export function conditionalDistribution(tables: readonly PairTable[]): ConditionalDistribution | null {
  checkWholePeople(
    tables.flatMap(({ a, b }) => [a, b]),
    'exact-conditional',
  );
  const strata = comparable(tables)
    .map(({ a, nA, events, total }) => ({ observed: a, ...hypergeometric(events, total, nA) }))
    .filter(({ lowest, highest }) => highest > lowest);
  if (strata.length === 0) return null;
  let [lowest, observed, products] = [0, 0, 0];
  let masses: Float64Array = Float64Array.of(1);
  for (const stratum of strata) {
    const width = stratum.highest - stratum.lowest + 1;
    products += width * masses.length;
    if (products > mostProducts) return null;
    masses = fold(masses, massesOf(stratum));
    lowest += stratum.lowest;
    observed += stratum.observed;
  }
  return { lowest, masses, observed };
}

function massesOf({ lowest, highest, mode, ratio }: ReturnType<typeof hypergeometric>): Float64Array {
  const masses = new Float64Array(highest - lowest + 1);
  masses[mode - lowest] = 1;
  for (let x = mode; x < highest; x++) masses[x + 1 - lowest] = (masses[x - lowest] ?? 0) * ratio(x);
  for (let x = mode; x > lowest; x--) masses[x - 1 - lowest] = (masses[x - lowest] ?? 0) / ratio(x - 1);
  const sum = masses.reduce((all, mass) => all + mass, 0);
  return masses.map((mass) => mass / sum);
}

function fold(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 1) return b.map((mass) => mass * (a[0] ?? 1));
  const folded = new Float64Array(a.length + b.length - 1);
  for (const [i, one] of a.entries()) {
    if (one === 0) continue;
    for (let j = 0; j < b.length; j++) folded[i + j] = (folded[i + j] ?? 0) + one * (b[j] ?? 0);
  }
  return folded;
}
