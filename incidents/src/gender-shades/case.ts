import { changeOf } from '@ombud/audit';
import type { VerdictState } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { scoreAudits } from '../further-audits.ts';
import type { Incident, IncidentAudit, Results } from '../incident.ts';
import { intervalText, listText, percent, points } from '../numbers.ts';
import {
  findingOf,
  lowestOf,
  type MeasuredRate,
  measured,
  overallOf,
  rateOf,
  resultOf,
} from '../read-result.ts';
import { type Classifier, faces, ibm2017, intersections, otherClassifiers, sources } from './facts.ts';
import { departure, rebuild } from './reconstruction.ts';

const groupOf = (intersection: (typeof intersections)[number]) => ({
  skin: intersection.startsWith('D') ? 'darker' : 'lighter',
  gender: intersection.endsWith('F') ? 'women' : 'men',
});

function auditOf(classifier: Classifier): IncidentAudit {
  const title = `${classifier.name}, tested in ${classifier.tested}`;
  const limit = { level: 'error', judge: 'interval', groupBy: [['skin', 'gender']] } as const;
  return {
    id: classifier.id,
    title,
    counts: {
      columns: ['skin', 'gender', 'classified', 'faces'],
      rows: intersections.flatMap((intersection) => {
        const { skin, gender } = groupOf(intersection);
        const wrong = classifier.errors[intersection];
        return [
          [skin, gender, 'rightly', faces[intersection] - wrong],
          [skin, gender, 'wrongly', wrong],
        ];
      }),
    },
    spec: {
      decision: { column: 'classified', positive: ['rightly'] },
      favourable: 'positive',
      groups: [{ column: 'skin' }, { column: 'gender' }],
      count: 'faces',
      searchColumns: [{ column: 'skin' }, { column: 'gender' }],
      policy: {
        use: [],
        assertions: [
          { ...limit, audit: 'selection-rate', minValue: 0.95, source: 'incident gender-shades' },
          { ...limit, audit: 'adverse-impact', maxDifference: 0.05, source: 'incident gender-shades' },
        ],
        whenCannotTell: 'error',
      },
      system: { id: classifier.id, title: `Gender classification: ${title}` },
      wording: {
        decided: 'were classified rightly',
        groups: {
          skin: { darker: 'people with darker skin', lighter: 'people with lighter skin' },
          gender: { women: 'women', men: 'men' },
        },
      },
    },
  };
}

/** The error rate is what is not right: the ends of the interval change places. */
const errorOf = ({ value, interval }: Pick<MeasuredRate, 'value' | 'interval'>) => ({
  value: 1 - value,
  interval: {
    ...interval,
    low: interval.high === null ? null : 1 - interval.high,
    high: interval.low === null ? null : 1 - interval.low,
  },
});

const classifiers = [ibm2017, ...otherClassifiers];

function worstSentence(results: Results, { id, name, tested }: Classifier): string {
  const finding = findingOf(resultOf(results, id), 'selection-rate', ['skin', 'gender']);
  const worst = lowestOf(finding);
  const { value, interval } = errorOf(worst);
  const { skin, gender } = worst.group;
  const least = errorOf(rateOf(finding, groupOf('LM')));
  return `${name}, ${tested}: ${percent(overallOf(finding))} of all faces right; for ${gender} with ${skin} skin ${percent(value, 2)} wrong (${intervalText(interval, percent)}), for men with lighter skin ${percent(least.value, 2)}.`;
}

/** The services that were named in the first study and tested again. */
const testedAgain = ['ibm', 'face', 'microsoft'] as const;

/** What became of the gap between the worst and the best served of 2017 after the first study named a service. */
function changeText(results: Results, vendor: (typeof testedAgain)[number]): string {
  const [before, after] = [`${vendor}-2017`, `${vendor}-2018`].map((id) => resultOf(results, id));
  if (before === undefined || after === undefined) throw new Error(`${vendor} was not tested twice.`);
  const women = groupKey(groupOf('DF'));
  const gap = changeOf(before, after).gaps.find(
    ({ measure, group, groupBy }) =>
      measure === 'selection-rate' && groupBy.length === 2 && groupKey(group) === women,
  );
  const change = gap?.change ?? null;
  if (gap === undefined || change === null) throw new Error(`${vendor} has no gap to compare.`);
  const surely = gap.direction === 'cannot-tell' ? 'which may be chance' : `surely ${gap.direction}`;
  const { name } = classifiers.find(({ id }) => id === `${vendor}-2018`) ?? { name: vendor };
  return `${name} from ${points(Math.abs(measured(gap.before, 'gap of 2017')))} to ${points(Math.abs(measured(gap.after, 'gap of 2018')))} (change ${points(change.value)} in how many are right, ${intervalText(change.interval, points)}, ${surely})`;
}

function reconstructionSentence(): string {
  const cells = classifiers.filter(({ tested }) => tested === '2017').flatMap(rebuild);
  const alike = cells.filter(({ published, rebuilt }) => rebuilt.toFixed(1) === published.toFixed(1));
  const [farthest] = [...cells].sort((a, b) => departure(b) - departure(a));
  const far = farthest
    ? `; the farthest is ${farthest.name} ${farthest.column}, published ${farthest.published.toFixed(1)} and rebuilt ${farthest.rebuilt.toFixed(1)}`
    : '';
  return `The counts are rebuilt: ${alike.length} of the ${cells.length} percentages published in 2018 follow from them to the last digit${far}.`;
}

function shows(results: Results): string[] {
  const ended = (state: VerdictState, what: string) => {
    const list = classifiers.filter(({ id }) => resultOf(results, id).verdict.state === state);
    const names = listText(list.map(({ name, tested }) => `${name} (${tested})`));
    return list.length === 0 ? '' : ` ${list.length} of ${classifiers.length} ${what}: ${names}.`;
  };
  return [
    ...classifiers.map((classifier) => worstSentence(results, classifier)),
    `Asked that at least 95 % are right in every intersection, and that no two differ by more than 5 points:${ended('fail', 'fail')}${ended('cannot-tell', 'cannot be told')}${ended('pass', 'pass')}`,
    `After they were named, the gap between women with darker skin and those who were served best in 2017 (men with lighter skin, at Face++ men with darker skin) went at ${listText(testedAgain.map((vendor) => changeText(results, vendor)))}. The two tests are compared as if of different faces, since nobody published which faces were wrong both times.`,
    reconstructionSentence(),
  ];
}

export const genderShades: Incident = {
  id: 'gender-shades',
  title: 'Gender Shades',
  date: 'tests of 2017 and August 2018, published in 2018 and 2019',
  year: 2018,
  sentence: 'Nine in ten right in all hides one in three wrong.',
  happened: [
    'Companies sold services that look at a face and say "man" or "woman", and spoke of one number: how many they get right in all.',
    'Joy Buolamwini and Timnit Gebru tested three of them on the faces of 1,270 members of parliament in Africa and Europe, labelled by skin type and by gender.',
    'They crossed the two. Men with lighter skin were hardly ever classified wrongly; women with darker skin were, by two of the three services, in about one of three cases.',
    'Within months all three brought out better versions. A second study in August 2018 found that two services that had not been named in the first, of Amazon and Kairos, still did about as badly.',
  ],
  counts:
    'Whole counts rebuilt from published percentages; they are not published counts. The two genders and two kinds of skin are those of the study. Whether a machine should say a person’s gender from a face at all is another question, and a high rate does not answer it.',
  audits: [auditOf(ibm2017), ...otherClassifiers.map(auditOf)],
  shows,
  further: {
    asked: [
      { audit: 'compare' },
      { audit: 'worst-subgroup', table: { of: ibm2017.id, groupBy: [], measure: 'selection-rate' } },
    ],
    notAsked: [
      {
        audits: scoreAudits,
        because: 'no-score',
      },
      { audits: ['several-classes', 'number-gaps'], because: 'yes-or-no' },
      { audits: ['over-time', 'drift'], because: 'no-time' },
    ],
  },
  stopped: [
    'A release that is justified by the aggregate. The policy is asked of every intersection, judged by its interval, so a good average cannot pay for one group.',
    'A purchase on the vendor’s word: a vendor’s own number and an independent audit are two evidences, and both are shown.',
  ],
  sources,
};
