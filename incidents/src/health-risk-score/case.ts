import { explainerOf } from '@ombud/explain';
import type { LinearModel } from '@ombud/model';
import type { Incident, IncidentAudit, Results } from '../incident.ts';
import { percent } from '../numbers.ts';
import { findingOf, rateOf, resultOf } from '../read-result.ts';
import { blackShare, byIllness, byScore, costGap, sources } from './facts.ts';

const black = { race: 'Black' };
const white = { race: 'White' };

/** The score as one line: it follows the cost of a year, and has no column for race. */
const score: LinearModel = {
  kind: 'linear',
  origin: { format: 'ombud-model', version: '', objective: '' },
  features: ['cost of the year before', 'age'].map((name) => ({
    name,
    categories: null,
    unknown: 'refused',
  })),
  outputs: 1,
  classes: null,
  link: { kind: 'identity' },
  weights: Float64Array.of(1, 0),
  intercepts: Float64Array.of(0),
};

/** Two people with the same illnesses and age; of the White patient's cost only the difference matters. */
function attributionOfTheGap(): string {
  const base = 8000;
  const explainer = explainerOf(score, [Float64Array.of(base, 50)]);
  const [gap] = explainer.explain([Float64Array.of(base - costGap, 50)]);
  return explainer.players
    .map((name, i) => `${name} ${Math.round(gap?.contributions[i] ?? 0).toLocaleString('en-GB')} dollars`)
    .join(', ');
}

function shows(results: Results): string[] {
  const rates = (id: string) => {
    const rate = findingOf(resultOf(results, id), 'selection-rate', ['race']);
    return { black: rateOf(rate, black), white: rateOf(rate, white) };
  };
  const [score, illness] = [rates('by-score'), rates('by-illness')];
  return [
    `By the score ${percent(score.black.value)} of the Black and ${percent(score.white.value)} of the White patients are offered the programme at once. Read alone, that looks as if Black patients were favoured.`,
    `Ranked by their illnesses it would be ${percent(illness.black.value)} of the Black and ${percent(illness.white.value)} of the White patients: ${illness.black.events} Black patients in place of ${score.black.events}, of the same number of places.`,
    `Attributions of a score that follows cost, for a Black patient beside a White one with the same illnesses: ${attributionOfTheGap()}. They add up to the whole difference of the score, exactly. Race has none, because race is no column of the model.`,
    'So a list of attributions, and a letter made from it, would say "your costs were low", which is true of the model. That low cost stands for less care, and not for less illness, is no fact of the model: no attribution can show it. What shows it is the label: cost, put in the place of need.',
  ];
}

const audit = (id: string, title: string, counts: IncidentAudit['counts']): IncidentAudit => ({
  id,
  title,
  counts,
  spec: {
    decision: { column: 'automatic offer', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'race' }],
    count: 'people',
    policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'warn' },
    system: {
      id: 'care-management',
      title: 'A score that offers care management',
      purpose: 'Find the patients who need extra care most',
    },
    wording: {
      people: 'patient-years',
      decided: 'were offered care management at once',
      groups: { race: { Black: 'Black patients', White: 'White patients' } },
    },
  },
});

export const healthRiskScore: Incident = {
  id: 'health-risk-score',
  title: 'A health score that learned cost',
  date: 'published in October 2019',
  year: 2019,
  sentence: 'Race is no input, and comes in through cost.',
  happened: [
    'A score sold to health systems in the United States ranks patients, and those at the top are offered extra care. It is used for millions of people.',
    'Race was kept out of its inputs. It was trained to predict what a patient will cost.',
    `Black patients with as many illnesses cost ${costGap.toLocaleString('en-GB')} dollars a year less, the authors report, because less care reaches them. So at the same score they were sicker.`,
    `Ranked by illness, the share of Black patients among those offered care at once would have risen from ${percent(blackShare.score)} to ${percent(blackShare.illness)}, as published; the authors later corrected the code behind the second figure.`,
  ],
  counts:
    'Rebuilt: whole people who give the published shares above the 97th percentile, of the published patient-years (3 % of all are offered care at once). The score in the attributions is not theirs; it is the simplest one that follows cost.',
  audits: [
    audit('by-score', 'Who is offered care at once, by the score', byScore),
    audit('by-illness', 'Who would be, ranked by illness', byIllness),
  ],
  shows,
  stopped: [
    'A check that a forbidden attribute "is not used". It is not, and the outcome follows it. The comparison that finds this puts people with the same need side by side, and asks what the label stands for.',
    'Attributions would not have stopped it. They describe the model; the fault was in what the model was asked to learn.',
  ],
  sources,
};
