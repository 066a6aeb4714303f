import type { Explanation } from '@ombud/contract';
import type { Language } from '@ombud/words';
import { visible } from '@ombud/words';

type Value = Explanation['attributions'][number]['value'];

/** Below this, four digits after the point would leave less than three of the number itself. */
const small = 0.1;

/** A number is written with its minus, and nothing without one: there is no "-0" for a reader. */
const numberFormat = ({ tag }: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(tag, { signDisplay: 'negative', ...options });

/** A number as people write it, with as many digits as it needs and no more than four after the point; a small one keeps four of its own. */
const numberText = (value: number, language: Language): string =>
  numberFormat(
    language,
    Math.abs(value) < small ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 4 },
  ).format(value);

/** Digits that tell any two numbers apart. */
const allDigits = 17;

/** A value that a plan names: all its digits, because a rounded one may lie on the wrong side. */
export const plannedText = (value: Value, language: Language): string =>
  typeof value === 'number'
    ? numberFormat(language, { maximumSignificantDigits: allDigits }).format(value)
    : valueText(value, language);

/** A value of a column, as it is said. */
export function valueText(value: Value, language: Language): string {
  if (value === null) return '–';
  return typeof value === 'number' ? numberText(value, language) : visible(String(value));
}

/** A contribution, with its sign. */
export const signed = (value: number, language: Language): string =>
  numberFormat(language, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' }).format(value);

/** A score or a share of the scale that the cut-off is on. */
export const scoreText = (value: number, language: Language): string =>
  numberFormat(language, { maximumSignificantDigits: 4 }).format(value);

/** A score beside the cut-off: so many digits that one that is not the cut-off never reads as it. */
export function besideCutoff(value: number, cutoff: number, language: Language): string {
  const write = (number: number, maximumSignificantDigits: number) =>
    numberFormat(language, { maximumSignificantDigits }).format(number);
  let digits = 4;
  while (value !== cutoff && digits < allDigits && write(value, digits) === write(cutoff, digits))
    digits += 1;
  return write(value, digits);
}

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
