import type { Coverage, Reason, Roles } from '@ombud/contract';

/** A decision, or an outcome, that is the same of everybody as it was read. */
export interface Unvaried {
  readonly role: 'decision' | 'outcome';
  /** Which answer everybody has, in which column, and by which values, as a code of the catalogue. */
  readonly reason: Reason;
}

/** A sentence holds so many values. */
export const mostNamed = 8;

/**
 * Decisions and outcomes of which every value was read as one answer. Whatever compares them compares nothing: a misspelt or
 * lazy role would read as "every rule is met".
 * @example unvariedOf(roles, coverage) // [{ role: 'decision', reason: { code: 'all-positive-decision', params: ... } }]
 */
export function unvariedOf(roles: Roles, { read = [] }: Coverage): Unvaried[] {
  return read.flatMap(({ role, column, positive, negative }): Unvaried[] => {
    const [yes, no] = [positive, negative].map((values) => values.filter(({ rows }) => rows > 0));
    if (yes === undefined || no === undefined || yes.length > 0 === no.length > 0) return [];
    const meant = roles[role];
    const values =
      meant !== null && 'condition' in meant
        ? [`${meant.condition.operator} ${meant.condition.value}`]
        : [...yes, ...no].slice(0, mostNamed).map(({ value }) => value);
    const code = `all-${yes.length > 0 ? 'positive' : 'negative'}-${role}`;
    return [{ role, reason: { code, params: { column, values } } }];
  });
}
