import { reversalSentences } from '@ombud/report';
import { scoreAudits } from '../further-audits.ts';
import type { Incident, Results } from '../incident.ts';
import { chanceText, percent, points } from '../numbers.ts';
import { equalityOf, findingOf, measured, rateOf, resultOf } from '../read-result.ts';
import { admissions, sources } from './facts.ts';

const women = { sex: 'women' };
const men = { sex: 'men' };

function shows(results: Results): string[] {
  const result = resultOf(results, 'admissions');
  const crude = findingOf(result, 'adverse-impact', ['sex']);
  const inside = findingOf(result, 'conditional-disparity', ['sex']);
  if (inside.details?.kind !== 'strata') throw new Error('The conditional disparity has no strata.');
  const { pairs, strata, standardised } = inside.details;
  const [pair] = pairs;
  // The audit compares women with men; the literature tells the odds of men against women, its inverse.
  const crudeOdds = 1 / measured(pair?.crudeOddsRatio, 'crude odds ratio');
  const insideOdds = 1 / measured(pair?.oddsRatio.value, 'odds ratio inside departments');
  const test = pair?.cochranMantelHaenszel;
  const cmh = measured(test?.statistic, 'Cochran-Mantel-Haenszel statistic');
  const ahead = strata.filter(
    ({ groups }) => rateOf({ ...inside, groups }, women).value > rateOf({ ...inside, groups }, men).value,
  );
  const alike = { ...inside, groups: standardised };
  const gap = rateOf(alike, women).value - rateOf(alike, men).value;
  return [
    `Over all six departments ${percent(rateOf(crude, women).value)} of the women and ${percent(rateOf(crude, men).value)} of the men were admitted. The odds of men were ${crudeOdds.toFixed(2)} times those of women (chi-squared ${equalityOf(crude).statistic.toFixed(1)}).`,
    `Inside the departments it is another picture: in ${ahead.length} of ${strata.length} departments a larger share of the women was admitted. The common odds ratio of men to women is ${insideOdds.toFixed(3)} (Mantel-Haenszel), which is ${chanceText(measured(test?.p, 'p of the Cochran-Mantel-Haenszel test'))} (Cochran-Mantel-Haenszel ${cmh.toFixed(2)}, corrected).`,
    `If women and men had applied to the departments alike, the shares would differ by ${points(Math.abs(gap))}, with the higher share for ${gap > 0 ? 'women' : 'men'}.`,
    ...reversalSentences(result),
  ];
}

export const berkeley1973: Incident = {
  id: 'berkeley-1973',
  title: 'Graduate admissions at Berkeley',
  date: 'autumn 1973',
  year: 1973,
  sentence: 'The departments reverse what the total seems to say.',
  happened: [
    'In autumn 1973 the University of California, Berkeley, admitted a clearly larger share of the men who applied to its graduate school than of the women.',
    'The university feared that this would be read as discrimination in its departments, and had the numbers examined.',
    'The departments decided about admission, each by itself. Department by department, the gap all but vanished, and in several it turned around.',
    'More women than men had applied to departments that admit few of those who apply.',
  ],
  counts: 'Counts as published, for the six largest departments.',
  audits: [
    {
      id: 'admissions',
      title: 'Who was admitted, by sex and by department',
      counts: admissions,
      spec: {
        decision: { column: 'admitted', positive: ['yes'] },
        favourable: 'positive',
        groups: [{ column: 'sex' }],
        strata: [{ column: 'department' }],
        count: 'people',
        policy: {
          use: ['us-four-fifths'],
          assertions: [
            {
              audit: 'conditional-disparity',
              level: 'error',
              judge: 'interval',
              minRatio: 0.8,
              source: 'incident berkeley-1973',
            },
          ],
          whenCannotTell: 'warn',
        },
        system: {
          id: 'berkeley-admissions',
          title: 'Graduate admissions, University of California, Berkeley, autumn 1973',
          purpose: 'Decide who is admitted to graduate study, in the six largest departments',
        },
        wording: {
          people: 'applicants',
          decided: 'were admitted',
          groups: { sex: { women: 'women', men: 'men' } },
        },
      },
    },
  ],
  shows,
  further: {
    asked: [],
    notAsked: [
      {
        audits: scoreAudits,
        because: 'no-score',
      },
      { audits: ['worst-subgroup'], because: 'no-columns' },
      { audits: ['several-classes', 'number-gaps'], because: 'yes-or-no' },
      { audits: ['over-time', 'drift', 'compare'], because: 'once' },
    ],
  },
  stopped: [
    'A wrong conclusion. A check that looks at the total alone fails the departments for something that none of them did; the audit asks the same question inside each department and warns, in words, when the answers point in opposite directions.',
    'It does not say that all is well. That women applied to departments with few places is a fact too, and whether the way there was equally open is a question that admissions data cannot answer.',
  ],
  sources,
};
