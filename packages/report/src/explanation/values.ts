import type { Explanation } from '@ombud/contract';
import type { Language } from '@ombud/words';
import { visible } from '@ombud/words';

type Value = Explanation['attributions'][number]['value'];

/** A number as people write it, with as many digits as it needs and no more than four after the point. */
export const numberText = (value: number, { tag }: Language): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: 4 }).format(value);

/** A value of a column, as it is said. */
export function valueText(value: Value, language: Language): string {
  if (value === null) return '–';
  return typeof value === 'number' ? numberText(value, language) : visible(String(value));
}

/** A contribution, with its sign. */
export const signed = (value: number, { tag }: Language): string =>
  new Intl.NumberFormat(tag, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' }).format(value);

/** A score or a share of the scale that the cut-off is on. */
export const scoreText = (value: number, { tag }: Language): string =>
  new Intl.NumberFormat(tag, { maximumSignificantDigits: 4 }).format(value);

/** The day of an instant, in UTC, as it stands in a letter. */
export const dayOf = (instant: string, { tag }: Language): string => {
  const time = Date.parse(instant);
  return Number.isNaN(time)
    ? visible(instant)
    : new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
        time,
      );
};

/** The number that the decision is made on. */
export const decidedOn = ({ rule, prediction }: Explanation): number | null =>
  rule.scale === 'raw' ? prediction.raw : prediction.probability;
