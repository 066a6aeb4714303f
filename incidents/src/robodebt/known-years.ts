import type { Fortnight } from './income-test.ts';

const honest = (...incomes: readonly (number | null)[]): readonly Fortnight[] =>
  Array.from({ length: 26 }, (_, i) => {
    const income = incomes[i % incomes.length] ?? 0;
    return { income, reported: income };
  });

/** People whose year is told in a sentence; each reported every fortnight rightly, so that nothing is owed. */
export const knownYears: readonly { readonly told: string; readonly year: readonly Fortnight[] }[] = [
  {
    told: '$2,000 a fortnight for half the year, then 13 fortnights on payment',
    year: Array.from({ length: 26 }, (_, i) =>
      i < 13 ? { income: 2000_00, reported: null } : { income: 0, reported: 0 },
    ),
  },
  { told: '$1,200 and nothing by turns, on payment all year', year: honest(1200_00, 0) },
  { told: 'an even $600', year: honest(600_00) },
  { told: '$208 and nothing by turns', year: honest(208_00, 0) },
];
