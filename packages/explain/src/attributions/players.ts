import type { Model } from '@ombud/model';
import { attributionErrors } from './errors.ts';

/** Who shares in the margin: each column alone, or several columns as one. */
export interface Players {
  /** The names, in the order of the contributions. */
  readonly names: readonly string[];
  /** For each feature of the model its player. */
  readonly of: Int32Array;
}

/** Columns that are explained as one, by the name of the group. */
export type ColumnGroups = Readonly<Record<string, readonly string[]>>;

/**
 * Each column is a player; columns of a group are one player, in the place of the first of them. The game is then
 * played by the groups, so their shares are Shapley values of that game, exact as for columns. They are not the sums of
 * the columns' shares: what two columns of one group do together is no longer split.
 *
 * @throws OMBUD_E_ATTRIBUTION where a group names no column of the model, or two groups name one column
 * @example playersOf(model, { housing: ['rent', 'owner'] }).names // ['income', 'housing']
 */
export function playersOf(model: Pick<Model, 'features'>, groups: ColumnGroups = {}): Players {
  const groupOf = new Map<string, string>();
  const known = new Set(model.features.map(({ name }) => name));
  for (const [group, columns] of Object.entries(groups)) {
    for (const column of columns) {
      if (!known.has(column))
        throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'no-column', { group, column });
      if (groupOf.has(column))
        throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'group-twice', { group, column });
      groupOf.set(column, group);
    }
  }
  const names: string[] = [];
  const places = new Map<string, number>();
  const of = Int32Array.from(model.features, ({ name }) => {
    const group = groupOf.get(name);
    // A group may bear the name of a column outside of it, so the two kinds of names are kept apart.
    const key = group === undefined ? `column ${name}` : `group ${group}`;
    const place = places.get(key) ?? names.length;
    if (place === names.length) names.push(group ?? name);
    places.set(key, place);
    return place;
  });
  return { names, of };
}
