import type { Pupil } from './schools.ts';
import { type Centre, expectedShares, grades, standardise } from './standardise.ts';

/** What must hold for each pupil alone, whatever the averages say. */
export interface Invariant {
  readonly sentence: string;
  /** Pupils for whom it does not hold: each would be looked at by a human before anything is published. */
  readonly broken: number;
}

const worst = grades.length - 1;

/** Pupils who fail though their share of a fail is less than one pupil. */
export function failedByFraction(centre: Centre): number {
  const share = 1 - (expectedShares(centre)[worst - 1] ?? 1);
  if (share * centre.teacher.length >= 1) return 0;
  return standardise(centre).filter((given, index) => given === worst && centre.teacher[index] !== worst)
    .length;
}

/** Whether the grade of a pupil lies two or more below the teacher's. */
export const isTwoBelow = ({ teacher, given }: Pupil): boolean => given - teacher >= 2;

/** The invariants as they came out. */
export const invariantsOf = (centres: readonly Centre[], pupils: readonly Pupil[]): readonly Invariant[] => [
  {
    sentence: 'No grade lies two or more below the teacher’s without a review',
    broken: pupils.filter(isTwoBelow).length,
  },
  {
    sentence: 'Nobody fails for a fraction of a pupil',
    broken: centres.reduce((sum, centre) => sum + failedByFraction(centre), 0),
  },
];
