import { scoreAudits } from '../further-audits.ts';
import type { Incident, Results } from '../incident.ts';
import { chanceText, intervalText, people, percent, points } from '../numbers.ts';
import { comparisonOf, equalityOf, findingOf, measured, rateOf, resultOf } from '../read-result.ts';
import { callbacks, sources } from './facts.ts';

const attribute = 'name sounds';
const black = { [attribute]: 'Black' };
const white = { [attribute]: 'White' };

/** The audit's difference is Black minus white; the sentence tells how much higher the other is. */
const opposite = (end: number | null): number | null => (end === null ? null : -end);

function shows(results: Results): string[] {
  const finding = findingOf(resultOf(results, 'callbacks'), 'adverse-impact', [attribute]);
  const [low, high] = [rateOf(finding, black), rateOf(finding, white)];
  const ratio = comparisonOf(finding, 'ratio', black);
  const { statistic, p } = equalityOf(finding);
  const gap = comparisonOf(finding, 'difference', black).interval;
  const value = measured(ratio.value, 'ratio');
  const reach = measured(ratio.interval?.high, 'upper end of the ratio');
  const told =
    reach < 0.8
      ? 'The whole interval lies below four fifths as well.'
      : 'Read by its interval the four-fifths rule cannot tell yet, so the policy also asks whether the gap itself is more than chance, and it is.';
  return [
    `${people(high.events)} of ${people(high.n)} resumes with a white-sounding name were answered (${percent(high.value, 2)}), and ${people(low.events)} of ${people(low.n)} with a Black-sounding name (${percent(low.value, 2)}). Nothing but the name differed.`,
    // With two groups the chi-squared statistic is the square of z.
    `That is ${chanceText(p)}: z = ${Math.sqrt(statistic).toFixed(2)}, a difference of ${points(high.value - low.value)} (${intervalText(gap && { ...gap, low: opposite(gap.high), high: opposite(gap.low) }, points)}).`,
    `The ratio is ${value.toFixed(3)} (${intervalText(ratio.interval, (end) => end.toFixed(3))}), ${value < 0.8 ? 'below' : 'not below'} the four fifths of the United States guidelines. ${told}`,
  ];
}

export const namesOnResumes: Incident = {
  id: 'names-on-resumes',
  title: 'Names on resumes',
  date: 'July 2001 to May 2002, published in 2004',
  year: 2004,
  sentence: 'The same resume, another name: fewer calls back.',
  happened: [
    'Two economists sent close to 5,000 resumes in answer to job advertisements in Boston and Chicago.',
    'They wrote the resumes themselves and gave each a name by lot: one that sounds white or one that sounds Black to people who were asked.',
    'Then they counted who was called back.',
    'Because the names were drawn by lot, a difference in callbacks can come from nothing but the name.',
  ],
  counts:
    'Counts as published. The group is how a name sounds, which the experimenters set; it is nobody’s race. Up to four resumes went to one employer; counts alone cannot take that into account.',
  audits: [
    {
      id: 'callbacks',
      title: 'Callbacks by how the name sounds',
      counts: callbacks,
      spec: {
        decision: { column: 'called back', positive: ['yes'] },
        favourable: 'positive',
        groups: [{ column: attribute }],
        count: 'resumes',
        searchColumns: [{ column: attribute }, { column: 'name of' }],
        policy: {
          use: ['us-four-fifths:point'],
          assertions: [
            {
              audit: 'adverse-impact',
              level: 'error',
              judge: 'interval',
              maxDifference: 0.01,
              source: 'incident names-on-resumes',
            },
          ],
          whenCannotTell: 'warn',
        },
        system: {
          id: 'resume-callbacks',
          title: 'Callbacks to resumes, Boston and Chicago, 2001-2002',
          purpose: 'Decide which applicants are called back',
        },
        wording: {
          people: 'applicants',
          decided: 'were called back',
          groups: {
            [attribute]: {
              Black: 'applicants with a Black-sounding name',
              White: 'applicants with a white-sounding name',
            },
            'name of': { women: 'women', men: 'men' },
          },
        },
      },
    },
  ],
  shows,
  further: {
    asked: [{ audit: 'worst-subgroup', table: { of: 'callbacks', groupBy: [], measure: 'selection-rate' } }],
    notAsked: [
      {
        audits: scoreAudits,
        because: 'no-score',
      },
      { audits: ['several-classes', 'number-gaps'], because: 'yes-or-no' },
      { audits: ['over-time', 'drift'], because: 'no-time' },
      { audits: ['compare'], because: 'once' },
    ],
  },
  stopped: [
    'A screening step, by people or by a model that learned from them, that answers less often to some names. The same check runs on any log of who was invited, and the four-fifths rule fails it.',
    'An experiment like this one is also a test to run before release: send the same application under different names and audit what comes back.',
  ],
  sources,
};
