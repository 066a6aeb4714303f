import type { Group } from '@ombud/contract';
import { visible, visibleShort } from './visible.ts';

/** `{ sex: 'F', age: '25-40' }` as `F, 25-40`: for a table whose heading names the attributes. */
export function groupValues(group: Group): string {
  return Object.values(group)
    .map((value) => visibleShort(value))
    .join(', ');
}

/** `{ sex: 'F', age: '25-40' }` as `sex = F, age = 25-40`: where nothing else names the attributes. */
export function groupLabel(group: Group): string {
  return Object.entries(group)
    .map(([name, value]) => `${visibleShort(name)} = ${visibleShort(value)}`)
    .join(', ');
}

/** The whole of `groupLabel`, uncut, for machine formats. */
export function groupLabelWhole(group: Group): string {
  return Object.entries(group)
    .map(([name, value]) => `${visible(name)} = ${visible(value)}`)
    .join(', ');
}

/** `['sex', 'race']` as `sex and race`; three or more with commas. An empty list reads `everybody`. */
export function groupByText(groupBy: readonly string[]): string {
  const names = groupBy.map((name) => visibleShort(name));
  const last = names.at(-1);
  if (last === undefined) return 'everybody';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
