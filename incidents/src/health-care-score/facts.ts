import type { Counts, Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'Z. Obermeyer, B. Powers, C. Vogeli and S. Mullainathan',
    title: 'Dissecting racial bias in an algorithm used to manage the health of populations',
    year: 2019,
    where: 'Science 366, 447-453',
    at: 'figure 1 (need at equal score), table 2 (candidate labels)',
  },
  {
    author: 'Z. Obermeyer, B. Powers, C. Vogeli and S. Mullainathan',
    title: 'Code and synthetic data of the paper',
    year: 2019,
    where: 'the dissecting-bias repository of the authors',
    at: 'the held-out synthetic patients and their predictions; the concentration of table 2 as computed from them',
  },
];

/** The lowest percentile of the risk score in a band, then how many patients have 0, 1, 2 ... active chronic conditions. */
type Band = readonly [lowest: number, patients: readonly number[]];

const black: readonly Band[] = [
  [1, [95, 5, 3, 0, 0, 1]],
  [6, [69, 12, 4, 3, 0, 0, 0, 0, 0, 0, 0, 1]],
  [11, [73, 10, 5]],
  [16, [35, 19, 4, 4, 4, 1]],
  [21, [48, 22, 10, 4, 1, 1]],
  [26, [40, 30, 8, 3, 2, 0, 2]],
  [31, [33, 36, 8, 7, 1]],
  [36, [29, 30, 12, 9, 4, 2, 1]],
  [41, [16, 29, 25, 13, 4]],
  [46, [22, 26, 24, 8, 5, 6, 1]],
  [51, [23, 21, 16, 11, 3, 2]],
  [56, [18, 28, 29, 8, 2, 2, 1]],
  [61, [17, 26, 27, 8, 4, 3, 0, 1]],
  [66, [13, 25, 15, 15, 4, 1]],
  [71, [14, 23, 13, 19, 7, 5, 3, 2, 1, 1, 1]],
  [76, [10, 17, 17, 19, 12, 10, 3, 3, 2, 0, 0, 0, 1]],
  [81, [7, 19, 20, 13, 13, 6, 10, 3, 2, 1, 3]],
  [86, [4, 14, 17, 15, 19, 9, 6, 9, 1, 1, 0, 0, 0, 1]],
  [91, [7, 10, 13, 26, 16, 21, 8, 9, 8, 5, 5, 1, 2, 1]],
  [97, [2, 3, 13, 22, 7, 11, 13, 12, 7, 8, 7, 5, 7, 3, 2, 2]],
];

const white: readonly Band[] = [
  [1, [648, 34, 16, 1, 1, 0, 1]],
  [6, [630, 65, 14, 4, 0, 2, 0, 1]],
  [11, [595, 84, 26, 7, 3, 1, 1]],
  [16, [555, 138, 32, 11, 1, 0, 0, 0, 1]],
  [21, [532, 144, 33, 5, 3, 1, 1]],
  [26, [487, 172, 42, 11, 6, 2]],
  [31, [461, 188, 45, 15, 5, 4, 2]],
  [36, [419, 186, 70, 28, 9, 3, 1, 1, 1]],
  [41, [389, 200, 76, 39, 8, 3, 1, 2]],
  [46, [335, 209, 108, 48, 7, 3, 2, 1]],
  [51, [279, 251, 128, 36, 20, 7, 6, 1]],
  [56, [247, 237, 134, 61, 22, 9, 5, 2]],
  [61, [233, 237, 121, 79, 31, 11, 2, 5]],
  [66, [216, 221, 170, 61, 40, 13, 8, 1, 2]],
  [71, [199, 202, 143, 79, 46, 26, 10, 6, 3, 2]],
  [76, [172, 190, 139, 86, 61, 29, 23, 5, 2, 2, 0, 1, 0, 1]],
  [81, [125, 165, 152, 103, 88, 31, 19, 11, 6, 2, 2, 3, 1]],
  [86, [98, 150, 146, 117, 77, 52, 29, 24, 8, 5, 1, 1, 1]],
  [91, [111, 138, 131, 139, 104, 74, 48, 33, 21, 17, 11, 2, 1, 3, 1]],
  [97, [27, 57, 61, 53, 60, 63, 41, 46, 31, 28, 18, 11, 12, 6, 2, 2, 1, 1]],
];

export const percentile = 'percentile of the score';
export const conditions = 'active chronic conditions';

const rowsOf = (race: string, bands: readonly Band[]) =>
  bands.flatMap(([lowest, patients]) => patients.map((n, conditions) => [race, lowest, conditions, n]));

export const need: Counts = {
  columns: ['race', percentile, conditions, 'people'],
  rows: [...rowsOf('Black', black), ...rowsOf('White', white)].filter(([, , , n]) => n !== 0),
};

const everybody = { black: 1825, white: 14_274 };
/** The 3 % with the highest prediction: 93, 125 and 137 of 482 are the .1929, .2593 and .2842 of the table. */
const chosen = 482;

/** Who is among the 3 % with the highest prediction, when the model is trained on one label or another. */
export const chosenBy = (blackChosen: number): Counts => ({
  columns: ['race', 'chosen', 'people'],
  rows: [
    ['Black', 'yes', blackChosen],
    ['Black', 'no', everybody.black - blackChosen],
    ['White', 'yes', chosen - blackChosen],
    ['White', 'no', everybody.white - chosen + blackChosen],
  ],
});

export const blackByLabel = { cost: 93, avoidable: 125, conditions: 137 };
