import type {
  Claim,
  ClaimOf,
  Finding,
  RateOfGroup,
  StrataEvidence,
  StratifiedPair,
  Support,
} from '@ombud/contract';
import { adjustedClaims } from './adjusted-claims.ts';
import { leavesOutEqual, lookedAt, pairLevel } from './chance.ts';
import {
  findingOf,
  groupings,
  headline,
  type Measured,
  type MeasuredGroup,
  measuredAudits,
} from './findings.ts';
import { evenness, type Gap, gapOf } from './gap.ts';
import { type PeopleGap, peopleGapFindings, peopleGaps } from './people-gap.ts';
import { changeClaims, scoreClaims } from './score-claims.ts';
import { subgroupClaims } from './subgroup-claims.ts';

/** Reasons that are named where nothing at all was measured. */
const mostReasons = 3;

const about = ({ audit, measure, groupBy }: Finding) => ({ audit, measure, groupBy });

const measuredRate = ({ group, n, events, value }: MeasuredGroup): RateOfGroup => ({
  group,
  n,
  events,
  value,
});

const ends = ({ finding, lowest, highest }: Gap) => ({
  ...about(finding),
  lowest: measuredRate(lowest),
  highest: measuredRate(highest),
});

const placeOf = (result: Measured, finding: Finding): number => result.findings.indexOf(finding);

function rates(result: Measured, finding: Finding, groups: readonly MeasuredGroup[]): Support {
  return {
    kind: 'rates',
    finding: placeOf(result, finding),
    groups: groups.map((group) => finding.groups.indexOf(group)),
  };
}

/** What says that the gap is, or may not be, more than chance; the rates alone where nothing does. */
function supportOf(result: Measured, gap: Gap): Support {
  const { finding, carriedBy } = gap;
  if (carriedBy === null) return rates(result, finding, [gap.lowest, gap.highest]);
  return { kind: 'comparison', finding: placeOf(result, finding), comparison: carriedBy.comparison };
}

/** Nothing is claimed of chance where the two rates are the same, or where nothing in the finding speaks of it. */
function chanceClaim(result: Measured, gap: Gap): Claim[] {
  const { finding, lowest, highest, comparison, real } = gap;
  if (lowest.value === highest.value || real === null) return [];
  const compared = comparison && {
    measure: comparison.measure,
    group: comparison.group,
    value: comparison.value,
    interval: comparison.interval,
  };
  const params = {
    ...about(finding),
    lowest: lowest.group,
    highest: highest.group,
    comparison: compared,
  };
  const supports = supportOf(result, gap);
  if (real) return [{ code: 'differs', params, supports }];
  if (compared === null || leavesOutEqual(compared) !== true)
    return [{ code: 'may-be-chance', params, supports }];
  // Alone it would be called more than chance; what else was asked makes that too little.
  const asked = { needed: 1 - pairLevel(result, finding), questions: lookedAt(result) };
  return [{ code: 'may-be-one-of-many', params: { ...params, ...asked }, supports }];
}

function gapClaims(result: Measured, gap: Gap): Claim[] {
  const { finding, lowest, highest, groups, small } = gap;
  const params = { ...ends(gap), groups, small };
  return [
    { code: 'rates', params, supports: rates(result, finding, [lowest, highest]) },
    ...chanceClaim(result, gap),
  ];
}

/** The gap of the headline of each grouping, the widest first. */
function headlineGaps(result: Measured, depth: (attributes: number) => boolean): readonly Gap[] {
  return groupings(result)
    .filter(({ groupBy }) => depth(groupBy.length))
    .flatMap((grouping) => {
      const finding = headline(result, grouping);
      const gap = finding === null ? null : gapOf(result, finding);
      return gap === null ? [] : [gap];
    })
    .sort((a, b) => evenness(a) - evenness(b));
}

const strataOf = ({ roles }: Measured): string[] => roles.strata.map(({ column }) => column);

/** A pair inside the strata of which something may be said. */
interface Inside {
  readonly finding: number;
  readonly pair: number;
  readonly stratified: StratifiedPair;
  readonly evidence: StrataEvidence;
}

/** The pairs of a finding whose strata were asked, the widest gap first. */
const insideOf = ({ details }: Finding, finding: number): Inside[] =>
  details?.kind !== 'strata'
    ? []
    : details.pairs
        .flatMap((stratified, pair) =>
          stratified.evidence === null ? [] : [{ finding, pair, stratified, evidence: stratified.evidence }],
        )
        .sort(
          (a, b) => Math.abs(b.stratified.crudeDifference ?? 0) - Math.abs(a.stratified.crudeDifference ?? 0),
        );

/** What is left of a gap inside the strata: surely the less of it, or so and so much; or that nobody is comparable. */
function insideClaim(result: Measured, groupBy: readonly string[], inside: Inside): Claim[] {
  const { finding, pair, stratified, evidence } = inside;
  const { group, reference, crudeDifference, standardisedDifference } = stratified;
  const { comparable, of } = evidence;
  const supports = { kind: 'pair', finding, pair } as const;
  const about = { groupBy, strata: strataOf(result), group, reference };
  if (evidence.reading === 'nobody-comparable')
    return [{ code: 'strata-incomparable', params: { ...about, people: of }, supports }];
  if (crudeDifference === null || standardisedDifference.value === null) return [];
  const numbers = { inside: standardisedDifference.value, together: crudeDifference };
  const params = { ...about, comparable, of, ...numbers };
  if (evidence.reading === 'mostly-explained')
    return [{ code: 'strata-explain', params: { ...params, less: crudeDifference < 0 }, supports }];
  return [
    {
      code: 'gap-inside-strata',
      params: { ...params, interval: standardisedDifference.interval },
      supports,
    },
  ];
}

/**
 * For each finding: the pair whose answer the strata surely reverse. Else, for a single attribute, what is left of its
 * widest gap.
 */
function strataClaims(result: Measured): Claim[] {
  return result.findings.flatMap((finding, index): Claim[] => {
    const { groupBy } = finding;
    const asked = insideOf(finding, index);
    const reversed = asked.find(({ evidence }) => evidence.reading === 'reversal');
    if (reversed !== undefined) {
      const { pair, stratified, evidence } = reversed;
      const { group, reference, crudeDifference } = stratified;
      const { comparable, of } = evidence;
      const less = (crudeDifference ?? 0) < 0;
      const params = { groupBy, strata: strataOf(result), group, reference, comparable, of, less };
      return [{ code: 'strata-reverse', params, supports: { kind: 'pair', finding: index, pair } }];
    }
    const [widest] = asked;
    return widest === undefined || groupBy.length !== 1 ? [] : insideClaim(result, groupBy, widest);
  });
}

function togetherClaims(result: Measured, singles: readonly Gap[]): Claim[] {
  const [worst] = headlineGaps(result, (attributes) => attributes > 1).filter(({ real }) => real === true);
  const [single] = singles;
  if (worst === undefined || (single !== undefined && evenness(worst) >= evenness(single))) return [];
  return [{ code: 'wider-together', params: ends(worst), supports: supportOf(result, worst) }];
}

/** Both mistakes, the one that wrongs the person first: being denied what is good, or given what is bad. */
const mistakesOf = ({ roles }: Measured): readonly string[] =>
  roles.favourable === 'positive'
    ? ['false-negative-rate', 'false-positive-rate']
    : ['false-positive-rate', 'false-negative-rate'];

function mistakeClaims(result: Measured): Claim[] {
  const width = ({ highest, lowest }: Gap) => highest.value - lowest.value;
  const singles = groupings(result).filter(({ groupBy }) => groupBy.length === 1);
  for (const measure of mistakesOf(result)) {
    const [widest] = singles
      .flatMap((grouping) => {
        const finding = findingOf(grouping, measure);
        const gap = finding === null ? null : gapOf(result, finding);
        return gap?.real === true ? [gap] : [];
      })
      .sort((a, b) => width(b) - width(a));
    if (widest === undefined) continue;
    // Equalized odds measures the same rate under its own name.
    const params = { ...ends(widest), measure };
    return [{ code: 'mistakes-differ', params, supports: supportOf(result, widest) }];
  }
  return [];
}

function peopleClaim(result: Measured, gap: PeopleGap): ClaimOf<'people-gap'> {
  const { finding, group, reference, referenceRate, comparison, people } = gap;
  const params = { ...about(finding), group: measuredRate(group), reference, referenceRate, people };
  const supports: Support =
    comparison === null
      ? rates(result, finding, [group])
      : {
          kind: 'comparison',
          finding: placeOf(result, finding),
          comparison: finding.comparisons.indexOf(comparison),
        };
  return { code: 'people-gap', params, supports };
}

const peopleClaims = (result: Measured): Claim[] =>
  peopleGapFindings(result).flatMap(({ finding, more }) =>
    peopleGaps(result, finding, more).map((gap) => peopleClaim(result, gap)),
  );

/** Where no sentence tells of a gap: what the tables hold; or that nothing was measured. And why, of what should have been. */
function noGap(result: Measured): Claim[] {
  const audits = measuredAudits(result);
  const isNothing = audits.length === 0;
  const why = result.findings.flatMap((finding, index): Claim[] =>
    finding.reason === null || (!isNothing && finding.state === 'not-applicable')
      ? []
      : [
          {
            code: 'not-measured',
            params: { ...about(finding), reason: finding.reason },
            supports: { kind: 'reason', finding: index },
          },
        ],
  );
  const first: Claim = isNothing
    ? { code: 'nothing-measured', params: {}, supports: null }
    : { code: 'in-tables', params: { audits }, supports: null };
  return [first, ...why.slice(0, mostReasons)];
}

/**
 * The answer of a result as claims, the widest gap first: who got the decision, whether that is more than chance, what
 * the strata and several attributes together change, who is decided about wrongly, and what the gaps come to in people.
 * @returns each claim with the comparison, test or rates of the same result that carry it
 */
export function claimsOf(result: Measured): readonly Claim[] {
  const singles = headlineGaps(result, (attributes) => attributes === 1);
  const gaps =
    singles.length > 0 ? singles : headlineGaps(result, (attributes) => attributes > 1).slice(0, 1);
  const scores = [...scoreClaims(result), ...changeClaims(result), ...subgroupClaims(result)];
  if (gaps.length === 0) {
    const told = [...strataClaims(result), ...adjustedClaims(result), ...scores];
    const nothing = told.length > 0 ? [] : noGap(result);
    return [...told, ...nothing, ...peopleClaims(result)];
  }
  return [
    ...gaps.flatMap((gap) => gapClaims(result, gap)),
    ...strataClaims(result),
    ...adjustedClaims(result),
    ...(singles.length > 0 ? togetherClaims(result, singles) : []),
    ...mistakeClaims(result),
    ...scores,
    ...peopleClaims(result),
  ];
}
