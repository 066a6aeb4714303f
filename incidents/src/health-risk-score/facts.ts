import type { Counts, Source } from '../incident.ts';

export const sources: readonly Source[] = [
  {
    author: 'Z. Obermeyer, B. Powers, C. Vogeli and S. Mullainathan',
    title: 'Dissecting racial bias in an algorithm used to manage the health of populations',
    year: 2019,
    where: 'Science 366, 447-453',
    at: 'table 1 (patient-years) and the text (Black share above the 97th percentile; cost at the same health)',
  },
];

/** Patient-years, table 1. */
export const patients = { Black: 5582, White: 43202 } as const;

/** Black share of those above the 97th percentile: by the score, and if people were ranked by their illnesses. */
export const blackShare = { score: 0.177, illness: 0.465 } as const;

/** How much less a Black patient costs in a year than a White patient with as many chronic illnesses, in dollars. */
export const costGap = 1801;

const enrolled = Math.round(0.03 * (patients.Black + patients.White));

/** Whole people who give the published shares. */
function counts(share: number): Counts {
  const black = Math.round(share * enrolled);
  return {
    columns: ['race', 'automatic offer', 'people'],
    rows: [
      ['Black', 'yes', black],
      ['Black', 'no', patients.Black - black],
      ['White', 'yes', enrolled - black],
      ['White', 'no', patients.White - (enrolled - black)],
    ],
  };
}

export const byScore = counts(blackShare.score);
export const byIllness = counts(blackShare.illness);
