import { countRows } from '../count-rows.ts';
import { scoreAudits } from '../further-audits.ts';
import type { Counts, Incident, IncidentAudit, PageTable, Results } from '../incident.ts';
import { people, percent, points } from '../numbers.ts';
import { findingOf, measured, overallOf, rateOf, resultOf } from '../read-result.ts';
import { type CentreType, published, sources } from './facts.ts';
import { gradesAudit, numbersAudit, yearsAudit } from './grades.ts';
import { invariantsOf, isTwoBelow } from './invariants.ts';
import { bandOf, type Pupil } from './schools.ts';
import { centres, pupils, spec, types, wording } from './shared.ts';
import { cumulativeOf } from './standardise.ts';

const countsOf = (lowered: (pupil: Pupil) => boolean): Counts =>
  countRows(
    ['type', 'cohort', 'lowered'],
    'pupils',
    pupils().map((pupil) => [pupil.type, bandOf(pupil.cohort), lowered(pupil) ? 'yes' : 'no']),
  );

const lowered: IncidentAudit = {
  id: 'lowered',
  title: 'Grades below the teacher’s',
  get counts() {
    return countsOf(({ teacher, given }) => given > teacher);
  },
  spec: {
    ...spec,
    policy: {
      use: [],
      assertions: [
        {
          audit: 'selection-rate',
          level: 'error',
          judge: 'interval',
          groupBy: [['type'], ['cohort']],
          maxDifference: 0.05,
          source: 'incident ofqual-2020',
        },
      ],
      whenCannotTell: 'error',
    },
    wording: { ...wording, decided: 'were given a lower grade than the teacher’s' },
  },
};

const loweredByTwo: IncidentAudit = {
  id: 'lowered-by-two',
  title: 'Grades two or more below the teacher’s',
  get counts() {
    return countsOf(isTwoBelow);
  },
  spec: {
    ...spec,
    policy: {
      use: [],
      assertions: [
        {
          audit: 'selection-rate',
          level: 'error',
          judge: 'interval',
          groupBy: [['type']],
          maxValue: 0.001,
          source: 'incident ofqual-2020',
        },
      ],
      whenCannotTell: 'error',
    },
    wording: { ...wording, decided: 'were given a grade two or more below the teacher’s' },
  },
};

/** Rise in A and A* against the centres' own three years. */
function riseOf(type: CentreType): number {
  const own = centres().filter((one) => one.type === type);
  const then = cumulativeOf(own.flatMap(({ centre }) => centre.history))[1] ?? 0;
  const now =
    cumulativeOf(
      pupils()
        .filter((pupil) => pupil.type === type)
        .map(({ given }) => given),
    )[1] ?? 0;
  return now - then;
}

const riseTable = (): PageTable => ({
  caption: 'Rise in A and A* by type of centre: the simulated centres, and what was published',
  head: ['type of centre', 'simulated', 'published'],
  rows: (Object.keys(types) as CentreType[]).map((type) => [
    types[type],
    points(Math.round(1000 * riseOf(type)) / 1000 + 0),
    `${published.rise[type].toFixed(1)} points`,
  ]),
});

/** How many were given the teacher's own grade, of seven. */
function agreementSentence(results: Results): string {
  const { details } = findingOf(resultOf(results, 'grades'), 'several-classes', ['cohort']);
  if (details?.kind !== 'classes') throw new Error('The grades are no classes.');
  const same = (cohort: string) =>
    percent(
      measured(
        details.groups.find(({ group }) => group.cohort === cohort)?.accuracy.value,
        `agreement in cohorts of ${cohort}`,
      ),
    );
  return `Of the seven grades the one that was given is the teacher’s for ${same('1 to 3')} of those in a cohort of three or fewer, for ${same('4 to 9')} in cohorts of 4 to 9, for ${same('30 and more')} in cohorts of 30 and more.`;
}

/** What a check of the whole sees: nearly nothing, since the model kept the shares of the years before. */
function driftSentence(results: Results): string {
  const { details } = findingOf(resultOf(results, 'years'), 'drift', []);
  const column = details?.kind === 'drift' ? details.columns.find(({ role }) => role === 'decision') : null;
  const index = measured(column?.index, 'stability index');
  return `Year by year all looked well: beside 2017 to 2019 the stability index of A and A* is ${index.toFixed(4)}, where 0.1 is the usual alarm. The model was made to keep the shares of the years before, so a check of the shares could not see what it did to single pupils.`;
}

function shows(results: Results): readonly string[] {
  const down = resultOf(results, 'lowered');
  const by = (column: 'type' | 'cohort') => findingOf(down, 'selection-rate', [column]);
  const type = (name: CentreType) => percent(rateOf(by('type'), { type: name }).value);
  const cohort = (name: string) => percent(rateOf(by('cohort'), { cohort: name }).value);
  const told = published.downOne + published.downTwo + published.downThree;
  return [
    `Of ${people(pupils().length)} simulated grades ${percent(overallOf(by('type')))} lie below the teacher’s; published were ${told.toFixed(1)} % of ${people(published.entries)}.`,
    `It depends on the size of the cohort, which no pupil chooses: ${cohort('1 to 3')} are lowered where three or fewer sat together, ${cohort('4 to 9')} in cohorts of 4 to 9, ${cohort('10 to 29')} of 10 to 29, ${cohort('30 and more')} of 30 and more. Small ones kept the teacher’s grade.`,
    `So it depends on the type of school: ${type('independent')} are lowered in independent schools, ${type('comprehensive')} in comprehensive schools, ${type('college')} in colleges. No column of the model names the type.`,
    agreementSentence(results),
    driftSentence(results),
    `The fractional pupil: where 2.3 % failed in the three years before, the last pupil of any cohort of 22 or more fails, whatever the teacher said; of 21 nobody does.`,
    ...invariantsOf(
      centres().map(({ centre }) => centre),
      pupils(),
    ).map(({ sentence, broken }) => `${sentence}: it does not hold for ${people(broken)} pupils.`),
  ];
}

export const ofqual2020: Incident = {
  id: 'ofqual-2020',
  title: 'A-level grades without examinations',
  date: 'England, August 2020',
  year: 2020,
  sentence: 'Who sat with few others kept the teacher’s grade.',
  happened: [
    'In 2020 there were no examinations in England, and the regulator gave grades by a model instead.',
    'It kept the order in which a school’s teachers had put its pupils, and gave them the grades that the school had had in the three years before.',
    'Where few pupils had sat together the history says little, so that the teacher’s grade stood; and small cohorts are more common in independent schools.',
    'Of 718,276 grades 39.1 % were lower than the teacher’s. Nobody could contest their own; four days later the grades were withdrawn.',
  ],
  counts:
    'The model is the published one. No file of real centres was published, so that the centres are simulated: their number, size, averages and how generous the teachers were are assumed, the last so that about as many grades are lowered as published. In small centres the shares of the model and of the teacher are mixed by the published weight. That independent schools gain most is in both the simulation and what was published; the sizes of the differences are the simulation’s.',
  audits: [lowered, loweredByTwo, gradesAudit, numbersAudit, yearsAudit],
  shows,
  further: {
    asked: [
      { audit: 'several-classes' },
      { audit: 'number-gaps', table: { of: 'numbers', groupBy: ['cohort'], measure: 'error' } },
      { audit: 'over-time', table: { of: 'years', groupBy: ['type'], measure: 'selection-rate' } },
      { audit: 'drift' },
    ],
    notAsked: [
      {
        audits: scoreAudits,
        because: 'no-score',
      },
      { audits: ['worst-subgroup'], because: 'no-columns' },
      { audits: ['compare'], because: 'once' },
    ],
  },
  tables: () => [riseTable()],
  stopped: [
    'Adjustment by type of centre and by size of cohort, before results day: the audit fails on both. The averages over all pupils, which were checked, look well.',
    'Invariants for one pupil: no grade two or more below the teacher’s without a human, no fail for a fraction of a pupil. Each broken one is a case for a review before it is a grade.',
    'It does not say which grade is right. Nobody knows that; it is why each pupil needs somebody to ask.',
  ],
  sources,
};
