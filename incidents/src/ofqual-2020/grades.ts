import { countRows } from '../count-rows.ts';
import type { IncidentAudit } from '../incident.ts';
import { bandOf } from './schools.ts';
import { centres, pupils, spec, wording } from './shared.ts';
import { type Grade, grades } from './standardise.ts';

const policy = (groupBy: string) =>
  ({
    use: [],
    assertions: [
      {
        audit: 'selection-rate',
        level: 'warn',
        judge: 'interval',
        groupBy: [[groupBy]],
        maxDifference: 0.05,
        source: 'incident ofqual-2020',
      },
    ],
    whenCannotTell: 'warn',
  }) as const;

const name = (grade: Grade): string => grades[grade];

/** Each grade beside the teacher's. */
export const gradesAudit: IncidentAudit = {
  id: 'grades',
  title: 'Each grade beside the teacher’s, by size of cohort',
  get counts() {
    const rows = pupils().map(({ cohort, given, teacher }) => [bandOf(cohort), name(given), name(teacher)]);
    return countRows(['cohort', 'grade', 'teacher’s grade'], 'pupils', rows);
  },
  spec: {
    ...spec,
    decision: { column: 'grade', positive: ['A*', 'A'] },
    outcome: { column: 'teacher’s grade', positive: ['A*', 'A'] },
    favourable: 'positive',
    groups: [{ column: 'cohort' }],
    audits: ['selection-rate', 'several-classes'],
    policy: policy('cohort'),
    wording: { ...wording, decided: 'were given an A or A*' },
  },
};

/** Grades as numbers, U is 0 and A* is 6: how far the grade lies from the teacher's. */
export const numbersAudit: IncidentAudit = {
  id: 'numbers',
  title: 'How many grades above or below the teacher’s, by size of cohort',
  get counts() {
    const points = (grade: Grade) => grades.length - 1 - grade;
    const rows = pupils().map(({ cohort, given, teacher }) => [
      bandOf(cohort),
      points(given),
      points(teacher),
    ]);
    return countRows(['cohort', 'grade', 'teacher’s grade'], 'pupils', rows);
  },
  spec: {
    ...spec,
    decision: { column: 'grade', condition: { operator: '>=', value: 5 } },
    outcome: { column: 'teacher’s grade', condition: { operator: '>=', value: 5 } },
    favourable: 'positive',
    groups: [{ column: 'cohort' }],
    audits: ['selection-rate', 'number-gaps'],
    policy: policy('cohort'),
    wording: { ...wording, decided: 'were given an A or A*' },
  },
};

/** Who had an A or A* in each of the three years before and who was given one. */
export const yearsAudit: IncidentAudit = {
  id: 'years',
  title: 'A and A* by year and type of centre',
  get counts() {
    const best = (grade: Grade) => (grade <= 1 ? 'yes' : 'no');
    const before = centres().flatMap(({ type, centre: { history } }) => {
      const inYear = history.length / 3;
      return history.map((grade, i) => [`${2017 + Math.floor(i / inYear)}-08-15`, type, best(grade)]);
    });
    const now = pupils().map(({ type, given }) => ['2020-08-13', type, best(given)]);
    return countRows(['results day', 'type', 'A or A*'], 'pupils', [...before, ...now]);
  },
  spec: {
    ...spec,
    decision: { column: 'A or A*', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'type' }],
    time: 'results day',
    period: 'year',
    audits: ['selection-rate', 'over-time', 'drift'],
    policy: policy('type'),
    wording: { ...wording, decided: 'had an A or A*' },
  },
};
