/** A rule of a breaker as the detectors need it: who is on which side, and which decision is good for the person. */
import { type BreakerRule, configSchema } from '@ombud/contract';
import type { JsonObject } from '@ombud/kernel';
import type { Attributes, Scalar } from '@ombud/ledger';
import type { WatchedDecision } from '@ombud/stats';
import { type DecisionRole, isPositive } from '../systems/favourable.ts';

/** What is watched, and the declaration that says so. */
export interface RuleInForce {
  /** The entry of the declaration. */
  readonly declaration: number;
  readonly rule: BreakerRule;
  readonly decision: DecisionRole | null;
  readonly favourable: 'positive' | 'negative';
  /** It takes the place of another, was approved, and waits until the breaker is closed again. */
  readonly approved?: true;
}

/** The rule that a declaration holds; null where it has none or cannot be read. */
export function ruleOf(declaration: number, document: JsonObject): RuleInForce | null {
  const config = configSchema.safeParse(document).data;
  if (config?.breaker === undefined) return null;
  return {
    declaration,
    rule: config.breaker,
    decision: config.data?.decision ?? null,
    favourable: config.data?.favourable ?? 'positive',
  };
}

/** What a decision says to each ratio of the rule; null where it says nothing to it. */
export function sidesOf(
  rule: RuleInForce,
  decision: Scalar,
  attributes: Attributes,
): readonly (WatchedDecision | null)[] {
  const positive = isPositive(rule.decision, decision);
  if (positive === null) return rule.rule.ratios.map(() => null);
  const event = positive === (rule.favourable === 'positive');
  return rule.rule.ratios.map(({ column, watched, reference }) => {
    const value = attributes[column];
    if (value === null || value === undefined) return null;
    const group = String(value);
    if (group === watched) return { side: 'watched', event };
    return reference === undefined || group === reference ? { side: 'reference', event } : null;
  });
}
