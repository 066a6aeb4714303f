import { nearest } from '@ombud/kernel';
import type { ModelFeature } from '@ombud/model';
import { explainErrors } from '../errors.ts';
import { type ColumnRule, type RecourseRules, timeLever } from './rules.ts';

/**
 * Refuses rules that name what the model does not have, or that contradict one another.
 * @throws OMBUD_E_RECOURSE_RULES with the column concerned
 */
export function checkRules(features: readonly ModelFeature[], rules: RecourseRules): void {
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  const known = (column: string): ModelFeature => {
    const feature = byName.get(column);
    if (feature === undefined)
      throw bad('no-such-column', { column, near: nearest(column, [...byName.keys()]) });
    return feature;
  };
  for (const [column, rule] of Object.entries(rules.columns)) checkColumn(known(column), rule);
  checkLinks(rules, known);
  for (const causal of rules.causal)
    for (const column of causal.kind === 'order'
      ? [causal.lower, causal.upper]
      : [causal.column, causal.other])
      if (column !== timeLever) known(column);
  for (const causal of rules.causal)
    if (!Number.isFinite(causal.kind === 'order' ? causal.gap : causal.by))
      throw bad('not-finite', { column: causal.kind === 'order' ? causal.lower : causal.column });
  const { time } = rules;
  if (time !== null && byName.has(timeLever)) throw bad('time-is-a-column', { column: timeLever });
  if (time !== null && !(time.most > 0 && Number.isFinite(time.most) && time.cost >= 0))
    throw bad('bad-cost', { column: timeLever });
}

const bad = (
  reason: Parameters<typeof explainErrors.error<'OMBUD_E_RECOURSE_RULES'>>[1],
  params: Record<string, string | readonly string[]>,
) => explainErrors.error('OMBUD_E_RECOURSE_RULES', reason, params);

function checkColumn({ name, categories }: ModelFeature, rule: ColumnRule): void {
  const { low, high, step, cost, values } = rule;
  const column = name;
  if (Number.isNaN(low ?? 0) || Number.isNaN(high ?? 0)) throw bad('not-finite', { column });
  if (low !== undefined && high !== undefined && low > high) throw bad('empty-range', { column });
  if (step !== undefined && !(step > 0 && Number.isFinite(step))) throw bad('bad-step', { column });
  if (cost !== undefined && !(cost >= 0 && Number.isFinite(cost))) throw bad('bad-cost', { column });
  if (categories === null) {
    if (values !== undefined) throw bad('no-categories', { column });
    return;
  }
  if ([low, high, step].some((part) => part !== undefined) || rule.change === 'up' || rule.change === 'down')
    throw bad('not-a-number-column', { column });
  const unknown = values?.find((value) => !categories.some((own) => String(own) === String(value)));
  if (unknown !== undefined)
    throw bad('no-such-category', {
      column,
      value: String(unknown),
      near: categories.map(String).slice(0, 8),
    });
}

function checkLinks(rules: RecourseRules, known: (column: string) => ModelFeature): void {
  const moved = new Set<string>();
  const isLever = (name: string): boolean =>
    name === timeLever ? rules.time !== null : (rules.columns[name]?.change ?? 'none') !== 'none';
  for (const { column, follows, ratio } of rules.links) {
    if (known(column).categories !== null) throw bad('not-a-number-column', { column });
    if (column === follows) throw bad('follows-itself', { column });
    if (follows !== timeLever) known(follows);
    if (rules.links.some((other) => other.column === follows)) throw bad('follower-of-follower', { column });
    if (!isLever(follows)) throw bad('no-lever', { column, follows });
    if (moved.has(column) || isLever(column)) throw bad('moved-twice', { column });
    if (!Number.isFinite(ratio) || ratio === 0) throw bad('bad-ratio', { column });
    moved.add(column);
  }
}
