import type { Scores } from '@ombud/table';

/** Scores of some groups, each a list of [score, people without the outcome, people with it]. */
export function scoresOf(groups: Readonly<Record<string, readonly (readonly number[])[]>>): Scores {
  const cells = Object.entries(groups).flatMap(([group, counts]) =>
    counts.flatMap(([score = 0, negatives = 0, positives = 0]) => [
      { groups: [group], decision: null, outcome: false, score, n: negatives, need: null },
      { groups: [group], decision: null, outcome: true, score, n: positives, need: null },
    ]),
  );
  return { groupNames: ['group'], cells: cells.filter(({ n }) => n > 0), exact: true };
}
