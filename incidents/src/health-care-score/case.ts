import type { NeedDetails } from '@ombud/contract';
import type { Incident, IncidentAudit, Results } from '../incident.ts';
import { intervalText, people, percent } from '../numbers.ts';
import { findingOf, measured, rateOf, resultOf } from '../read-result.ts';
import { attributionText } from './attributions.ts';
import { blackByLabel, chosenBy, conditions, need, percentile, sources } from './facts.ts';

const black = { race: 'Black' };

function needOf(results: Results): NeedDetails {
  const { details } = findingOf(resultOf(results, 'need'), 'need-at-equal-score', ['race']);
  if (details?.kind !== 'need') throw new Error('The audit has no need.');
  return details;
}

/** Mean conditions of the two groups in the band from which patients were identified for the programme. */
function atTheTop({ bands }: NeedDetails): { black: number; white: number } {
  const top = bands.at(-1);
  const mean = (race: string) =>
    measured(top?.groups.find(({ group }) => group.race === race)?.mean.value, `need of ${race} patients`);
  return { black: mean('Black'), white: mean('White') };
}

function shareOfBlack(results: Results, id: string): number {
  const finding = findingOf(resultOf(results, id), 'selection-rate', ['race']);
  return rateOf(finding, black).events / finding.groups.reduce((sum, { events }) => sum + events, 0);
}

function shows(results: Results): string[] {
  const details = needOf(results);
  const top = atTheTop(details);
  const [pair] = details.pairs;
  const difference = measured(pair?.difference.value, 'difference of need');
  const everybody = resultOf(results, 'need').coverage.counted;
  return [
    `Of ${people(everybody)} patients, Black patients with the same score have ${difference.toFixed(2)} more active chronic conditions than White patients on average (${intervalText(pair?.difference.interval ?? null, (value) => value.toFixed(2))}). The score was trained on cost, and less was spent on Black patients who were as ill.`,
    `From the 97th percentile on, where patients were identified for extra care, Black patients had ${top.black.toFixed(2)} conditions on average and White patients ${top.white.toFixed(2)}: ${percent(top.black / top.white - 1)} more.`,
    `Who would be among the 3 % with the highest prediction depends on the label that the model is trained on: ${percent(shareOfBlack(results, 'by-cost'))} of them are Black when it predicts total cost, ${percent(shareOfBlack(results, 'by-avoidable-cost'))} when it predicts avoidable cost, ${percent(shareOfBlack(results, 'by-conditions'))} when it predicts active chronic conditions.`,
    'A check of selection rates alone points the other way: Black patients were chosen more often than White ones, because they were more ill. Only the comparison at equal score shows who was passed over.',
    attributionText(),
  ];
}

const wording = {
  people: 'patients',
  decided: 'were identified for extra care',
  groups: { race: { Black: 'Black patients', White: 'White patients' } },
} as const;

const policy = {
  use: [],
  assertions: [
    {
      audit: 'adverse-impact',
      level: 'warn',
      judge: 'interval',
      minRatio: 0.8,
      source: 'incident health-care-score',
    },
  ],
  whenCannotTell: 'warn',
} as const;

const byLabel = (id: string, label: string, blackChosen: number): IncidentAudit => ({
  id,
  title: `The 3 % with the highest prediction of ${label}`,
  counts: chosenBy(blackChosen),
  spec: {
    decision: { column: 'chosen', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'race' }],
    count: 'people',
    policy,
    wording: { ...wording, decided: 'would be chosen' },
  },
});

export const healthCareRiskScore: Incident = {
  id: 'health-care-score',
  title: 'A health-care risk score that was trained on cost',
  date: 'published in October 2019',
  year: 2019,
  sentence: 'At the same score, Black patients are more ill.',
  happened: [
    'Health systems in the United States used a commercial score to find patients for a programme of extra care.',
    'The score predicted what a patient would cost, in the place of how ill the patient was.',
    'Less money is spent on Black patients who are as ill as White ones, so at the same score Black patients were more ill.',
    'The score itself was accurate: it predicted cost equally well for both groups, and no column of race was in it.',
    'The authors showed that another label, such as the number of active chronic conditions, would nearly do away with the difference.',
  ],
  counts:
    'Counted from the synthetic patients that the authors published with their code, because the real ones cannot be; figures differ a little from those of the paper (there, 26 % more conditions at the 97th percentile). Scores are in bands of five percentiles, but the two highest, 91 to 96 and 97 to 100. The shares of the candidate labels are as the authors computed them from the same synthetic patients.',
  audits: [
    {
      id: 'need',
      title: 'Active chronic conditions at the same score',
      counts: need,
      spec: {
        decision: { column: percentile, condition: { operator: '>=', value: 97 } },
        score: percentile,
        need: conditions,
        favourable: 'positive',
        groups: [{ column: 'race' }],
        count: 'people',
        policy,
        system: {
          id: 'care-management',
          title: 'Risk score for a programme of extra care',
          purpose: 'Find patients who need extra care',
        },
        wording,
      },
    },
    byLabel('by-cost', 'total cost', blackByLabel.cost),
    byLabel('by-avoidable-cost', 'avoidable cost', blackByLabel.avoidable),
    byLabel('by-conditions', 'active chronic conditions', blackByLabel.conditions),
  ],
  shows,
  further: {
    asked: [
      { audit: 'need-at-equal-score', table: { of: 'need', groupBy: ['race'] } },
      { audit: 'score-distributions', table: { of: 'need', groupBy: ['race'] } },
      { audit: 'ranking-exposure', table: { of: 'need', groupBy: ['race'] } },
    ],
    notAsked: [
      { audits: ['calibration', 'auc', 'threshold-sweep'], because: 'no-outcome' },
      { audits: ['worst-subgroup'], because: 'no-columns' },
      { audits: ['several-classes', 'number-gaps'], because: 'yes-or-no' },
      { audits: ['over-time', 'drift'], because: 'no-time' },
      { audits: ['compare'], because: 'once' },
    ],
  },
  stopped: [
    'A label that was at hand in the place of what was meant. Whoever declares the need beside the score is shown, before the score is used, that one group needs more at the same score.',
    'No check of selection rates and no check of accuracy would have found it: both look fine, or point the other way. Nor would attributions: race is no input, and comes in through cost.',
  ],
  sources,
};
