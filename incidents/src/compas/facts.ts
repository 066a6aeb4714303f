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
    at: 'the columns race, sex, age_cat, decile_score, score_text and two_year_recid, counted',
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

/** Race; sex; age; scored Low, Medium and High among those not charged again, then among those charged again. */
const bySexAndAge = [
  ['Black', 'men', 'under 25', [110, 97, 59], [115, 161, 209]],
  ['Black', 'men', '25 to 45', [451, 242, 147], [255, 299, 405]],
  ['Black', 'men', 'over 45', [188, 64, 32], [88, 71, 51]],
  ['Black', 'women', 'under 25', [34, 43, 16], [15, 35, 26]],
  ['Black', 'women', '25 to 45', [155, 63, 26], [52, 56, 43]],
  ['Black', 'women', 'over 45', [52, 12, 4], [7, 6, 7]],
  ['White', 'men', 'under 25', [84, 37, 18], [50, 58, 56]],
  ['White', 'men', '25 to 45', [420, 114, 34], [212, 136, 87]],
  ['White', 'men', 'over 45', [378, 31, 4], [113, 41, 14]],
  ['White', 'women', 'under 25', [18, 33, 9], [1, 14, 12]],
  ['White', 'women', '25 to 45', [126, 41, 11], [54, 54, 23]],
  ['White', 'women', 'over 45', [113, 12, 5], [31, 7, 3]],
  [otherPeople, 'men', 'under 25', [44, 23, 18], [40, 34, 28]],
  [otherPeople, 'men', '25 to 45', [260, 46, 13], [111, 39, 31]],
  [otherPeople, 'men', 'over 45', [137, 11, 4], [37, 9, 3]],
  [otherPeople, 'women', 'under 25', [15, 6, 1], [4, 5, 1]],
  [otherPeople, 'women', '25 to 45', [67, 3, 1], [22, 9, 1]],
  [otherPeople, 'women', 'over 45', [29, 2, 0], [9, 0, 1]],
] as const;

export const sexAndAge: Counts = {
  columns: ['race', 'sex', 'age', 'score', 'charged again', 'people'],
  rows: bySexAndAge.flatMap(([race, sex, age, no, yes]) =>
    ['Low', 'Medium', 'High'].flatMap((score, i) => [
      [race, sex, age, score, 'no', no[i] ?? 0],
      [race, sex, age, score, 'yes', yes[i] ?? 0],
    ]),
  ),
};
