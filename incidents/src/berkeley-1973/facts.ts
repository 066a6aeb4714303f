import type { Counts, Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'P. J. Bickel, E. A. Hammel and J. W. O’Connell',
    title: 'Sex bias in graduate admissions: data from Berkeley',
    year: 1975,
    where: 'Science 187, 398-404',
  },
  {
    author: 'D. Freedman, R. Pisani and R. Purves',
    title: 'Statistics',
    year: 1978,
    where: 'W. W. Norton',
    at: 'the table of the six largest departments, called A to F',
  },
];

/** Department; men admitted and rejected; women admitted and rejected. */
const departments = [
  ['A', 512, 313, 89, 19],
  ['B', 353, 207, 17, 8],
  ['C', 120, 205, 202, 391],
  ['D', 138, 279, 131, 244],
  ['E', 53, 138, 94, 299],
  ['F', 22, 351, 24, 317],
] as const;

export const admissions: Counts = {
  columns: ['department', 'sex', 'admitted', 'people'],
  rows: departments.flatMap(([department, menIn, menOut, womenIn, womenOut]) => [
    [department, 'men', 'yes', menIn],
    [department, 'men', 'no', menOut],
    [department, 'women', 'yes', womenIn],
    [department, 'women', 'no', womenOut],
  ]),
};
