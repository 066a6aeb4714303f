/** The answer of a result in sentences: the claims in the order in which a person is told them. */
import { fewPeople } from '@ombud/audit/answer';
import type { ClaimOf } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { claimsWith, claimText, type Difference, isDifference } from './claims.ts';

/** More attributes than this are told in the tables, so that the answer stays an answer. */
const mostAttributes = 4;

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

const furtherCodes: readonly string[] = [
  'own-thresholds',
  'score-gap',
  'rate-changed',
  'rate-moved',
  'worst-subgroup',
];

/** What audits of scores, subgroups and time claim. */
export const further = (t: Telling): readonly string[] =>
  t.result.claims.filter(({ code }) => furtherCodes.includes(code)).map((claim) => claimText(t, claim));

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
