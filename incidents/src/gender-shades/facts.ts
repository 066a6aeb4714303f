import type { Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'J. Buolamwini and T. Gebru',
    title: 'Gender Shades: intersectional accuracy disparities in commercial gender classification',
    year: 2018,
    where: 'Proceedings of Machine Learning Research 81, 77-91',
    at: 'table 4, error rates by classifier',
  },
  {
    author: 'I. D. Raji and J. Buolamwini',
    title:
      'Actionable auditing: investigating the impact of publicly naming biased performance results of commercial AI products',
    year: 2019,
    where: 'AAAI/ACM Conference on AI, Ethics, and Society',
    at: 'the error rates of August 2018',
  },
];

/** Darker and lighter skin (D, L), women and men (F, M), as the study labelled the faces. */
export const intersections = ['DF', 'DM', 'LF', 'LM'] as const;
export type Intersection = (typeof intersections)[number];

/** The 1,270 faces of the Pilot Parliaments Benchmark; counts rebuilt from the published shares. */
export const faces: Readonly<Record<Intersection, number>> = { DF: 271, DM: 318, LF: 295, LM: 386 };

/** The columns of the published table and the intersections that each is made of. */
export const columns = {
  all: intersections,
  F: ['DF', 'LF'],
  M: ['DM', 'LM'],
  D: ['DF', 'DM'],
  L: ['LF', 'LM'],
  DF: ['DF'],
  DM: ['DM'],
  LF: ['LF'],
  LM: ['LM'],
} as const satisfies Record<string, readonly Intersection[]>;
export type Column = keyof typeof columns;

export interface Classifier {
  readonly id: string;
  readonly name: string;
  readonly tested: '2017' | 'August 2018';
  /** Faces classified wrongly: whole counts rebuilt from the published percentages. */
  readonly errors: Readonly<Record<Intersection, number>>;
  /** Error percentages as published. */
  readonly published: Readonly<Partial<Record<Column, number>>>;
}

const published2017 = (...values: number[]): Partial<Record<Column, number>> =>
  Object.fromEntries(Object.keys(columns).map((column, i) => [column, values[i]]));

export const ibm2017: Classifier = {
  id: 'ibm-2017',
  name: 'IBM',
  tested: '2017',
  errors: { DF: 94, DM: 38, LF: 21, LM: 1 },
  published: published2017(12.1, 20.3, 5.6, 22.4, 3.2, 34.7, 12.0, 7.1, 0.3),
};

export const otherClassifiers: readonly Classifier[] = [
  {
    id: 'face-2017',
    name: 'Face++',
    tested: '2017',
    errors: { DF: 93, DM: 2, LF: 29, LM: 3 },
    published: published2017(10.0, 21.3, 0.7, 16.5, 4.7, 34.5, 0.7, 9.8, 0.8),
  },
  {
    id: 'microsoft-2017',
    name: 'Microsoft',
    tested: '2017',
    errors: { DF: 56, DM: 19, LF: 5, LM: 0 },
    published: published2017(6.3, 10.7, 2.6, 12.9, 0.7, 20.8, 6.0, 1.7, 0.0),
  },
  {
    id: 'ibm-2018',
    name: 'IBM',
    tested: 'August 2018',
    errors: { DF: 46, DM: 2, LF: 7, LM: 1 },
    published: { DF: 16.97 },
  },
  {
    id: 'face-2018',
    name: 'Face++',
    tested: 'August 2018',
    errors: { DF: 11, DM: 4, LF: 3, LM: 2 },
    published: {},
  },
  {
    id: 'microsoft-2018',
    name: 'Microsoft',
    tested: 'August 2018',
    errors: { DF: 4, DM: 1, LF: 1, LM: 0 },
    published: {},
  },
  {
    id: 'amazon-2018',
    name: 'Amazon',
    tested: 'August 2018',
    errors: { DF: 85, DM: 4, LF: 21, LM: 0 },
    published: { all: 8.66, DF: 31.37 },
  },
  {
    id: 'kairos-2018',
    name: 'Kairos',
    tested: 'August 2018',
    errors: { DF: 61, DM: 4, LF: 19, LM: 0 },
    published: { all: 6.6, DF: 22.5 },
  },
];
