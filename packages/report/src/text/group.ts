import type { Group, Reference } from '@ombud/contract';
import { visible } from '@ombud/words';
import type { Speaking } from '../telling.ts';

/** `{ sex: 'F', age: '25-40' }` as `F, 25-40`: for a table whose heading names the attributes. */
export const groupValues = (t: Speaking, group: Group): string =>
  Object.values(group)
    .map((value) => t.short(value))
    .join(', ');

/** `{ sex: 'F', age: '25-40' }` as `sex = F, age = 25-40`: where nothing else names the attributes. */
export const groupLabel = (t: Speaking, group: Group): string =>
  Object.entries(group)
    .map(([name, value]) => `${t.short(name)} = ${t.short(value)}`)
    .join(', ');

/** What a group is compared with, by the same label. */
export const referenceLabel = (t: Speaking, reference: Reference): string =>
  typeof reference === 'string' ? t.say(`reference/${reference}`) : groupLabel(t, reference);

/** The whole of `groupLabel`, uncut, for machine formats. */
export const groupLabelWhole = (group: Group): string =>
  Object.entries(group)
    .map(([name, value]) => `${visible(name)} = ${visible(value)}`)
    .join(', ');

/** `['sex', 'race']` as `sex and race`, in the language of the reader. An empty list reads `everybody`. */
export const groupByText = (t: Speaking, groupBy: readonly string[]): string =>
  groupBy.length === 0 ? t.say('name/everybody') : t.all(groupBy.map((name) => t.short(name)));
