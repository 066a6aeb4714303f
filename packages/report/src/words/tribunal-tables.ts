import type { AdjustedDetails, Finding, LitigatedPair, TribunalDetails } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import type { DetailTable } from './detail-table.ts';
import { groupName } from './names.ts';
import { withInterval } from './score-tables.ts';

/** A number with so many decimals, or that there is none. */
const fixedOr = (t: Telling, value: number | null, decimals: number): string =>
  value === null ? t.percent(null) : t.fixed(value, decimals);

/** What one person more and one fewer would do to the order of the two rates. */
const oneMore = (t: Telling, { turnsRound, ratioAfterOne }: LitigatedPair): string =>
  turnsRound === null
    ? ''
    : t.say(turnsRound ? 'tribunal/turns-round' : 'tribunal/stays', {
        ratio: ratioAfterOne === null ? t.say('number/no-limit') : t.ratio(ratioAfterOne),
      });

const pooledText = (t: Telling, { pooled }: LitigatedPair): string =>
  pooled === null
    ? ''
    : t.say('tribunal/pooled', {
        ratio: withInterval(t, pooled.oddsRatio, t.ratio),
        p: t.probability(pooled.exact),
        midP: t.probability(pooled.midP),
        n: pooled.strata,
      });

/** What tribunals ask of each two groups. */
export function tribunalTable(t: Telling, finding: Finding, { pairs }: TribunalDetails): DetailTable {
  return {
    caption: t.say('tribunal/caption', { by: groupByText(t, finding.groupBy) }),
    intro: t.say('tribunal/intro'),
    head: [
      t.say('head/group-and-reference'),
      t.say('head/shortfall'),
      t.say('head/standard-deviations'),
      t.say('head/exact-p'),
      t.say('head/mid-p'),
      t.say('head/p-adjusted'),
      t.say('head/odds-ratio'),
      t.say('head/one-person'),
      t.say('head/cohens-h'),
      t.say('head/phi'),
      t.say('head/pooled'),
    ],
    text: [7, 10],
    rows: pairs.map((pair) => [
      t.say('strata/pair', { group: groupName(t, pair.group), reference: groupName(t, pair.reference) }),
      fixedOr(t, pair.shortfall, 1),
      fixedOr(t, pair.standardDeviations, 2),
      t.probability(pair.exact),
      t.probability(pair.midP),
      t.probability(pair.pAdjusted),
      withInterval(t, pair.oddsRatio, t.ratio),
      oneMore(t, pair),
      fixedOr(t, pair.cohensH, 2),
      fixedOr(t, pair.phi, 2),
      pooledText(t, pair),
    ]),
  };
}

/** What the variables may carry themselves, in a sentence each. */
const taints = (t: Telling, { variables }: AdjustedDetails): string[] =>
  variables.flatMap(({ column, cramersV, tainted }) =>
    tainted ? [t.say('adjusted/tainted', { column: t.visible(column), v: fixedOr(t, cramersV, 2) })] : [],
  );

/** The gap that is left among people who are alike in some variables. */
export function adjustedTable(t: Telling, finding: Finding, details: AdjustedDetails): DetailTable {
  const { method, people, reference, groups, variables } = details;
  return {
    caption: t.say('adjusted/caption', { by: groupByText(t, finding.groupBy) }),
    intro: [
      t.say(`adjusted/intro-${method}`, {
        n: people,
        variables: t.all(variables.map(({ column }) => t.visible(column))),
        reference: groupName(t, reference),
      }),
      ...taints(t, details),
    ].join(' '),
    head: [
      t.say('head/group'),
      t.say('head/crude-difference'),
      t.say('head/adjusted-difference'),
      t.say('head/odds-ratio'),
      t.say('head/p'),
      t.say('head/p-adjusted'),
    ],
    text: [],
    rows: groups.map(({ group, crude, adjusted, oddsRatio, p, pAdjusted }) => [
      groupName(t, group),
      t.points(crude),
      withInterval(t, adjusted, t.points),
      t.ratio(oddsRatio),
      t.probability(p),
      t.probability(pAdjusted),
    ]),
  };
}
