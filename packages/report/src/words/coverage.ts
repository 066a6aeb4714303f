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
