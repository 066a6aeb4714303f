import { english, voiceOf } from '@ombud/words';
import { furtherAudits } from '../further-audits.ts';
import type { Incident, PageTable, Results } from '../incident.ts';
import { intervalText, people, percent } from '../numbers.ts';
import { findingOf, rateOf, resultOf } from '../read-result.ts';
import { comparisons, falseMatches, type MatchGroup, sources } from './facts.ts';
import { type GateAnswer, gate, signedAlone, straightFromMatch } from './gate.ts';

const voice = voiceOf(english);
const groups = Object.keys(falseMatches) as MatchGroup[];
/** Photographs of others that one picture is compared with; a small gallery. */
const gallery = 10_000;

const situations = [
  { told: 'the match alone', second: false, corroborated: false },
  { told: 'a second person who signs', second: true, corroborated: false },
  { told: 'evidence of another kind, one person', second: false, corroborated: true },
  { told: 'evidence of another kind, two people', second: true, corroborated: true },
] as const;

const answerText = (answer: GateAnswer): readonly [string, string] =>
  answer.begins ? ['may begin', '–'] : ['does not begin', `${answer.by}: ${answer.because}`];

const gateTable = (): PageTable => ({
  caption: 'What the machines of review and effect answer',
  head: ['there is', 'an arrest', 'refused by'],
  rows: [
    ['the match, and no review', ...answerText(straightFromMatch())],
    ...situations.map(({ told, ...situation }) => [told, ...answerText(gate(situation))]),
    ['one who looked, and signs alone', ...answerText(signedAlone())],
  ],
});

function shows(results: Results): readonly string[] {
  const wrong = findingOf(resultOf(results, 'matches'), 'selection-rate', ['group']);
  return [
    ...groups.map((group) => {
      const { value, interval } = rateOf(wrong, { group });
      const some = 1 - (1 - falseMatches[group] / comparisons) ** gallery;
      const text = (share: number) => percent(share, 4);
      return `${group === 'lowest' ? 'In the group with the lowest rate' : `In a group with ${group} the rate`} ${text(value)} of comparisons of two different people match (${intervalText(interval, text)}). Whoever is searched for among ${people(gallery)} photographs of others meets at least one false match with a chance of ${voice.percent(some)}, and ${((gallery * falseMatches[group]) / comparisons).toFixed(1)} on average.`;
    }),
    'So the best match in a large gallery is a lead, and no evidence: in some groups the search finds somebody whoever is looked for.',
    'An arrest begins with two people and evidence that does not come from the match, and not before: the table says which rule refuses what is less.',
  ];
}

export const robertWilliams: Incident = {
  id: 'robert-williams',
  title: 'The arrest of Robert Williams',
  date: 'Detroit, January 2020; settled in June 2024',
  year: 2020,
  sentence: 'A face match is a lead, not evidence.',
  happened: [
    'A search of photographs named Robert Williams as the best match to a blurred picture from a shop.',
    'The police put his photograph into a line-up that was shown to somebody who had not seen the theft, and arrested him in front of his family.',
    'He was held for thirty hours. The match was wrong, and nobody had asked for evidence of another kind.',
    'In the settlement of 2024 the city promised that nobody is arrested on a match alone, nor on a line-up that came from one.',
  ],
  counts:
    'Not counted: a rate of one false match in 100,000 comparisons is assumed for the group with the lowest, and the published factors of 10 and 100 between groups are put on it. What is shown of the arrest is what the machines of review and effect answer.',
  audits: [
    {
      id: 'matches',
      title: 'Two different people who match',
      counts: {
        columns: ['group', 'match', 'comparisons'],
        rows: groups.flatMap((group) => [
          [group, 'yes', falseMatches[group]],
          [group, 'no', comparisons - falseMatches[group]],
        ]),
      },
      spec: {
        decision: { column: 'match', positive: ['yes'] },
        favourable: 'negative',
        groups: [{ column: 'group' }],
        count: 'comparisons',
        policy: {
          use: [],
          assertions: [
            {
              audit: 'selection-rate',
              level: 'error',
              judge: 'interval',
              maxRatio: 2,
              source: 'incident robert-williams',
            },
          ],
          whenCannotTell: 'error',
        },
        system: {
          id: 'face-search',
          title: 'Search of faces',
          purpose: 'Find who may be in a picture',
        },
        wording: {
          people: 'comparisons of two different people',
          decided: 'matched',
          groups: {
            group: {
              lowest: 'comparisons in the group with the lowest rate',
              'ten times': 'comparisons in a group with ten times the rate',
              'a hundred times': 'comparisons in a group with a hundred times the rate',
            },
          },
        },
      },
    },
  ],
  shows,
  further: { asked: [], notAsked: [{ audits: furtherAudits, because: 'assumed' }] },
  tables: () => [gateTable()],
  stopped: [
    'An effect that begins from a match. Two people and evidence of another kind are due before it, and the machine refuses it without either; it is no matter of somebody remembering.',
    'It does not make the search right, nor say that it should be done at all.',
  ],
  sources,
};
