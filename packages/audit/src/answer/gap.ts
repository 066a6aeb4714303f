import type { Comparison, Finding } from '@ombud/contract';
import { type Chance, differs } from './chance.ts';
import { comparisonBetween, type MeasuredGroup, measuredGroups } from './findings.ts';

/** Rates of fewer people than this jump about; a sentence that everybody repeats is not built on them. */
export const fewPeople = 30;

/** The two ends of a finding: the groups with the lowest and the highest rate. */
export interface Gap {
  readonly finding: Finding;
  readonly lowest: MeasuredGroup;
  readonly highest: MeasuredGroup;
  /** Groups that were measured, and how many of them were too small to be an end. */
  readonly groups: number;
  readonly small: number;
  /** The comparison between the two ends, if the audit made one. */
  readonly comparison: Comparison | null;
  /** Is the gap between these two more than chance? null when nobody tested the two. */
  readonly real: boolean | null;
  readonly carriedBy: GapSupport | null;
}

/** The comparison of the finding that was tested, by its place. */
export interface GapSupport {
  readonly comparison: number;
}

/**
 * The gap of a finding, between groups of at least `fewPeople` where two such groups exist, else between all.
 * Null when fewer than two groups were measured.
 */
export function gapOf(finding: Finding, chance: Chance): Gap | null {
  const all = measuredGroups(finding);
  const large = all.filter(({ n }) => n >= fewPeople);
  const used = large.length >= 2 ? large : all;
  const lowest = used[0];
  const highest = used.at(-1);
  if (lowest === undefined || highest === undefined || used.length < 2) return null;
  const comparison = comparisonBetween(finding, lowest.group, highest.group);
  const small = used === large ? (finding.all?.few ?? all.length - used.length) : 0;
  return {
    finding,
    lowest,
    highest,
    groups: finding.all?.measured ?? all.length,
    small,
    comparison,
    real: comparison === null ? null : differs(chance, finding, comparison),
    carriedBy: comparison === null ? null : { comparison: finding.comparisons.indexOf(comparison) },
  };
}

/** Lowest over highest rate, in [0, 1]: smaller is worse. Only to put gaps in order; it is never shown as a score. */
export function evenness(gap: Gap): number {
  return gap.highest.value === 0 ? 1 : gap.lowest.value / gap.highest.value;
}
