import { newcombe } from '../intervals/newcombe.ts';
import { bonferroniCritical } from '../multiplicity/bonferroni.ts';
import { benjaminiYekutieli } from '../multiplicity/false-discovery.ts';
import { holm } from '../multiplicity/holm.ts';
import { checkLevel } from '../normal.ts';
import { fisherHigher } from '../tests/fisher-one-sided.ts';
import type { Interval, Proportion } from '../types.ts';
import { type Cube, type CubeCell, type CubeProvider, cubeOf, type Half, without } from './cube.ts';

/** How deep and how wide the search for the worst subgroup goes. */
export interface SearchOptions {
  /** How many columns a subgroup may be made of, at least 1. */
  readonly depth: number;
  readonly level: number;
  /** Fewest people a subgroup must have in each half. */
  readonly leastPeople: number;
  /** How many subgroups are asked again in the other half: more find more and need stronger evidence each. */
  readonly candidates: number;
}

/** A subgroup that looked worse in one half, and what the other half says. All figures but `explored` are of the latter. */
export interface Subgroup {
  readonly conditions: readonly { readonly column: string; readonly value: string }[];
  readonly explored: Proportion;
  readonly people: Proportion;
  readonly everybodyElse: Proportion;
  /** rate - rate of everybody else. */
  readonly difference: number;
  /** Of the difference; together with those of all candidates it holds at the level. */
  readonly interval: Interval | null;
  /** The chance of such counts if the subgroup were no worse than everybody else, or than the rest of a wider group. */
  readonly p: number;
  readonly pHolm: number;
  readonly pYekutieli: number;
  /** Whether pHolm is at most 1 - level. */
  readonly confirmed: boolean;
}

/** What the search for the worst subgroup found, confirmed on the other half of the people. */
export interface SubgroupSearch {
  /** How many subgroups were looked at in the first half. */
  readonly lookedAt: number;
  /** Confirmed ones first, then by the difference, the worst first. */
  readonly subgroups: readonly Subgroup[];
}

/** A cell beside the people it is compared with. */
interface Candidate {
  readonly columns: readonly string[];
  readonly cell: CubeCell;
  /** Everybody, and each group that one condition less would give. */
  readonly wider: readonly CubeCell[];
  readonly score: number;
}

/**
 * Looks for the subgroup, of any few columns, in which the event happens more often than elsewhere, and says how sure it is.
 *
 * One half of the people is for looking around: every subgroup is scored by how clearly it stands out from everybody else
 * *and* from the rest of each wider group that one condition less would give, so that a group is not named for what all
 * women share. The few that stand out most are asked again in the other half, which had no part in choosing them: one exact
 * one-sided test for each of these comparisons, of which the largest p counts (an intersection-union test: R. L. Berger,
 * Technometrics 24, 1982), then Holm over the candidates. The chance of any false one is at most 1 - level, whatever was
 * looked at. The split: D. R. Cox, "A note on data-splitting for the evaluation of significance levels", Biometrika 62
 * (1975). The score over subsets: Z. Zhang and D. B. Neill, "Identifying significant predictive bias in classifiers" (2016).
 *
 * For an event that is good for the person hand in the counts of those without it.
 * @param provide counts; people with a missing value are in no subgroup of that column.
 */
export function searchSubgroups(
  columns: readonly string[],
  provide: CubeProvider,
  options: SearchOptions,
): SubgroupSearch {
  checkLevel(options.level);
  const cube = cubeOf(columns, options.depth, provide);
  let lookedAt = 0;
  const best: Candidate[] = [];
  for (const set of cube.sets) {
    for (const cell of set.cells) {
      if (!largeEnough(cell, options.leastPeople)) continue;
      const candidate = candidateOf(cube, set.columns, cell);
      if (candidate === null) continue;
      lookedAt += 1;
      if (candidate.score > 0) keep(best, candidate, options.candidates);
    }
  }
  return { lookedAt, subgroups: confirm(cube.everybody, best, options.level) };
}

function largeEnough({ values, explore, confirm }: CubeCell, least: number): boolean {
  return explore.n >= least && confirm.n >= least && !values.includes(null);
}

/** `null` where the subgroup has the same people as a wider one: then it is that one. */
function candidateOf(cube: Cube, columns: readonly string[], cell: CubeCell): Candidate | null {
  const wider = [cube.everybody, ...parentsOf(cube, columns, cell)];
  const same = wider.some(
    (other) => others(other, cell, 'explore').n === 0 || others(other, cell, 'confirm').n === 0,
  );
  if (same) return null;
  const score = Math.min(...wider.map((other) => standsOut(cell.explore, others(other, cell, 'explore'))));
  return { columns, cell, wider, score };
}

function parentsOf(cube: Cube, columns: readonly string[], cell: CubeCell): readonly CubeCell[] {
  if (columns.length < 2) return [];
  return columns.flatMap((_, dropped) => {
    const rest = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => i !== dropped);
    return cube.find(rest(columns), rest(cell.values)) ?? [];
  });
}

function others(wider: CubeCell, cell: CubeCell, half: Half): Proportion {
  return without(wider[half], cell[half]);
}

/** The score statistic of two rates, above 0 where the first is higher. */
function standsOut(a: Proportion, b: Proportion): number {
  const pooled = (a.events + b.events) / (a.n + b.n);
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  return variance <= 0 ? 0 : (a.events / a.n - b.events / b.n) / Math.sqrt(variance);
}

/** Keeps the `most` highest scores; of equal ones the first that came, which is the simpler one. */
function keep(best: Candidate[], candidate: Candidate, most: number): void {
  const place = best.findIndex(({ score }) => score < candidate.score);
  if (place === -1) best.push(candidate);
  else best.splice(place, 0, candidate);
  if (best.length > most) best.pop();
}

function confirm(everybody: CubeCell, candidates: readonly Candidate[], level: number): readonly Subgroup[] {
  const pValues = candidates.map(({ cell, wider }) =>
    Math.max(...wider.map((other) => fisherHigher(cell.confirm, others(other, cell, 'confirm'))?.p ?? 1)),
  );
  const [byHolm, byYekutieli] = [holm(pValues), benjaminiYekutieli(pValues)];
  const critical = bonferroniCritical(level, candidates.length);
  const found = candidates.map(({ columns, cell }, i): Subgroup => {
    const everybodyElse = others(everybody, cell, 'confirm');
    const pHolm = byHolm[i] ?? 1;
    return {
      conditions: columns.map((column, j) => ({ column, value: cell.values[j] ?? '' })),
      explored: cell.explore,
      people: cell.confirm,
      everybodyElse,
      difference: cell.confirm.events / cell.confirm.n - everybodyElse.events / everybodyElse.n,
      interval: newcombe(cell.confirm, everybodyElse, { level, critical }),
      p: pValues[i] ?? 1,
      pHolm,
      pYekutieli: byYekutieli[i] ?? 1,
      confirmed: pHolm <= 1 - level,
    };
  });
  return found.sort((a, b) => Number(b.confirmed) - Number(a.confirmed) || b.difference - a.difference);
}
