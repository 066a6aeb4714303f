import { fewPeople, isAboutPeople } from '@ombud/audit/answer';
import type { Claim, ClaimCode, ClaimOf, Interval } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { perHundred } from '@ombud/words';
import type { Telling } from '../telling.ts';
import { groupByText, groupValues } from '../text/group.ts';
import { auditTitle, findingTitle } from './audits.ts';
import { eventText, favouredText, groupNoun, peopleNoun } from './names.ts';
import { reasonText } from './reasons.ts';
import { measuredOr } from './score-tables.ts';

/** More attributes than this are told in the tables, so that the answer stays an answer. */
const mostAttributes = 4;

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
    return t.say('claim/rates-few', {
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

type Difference = ClaimOf<'differs' | 'may-be-chance' | 'may-be-one-of-many'>;

const isDifference = (claim: Claim | undefined): claim is Difference =>
  claim?.code === 'differs' || claim?.code === 'may-be-chance' || claim?.code === 'may-be-one-of-many';

/** The comparison between the two groups, which the sentence before named first and second. */
function comparisonText(t: Telling, { lowest, comparison }: Difference['params']): string | null {
  if (comparison === null) return null;
  const { measure, value, interval } = comparison;
  const format = measure === 'difference' ? t.points : t.ratio;
  const place = groupKey(comparison.group) === groupKey(lowest) ? 'first' : 'second';
  const text = t.say(`compared/${measure}-${place}`, { value: format(value) });
  if (interval === null) return text;
  const range = t.range(interval, format);
  return t.say('compared/with-interval', {
    comparison: text,
    interval: t.say('compared/interval', { level: t.share(interval.level), range }),
  });
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

type StrataClaim = ClaimOf<'strata-reverse' | 'strata-explain' | 'gap-inside-strata'>;

/** Where not everybody could be compared: how many could. */
function comparableText(t: Telling, { params }: StrataClaim): string[] {
  const { comparable, of, strata } = params;
  if (comparable >= of) return [];
  const given = { comparable: t.count(comparable), of: t.count(of), strata: groupByText(t, strata) };
  return [t.say('claim/strata-comparable', given)];
}

function strataText(t: Telling, claim: ClaimOf<'strata-reverse' | 'strata-explain'>): string {
  const { params } = claim;
  const side = params.less ? 'less' : 'more';
  const given = {
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    event: favouredText(t, true),
    people: peopleNoun(t),
    strata: groupByText(t, params.strata),
  };
  const text =
    claim.code === 'strata-reverse'
      ? t.say(`claim/strata-reverse-${side}`, given)
      : t.say(`claim/strata-explain-${side}`, {
          ...given,
          inside: t.points(claim.params.inside),
          together: t.points(claim.params.together),
        });
  return [text, ...comparableText(t, claim)].join(' ');
}

function incomparableText(t: Telling, { params }: ClaimOf<'strata-incomparable'>): string {
  return t.say('claim/strata-incomparable', {
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    strata: groupByText(t, params.strata),
  });
}

function insideText(t: Telling, claim: ClaimOf<'gap-inside-strata'>): string {
  const { params } = claim;
  const { interval } = params;
  const end = comparableText(t, claim);
  const given = {
    people: peopleNoun(t),
    strata: groupByText(t, params.strata),
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    inside: t.points(params.inside),
    together: t.points(params.together),
  };
  if (interval === null) return [t.say('claim/gap-inside-strata', given), ...end].join(' ');
  const range = t.range(interval, t.points);
  const text = t.say('claim/gap-inside-strata-interval', {
    ...given,
    interval: t.say('compared/interval', { level: t.share(interval.level), range }),
  });
  return [text, ...end].join(' ');
}

function adjustedText(t: Telling, { params }: ClaimOf<'gap-adjusted'>): string {
  const { interval } = params;
  const given = {
    people: peopleNoun(t),
    strata: groupByText(t, params.strata),
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    left: t.points(params.left),
    together: t.points(params.together),
  };
  if (interval === null) return t.say('claim/gap-adjusted', given);
  const range = t.range(interval, t.points);
  return t.say('claim/gap-adjusted-interval', {
    ...given,
    interval: t.say('compared/interval', { level: t.share(interval.level), range }),
  });
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
    reference: reference === 'all-others' ? t.say('name/everybody-else') : groupNoun(t, reference),
    rate: t.percent(referenceRate),
    people: t.count(Math.abs(people)),
    n: t.count(group.n),
    group: groupNoun(t, group.group),
    event: eventText(t, audit, true),
  });
}

const gapKeys = {
  'need-at-equal-score': {
    more: 'claim/need-more',
    fewer: 'claim/need-fewer',
    chance: 'claim/need-chance',
    open: 'claim/need-open',
  },
  auc: {
    more: 'claim/auc-better',
    fewer: 'claim/auc-worse',
    chance: 'claim/auc-chance',
    open: 'claim/auc-open',
  },
  calibration: {
    more: 'claim/calibration-more',
    fewer: 'claim/calibration-fewer',
    chance: 'claim/calibration-chance',
    open: 'claim/calibration-open',
  },
} as const;

/** Which of its sentences a gap gets: one that is not real may still have an interval that leaves out equality. */
function gapKind({ real, value, interval }: ClaimOf<'score-gap'>['params']) {
  if (real) return value > 0 ? 'more' : 'fewer';
  const leavesOutEqual = (interval?.low ?? -1) > 0 || (interval?.high ?? 1) < 0;
  return leavesOutEqual ? 'open' : 'chance';
}

/** A gap that an audit of scores found: `At the same score, Black patients have 0.5 more illnesses than ...` */
function scoreGapText(t: Telling, { params }: ClaimOf<'score-gap'>): string {
  const { audit, need, group, reference, value, interval, real } = params;
  const keys = Object.hasOwn(gapKeys, audit) ? gapKeys[audit as keyof typeof gapKeys] : gapKeys.calibration;
  const format = need === null ? t.points : measuredOr(t);
  return t.say(keys[gapKind(params)], {
    group: groupNoun(t, group),
    reference: reference === 'all-others' ? t.say('name/everybody-else') : groupNoun(t, reference),
    value: unsigned(format(Math.abs(value))),
    need: t.short(need ?? ''),
    interval: t.say('compared/interval', {
      level: t.share(interval?.level ?? 0.95),
      range: real ? unsigned(t.range(towardsMore(interval, value), format)) : t.range(interval, format),
    }),
  });
}

/** "More" and "fewer" say the direction, so that the numbers need no sign. */
const unsigned = (text: string): string => text.replaceAll('+', '');

const towardsMore = (interval: Interval | null, value: number): Interval | null =>
  interval === null || value > 0
    ? interval
    : { ...interval, low: negative(interval.high), high: negative(interval.low) };

const negative = (x: number | null): number | null => (x === null ? null : -x);

function changedText(t: Telling, { params }: ClaimOf<'rate-changed'>): string {
  const given = {
    title: auditTitle(t, params.measure),
    group: groupNoun(t, params.group),
    before: t.percent(params.before),
    after: t.percent(params.after),
    period: t.visible(params.period),
  };
  return params.until === undefined
    ? t.say('claim/rate-changed', given)
    : t.say('claim/rate-passed', { ...given, until: t.visible(params.until) });
}

const subgroupKeys = {
  refused: 'claim/subgroup-refused',
  chosen: 'claim/subgroup-chosen',
  'false-positive': 'claim/subgroup-false-positive',
  'false-negative': 'claim/subgroup-false-negative',
  happened: 'claim/subgroup-happened',
} as const;

/** A subgroup that nobody had named: `Of 1,234 subgroups of 10 columns, people with ... stand out most: ...` */
function subgroupText(t: Telling, { params }: ClaimOf<'worst-subgroup'>): string {
  const { event, interval } = params;
  const known = Object.hasOwn(subgroupKeys, event) ? (event as keyof typeof subgroupKeys) : 'happened';
  return t.say(subgroupKeys[known], {
    lookedAt: t.count(params.lookedAt),
    columns: t.count(params.columns),
    group: groupNoun(t, params.group),
    rate: t.percent(params.rate),
    others: t.percent(params.others),
    interval: t.say('compared/interval', {
      level: t.share(interval?.level ?? 0.95),
      range: t.range(interval, t.points),
    }),
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
    case 'rate-changed':
      return changedText(t, claim);
    case 'worst-subgroup':
      return subgroupText(t, claim);
    case 'in-tables':
      return t.say('claim/in-tables', {
        audits: t.all(claim.params.audits.map((audit) => t.short(auditTitle(t, audit)))),
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

/** Claims about a gap stand in one paragraph: the two rates, then whether that is more than chance. */
interface Paragraph {
  readonly rates: ClaimOf<'rates'>;
  readonly chance: Difference | null;
}

function paragraphs(t: Telling): readonly Paragraph[] {
  const { claims } = t.result;
  return claims.flatMap((claim, index) => {
    if (claim.code !== 'rates') return [];
    const next = claims[index + 1];
    return [{ rates: claim, chance: isDifference(next) ? next : null }];
  });
}

function paragraphText(t: Telling, { rates, chance }: Paragraph, brief: boolean): string {
  const { small } = rates.params;
  return [
    claimText(t, rates, brief),
    ...(chance === null ? [] : [claimText(t, chance)]),
    ...(small === 0 ? [] : [t.say('claim/small-groups', { small, few: t.count(fewPeople) })]),
  ].join(' ');
}

/** The sentences in which the strata change the crude answer: they reverse it, or most of the gap goes away in them. */
export const reversals = (t: Telling): readonly string[] =>
  t.result.claims
    .filter(({ code }) => code === 'strata-reverse' || code === 'strata-explain')
    .map((claim) => claimText(t, claim));

/** The answer in two parts: the sentence that leads, and the rest. */
export interface AnswerParts {
  readonly lead: string | null;
  readonly rest: readonly string[];
}

/**
 * The answer with the sentence about one grouping first.
 * @param groupBy the grouping that leads; null, or one without a sentence: the widest gap leads
 */
export function answerParts(t: Telling, groupBy: readonly string[] | null): AnswerParts {
  const gaps = paragraphs(t);
  const wanted = groupBy === null ? null : JSON.stringify(groupBy);
  const found = gaps.find(({ rates }) => JSON.stringify(rates.params.groupBy) === wanted) ?? gaps[0];
  const others = gaps.filter((gap) => gap !== found);
  const more = others.length - (mostAttributes - 1);
  const told = t.result.claims
    .filter((claim) => !isDifference(claim) && claim.code !== 'rates' && claim.code !== 'people-gap')
    .map((claim) => claimText(t, claim));
  const rest = [
    ...others.slice(0, mostAttributes - 1).map((gap) => paragraphText(t, gap, true)),
    ...(more > 0 ? [t.say('claim/more-attributes', { n: more })] : []),
    ...told,
  ];
  return found === undefined
    ? { lead: rest[0] ?? null, rest: rest.slice(1) }
    : { lead: paragraphText(t, found, false), rest };
}

/**
 * The answer, worst first, in sentences that a person without statistics can repeat; what every report says before
 * any number.
 */
export function answer(t: Telling): string[] {
  const { lead, rest } = answerParts(t, null);
  return lead === null ? [] : [lead, ...rest];
}

/** The claims of what gaps come to in people, a list for each grouping, largest first. */
export function peopleGaps(t: Telling): readonly (readonly ClaimOf<'people-gap'>[])[] {
  const byGrouping = new Map<string, ClaimOf<'people-gap'>[]>();
  for (const claim of claimsWith(t, 'people-gap')) {
    const key = JSON.stringify(claim.params.groupBy);
    byGrouping.set(key, [...(byGrouping.get(key) ?? []), claim]);
  }
  return [...byGrouping.values()];
}
