import {
  evenness,
  fewPeople,
  findingOf,
  type Gap,
  gapOf,
  groupings,
  headline,
  isAboutPeople,
  type PeopleGap,
} from '@ombud/audit/answer';
import type { Comparison, Finding, Result } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { groupByText, groupValues } from '../text/group.ts';
import { count, levelText, percent, perHundred, points, range, ratio } from '../text/numbers.ts';
import { auditTitle } from './audits.ts';
import { reasonSentence } from './reasons.ts';
import { insideSentence, reversalSentence } from './reversal.ts';
import { decidedText, favouredText, groupNoun, happenedText } from './sentences.ts';

/** More attributes than this are told in the tables, so that the answer stays an answer. */
const MOST_ATTRIBUTES = 4;

/** What happened to the people whom a finding counts: `were admitted`; `brief` leaves out the column's value. */
function eventText(result: Result, finding: Finding, brief: boolean): string {
  switch (finding.audit) {
    case 'adverse-impact':
      return favouredText(result, brief);
    case 'base-rate':
      return happenedText(result, brief);
    default:
      return decidedText(result, brief);
  }
}

function rank(gap: Gap, end: 'lowest' | 'highest'): string {
  return gap.groups > 2 ? `, the ${end} of ${gap.groups} groups by ${groupByText(gap.finding.groupBy)}` : '';
}

/** Two groups side by side: `For every 100 women, 30 were admitted; for every 100 men, 45.` */
function sideBySide(result: Result, gap: Gap, event: string): string {
  const { lowest, highest } = gap;
  const low = groupNoun(result, lowest.group);
  const high = groupNoun(result, highest.group);
  const highRank = gap.groups > 2 ? ', the highest' : '';
  if (lowest.n < fewPeople || highest.n < fewPeople) {
    return (
      `Of the ${count(lowest.n)} ${low}, ${count(lowest.events)} ${event}${rank(gap, 'lowest')}; ` +
      `of the ${count(highest.n)} ${high}, ${count(highest.events)}${highRank}.`
    );
  }
  const { of, numbers } = perHundred([lowest.value, highest.value]);
  const [a = 0, b = 0] = numbers;
  const same = lowest.value === highest.value ? ' as well' : '';
  return (
    `For every ${count(of)} ${low}, ${count(a)} ${event}${rank(gap, 'lowest')}; ` +
    `for every ${count(of)} ${high}, ${count(b)}${same}${highRank}.`
  );
}

/** The comparison between the two ends, which the sentence before named first and second. */
function comparisonText({ lowest }: Gap, comparison: Comparison): string {
  const first = groupKey(comparison.group) === groupKey(lowest.group);
  const [one, other] = first ? ['first', 'second'] : ['second', 'first'];
  switch (comparison.measure) {
    case 'ratio':
      return `the ${one} rate is ${ratio(comparison.value)} times the ${other}`;
    case 'difference':
      return `the ${one} rate differs from the ${other} by ${points(comparison.value)}`;
    case 'odds-ratio':
      return `the ${one} odds are ${ratio(comparison.value)} times the ${other}`;
  }
}

function intervalText({ measure, interval }: Comparison): string {
  if (interval === null) return '';
  const format = measure === 'difference' ? points : ratio;
  return ` (${levelText(interval.level)} interval ${range(interval, format)})`;
}

/** Whether the gap is more than chance, in one sentence; empty when the finding does not say. */
function evidence(gap: Gap): string {
  if (gap.lowest.value === gap.highest.value || gap.real === null) return '';
  const compared =
    gap.comparison === null ? '' : `: ${comparisonText(gap, gap.comparison)}${intervalText(gap.comparison)}`;
  return gap.real
    ? ` This difference is larger than chance alone explains${compared}.`
    : ` This difference cannot be told apart from chance${compared}.`;
}

function smallGroups({ small }: Gap): string {
  if (small === 0) return '';
  const groups = small === 1 ? 'One group' : `${small} groups`;
  return ` ${groups} of fewer than ${fewPeople} people ${small === 1 ? 'is' : 'are'} in the tables, not in this sentence.`;
}

/** A rate that is not about who got what: named by its title. */
function titledSentence(result: Result, gap: Gap): string {
  const { finding, lowest, highest } = gap;
  return (
    `${auditTitle(finding.audit, finding.measure)}: ${percent(lowest.value)} for ${groupNoun(result, lowest.group)}` +
    `${rank(gap, 'lowest')}; ${percent(highest.value)} for ${groupNoun(result, highest.group)}.`
  );
}

function gapSentence(result: Result, gap: Gap, brief: boolean): string {
  if (!isAboutPeople(gap.finding)) return `${titledSentence(result, gap)}${evidence(gap)}${smallGroups(gap)}`;
  const event = eventText(result, gap.finding, brief);
  return `${sideBySide(result, gap, event)}${evidence(gap)}${smallGroups(gap)}`;
}

function headlineGaps(result: Result, depth: (attributes: number) => boolean): readonly Gap[] {
  return groupings(result)
    .filter(({ groupBy }) => depth(groupBy.length))
    .flatMap((grouping) => {
      const finding = headline(result, grouping);
      const gap = finding === null ? null : gapOf(finding);
      return gap === null ? [] : [gap];
    })
    .sort((a, b) => evenness(a) - evenness(b));
}

/** The plain sentences in which strata reverse the crude answer. */
export function reversalSentences(result: Result): readonly string[] {
  return result.findings.flatMap((finding) => {
    const sentence = finding.details?.kind === 'strata' ? reversalSentence(result, finding.details) : null;
    return sentence === null ? [] : [sentence];
  });
}

/** For each single attribute: what is left of the widest gap inside the strata. */
function insideSentences(result: Result): readonly string[] {
  return result.findings.flatMap((finding) => {
    if (finding.details?.kind !== 'strata' || finding.groupBy.length !== 1) return [];
    return insideSentence(result, finding.details) ?? [];
  });
}

function intersectionSentence(result: Result, singles: readonly Gap[]): readonly string[] {
  const worst = headlineGaps(result, (attributes) => attributes > 1).filter(({ real }) => real !== false)[0];
  const single = singles[0];
  if (worst === undefined || (single !== undefined && evenness(worst) >= evenness(single))) return [];
  const { of, numbers } = perHundred([worst.lowest.value, worst.highest.value]);
  const [low = 0, high = 0] = numbers;
  return [
    `Taken together, ${groupByText(worst.finding.groupBy)} show a wider gap: from ${count(low)} in every ` +
      `${count(of)} (${groupValues(worst.lowest.group)}) to ${count(high)} (${groupValues(worst.highest.group)}).`,
  ];
}

type Mistake = readonly [measure: string, outcome: string, decision: string];

/** Both mistakes, the one that wrongs the person first: being denied what is good, or given what is bad. */
function mistakesOf({ roles }: Result): readonly Mistake[] {
  const wrongly: Mistake = ['false-positive-rate', 'did not happen', 'positive'];
  const denied: Mistake = ['false-negative-rate', 'happened', 'negative'];
  return roles.favourable === 'positive' ? [denied, wrongly] : [wrongly, denied];
}

function mistakeSentences(result: Result): readonly string[] {
  const width = ({ gap }: { readonly gap: Gap }) => gap.highest.value - gap.lowest.value;
  const singles = groupings(result).filter(({ groupBy }) => groupBy.length === 1);
  const found = mistakesOf(result)
    .flatMap(([measure, outcome, decision]) => {
      const gaps = singles.flatMap((grouping) => {
        const finding = findingOf(grouping, measure);
        const gap = finding === null ? null : gapOf(finding);
        return gap === null || gap.real !== true ? [] : [{ gap, outcome, decision }];
      });
      return gaps.sort((a, b) => width(b) - width(a)).slice(0, 1);
    })
    .at(0);
  if (found === undefined) return [];
  const { gap, outcome, decision } = found;
  const { of, numbers } = perHundred([gap.lowest.value, gap.highest.value]);
  const [low = 0, high = 0] = numbers;
  return [
    `Mistakes are not spread evenly either. Where the positive outcome ${outcome}, the decision was ${decision} all ` +
      `the same for ${count(high)} of every ${count(of)} ${groupNoun(result, gap.highest.group)} and for ` +
      `${count(low)} of every ${count(of)} ${groupNoun(result, gap.lowest.group)}.`,
  ];
}

function nothingMeasured(result: Result): readonly string[] {
  const reasons = result.findings.filter(({ reason }) => reason !== null).slice(0, 3);
  const why = reasons.map(
    ({ audit, measure, groupBy, reason }) =>
      `${auditTitle(audit, measure)} by ${groupByText(groupBy)}: ${reason === null ? '' : reasonSentence(reason)}`,
  );
  return ['No gap between groups could be measured.', ...why];
}

/**
 * The answer, worst first, in sentences that a person without statistics can repeat; what every report says before
 * any number. Names from the data are made visible but not escaped: each format escapes for itself.
 *
 * @example answerSentences(result)[0] // 'For every 100 women, 30 were admitted; for every 100 men, 45. This ...'
 */
export function answerSentences(result: Result): string[] {
  const singles = headlineGaps(result, (attributes) => attributes === 1);
  const gaps =
    singles.length > 0 ? singles : headlineGaps(result, (attributes) => attributes > 1).slice(0, 1);
  if (gaps.length === 0) return [...reversalSentences(result), ...nothingMeasured(result)];
  const rest = gaps.length - MOST_ATTRIBUTES;
  return [
    ...gaps.slice(0, MOST_ATTRIBUTES).map((gap, index) => gapSentence(result, gap, index > 0)),
    ...(rest > 0 ? [`${rest} more ${rest === 1 ? 'attribute is' : 'attributes are'} in the tables.`] : []),
    ...reversalSentences(result),
    ...insideSentences(result),
    ...(singles.length > 0 ? intersectionSentence(result, singles) : []),
    ...mistakeSentences(result),
  ];
}

/** What a gap means in people: `At the rate of men (44.5 %), about 259 more of the 1,835 women would ...` */
export function peopleGapSentence(result: Result, gap: PeopleGap): string {
  const reference = gap.reference === 'all-others' ? 'everybody else' : groupNoun(result, gap.reference);
  const more = gap.people > 0 ? 'more' : 'fewer';
  return (
    `At the rate of ${reference} (${percent(gap.referenceRate)}), about ${count(Math.abs(gap.people))} ${more} of ` +
    `the ${count(gap.group.n)} ${groupNoun(result, gap.group.group)} would be among those who ` +
    `${eventText(result, gap.finding, true)}.`
  );
}
