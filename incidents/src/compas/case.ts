import type { Incident, Results } from '../incident.ts';
import { chanceText, intervalText, listText, percent, points } from '../numbers.ts';
import { findingOf, measured, overallOf, rateOf, resultOf } from '../read-result.ts';
import { deciles, otherPeople, scores, sexAndAge, sources } from './facts.ts';

const black = { race: 'Black' };
const white = { race: 'White' };

function shows(results: Results): string[] {
  const result = resultOf(results, 'scores');
  const by = (audit: string) => findingOf(result, audit, ['race']);
  const pair = (audit: string) =>
    `${percent(rateOf(by(audit), black).value, 2)} of the Black and ${percent(rateOf(by(audit), white).value, 2)} of the White defendants`;
  const identity = by('calibration-against-error-rates').details;
  if (identity?.kind !== 'identity') throw new Error('The calibration audit has no identity.');
  const forced = identity.groups
    .filter(({ group }) => group.race !== otherPeople)
    .map(
      (group) =>
        `${percent(measured(group.falsePositiveRateAtCommonValues, 'forced false-positive rate'))} for ${group.group.race} defendants`,
    );
  const ppv = by('positive-predictive-value');
  const { details } = findingOf(resultOf(results, 'deciles'), 'calibration', ['race']);
  const calibrated =
    details?.kind === 'calibration' ? details.pairs.find(({ group }) => group.race === 'Black') : null;
  if (!calibrated) throw new Error('The deciles have no calibration.');
  const { value, interval } = calibrated.difference;
  const spread = findingOf(resultOf(results, 'deciles'), 'score-distributions', ['race']).details;
  const apart =
    spread?.kind === 'distributions' ? spread.pairs.find(({ group }) => group.race === 'Black') : null;
  if (!apart) throw new Error('The deciles have no distributions.');
  const { meanDifference } = apart;
  const oneDigit = (decile: number) => decile.toFixed(1);
  const ranking = findingOf(resultOf(results, 'deciles'), 'auc', ['race']).details;
  if (ranking?.kind !== 'ranking') throw new Error('The deciles have no ranking.');
  const sweep = findingOf(resultOf(results, 'deciles'), 'threshold-sweep', ['race']).details;
  if (sweep?.kind !== 'sweep') throw new Error('The deciles have no sweep of thresholds.');
  const falsePositives = (race: string) =>
    sweep.groups
      .find(({ group }) => group.race === race)
      ?.rates.find(({ rate }) => rate === 'false-positive-rate')
      ?.points.map(({ value }) => measured(value, `false-positive rate of ${race} defendants`)) ?? [];
  const [ofBlack, ofWhite] = [falsePositives('Black'), falsePositives('White')];
  const higher = ofBlack.filter((value, i) => value > (ofWhite[i] ?? 1)).length;
  const area = (race: string) =>
    percent(
      measured(
        ranking.groups.find(({ group }) => group.race === race)?.auc.value,
        `ranking of ${race} defendants`,
      ),
    );
  return [
    `Of those who were not charged again, ${pair('false-positive-rate')} had been scored Medium or High (of all people ${percent(overallOf(by('false-positive-rate')), 2)}).`,
    `Of those who were charged again, ${pair('false-negative-rate')} had been scored Low (of all people ${percent(overallOf(by('false-negative-rate')), 2)}).`,
    `Of those scored Medium or High, ${rateOf(ppv, black).value.toFixed(2)} of the Black and ${rateOf(ppv, white).value.toFixed(2)} of the White defendants were charged again (of all people ${overallOf(ppv).toFixed(2)}): this is the number that the maker showed, and the two earlier ones are those that ProPublica showed. Both are true.`,
    `${pair('base-rate')} were charged again. The false-positive rate is p/(1-p) x (1-PPV)/PPV x (1-FNR), where p is that share. So with the same predictive value and the same false-negative rate for everybody, the false-positive rates would be ${listText(forced)}: as long as the shares differ, all three cannot be equal at once.`,
    `At the same score from 1 to 10, the share that was charged again differs between Black and White defendants by ${points(measured(value, 'difference at equal score'))} (${intervalText(interval, points)}), ${chanceText(calibrated.pAdjusted ?? 1)}. Of two people of whom one was charged again, that one had the higher score in ${area('Black')} of pairs of Black and ${area('White')} of pairs of White defendants.`,
    `The scores themselves lie apart: those of Black defendants are on average ${measured(meanDifference.value, 'mean difference').toFixed(1)} of the ten steps higher than those of White defendants (${intervalText(meanDifference.interval, oneDigit)}), and farthest apart are the shares with at most ${measured(apart.at, 'farthest score')}.`,
    `No other single threshold would have made the two equal: of the ${sweep.thresholds.length - 1} thresholds from 2 to 10, the false-positive rate of Black defendants is above that of White defendants at ${higher}, and the decision follows the threshold ${measured(sweep.present?.threshold ?? null, 'present threshold')} for both.`,
  ];
}

const equalErrors = (audit: string, level: 'error' | 'warn') =>
  ({ audit, level, judge: 'interval', maxDifference: 0.05, source: 'incident compas' }) as const;

const races = {
  Black: 'Black defendants',
  White: 'White defendants',
  [otherPeople]: 'other defendants',
};

export const compas: Incident = {
  id: 'compas',
  title: 'COMPAS risk scores in Broward County',
  date: 'scores of 2013 and 2014, published in May 2016',
  year: 2016,
  sentence: 'Equal predictive value forces unequal mistakes.',
  happened: [
    'Courts in Broward County, Florida, used COMPAS, a commercial score of the risk that a person is charged again.',
    'ProPublica compared the scores of 7,214 people with what happened within two years, and published the tables and the data.',
    'People who were not charged again had been given a Medium or High score far more often when they were Black than when they were White. For those who were charged again it was the other way round with Low scores.',
    'The maker answered that a score means the same for both groups: among people with a high score about the same share is charged again.',
    'The dispute ended with a proof: where the groups differ in how often people are charged again, a score cannot have both equal predictive value and equal error rates.',
  ],
  counts:
    'Counts as published for all, Black and White defendants. "All other people" is all minus Black minus White, so that everybody is counted. Each group is compared with White defendants, as was published. An outcome is a new charge, not a new crime: who is charged depends also on who is policed.',
  audits: [
    {
      id: 'scores',
      title: 'General score, Low against Medium or High, and new charges within two years',
      counts: scores,
      spec: {
        decision: { column: 'score', positive: ['Medium or High'] },
        outcome: { column: 'charged again', positive: ['yes'] },
        favourable: 'negative',
        groups: [{ column: 'race' }],
        // The comparison that was published and disputed, named beforehand: with White defendants.
        reference: { kind: 'named', values: white },
        count: 'people',
        policy: {
          use: [],
          assertions: [
            equalErrors('false-positive-rate', 'error'),
            equalErrors('false-negative-rate', 'error'),
            equalErrors('positive-predictive-value', 'warn'),
          ],
          whenCannotTell: 'warn',
        },
        system: {
          id: 'compas-broward',
          title: 'COMPAS general recidivism score, Broward County, 2013-2014',
          purpose: 'Tell courts how likely it is that a person is charged again within two years',
        },
        wording: {
          people: 'defendants',
          decided: 'were scored Medium or High',
          happened: 'were charged again within two years',
          groups: { race: races },
        },
      },
    },
    {
      id: 'deciles',
      title: 'General score from 1 to 10, and new charges within two years',
      counts: deciles,
      spec: {
        decision: { column: 'decile', condition: { operator: '>=', value: 5 } },
        outcome: { column: 'charged again', positive: ['yes'] },
        score: 'decile',
        favourable: 'negative',
        groups: [{ column: 'race' }],
        reference: { kind: 'named', values: white },
        count: 'people',
        policy: {
          use: [],
          assertions: [equalErrors('false-positive-rate', 'warn')],
          whenCannotTell: 'warn',
        },
        wording: {
          people: 'defendants',
          decided: 'were scored 5 or higher',
          happened: 'were charged again within two years',
          groups: { race: races },
        },
      },
    },
    {
      id: 'subgroups',
      title: 'General score Low, Medium or High, by race, sex and age',
      counts: sexAndAge,
      spec: {
        decision: { column: 'score', positive: ['Medium', 'High'] },
        outcome: { column: 'charged again', positive: ['yes'] },
        favourable: 'negative',
        groups: [{ column: 'race' }],
        reference: { kind: 'named', values: white },
        searchColumns: [{ column: 'race' }, { column: 'sex' }, { column: 'age' }],
        audits: ['false-positive-rate', 'several-classes'],
        count: 'people',
        policy: {
          use: [],
          assertions: [equalErrors('false-positive-rate', 'warn')],
          whenCannotTell: 'warn',
        },
        wording: {
          people: 'defendants',
          decided: 'were scored Medium or High',
          happened: 'were charged again within two years',
          groups: {
            race: races,
            sex: { men: 'men', women: 'women' },
            age: {
              'under 25': 'defendants under 25',
              '25 to 45': 'defendants of 25 to 45',
              'over 45': 'defendants over 45',
            },
          },
        },
      },
    },
  ],
  shows,
  further: {
    asked: [
      { audit: 'calibration', table: { of: 'deciles', groupBy: ['race'] } },
      { audit: 'auc', table: { of: 'deciles', groupBy: ['race'] } },
      { audit: 'score-distributions' },
      { audit: 'threshold-sweep' },
      {
        audit: 'worst-subgroup',
        table: { of: 'subgroups', groupBy: [], measure: 'false-positive-rate' },
      },
      { audit: 'several-classes', table: { of: 'subgroups', groupBy: ['race'] } },
      { audit: 'ranking-exposure', table: { of: 'deciles', groupBy: ['race'] } },
    ],
    notAsked: [
      { audits: ['need-at-equal-score'], because: 'no-need' },
      { audits: ['number-gaps'], because: 'no-number' },
      { audits: ['over-time', 'drift'], because: 'no-time' },
      { audits: ['compare'], because: 'once' },
    ],
  },
  stopped: [
    'A claim of fairness that rests on one number. The audit shows the predictive value beside both error rates, for everybody, and says which of them cannot be equal at once; a policy that asks for error rates within five points fails.',
    'It leaves the choice where it belongs: whoever uses such a score must say which mistake weighs more, and for whom, and answer for it.',
  ],
  sources,
};
