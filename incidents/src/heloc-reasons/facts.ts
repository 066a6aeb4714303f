import type { Counts, Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'FICO',
    title: 'Explainable Machine Learning Challenge: home equity line of credit (HELOC) applications',
    year: 2018,
    where: 'FICO Community',
    at: '10,459 applications with 23 columns; 9,871 with any value',
  },
  {
    author: 'Board of Governors of the Federal Reserve System, Bureau of Consumer Financial Protection',
    title: 'Equal Credit Opportunity Act, Regulation B, 12 CFR 1002.9 and its official interpretation',
    year: 2011,
    where: 'Code of Federal Regulations',
    at: 'comments 9(b)(2)-1 to 9(b)(2)-7',
  },
  {
    author: 'Ombud',
    title: 'Reasons and recourse for 100 refused applicants of the HELOC data',
    year: 2026,
    where: 'measured in November 2026: LightGBM, 200 trees of 31 leaves, 12 changeable columns',
  },
];

/** Of 100 people whom a model refused: for how many each way of looking finds something that turns the answer. */
export const refused = 100;
export const turned = {
  'one of the four reasons alone': 31,
  'two columns at most': 50,
  'three columns at most': 59,
} as const;

/** Of 100 refused people, for how many two sensible ways of choosing the four reasons chose the same four. */
export const sameReasons = 22;

export const ways: Counts = {
  columns: ['tried', 'turns the answer', 'people'],
  rows: Object.entries(turned).flatMap(([way, people]) => [
    [way, 'yes', people],
    [way, 'no', refused - people],
  ]),
};
