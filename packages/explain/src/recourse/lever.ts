import type { ModelFeature } from '@ombud/model';
import { checkRules } from './check-rules.ts';
import { type Percentiles, percentilesOf, shareAt } from './percentile.ts';
import { type ColumnRule, type LinkRule, type RecourseRules, timeLever } from './rules.ts';

/** A column that a lever moves by itself, as a function of how far the lever went. */
export interface Follower {
  readonly column: number;
  readonly ratio: number;
  readonly whole: boolean;
}

interface LeverBase {
  readonly name: string;
  /** The model's column; -1 for time. */
  readonly column: number;
  readonly followers: readonly Follower[];
}

/** One thing that a person can change: a number, a category, or waiting. It does not depend on the person. */
export type Lever =
  | (LeverBase & {
      readonly kind: 'number';
      readonly change: 'any' | 'up' | 'down';
      readonly low: number;
      readonly high: number;
      readonly step: number | null;
      readonly weight: number;
      /** Null for time, whose cost is `weight` a unit. */
      readonly percentiles: Percentiles | null;
    })
  | (LeverBase & {
      readonly kind: 'category';
      /** Codes that a plan may name. */
      readonly codes: readonly number[];
      readonly weight: number;
    });

/** Cost of another category where nothing is declared: half of the way through a distribution. */
const categoryCost = 0.5;

/**
 * What the rules let a person change in a model.
 *
 * @param features the model's columns
 * @param background people whose values say what is usual, a row each in the order of `features`: the range of plans
 *   and the cost of a change come from them
 * @throws OMBUD_E_RECOURSE_RULES where the rules do not fit the model or one another
 */
export function leversOf(
  features: readonly ModelFeature[],
  rules: RecourseRules,
  background: readonly Float64Array[],
): readonly Lever[] {
  checkRules(features, rules);
  const columns = new Map(features.map(({ name }, index) => [name, index]));
  const followers = (name: string): Follower[] =>
    rules.links
      .filter(({ follows }) => follows === name)
      .map((link) => followerOf(link, columns.get(link.column) ?? -1));
  const levers = Object.entries(rules.columns).flatMap(([name, rule]): Lever[] => {
    const column = columns.get(name) ?? -1;
    if (rule.change === 'none') return [];
    const base = { name, column, followers: followers(name) };
    const categories = features[column]?.categories ?? null;
    return categories === null
      ? [numberLever(base, rule, rule.change, background)]
      : [categoryLever(base, rule, categories)];
  });
  const { time } = rules;
  return time === null ? levers : [...levers, timeLeverOf(time, followers(timeLever))];
}

const followerOf = ({ ratio, whole }: LinkRule, column: number): Follower => ({
  column,
  ratio,
  whole: whole ?? false,
});

function numberLever(
  base: LeverBase,
  rule: ColumnRule,
  change: 'any' | 'up' | 'down',
  background: readonly Float64Array[],
): Lever {
  const percentiles = percentilesOf(background.map((row) => row[base.column] ?? Number.NaN));
  const seen = percentiles?.values;
  return {
    ...base,
    kind: 'number',
    change,
    low: rule.low ?? seen?.[0] ?? Number.NEGATIVE_INFINITY,
    high: rule.high ?? seen?.at(-1) ?? Number.POSITIVE_INFINITY,
    step: rule.step ?? null,
    weight: rule.cost ?? 1,
    percentiles,
  };
}

function categoryLever(base: LeverBase, rule: ColumnRule, categories: readonly (string | number)[]): Lever {
  const codes = categories.flatMap((value, code) =>
    rule.values === undefined || rule.values.some((allowed) => String(allowed) === String(value))
      ? [code]
      : [],
  );
  return { ...base, kind: 'category', codes, weight: (rule.cost ?? 1) * categoryCost };
}

const timeLeverOf = (
  { most, cost }: { readonly most: number; readonly cost: number },
  followers: readonly Follower[],
): Lever => ({
  name: timeLever,
  column: -1,
  followers,
  kind: 'number',
  change: 'up',
  low: 0,
  high: most,
  step: 1,
  weight: cost,
  percentiles: null,
});

/** Where the person stands on a lever; NaN where their value is missing, which nobody can act on. */
export const standing = (lever: Lever, row: Float64Array): number =>
  lever.column < 0 ? 0 : (row[lever.column] ?? Number.NaN);

/** What it costs to bring a lever from one value to another, in shares of the people passed on the way. */
export function costOf(lever: Lever, from: number, to: number): number {
  if (from === to) return 0;
  if (lever.kind === 'category') return lever.weight;
  return lever.percentiles === null
    ? lever.weight * Math.abs(to - from)
    : lever.weight * Math.abs(shareAt(lever.percentiles, to) - shareAt(lever.percentiles, from));
}

/** The value of a follower when its driver went by `distance`. */
export function followed({ ratio, whole }: Follower, start: number, distance: number): number {
  const moved = ratio * distance;
  return start + (whole ? Math.trunc(Number(moved.toPrecision(12))) : moved);
}

/** Brings one lever to a value, in place. */
export function pull(lever: Lever, row: Float64Array, start: Float64Array, to: number): void {
  const from = standing(lever, start);
  if (lever.column >= 0) row[lever.column] = to;
  for (const follower of lever.followers)
    row[follower.column] = followed(follower, start[follower.column] ?? Number.NaN, to - from);
}
