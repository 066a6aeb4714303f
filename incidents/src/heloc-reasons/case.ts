import { scoreAudits } from '../further-audits.ts';
import type { Incident, Results } from '../incident.ts';
import { percent } from '../numbers.ts';
import { findingOf, rateOf, resultOf } from '../read-result.ts';
import { refused, sameReasons, sources, turned, ways } from './facts.ts';

const reasons = { tried: 'one of the four reasons alone' };
const three = { tried: 'three columns at most' };

function shows(results: Results): string[] {
  const rate = findingOf(resultOf(results, 'ways'), 'selection-rate', ['tried']);
  const [byReason, byThree] = [rateOf(rate, reasons), rateOf(rate, three)];
  const beyond = byThree.events - byReason.events;
  return [
    `For ${refused - byReason.events} of ${refused} refused people none of the four principal reasons, changed alone, turns the answer; for ${byReason.events} one of them does (${percent(byReason.value)}).`,
    `With any change of at most three columns that the person can change, the answer turns for ${byThree.events}. So for at least ${beyond} people there was a way out that no single reason named.`,
    `For the other ${refused - byThree.events} no change of at most three columns turns it: that was proven, and a letter must say so plainly. A list of reasons reads as if it were a list of things to do.`,
    `Two sensible ways of choosing the reasons, against people who were just accepted and by the points lost to the best value, chose the same four for only ${sameReasons} of ${refused} people. The reasons depend on whom one compares with; that choice must be recorded.`,
  ];
}

export const helocReasons: Incident = {
  id: 'heloc-reasons',
  title: 'Reasons for a refused home loan',
  date: 'data of 2018, measured in November 2026',
  year: 2018,
  sentence: 'The reasons for a refusal are not the way out.',
  happened: [
    'In the United States a lender who refuses credit must give the principal reasons: not more than about four, drawn from what was actually scored.',
    'In 2018 FICO published applications for home equity loans, made anonymous, and asked the world to explain a model of them.',
    'Many answers were lists of the columns that lowered the score most. People read such a list as advice.',
    'We asked the second question for 100 people whom such a model refused: what would have turned the answer?',
  ],
  counts:
    'Counts of our own measurement on the published data, typed in. Each way of looking was tried on the same 100 people, so that the intervals between the ways are wider than they need be; nothing is claimed that they do not carry.',
  audits: [
    {
      id: 'ways',
      title: 'For how many of 100 refused people something turns the answer',
      counts: ways,
      spec: {
        decision: { column: 'turns the answer', positive: ['yes'] },
        favourable: 'positive',
        groups: [{ column: 'tried' }],
        reference: { kind: 'named', values: three },
        count: 'people',
        policy: {
          use: [],
          assertions: [
            {
              audit: 'selection-rate',
              level: 'error',
              judge: 'interval',
              minRatio: 0.8,
              source: 'incident heloc-reasons',
            },
          ],
          whenCannotTell: 'warn',
        },
        system: {
          id: 'heloc',
          title: 'Home equity loans, a model of published applications',
          purpose: 'Decide whether a loan is likely to be repaid',
        },
        wording: {
          people: 'refused people',
          decided: 'would have been accepted',
          groups: {
            tried: Object.fromEntries(
              Object.keys(turned).map((way) => [way, `people for whom ${way} was tried`]),
            ),
          },
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
    'A notice that gives four reasons and lets the person believe that they are four things to do. Ombud prints two lists under two headings, reasons and changes, and says plainly when no change would have helped.',
    'It does not make the refusal right. It says what the model would have answered, not whether the model should be asked.',
  ],
  sources,
};
