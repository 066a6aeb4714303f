import { type Uniform, uniformStream } from '@ombud/stats';
import type { CentreType } from './facts.ts';
import { type Centre, type Cumulative, type Grade, grades, standardise } from './standardise.ts';

/** What is assumed of the centres of a type: no file of real ones was published. */
interface Kind {
  readonly type: CentreType;
  readonly centres: number;
  readonly cohort: readonly [least: number, most: number];
  /** The average pupil, in grades below A*. */
  readonly mean: number;
}

const kinds: readonly Kind[] = [
  { type: 'independent', centres: 600, cohort: [1, 14], mean: 1.6 },
  { type: 'selective', centres: 100, cohort: [10, 60], mean: 1.8 },
  { type: 'comprehensive', centres: 400, cohort: [4, 40], mean: 2.8 },
  { type: 'academy', centres: 500, cohort: [4, 45], mean: 2.7 },
  { type: 'college', centres: 120, cohort: [20, 150], mean: 3.1 },
];

/** How much better than a results day the teachers thought, in grades: chosen so that about as many are lowered as published. */
const optimism = 0.42;

/** One pupil of a simulated centre. */
export interface Pupil {
  readonly type: CentreType;
  readonly cohort: number;
  readonly teacher: Grade;
  readonly given: Grade;
}

const normal = (uniform: Uniform): number =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

const gradeOf = (score: number): Grade => Math.min(6, Math.max(0, Math.round(score))) as Grade;

const inOrder = (list: readonly Grade[]): Grade[] => [...list].sort((a, b) => a - b);

/** Shares of grades of a group of that mean, as earlier results would predict them: smooth, not counted. */
function predicted(mean: number): Cumulative {
  const below = (x: number): number => 1 / (1 + Math.exp(-1.702 * (x - mean)));
  return grades.map((_, at) => (at === grades.length - 1 ? 1 : below(at + 0.5)));
}

/** One simulated centre: three years of history and the pupils of 2020, whom the teachers see a little too well. */
function drawCentre({ cohort: [least, most], mean }: Kind, uniform: Uniform): Centre {
  const size = least + Math.floor(uniform() * (most - least + 1));
  const centre = mean + 0.5 * normal(uniform);
  const cohort = centre + 0.3 * normal(uniform);
  const year = () => Array.from({ length: size }, () => gradeOf(centre + normal(uniform)));
  return {
    history: [...year(), ...year(), ...year()],
    predictedThen: predicted(centre),
    predictedNow: predicted(cohort),
    match: 0.8,
    teacher: inOrder(Array.from({ length: size }, () => gradeOf(cohort - optimism + normal(uniform)))),
  };
}

/** Every simulated centre with its type; the same each time. */
export function drawCentres(seed = 2020): readonly { readonly type: CentreType; readonly centre: Centre }[] {
  const uniform = uniformStream(seed);
  return kinds.flatMap((kind) =>
    Array.from({ length: kind.centres }, () => ({ type: kind.type, centre: drawCentre(kind, uniform) })),
  );
}

/** The pupils of all centres, each with the teacher's grade and the one that the model gave. */
export const pupilsOf = (centres: ReturnType<typeof drawCentres>): readonly Pupil[] =>
  centres.flatMap(({ type, centre }) => {
    const given = standardise(centre);
    return centre.teacher.map((teacher, index) => ({
      type,
      cohort: centre.teacher.length,
      teacher,
      given: given[index] ?? teacher,
    }));
  });

/** Cohorts by the sizes at which the teacher's grade counts wholly, in part and not at all. */
export const bandOf = (cohort: number): string =>
  cohort <= 3 ? '1 to 3' : cohort < 10 ? '4 to 9' : cohort < 30 ? '10 to 29' : '30 and more';
