import type { ModelFeature } from '@ombud/model';
import type { Axis } from './axis.ts';
import { followed, type Lever, standing } from './lever.ts';
import type { CausalRule } from './rules.ts';

/** The causal rules for one person: where they cut the axes, and what they say of a plan. */
export interface World {
  /** Values of a lever at which some rule turns, beside those of the model. */
  readonly cuts: (lever: number) => readonly number[];
  /** A rule compares this lever's value with another's: each step of it is a place of its own. */
  readonly everyStep: (lever: number) => boolean;
  /** Whether some rule touches one of these levers. */
  readonly touches: (set: readonly number[]) => boolean;
  /** Whether all rules hold with these levers at these values and all other levers where they are. */
  readonly allows: (set: readonly number[], values: readonly number[]) => boolean;
  /** The two levers that each rule is about; the same twice, or -1, where it is about one. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Whether the rules about just these two levers hold with them at these values. */
  readonly allowsPair: (a: number, valueA: number, b: number, valueB: number) => boolean;
  /** Rules compare numbers that may take any value: an answer "none" is then to within a cell of the model. */
  readonly loose: boolean;
}

/**
 * @param levers what the person can change
 * @param row the person
 */
export function worldOf(
  causal: readonly CausalRule[],
  features: readonly ModelFeature[],
  levers: readonly Lever[],
  row: Float64Array,
): World {
  const columns = new Map(features.map(({ name }, index) => [name, index]));
  /** The lever that moves what a rule names: the column itself, time, or the driver of a follower. */
  const moverOf = (name: string): number => {
    const column = columns.get(name) ?? -1;
    return levers.findIndex(
      (lever) =>
        lever.name === name ||
        (column >= 0 && lever.followers.some((follower) => follower.column === column)),
    );
  };
  const start = (name: string): number => {
    const column = columns.get(name);
    return column === undefined ? 0 : (row[column] ?? Number.NaN);
  };
  /** The value of what a rule names when its lever stands at a value. */
  const valueAt = (name: string, set: readonly number[], values: readonly number[]): number => {
    const lever = moverOf(name);
    const at = set.indexOf(lever);
    const own = levers[lever];
    if (at < 0 || own === undefined) return start(name);
    const to = values[at] ?? Number.NaN;
    if (own.name === name) return to;
    const follower = own.followers.find(({ column }) => column === columns.get(name));
    return follower === undefined ? start(name) : followed(follower, start(name), to - standing(own, row));
  };
  const rules = causal.map((rule) => ({ rule, touched: namesOf(rule).map(moverOf) }));
  const holds = (rule: CausalRule, set: readonly number[], values: readonly number[]): boolean => {
    const at = (name: string): number => valueAt(name, set, values);
    if (rule.kind === 'order') {
      const [lower, upper] = [at(rule.lower), at(rule.upper) + rule.gap];
      // Who breaks the order today may keep it broken; a plan must not be what breaks it.
      const before = start(rule.lower) <= start(rule.upper) + rule.gap;
      return Number.isNaN(lower) || Number.isNaN(upper) || lower <= upper || !before;
    }
    const went = at(rule.column) - start(rule.column);
    const asked = rule.change === 'up' ? went > 0 : rule.change === 'down' ? went < 0 : went !== 0;
    if (!asked) return true;
    const other = at(rule.other) - start(rule.other);
    const edge = rule.by * (1 - 1e-12);
    return rule.otherChange === 'up' ? other >= edge : other <= -edge;
  };
  const ordered = new Set(
    rules.flatMap(({ rule, touched }) =>
      rule.kind === 'order' ? touched.filter((lever) => lever >= 0) : [],
    ),
  );
  return {
    cuts: (lever) =>
      rules.flatMap(({ rule, touched }) =>
        touched.includes(lever) ? cutsFor(rule, levers[lever], start) : [],
      ),
    everyStep: (lever) => ordered.has(lever),
    touches: (set) => rules.some(({ touched }) => touched.some((lever) => set.includes(lever))),
    allows: (set, values) =>
      rules.every(
        ({ rule, touched }) => !touched.some((lever) => set.includes(lever)) || holds(rule, set, values),
      ),
    pairs: rules.flatMap(({ touched: [a = -1, b = -1] }) =>
      a >= 0 ? [[a, b < 0 ? a : b] as const] : b >= 0 ? [[b, b] as const] : [],
    ),
    allowsPair: (a, valueA, b, valueB) =>
      rules
        .filter(
          ({ touched }) =>
            touched.includes(a) && touched.includes(b) && touched.every((t) => t === a || t === b || t < 0),
        )
        .every(({ rule }) => holds(rule, [a, b], [valueA, valueB])),
    loose: [...ordered].some((lever) => {
      const own = levers[lever];
      return own?.kind === 'number' && own.step === null;
    }),
  };
}

const namesOf = (rule: CausalRule): readonly string[] =>
  rule.kind === 'order' ? [rule.lower, rule.upper] : [rule.column, rule.other];

/** Just under a value, so that the value itself is above the cut. */
const under = (value: number): number => value - Math.max(Math.abs(value), 1) * 1e-12;

function cutsFor(rule: CausalRule, lever: Lever | undefined, start: (name: string) => number): number[] {
  if (lever === undefined) return [];
  if (rule.kind === 'needs') {
    if (rule.other !== lever.name) return [];
    const from = start(rule.other);
    return [rule.otherChange === 'up' ? under(from + rule.by) : from - rule.by];
  }
  const lower = start(rule.lower) - rule.gap;
  const upper = start(rule.upper) + rule.gap;
  return [lower, under(lower), upper, under(upper)].filter(Number.isFinite);
}

/** The places of an axis before which it must be cut, because a rule may turn there. */
export function ruleCutsOn(world: World, lever: number, axis: Axis): readonly number[] | 'all' {
  if (!world.touches([lever])) return [];
  if (world.everyStep(lever)) return 'all';
  const turns = world.cuts(lever).map((cut) => axis.values.findIndex((value) => value > cut));
  return [axis.here, axis.here + 1, ...turns.filter((place) => place > 0)];
}
