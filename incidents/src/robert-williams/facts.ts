import type { Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'United States District Court, Eastern District of Michigan',
    title: 'Williams v. City of Detroit, 2:21-cv-10827, settlement',
    year: 2024,
    where: 'June 2024',
    at: 'no arrest on a face match alone, nor on a line-up that came from one',
  },
  {
    author: 'P. Grother, M. Ngan and K. Hanaoka',
    title: 'Face recognition vendor test, part 3: demographic effects',
    year: 2019,
    where: 'NISTIR 8280, National Institute of Standards and Technology',
    at: 'false positives differ by a factor of 10 to over 100 between demographic groups',
  },
];

/** False matches in a million comparisons of two different people: a rate of one in 100,000, and the published factors on it. */
export const comparisons = 1_000_000;
export const falseMatches = { lowest: 10, 'ten times': 100, 'a hundred times': 1000 } as const;
export type MatchGroup = keyof typeof falseMatches;
