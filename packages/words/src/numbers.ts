/** Numbers for people, in the reader's language: enough digits to be true, no more. */

import { british, britishNumber } from './british.ts';

/** An interval as a result holds it; `null` is an open end. */
export interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** Writes a number in a language; what is null is told as missing. */
export type FormatNumber = (value: number | null) => string;

/** How numbers are written in a language. */
export interface Numbers {
  /** A count of people, or a sum of weights: `12,345.7`. */
  readonly count: (value: number) => string;
  /**
   * A rate in [0, 1] as a percentage: `30.4 %`; a small one keeps a significant digit (`0.004 %`), and only an exact
   * 0 or 1 reads `0 %` or `100 %`. `null` reads `not measured`.
   */
  readonly percent: FormatNumber;
  /** A share or a limit as it was given, without added digits: `80 %`, `2 %`. */
  readonly share: (value: number) => string;
  /** A difference of rates in percentage points with its sign: `+4.2 points`, `−0.03 points`. */
  readonly points: FormatNumber;
  /** `percent` and `points` without their unit, where the heading of a column has it. */
  readonly barePercent: FormatNumber;
  readonly barePoints: FormatNumber;
  /** A ratio or an odds ratio: `0.79`, `1.84`, `0.004`, `12.3`. Never `1.00` when it is not 1 to the digits shown. */
  readonly ratio: FormatNumber;
  /** A measured number beside its limit, with three significant digits: `0.682`, `1,200`. */
  readonly measured: (value: number) => string;
  /** A number as it was given, such as a limit: `0.8`. */
  readonly exact: (value: number) => string;
  /** With so many digits after the point: `0.80`. */
  readonly fixed: (value: number, digits: number) => string;
  /** With one digit after the point: `2.0`. */
  readonly oneDigit: (value: number) => string;
  /** A p value: `0.032`, `< 0.0001`; empty where there is none. */
  readonly probability: FormatNumber;
  /** An interval by a formatter, its unit once: `28.3 to 32.5 %`; an open end reads `no limit`. */
  readonly range: (interval: Ends | null, format: FormatNumber) => string;
  /** A sentence in which a number and its unit stay on one line. */
  readonly unbroken: (sentence: string) => string;
}

/** The words that numbers need, each a finished text or, with `{value}`, a pattern. */
export interface NumberWords {
  readonly percent: (value: string) => string;
  readonly points: (value: string) => string;
  readonly range: (low: string, high: string) => string;
  readonly notMeasured: string;
  readonly noLimit: string;
}

/** Digits after the point so that a number that is neither `floor` nor `ceiling` never reads as one of them. */
function digitsFor(distance: number, least: number): number {
  if (distance >= 0.95 * 10 ** -least || distance === 0) return least;
  return Math.min(12, Math.ceil(-Math.log10(distance)));
}

/** How a locale writes a number. */
interface Digits {
  /** With at most one digit after the point, in groups of thousands. */
  readonly grouped: (value: number) => string;
  readonly whole: (value: number) => string;
  /** With so many digits after the point. */
  readonly fixed: (value: number, digits: number) => string;
  /** With at most so many digits after the point. */
  readonly most: (value: number, digits: number) => string;
  /** With three significant digits. */
  readonly significant: (value: number) => string;
}

/** What a locale writes for the point, where its digits are the usual ten; null where they are others. */
function pointOf(format: Intl.NumberFormat): string | null {
  const parts = format.formatToParts(1234567890.5);
  const usual = parts.every(({ type, value }) => type !== 'integer' || /^[0-9]+$/.test(value));
  return usual ? (parts.find(({ type }) => type === 'decimal')?.value ?? null) : null;
}

/**
 * Writes a plain decimal number as the locale does, without groups. A report has some ten thousand numbers, and `Intl`
 * is slow beside the text of a number in which only the point is another; digits of other scripts are left to it.
 */
function writerOf(locale: string, grouped: Intl.NumberFormat): (plain: string) => string {
  const point = pointOf(grouped);
  if (point === '.') return (plain) => plain;
  if (point !== null) return (plain) => plain.replace('.', point);
  const formats: Intl.NumberFormat[] = [];
  return (plain) => {
    const digits = plain.split('.')[1]?.length ?? 0;
    formats[digits] ??= new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: false,
    });
    return formats[digits].format(Number(plain));
  };
}

/** With at most one digit after the point. Nobody reads "-0": a negative number that rounds to none has no minus. */
const groupedOf = (locale: string): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'negative' });

function britishDigits(): Pick<Digits, 'grouped'> & { readonly write: (plain: string) => string } {
  let others: Intl.NumberFormat | undefined;
  const grouped = (value: number): string => {
    const written = britishNumber(value, 1);
    if (written !== null) return written;
    others ??= groupedOf(british);
    return others.format(value);
  };
  return { grouped, write: (plain) => plain };
}

function localDigits(locale: string): ReturnType<typeof britishDigits> {
  const format = groupedOf(locale);
  return { grouped: (value) => format.format(value), write: writerOf(locale, format) };
}

function digitsOf(locale: string): Digits {
  const { grouped, write } = locale === british ? britishDigits() : localDigits(locale);
  return {
    grouped,
    whole: (value) => grouped(Math.round(value)),
    fixed: (value, digits) => write(value.toFixed(digits)),
    most: (value, digits) =>
      write(digits === 0 ? value.toFixed(0) : value.toFixed(digits).replace(/\.?0+$/, '')),
    significant: (value) => write(value.toPrecision(3)),
  };
}

function barePercentOf(digits: Digits, value: number): string {
  if (value === 0 || value === 1) return digits.most(value * 100, 0);
  const edge = Math.min(Math.abs(value), Math.abs(1 - value)) * 100;
  return digits.fixed(value * 100, digitsFor(edge, 1));
}

/** At most four digits after the point, unless it would read as 0 or 100 and is not. */
function shareOf(digits: Digits, value: number): string {
  const rounded = Number((value * 100).toFixed(4));
  const misread = (rounded === 0 && value !== 0) || (rounded === 100 && value !== 1);
  return misread ? barePercentOf(digits, value) : digits.most(value * 100, 4);
}

function barePointsOf(digits: Digits, value: number): string {
  if (value === 0) return digits.most(0, 0);
  const size = Math.abs(value) * 100;
  return `${value < 0 ? '−' : '+'}${digits.fixed(size, digitsFor(size, 1))}`;
}

function ratioOf(digits: Digits, value: number): string {
  if (value === 0 || value === 1) return digits.most(value, 0);
  if (value >= 10)
    return value.toPrecision(3).includes('e') ? digits.grouped(value) : digits.significant(value);
  const distance = Math.min(Math.abs(value), Math.abs(value - 1));
  return digits.fixed(value, Math.max(2, Math.min(6, digitsFor(distance, 2))));
}

function probabilityOf(digits: Digits, p: number): string {
  if (p < 0.0001) return `< ${digits.fixed(0.0001, 4)}`;
  return digits.fixed(p, p < 0.01 ? 4 : 3);
}

/** What stands before and after the number in a pattern. */
function unitOf(pattern: (value: string) => string): readonly [before: string, after: string] {
  const [before = '', after = ''] = pattern('\u0000').split('\u0000');
  return [before, after];
}

type Unit = ReturnType<typeof unitOf>;

const inUnit = ([before, after]: Unit, bare: string): string => before + bare + after;

function rangeOf(words: NumberWords, units: ReadonlyMap<FormatNumber, readonly [Unit, FormatNumber]>) {
  return (interval: Ends | null, format: FormatNumber): string => {
    if (interval === null) return '';
    const { low, high } = interval;
    const unit = units.get(format);
    // The unit once, after the upper end; an open end has none, and leaves it to the lower.
    if (unit !== undefined && low !== null && high !== null) {
      const [[before, after], bare] = unit;
      return words.range(before + bare(low), bare(high) + after);
    }
    const end = (value: number | null) => (value === null ? words.noLimit : format(value));
    return words.range(end(low), end(high));
  };
}

const special = /[.*+?^${}()|[\]\\]/g;

/**
 * The numbers of a locale.
 * @param locale BCP 47
 */
export function numbersOf(locale: string, words: NumberWords): Numbers {
  const digits = digitsOf(locale);
  const [percentUnit, pointsUnit] = [unitOf(words.percent), unitOf(words.points)];
  const or =
    (format: (value: number) => string): FormatNumber =>
    (value) =>
      value === null ? words.notMeasured : format(value);
  const barePercent = or((value) => barePercentOf(digits, value));
  const barePoints = or((value) => barePointsOf(digits, value));
  const percent = or((value) => inUnit(percentUnit, barePercentOf(digits, value)));
  const points = or((value) => inUnit(pointsUnit, barePointsOf(digits, value)));
  const units = new Map([
    [percent, [percentUnit, barePercent] as const],
    [points, [pointsUnit, barePoints] as const],
  ]);
  const after = [percentUnit, pointsUnit].map(([, text]) => text).filter((text) => text.startsWith(' '));
  const spaced = new RegExp(`(\\d)(${after.map((text) => text.replace(special, '\\$&')).join('|')})`, 'g');
  return {
    count: digits.grouped,
    percent,
    share: (value) => inUnit(percentUnit, shareOf(digits, value)),
    points,
    barePercent,
    barePoints,
    ratio: or((value) => ratioOf(digits, value)),
    measured: (value) =>
      Math.abs(value) >= 1000 ? digits.whole(value) : digits.most(Number(value.toPrecision(3)), 12),
    exact: (value) => digits.most(value, 12),
    fixed: digits.fixed,
    oneDigit: (value) => digits.fixed(value, 1),
    probability: (p) => (p === null ? '' : probabilityOf(digits, p)),
    range: rangeOf(words, units),
    unbroken: (sentence) =>
      after.length === 0
        ? sentence
        : sentence.replace(spaced, (_, digit, unit) => `${digit}\u00a0${unit.slice(1)}`),
  };
}

/**
 * How many of how many, the same "out of" for every rate so that they can be compared by eye: 100, or the next power
 * of ten at which the smallest rate is at least 1 and no two different rates read the same.
 *
 * @param rates values in [0, 1]; @returns the common `of` and each rate's whole number
 * @example perHundred([0.304, 0.445]) // { of: 100, numbers: [30, 45] }
 */
export function perHundred(rates: readonly number[]): {
  readonly of: number;
  readonly numbers: readonly number[];
} {
  for (const size of [100, 1000, 10_000, 100_000]) {
    const numbers = rates.map((rate) => Math.round(rate * size));
    const honest = rates.every((rate, index) => {
      const shown = numbers[index] ?? 0;
      return (shown > 0 || rate === 0) && (shown < size || rate === 1);
    });
    const distinct = new Set(numbers).size === new Set(rates).size;
    if (honest && distinct) return { of: size, numbers };
  }
  return { of: 1_000_000, numbers: rates.map((rate) => Math.round(rate * 1_000_000)) };
}
