import type { Coverage } from '@ombud/contract';
import type { Telling } from '../telling.ts';

type Missing = Coverage['missing'][number];

/** The texts of a column that were read as missing: `“unknown” (12), “?” (3)`. */
export const markersText = (
  t: Telling,
  { markers = [] }: Missing,
  name: (text: string) => string = t.short,
): string =>
  markers
    .map(({ value, rows }) => t.say('coverage/text', { text: name(value), rows: t.count(rows) }))
    .join(', ');

/** Where the result was made to be published: how many groups are not in it, and why. Empty where it is the exact one. */
export function withheldTexts(t: Telling): readonly string[] {
  const { release } = t.result;
  const groups = (release?.withheld ?? []).reduce((sum, one) => sum + one.groups, 0);
  return release === undefined || groups === 0
    ? []
    : [t.say('coverage/withheld', { groups, least: release.minimumCell })];
}
