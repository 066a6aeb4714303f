/** The published standardisation of summer 2020, for one centre and subject. */

/** From best to worst. */
export const grades = ['A*', 'A', 'B', 'C', 'D', 'E', 'U'] as const;
/** A place in `grades`: 0 is the best. */
export type Grade = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Shares of the grades from best to worst, each with all better ones: the last is 1. */
export type Cumulative = readonly number[];

/** What the model knows of a centre. */
export interface Centre {
  /** Grades of 2017 to 2019 together, by how many; empty where there is no history. */
  readonly history: readonly Grade[];
  /** What the earlier results of the old and of the new pupils predict. */
  readonly predictedThen: Cumulative;
  readonly predictedNow: Cumulative;
  /** The smaller of the two shares of pupils with known earlier results. */
  readonly match: number;
  /** The teacher's grades, best first; within a grade in the teacher's order. */
  readonly teacher: readonly Grade[];
}

/** Cumulative shares of a list of grades. */
export const cumulativeOf = (list: readonly Grade[]): Cumulative =>
  grades.map((_, most) => list.filter((grade) => grade <= most).length / Math.max(1, list.length));

/** H of the report: the harmonic mean of the sizes of the new cohort and of the three years together. */
export const harmonicSize = (now: number, then: number): number => 1 / (0.5 / now + 0.5 / then);

/** How much the teacher's grade counts: all in the smallest centres and without history, nothing from 15. */
export function teacherWeight(now: number, then: number): number {
  if (then === 0) return 1;
  const size = harmonicSize(now, then);
  if (size <= 5) return 1;
  return size <= 15 ? (15 - size) / 10 : 0;
}

/** P = c + r(q - p), between 0 and 1, and never falling: where it would, the more generous value stands. */
export function expectedShares({ history, predictedThen, predictedNow, match }: Centre): Cumulative {
  const then = cumulativeOf(history);
  let least = 0;
  return grades.map((_, at) => {
    if (at === grades.length - 1) return 1;
    const moved = (then[at] ?? 0) + match * ((predictedNow[at] ?? 0) - (predictedThen[at] ?? 0));
    least = Math.max(least, Math.min(1, Math.max(0, moved)));
    return least;
  });
}

/** The first grade whose share reaches the pupil's place: (rank - 0.5) / N. */
const gradeAt = (shares: Cumulative, place: number): Grade =>
  Math.max(
    0,
    shares.findIndex((share) => share >= place - 1e-12),
  ) as Grade;

/**
 * The grades of a centre in the order of its pupils. In small centres the shares of the model and of the teacher are mixed by
 * the weight of the report.
 */
export function standardise(centre: Centre): readonly Grade[] {
  const now = centre.teacher.length;
  const weight = teacherWeight(now, centre.history.length);
  if (weight === 1) return centre.teacher;
  const [model, teacher] = [expectedShares(centre), cumulativeOf(centre.teacher)];
  const shares = model.map((share, at) => weight * (teacher[at] ?? 1) + (1 - weight) * share);
  return centre.teacher.map((_, index) => gradeAt(shares, (index + 0.5) / now));
}
