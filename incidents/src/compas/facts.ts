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
