import type { Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'Federal Court of Australia',
    title: 'Prygodicz v Commonwealth of Australia (No 2) [2021] FCA 634',
    year: 2021,
    where: 'Federal Court',
    at: 'the method, and the scale: $1.763 billion asserted against about 433,000 people, $751 million recovered from about 381,000',
  },
  {
    author: 'Federal Court of Australia',
    title: 'Amato v Commonwealth of Australia, VID611/2019, consent orders',
    year: 2019,
    where: 'Federal Court',
    at: 'a debt of $2,754.86 with its penalty; a much smaller one was conceded',
  },
  {
    author: 'D. McCulloch',
    title: 'One in three robo-debts quashed on appeal',
    year: 2018,
    where: 'Australian Associated Press',
    at: 'more than 400 debts decided by the tribunal since July 2016, a third set aside, a few varied',
  },
];

/** Published, and taken as they are: the scale is an input of the simulation, not something that it finds. */
export const published = {
  people: 433_000,
  asserted: 1_763_000_000,
  recovered: 751_000_000,
  /** July 2015 to November 2019. */
  weeks: 226,
  overturned: 1 / 3,
} as const;
