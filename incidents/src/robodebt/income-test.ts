/** The fortnightly income test of Newstart, single and without children, 2016 to 2019. All amounts are cents. */

/** Basic rates for a fortnight from the month named. */
export const rates = {
  '2016-03': 527_60,
  '2017-09': 538_80,
  '2018-03': 545_80,
  '2018-09': 550_20,
  '2019-03': 555_70,
  '2019-09': 559_00,
} as const;

/** One fortnight of a person. */
export interface Fortnight {
  /** What the person earned. */
  readonly income: number;
  /** What the person told the office of; null in a fortnight without payment. */
  readonly reported: number | null;
}

/** What an income of one fortnight takes off the payment: nothing to $104, half to $254, three fifths above. */
export function deduction(income: number): number {
  if (income <= 104_00) return 0;
  if (income <= 254_00) return 0.5 * (income - 104_00);
  return 75_00 + 0.6 * (income - 254_00);
}

/** What is paid for a fortnight with an income. */
export const payment = (income: number, rate: number): number => Math.max(0, rate - deduction(income));

/** The income from which nothing is paid, with the supplement of $8.80. */
export const cutOff = (rate: number): number => 254_00 + (rate + 8_80 - 75_00) / 0.6;

/** What was paid beyond what the law gives, fortnight by fortnight: the only debt that there is. Rounded to a cent. */
export const trueDebt = (year: readonly Fortnight[], rate: number): number =>
  Math.round(
    year.reduce(
      (sum, { income, reported }) =>
        reported === null ? sum : sum + payment(reported, rate) - payment(income, rate),
      0,
    ),
  );

/**
 * The method of the scheme: the year's income spread evenly over its fortnights, and what was paid beyond that called a debt
 * (Prygodicz v Commonwealth (No 2) [2021] FCA 634). Negative where the person would have had more. Rounded to a cent.
 */
export function averagedDebt(year: readonly Fortnight[], rate: number): number {
  const even = year.reduce((sum, { income }) => sum + income, 0) / year.length;
  return Math.round(
    year.reduce(
      (sum, { reported }) => (reported === null ? sum : sum + payment(reported, rate) - payment(even, rate)),
      0,
    ),
  );
}

/** The debt with the penalty of a tenth. */
export const withPenalty = (debt: number): number => Math.round(debt * 1.1);

/** A year's income spread over its days, for a fortnight. */
export const averagedFortnight = (income: number, days: number): number => Math.round((income / days) * 14);
