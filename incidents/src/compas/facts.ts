import type { Counts, Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'J. Angwin, J. Larson, S. Mattu and L. Kirchner',
    title: 'Machine Bias',
    year: 2016,
    where: 'ProPublica',
  },
  {
    author: 'J. Larson, S. Mattu, L. Kirchner and J. Angwin',
    title: 'How We Analyzed the COMPAS Recidivism Algorithm',
    year: 2016,
    where: 'ProPublica',
    at: 'contingency tables of the general score, Low against Medium and High, for all, Black and White defendants',
  },
  {
    author: 'J. Larson and others',
    title: 'compas-scores-two-years.csv',
    year: 2016,
    where: 'the compas-analysis repository of ProPublica',
    at: 'the columns race, decile_score and two_year_recid, counted',
  },
  {
    author: 'A. Chouldechova',
    title: 'Fair prediction with disparate impact: a study of bias in recidivism prediction instruments',
    year: 2017,
    where: 'Big Data 5, 153-163',
    at: 'equation 2.6, the identity',
  },
  {
    author: 'W. Dieterich, C. Mendoza and T. Brennan',
    title: 'COMPAS Risk Scales: Demonstrating Accuracy Equity and Predictive Parity',
    year: 2016,
    where: 'Northpointe',
  },
];

/** True and false negatives and positives: positive is a score of Medium or High, true is a new charge within two years. */
interface Table {
  readonly trueNegative: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly truePositive: number;
}

const all: Table = { trueNegative: 2681, falsePositive: 1282, falseNegative: 1216, truePositive: 2035 };
const black: Table = { trueNegative: 990, falsePositive: 805, falseNegative: 532, truePositive: 1369 };
const white: Table = { trueNegative: 1139, falsePositive: 349, falseNegative: 461, truePositive: 505 };

/** The published tables name two groups; the rest of the 7,214 is what remains, and is named for nothing else. */
const others: Table = {
  trueNegative: all.trueNegative - black.trueNegative - white.trueNegative,
  falsePositive: all.falsePositive - black.falsePositive - white.falsePositive,
  falseNegative: all.falseNegative - black.falseNegative - white.falseNegative,
  truePositive: all.truePositive - black.truePositive - white.truePositive,
};

export const otherPeople = 'all other people';

const rowsOf = (group: string, table: Table) => [
  [group, 'Low', 'no', table.trueNegative],
  [group, 'Medium or High', 'no', table.falsePositive],
  [group, 'Low', 'yes', table.falseNegative],
  [group, 'Medium or High', 'yes', table.truePositive],
];

export const scores: Counts = {
  columns: ['race', 'score', 'charged again', 'people'],
  rows: [...rowsOf('Black', black), ...rowsOf('White', white), ...rowsOf(otherPeople, others)],
};

/** People with each score from 1 to 10, not charged again and charged again within two years. */
interface Deciles {
  readonly no: readonly number[];
  readonly yes: readonly number[];
}

const blackDeciles: Deciles = {
  no: [307, 274, 201, 208, 189, 169, 163, 114, 111, 59],
  yes: [91, 119, 145, 177, 176, 215, 237, 245, 269, 227],
};
const whiteDeciles: Deciles = {
  no: [539, 248, 180, 172, 130, 83, 55, 32, 30, 19],
  yes: [142, 113, 93, 113, 111, 111, 88, 82, 68, 45],
};
const otherDeciles: Deciles = {
  no: [286, 126, 85, 55, 36, 31, 24, 16, 12, 9],
  yes: [75, 61, 43, 44, 39, 32, 25, 23, 18, 24],
};

const decileRows = (group: string, { no, yes }: Deciles) =>
  no.flatMap((n, i) => [
    [group, i + 1, 'no', n],
    [group, i + 1, 'yes', yes[i] ?? 0],
  ]);

export const deciles: Counts = {
  columns: ['race', 'decile', 'charged again', 'people'],
  rows: [
    ...decileRows('Black', blackDeciles),
    ...decileRows('White', whiteDeciles),
    ...decileRows(otherPeople, otherDeciles),
  ],
};
