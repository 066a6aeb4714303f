/** Small tables of counts for tests, as the engine would give them. */

import type { Cell, Cells } from '@ombud/table';
import type { AuditContext } from '../audits/audit.ts';
import { groupings } from '../groupings.ts';

export interface TestCell {
  readonly groups: readonly (string | null)[];
  readonly strata?: readonly (string | null)[];
  readonly decision?: boolean | null;
  readonly outcome?: boolean | null;
  readonly aboveMedian?: boolean | null;
  readonly n: number;
}

/** Cells from literals; what is left out is missing. */
export function cellsOf(
  groupNames: readonly string[],
  cells: readonly TestCell[],
  more: Partial<Pick<Cells, 'strataNames' | 'sampleMedian' | 'moments'>> = {},
): Cells {
  const full = cells.map(
    (cell): Cell => ({ strata: [], decision: null, outcome: null, aboveMedian: null, ...cell }),
  );
  return { groupNames, strataNames: [], sampleMedian: null, moments: null, ...more, cells: full };
}

/** Selected and all people by group. */
export const selected = (
  name: string,
  counts: Readonly<Record<string, readonly [selected: number, all: number]>>,
): Cells =>
  cellsOf(
    [name],
    Object.entries(counts).flatMap(([group, [yes, all]]) => [
      { groups: [group], decision: true, n: yes },
      { groups: [group], decision: false, n: all - yes },
    ]),
  );

export interface Confusion {
  readonly tn: number;
  readonly fp: number;
  readonly fn: number;
  readonly tp: number;
}

/** Confusion tables by group. */
export const confusion = (name: string, counts: Readonly<Record<string, Confusion>>): Cells =>
  cellsOf(
    [name],
    Object.entries(counts).flatMap(([group, { tn, fp, fn, tp }]) => [
      { groups: [group], decision: false, outcome: false, n: tn },
      { groups: [group], decision: true, outcome: false, n: fp },
      { groups: [group], decision: false, outcome: true, n: fn },
      { groups: [group], decision: true, outcome: true, n: tp },
    ]),
  );

/** COMPAS, general score, Low against Medium and High: the counts that ProPublica published in 2016. */
export const compas = confusion('race', {
  Black: { tn: 990, fp: 805, fn: 532, tp: 1369 },
  White: { tn: 1139, fp: 349, fn: 461, tp: 505 },
});

/** What an audit is run with: 95 %, the highest rate as reference, every attribute alone and the full intersection. */
export const contextOf = (cells: Cells, more: Partial<AuditContext> = {}): AuditContext => ({
  level: 0.95,
  seed: 1,
  sentenceAlpha: 0.05,
  favourable: 'positive',
  reference: { kind: 'highest' },
  groupings: groupings(cells.groupNames, 2),
  population: null,
  recourse: null,
  scores: null,
  cube: null,
  classes: null,
  numbers: [],
  datedScores: null,
  columns: { decision: 'decision', outcome: 'outcome', score: 'score' },
  timed: null,
  repeated: cells.moments !== null,
  period: 'month',
  need: null,
  ...more,
});
