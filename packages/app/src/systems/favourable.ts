/** What a system declared of its decisions: which is the positive one, and whether that is good for the person. */
import { type Config, configSchema, holds } from '@ombud/contract';
import type { JsonObject, JsonValue } from '@ombud/kernel';

/** How a declaration reads decisions. */
export type DecisionRole = NonNullable<NonNullable<Config['data']>['decision']>;

/** Whether a decision was the positive one; null where nobody can say. */
export function isPositive(decision: DecisionRole | null, value: JsonValue): boolean | null {
  if (decision === null || value === null) return null;
  if ('condition' in decision) return typeof value === 'number' ? holds(decision.condition, value) : null;
  if (!('positive' in decision) || decision.positive === undefined) return null;
  if (decision.positive.includes(String(value))) return true;
  return decision.negative === undefined || decision.negative.includes(String(value)) ? false : null;
}

/**
 * Whether a decision was good for the person, as a declaration says; null where it does not say.
 * @example isFavourable(version.document, 'yes')
 */
export function isFavourable(document: JsonObject, value: JsonValue): boolean | null {
  const { data } = configSchema.safeParse(document).data ?? {};
  const positive = isPositive(data?.decision ?? null, value);
  return positive === null || data?.favourable === undefined
    ? null
    : positive === (data.favourable === 'positive');
}
