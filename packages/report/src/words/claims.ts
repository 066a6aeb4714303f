import { fewPeople, isAboutPeople } from '@ombud/audit/answer';
import type { Claim, ClaimCode, ClaimOf } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { perHundred } from '@ombud/words';
import type { Telling } from '../telling.ts';
import { groupByText, groupValues } from '../text/group.ts';
import { intervalText } from '../text/interval.ts';
import { auditTitle, findingTitle } from './audits.ts';
import { eventText, groupNoun, referenceNoun } from './names.ts';
import { reasonText } from './reasons.ts';
import { changedText, movedText, scoreGapText, subgroupText } from './score-claims.ts';
import { adjustedText, incomparableText, insideText, strataText } from './strata-claims.ts';
import { ownThresholdsText } from './threshold-claims.ts';

type Rates = ClaimOf<'rates'>['params'];

const rankLowest = (t: Telling, { groups, groupBy }: Rates): string =>
  groups > 2 ? t.say('claim/rank-lowest', { groups: t.count(groups), by: groupByText(t, groupBy) }) : '';

function rankHighest(t: Telling, { groups }: Rates, same: boolean): string {
  if (groups > 2) return t.say(same ? 'claim/rank-same-highest' : 'claim/rank-highest');
  return same ? t.say('claim/rank-same') : '';
}

/** Two groups and their rates: `For every 100 women, 30 were admitted; for every 100 men, 45.` */
function ratesText(t: Telling, params: Rates, brief: boolean): string {
  const { audit, measure, lowest, highest } = params;
  const given = {
    low: groupNoun(t, lowest.group),
    high: groupNoun(t, highest.group),
    rank: rankLowest(t, params),
  };
  if (!isAboutPeople(params))
    return t.say('claim/rates-titled', {
      ...given,
      title: auditTitle(t, audit, measure),
      lowRate: t.percent(lowest.value),
      highRate: t.percent(highest.value),
    });
  const event = eventText(t, audit, brief);
  if (lowest.n < fewPeople || highest.n < fewPeople)
    return t.say(lowest.n === 1 || highest.n === 1 ? 'claim/rates-one' : 'claim/rates-few', {
      ...given,
      event,
      lowN: t.count(lowest.n),
      highN: t.count(highest.n),
      lowCount: t.count(lowest.events),
      highCount: t.count(highest.events),
      highRank: rankHighest(t, params, false),
    });
  const highRank = rankHighest(t, params, lowest.value === highest.value);
  return t.say('claim/rates', { ...given, ...outOf(t, lowest.value, highest.value), event, highRank });
}

/** Two rates out of the same round number of people. */
function outOf(t: Telling, low: number, high: number) {
  const { of, numbers } = perHundred([low, high]);
  const [lowCount = 0, highCount = 0] = numbers;
  return { of: t.count(of), lowCount: t.count(lowCount), highCount: t.count(highCount) };
}

export type Difference = ClaimOf<'differs' | 'may-be-chance' | 'may-be-one-of-many'>;

export const isDifference = (claim: Claim | undefined): claim is Difference =>
  claim?.code === 'differs' || claim?.code === 'may-be-chance' || claim?.code === 'may-be-one-of-many';

/** The comparison between the two groups, which the sentence before named first and second. */
function comparisonText(t: Telling, { lowest, comparison }: Difference['params']): string | null {
  if (comparison === null) return null;
  const { measure, value, interval } = comparison;
  const format = measure === 'difference' ? t.points : t.ratio;
  const place = groupKey(comparison.group) === groupKey(lowest) ? 'first' : 'second';
  const text = t.say(`compared/${measure}-${place}`, { value: format(value) });
  if (interval === null) return text;
  return t.say('compared/with-interval', { comparison: text, interval: intervalText(t, interval, format) });
}

function differenceText(t: Telling, { code, params }: Difference): string {
  const comparison = comparisonText(t, params);
  if (code === 'may-be-one-of-many')
    return t.say('claim/may-be-one-of-many', {
      comparison: comparison ?? '',
      questions: params.questions,
      needed: t.share(Math.floor(params.needed * 1e4) / 1e4),
    });
  return comparison === null ? t.say(`claim/${code}`) : t.say(`claim/${code}-by`, { comparison });
}

function togetherText(t: Telling, { params }: ClaimOf<'wider-together'>): string {
  return t.say('claim/wider-together', {
    ...outOf(t, params.lowest.value, params.highest.value),
    by: groupByText(t, params.groupBy),
    low: groupValues(t, params.lowest.group),
    high: groupValues(t, params.highest.group),
  });
}

function mistakesText(t: Telling, { params }: ClaimOf<'mistakes-differ'>): string {
  const key = params.measure === 'false-negative-rate' ? 'claim/mistakes-denied' : 'claim/mistakes-wrongly';
  return t.say(key, {
    ...outOf(t, params.lowest.value, params.highest.value),
    low: groupNoun(t, params.lowest.group),
    high: groupNoun(t, params.highest.group),
  });
}

/** What a gap means in people: `At the rate of men (44.5 %), about 259 more of the 1,835 women would ...` */
function peopleText(t: Telling, { params }: ClaimOf<'people-gap'>): string {
  const { reference, referenceRate, people, group, audit } = params;
  return t.say(people > 0 ? 'claim/people-more' : 'claim/people-fewer', {
    reference: referenceNoun(t, reference),
    rate: t.percent(referenceRate),
    people: t.count(Math.abs(people)),
    n: t.count(group.n),
    group: groupNoun(t, group.group),
    event: eventText(t, audit, true),
  });
}

function notMeasuredText(t: Telling, { params }: ClaimOf<'not-measured'>): string {
  return t.say('page/title-says', { title: findingTitle(t, params), text: reasonText(t, params.reason) });
}

/**
 * A claim as a sentence. Names from the data are made visible but not escaped: each format escapes for itself.
 * @param brief leaves out what an earlier sentence has said already: which value of the column is meant
 */
export function claimText(t: Telling, claim: Claim, brief = true): string {
  switch (claim.code) {
    case 'rates':
      return ratesText(t, claim.params, brief);
    case 'differs':
    case 'may-be-chance':
    case 'may-be-one-of-many':
      return differenceText(t, claim);
    case 'strata-reverse':
    case 'strata-explain':
      return strataText(t, claim);
    case 'strata-incomparable':
      return incomparableText(t, claim);
    case 'gap-inside-strata':
      return insideText(t, claim);
    case 'gap-adjusted':
      return adjustedText(t, claim);
    case 'wider-together':
      return togetherText(t, claim);
    case 'mistakes-differ':
      return mistakesText(t, claim);
    case 'people-gap':
      return peopleText(t, claim);
    case 'score-gap':
      return scoreGapText(t, claim);
    case 'own-thresholds':
      return ownThresholdsText(t, claim.params);
    case 'rate-changed':
      return changedText(t, claim);
    case 'rate-moved':
      return movedText(t, claim);
    case 'worst-subgroup':
      return subgroupText(t, claim);
    case 'in-tables':
      return t.say('claim/in-tables', {
        audits: t.all(claim.params.audits.map((audit) => auditTitle(t, audit))),
      });
    case 'nothing-measured':
      return t.say('claim/nothing-measured');
    case 'not-measured':
      return notMeasuredText(t, claim);
  }
}

/** The claims of some codes. */
export const claimsWith = <Code extends ClaimCode>(t: Telling, code: Code): ClaimOf<Code>[] =>
  t.result.claims.filter((claim): claim is ClaimOf<Code> => claim.code === code);
