/** The scheme with fewer letters a week, for a run against a server: the same law, days and draws. */
import { uniformStream } from '@ombud/stats';
import { published } from './facts.ts';
import { averagedDebt, type Fortnight, trueDebt, withPenalty } from './income-test.ts';
import { knownYears } from './known-years.ts';
import { drawDebt, rate } from './people.ts';
import { drawCase, type Settings } from './scheme.ts';

/** One debt as it is sent, in cents; days count from the first letter. */
export interface SmallDebt {
  readonly reference: string;
  readonly year: readonly Fortnight[];
  readonly wrong: boolean;
  /** What is asked for, with the tenth. */
  readonly claimed: number;
  /** What the person owes by the law, with the tenth. */
  readonly owed: number;
  readonly issued: number;
  readonly appealed: number | null;
  readonly answered: number | null;
}

const debtOf = (
  year: readonly Fortnight[],
  one: Pick<SmallDebt, 'reference' | 'wrong' | 'issued' | 'appealed' | 'answered'>,
): SmallDebt => ({
  ...one,
  year,
  claimed: withPenalty(averagedDebt(year, rate)),
  owed: withPenalty(Math.max(0, trueDebt(year, rate))),
});

/** People whose answer is published; each appeals on the day after the letter counts as received. */
const knownDebts = (answerDays: number): readonly SmallDebt[] =>
  knownYears
    .filter(({ year }) => averagedDebt(year, rate) > 0)
    .map(({ year }, i) =>
      debtOf(year, { reference: `K-${i}`, wrong: true, issued: 0, appealed: 6, answered: 6 + answerDays }),
    );

/**
 * The debts of each week; the known years come first.
 * @param people whom the whole scheme would reach
 */
export function* smallScheme(
  settings: Settings,
  seed: number,
  people: number,
): Generator<readonly SmallDebt[]> {
  const uniform = uniformStream(seed);
  const perWeek = people / published.weeks;
  let index = 0;
  for (let week = 0; week < published.weeks; week++) {
    const debts: SmallDebt[] = week === 0 ? [...knownDebts(settings.answerDays)] : [];
    for (; index < Math.round((week + 1) * perWeek); index++) {
      const one = drawCase(7 * week, settings, uniform);
      const { year } = drawDebt(uniformStream(index + 1), one.wrong);
      debts.push(debtOf(year, { ...one, reference: `P-${index}` }));
    }
    yield debts;
  }
}
