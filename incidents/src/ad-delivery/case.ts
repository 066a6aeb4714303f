import { scoreAudits } from '../further-audits.ts';
import type { Incident, Results } from '../incident.ts';
import { intervalText, people, percent } from '../numbers.ts';
import { equalityOf, findingOf, rateOf, resultOf } from '../read-result.ts';
import { allAdverts, sources, truckVersions, twoAdverts } from './facts.ts';

const truck = { advert: 'truck driver' };
const childCare = { advert: 'child care worker' };

/** The same job with another picture or other words: nothing else was changed. */
function versionsSentence(results: Results): string {
  const women = findingOf(resultOf(results, 'versions'), 'selection-rate', ['version']);
  const [first, ...others] = truckVersions.rows
    .flatMap(([version, gender]) => (gender === 'women' ? [String(version)] : []))
    .map((version) => {
      const { value, interval } = rateOf(women, { version });
      return `${percent(value)} (${intervalText(interval, percent)}) ${version}`;
    });
  return `In France the truck driver’s advert ran in five versions. Women among those shown it: ${first}, ${others.join(', ')}. The words move the share little; a picture turns it round, though nobody chose whom to reach.`;
}

function shows(results: Results): string[] {
  const pair = findingOf(resultOf(results, 'two-adverts'), 'selection-rate', ['gender']);
  const audience = findingOf(resultOf(results, 'audience'), 'selection-rate', ['advert']);
  const [truckers, carers] = [rateOf(audience, truck), rateOf(audience, childCare)];
  const [women, men] = [rateOf(pair, { gender: 'women' }), rateOf(pair, { gender: 'men' })];
  // Of a two by two table the chi-squared statistic is z squared, whichever way the table is read.
  const z = Math.sign(truckers.value - carers.value) * Math.sqrt(equalityOf(pair).statistic);
  const rest = audience.groups
    .filter(({ group }) => ![truck.advert, childCare.advert].includes(group.advert ?? ''))
    .map(({ group }) => `${group.advert} ${percent(rateOf(audience, group).value)}`);
  return [
    `Of the two adverts, ${percent(women.value)} of what women were shown was the truck driver, and ${percent(men.value)} of what men were shown.`,
    `The truck driver’s advert went to women in ${people(truckers.events)} of ${people(truckers.n)} impressions: ${percent(truckers.value)} (${intervalText(truckers.interval, percent)}). The child care worker’s: ${people(carers.events)} of ${people(carers.n)}, ${percent(carers.value)} (${intervalText(carers.interval, percent)}).`,
    `Same settings, same budget, same hours: the shares of women differ by z = ${z.toFixed(1)}.`,
    `Women among those shown the others: ${rest.join(', ')}.`,
    versionsSentence(results),
  ];
}

export const adDelivery: Incident = {
  id: 'ad-delivery',
  title: 'Who is shown a job advert',
  date: 'August 2020',
  year: 2020,
  sentence: 'The platform shows trucks to men, child care to women.',
  happened: [
    'AlgorithmWatch bought adverts for six jobs on Facebook in Germany, with the same settings and no targeting but the country.',
    'The adverts ran at the same time. They differed in the job, its picture and its link, and all used the masculine form of the job’s name.',
    'Facebook decided who saw which. The advert for truck drivers went almost only to men, the one for child care workers almost only to women.',
    'Nobody had asked for that, the advertiser was not told, and the people who never saw an advert cannot know.',
  ],
  counts:
    'Impressions as published with the experiment. An impression is one showing: one person may be counted more than once (reach and impressions differ by 2 to 14 %), so intervals are a little too narrow. The two genders, and "unknown", are the platform’s.',
  audits: [
    {
      id: 'two-adverts',
      title: 'Which of two adverts women and men were shown',
      counts: twoAdverts,
      spec: {
        decision: { column: 'advert', positive: ['truck driver'] },
        favourable: 'positive',
        groups: [{ column: 'gender' }],
        count: 'impressions',
        policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'warn' },
        system: {
          id: 'facebook-ad-delivery',
          title: 'Delivery of two job adverts, Facebook, Germany, August 2020',
          purpose: 'Decide which of two job adverts, truck driver or child care worker, a person is shown',
        },
        wording: {
          decided: 'were shown the truck driver’s advert',
          groups: { gender: { women: 'women', men: 'men' } },
        },
      },
    },
    {
      id: 'audience',
      title: 'The share of women among those shown each of six adverts',
      counts: allAdverts,
      spec: {
        decision: { column: 'gender', positive: ['women'], negative: ['men'] },
        favourable: 'positive',
        groups: [{ column: 'advert' }],
        count: 'impressions',
        level: 0.99,
        audits: ['selection-rate'],
        policy: {
          use: [],
          assertions: [
            {
              audit: 'selection-rate',
              level: 'error',
              judge: 'interval',
              maxDifference: 0.1,
              source: 'incident ad-delivery',
            },
          ],
          whenCannotTell: 'warn',
        },
        system: {
          id: 'facebook-ad-delivery',
          title: 'Audience of six job adverts, Facebook, Germany, August 2020',
          purpose: 'Decide who is shown a job advert',
        },
        wording: {
          people: 'viewers',
          decided: 'were women',
          groups: {
            advert: Object.fromEntries(
              allAdverts.rows.map(([job]) => [String(job), `viewers of the ${job} advert`]),
            ),
          },
        },
      },
    },
    {
      id: 'adverts',
      title: 'Which of six adverts women and men were shown',
      counts: allAdverts,
      spec: {
        decision: { column: 'advert', positive: ['truck driver'] },
        favourable: 'positive',
        groups: [{ column: 'gender' }],
        count: 'impressions',
        audits: ['selection-rate', 'several-classes'],
        policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'warn' },
        wording: {
          decided: 'were shown the truck driver’s advert',
          groups: { gender: { women: 'women', men: 'men' } },
        },
      },
    },
    {
      id: 'versions',
      title: 'The share of women among those shown five versions of one advert',
      counts: truckVersions,
      spec: {
        decision: { column: 'gender', positive: ['women'], negative: ['men'] },
        favourable: 'positive',
        groups: [{ column: 'version' }],
        count: 'impressions',
        audits: ['selection-rate'],
        policy: {
          use: [],
          assertions: [
            {
              audit: 'selection-rate',
              level: 'error',
              judge: 'interval',
              maxDifference: 0.1,
              source: 'incident ad-delivery',
            },
          ],
          whenCannotTell: 'warn',
        },
        wording: {
          people: 'viewers',
          decided: 'were women',
          groups: {
            version: Object.fromEntries(
              truckVersions.rows.map(([version]) => [String(version), `viewers of the version ${version}`]),
            ),
          },
        },
      },
    },
  ],
  shows,
  further: {
    asked: [{ audit: 'several-classes', table: { of: 'adverts', groupBy: ['gender'] } }],
    notAsked: [
      {
        audits: scoreAudits,
        because: 'no-score',
      },
      { audits: ['worst-subgroup'], because: 'no-columns' },
      { audits: ['number-gaps'], because: 'no-number' },
      { audits: ['over-time', 'drift', 'compare'], because: 'once' },
    ],
  },
  stopped: [
    'Delivery that sorts people by gender without a word to anybody. The adverts are compared with each other and not with a half-and-half population: nobody knows who was on the platform at that hour, and adverts with the same settings should meet about the same audience whoever that is.',
    'The check needs only what the platform already counts. Run by it on every set of job adverts, it fails these after a single day; run by an advertiser, it shows that this place sorts the people before they can apply.',
  ],
  sources,
};
