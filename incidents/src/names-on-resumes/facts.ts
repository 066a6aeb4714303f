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

/** Names that sound; resumes sent; callbacks. */
const resumes = [
  ['White', 2435, 235],
  ['Black', 2435, 157],
] as const;

export const callbacks: Counts = {
  columns: ['name sounds', 'called back', 'resumes'],
  rows: resumes.flatMap(([name, sent, called]) => [
    [name, 'yes', called],
    [name, 'no', sent - called],
  ]),
};
