import type { Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'Ofqual',
    title:
      'Awarding GCSE, AS, A level, advanced extension awards and extended project qualifications in summer 2020: interim report',
    year: 2020,
    where: 'Ofqual/20/6656/1',
    at: 'section 8 (the model, small centres), section 9 (outcomes by type of centre)',
  },
  {
    author: 'Ofqual',
    title: 'Code of the standardisation model',
    year: 2020,
    where: 'Open Government Licence',
  },
];

/** Published for 718,276 entries of summer 2020: how the calculated grade lay beside the teacher's, in percent. */
export const published = {
  entries: 718_276,
  downThree: 0.2,
  downTwo: 3.3,
  downOne: 35.6,
  same: 58.7,
  up: 2.2,
  /** Rise in A and A*, in points. */
  rise: { independent: 4.7, selective: 1.2, comprehensive: 2.0, academy: 1.7, college: 0.3 },
} as const;

export type CentreType = keyof typeof published.rise;
