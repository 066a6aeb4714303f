import { once } from '../once.ts';
import type { CentreType } from './facts.ts';
import { drawCentres, pupilsOf } from './schools.ts';

export const types: Readonly<Record<CentreType, string>> = {
  independent: 'independent schools',
  selective: 'selective schools',
  comprehensive: 'comprehensive schools',
  academy: 'academies',
  college: 'sixth-form and further-education colleges',
};

export const centres = once(() => drawCentres());
export const pupils = once(() => pupilsOf(centres()));

export const spec = {
  decision: { column: 'lowered', positive: ['yes'] },
  favourable: 'negative',
  groups: [{ column: 'type' }, { column: 'cohort' }],
  count: 'pupils',
  system: {
    id: 'standardisation-2020',
    title: 'Standardisation of A-level grades',
    purpose: 'Give grades without examinations that mean the same as in other years',
  },
} as const;

export const wording = {
  people: 'pupils',
  groups: {
    // What is counted are pupils' grades, not schools.
    type: Object.fromEntries(Object.entries(types).map(([type, name]) => [type, `pupils of ${name}`])),
    cohort: Object.fromEntries(
      ['1 to 3', '4 to 9', '10 to 29', '30 and more'].map((band) => [band, `pupils in a cohort of ${band}`]),
    ),
  },
} as const;
