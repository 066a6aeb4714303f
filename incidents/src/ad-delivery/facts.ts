import type { Counts, Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'N. Kayser-Bril',
    title: 'Automated discrimination: Facebook uses gross stereotypes to optimize ad delivery',
    year: 2020,
    where: 'AlgorithmWatch',
    at: 'the published data of the experiment, Facebook, Germany, August 2020, and France, 2 September 2020 ("FR - Trucks2"): impressions by gender',
  },
  {
    author: 'M. Ali, P. Sapiezynski, M. Bogen, A. Korolova, A. Mislove and A. Rieke',
    title: 'Discrimination through optimization: how Facebook’s ad delivery can lead to biased outcomes',
    year: 2019,
    where: 'Proceedings of the ACM on Human-Computer Interaction 3 (CSCW)',
  },
];

/** Job of the advert; impressions to women, to men, and to people whose gender the platform did not say. */
const impressions = [
  ['truck driver', 439, 5259, 15],
  ['child care worker', 6824, 264, 41],
  ['nurse', 4727, 1344, 26],
  ['legal counsel', 3787, 3874, 44],
  ['hairdresser', 2723, 2767, 24],
  ['machine learning', 2561, 1937, 29],
] as const;

const rowsOf = ([job, women, men, unknown]: (typeof impressions)[number]) => [
  [job, 'women', women],
  [job, 'men', men],
  [job, 'unknown', unknown],
];

const columns = ['advert', 'gender', 'impressions'];

export const allAdverts: Counts = { columns, rows: impressions.flatMap(rowsOf) };

/** An advert for truck drivers in France, 2 September 2020, in five versions, named as in the published file; impressions as above. */
const versions = [
  ['baseline', 344, 1891, 7],
  ['gendered', 523, 1836, 12],
  ['feminine', 410, 1764, 14],
  ['image-road', 1477, 1320, 4],
  ['image-lipstick', 1707, 241, 13],
] as const;

export const truckVersions: Counts = {
  columns: ['version', 'gender', 'impressions'],
  rows: versions.flatMap(([version, women, men, unknown]) => [
    [version, 'women', women],
    [version, 'men', men],
    [version, 'unknown', unknown],
  ]),
};

/** The two adverts that ran at the same time with the same settings and met the most different audiences. */
export const twoAdverts: Counts = {
  columns,
  rows: impressions.filter(([job]) => job === 'truck driver' || job === 'child care worker').flatMap(rowsOf),
};
