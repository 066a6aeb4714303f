import type { Uniform } from '@ombud/stats';
import { averagedDebt, type Fortnight, trueDebt } from './income-test.ts';

/** How a year's income comes. In the first two everything was reported, fortnight by fortnight, and nothing is owed. */
export type Pattern = 'part of the year' | 'casual' | 'steady';

/** A simulated person who was paid by the office for a part of the year or all of it. */
export interface Person {
  readonly pattern: Pattern;
  readonly year: readonly Fortnight[];
}

/** The rate that the known answers are given for. */
export const rate = 537_50;

const between = (uniform: Uniform, low: number, high: number): number =>
  Math.round(low + uniform() * (high - low));

function partOfTheYear(uniform: Uniform): Person {
  const worked = between(uniform, 6, 20);
  const wage = between(uniform, 900_00, 2200_00);
  return {
    pattern: 'part of the year',
    year: Array.from({ length: 26 }, (_, i) =>
      i < worked ? { income: wage, reported: null } : { income: 0, reported: 0 },
    ),
  };
}

function casual(uniform: Uniform): Person {
  return {
    pattern: 'casual',
    year: Array.from({ length: 26 }, () => {
      const income = uniform() < 0.5 ? 0 : between(uniform, 200_00, 1400_00);
      return { income, reported: income };
    }),
  };
}

/** The same every fortnight; `told` is the share of it that was reported. */
function steady(uniform: Uniform, told: number): Person {
  const income = between(uniform, 300_00, 900_00);
  return {
    pattern: 'steady',
    year: Array.from({ length: 26 }, () => ({ income, reported: Math.round(told * income) })),
  };
}

/** One of the people who were paid and worked in the same year: how many of each kind there are is assumed, not published. */
export function drawWorker(uniform: Uniform): Person {
  const kind = uniform();
  if (kind < 0.3) return partOfTheYear(uniform);
  if (kind < 0.6) return casual(uniform);
  return steady(uniform, kind < 0.95 ? 1 : 0.5);
}

/** One of those to whom the scheme sent a debt: with an irregular income and wrong, or steady and owing something. */
export function drawDebt(uniform: Uniform, wrong: boolean): Person {
  for (;;) {
    const person = wrong
      ? uniform() < 0.5
        ? partOfTheYear(uniform)
        : casual(uniform)
      : steady(uniform, 0.5);
    if (averagedDebt(person.year, rate) > 0 && trueDebt(person.year, rate) > 0 !== wrong) return person;
  }
}
