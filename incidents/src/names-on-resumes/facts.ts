import type { Counts, Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'M. Bertrand and S. Mullainathan',
    title:
      'Are Emily and Greg more employable than Lakisha and Jamal? A field experiment on labor market discrimination',
    year: 2004,
    where: 'American Economic Review 94, 991-1013',
    at: 'table 1, and the data published with the paper',
  },
];

/** Names that sound; of women or men; resumes sent; callbacks: 2,435 and 235 of the White, 2,435 and 157 of the Black names. */
const resumes = [
  ['White', 'women', 1860, 184],
  ['White', 'men', 575, 51],
  ['Black', 'women', 1886, 125],
  ['Black', 'men', 549, 32],
] as const;

export const callbacks: Counts = {
  columns: ['name sounds', 'name of', 'called back', 'resumes'],
  rows: resumes.flatMap(([name, sex, sent, called]) => [
    [name, sex, 'yes', called],
    [name, sex, 'no', sent - called],
  ]),
};
