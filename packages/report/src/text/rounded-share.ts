import type { Speaking } from '../telling.ts';

/** A rate or a level to a thousandth; one that would read as 0 or 100 %, and is not, with the digits that it needs. */
export function roundedShare(t: Speaking, share: number): string {
  const rounded = Math.round(share * 1000) / 1000;
  const misread = rounded !== share && (rounded === 0 || rounded === 1);
  return misread ? t.percent(share) : t.share(rounded);
}
