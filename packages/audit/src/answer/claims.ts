import type { Claim, ClaimOf, Finding, RateOfGroup, Support } from '@ombud/contract';
import { adjustedClaims } from './adjusted-claims.ts';
import { leavesOutEqual, pairLevel, type WithChance, withChance } from './chance.ts';
import {
  findingOf,
  groupings,
  headline,
  type Measured,
  type MeasuredGroup,
  measuredAudits,
} from './findings.ts';
import { evenness, fewPeople, type Gap, gapOf } from './gap.ts';
import { type PeopleGap, peopleGapFindings, peopleGaps } from './people-gap.ts';
import { changeClaims, scoreClaims } from './score-claims.ts';
import { strataClaims } from './strata-claims.ts';
import { subgroupClaims } from './subgroup-claims.ts';
import { thresholdClaims } from './threshold-claims.ts';

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
function chanceClaim(result: WithChance, gap: Gap): Claim[] {
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
  const asked = { needed: 1 - pairLevel(result.chance, finding), questions: result.chance.questions };
  return [{ code: 'may-be-one-of-many', params: { ...params, ...asked }, supports }];
}

function gapClaims(result: WithChance, gap: Gap): Claim[] {
  const { finding, lowest, highest, groups, small } = gap;
  const params = { ...ends(gap), groups, small };
  return [
    { code: 'rates', params, supports: rates(result, finding, [lowest, highest]) },
    ...chanceClaim(result, gap),
  ];
}

/** A gap between groups of few people opens no answer where there is another. */
const isOfFew = ({ lowest, highest }: Gap): boolean => Math.min(lowest.n, highest.n) < fewPeople;

/** The gap of the headline of each grouping, the widest first, those of few people last. */
function headlineGaps(result: WithChance, depth: (attributes: number) => boolean): readonly Gap[] {
  return groupings(result)
    .filter(({ groupBy }) => depth(groupBy.length))
    .flatMap((grouping) => {
      const finding = headline(result, grouping);
      const gap = finding === null ? null : gapOf(finding, result.chance);
      return gap === null ? [] : [gap];
    })
    .sort((a, b) => Number(isOfFew(a)) - Number(isOfFew(b)) || evenness(a) - evenness(b));
}

function togetherClaims(result: WithChance, singles: readonly Gap[]): Claim[] {
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

function mistakeClaims(result: WithChance): Claim[] {
  const width = ({ highest, lowest }: Gap) => highest.value - lowest.value;
  const singles = groupings(result).filter(({ groupBy }) => groupBy.length === 1);
  for (const measure of mistakesOf(result)) {
    const [widest] = singles
      .flatMap((grouping) => {
        const finding = findingOf(grouping, measure);
        const gap = finding === null ? null : gapOf(finding, result.chance);
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

/** Nothing, where nobody said whether more of the decision is better or worse. */
const peopleClaims = (result: WithChance): Claim[] =>
  result.roles.favourable === null && result.roles.decision !== null ? [] : inPeople(result);

const inPeople = (result: WithChance): Claim[] =>
  peopleGapFindings(result).flatMap(({ finding, more }) =>
    peopleGaps(finding, more, result.chance).map((gap) => peopleClaim(result, gap)),
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

type Kind = NonNullable<Finding['details']>['kind'];

/** What a finding that says more than rates claims of it. */
function detailClaims(result: WithChance, finding: Finding, place: number): Claim[] {
  switch (finding.details?.kind) {
    case 'strata':
      return strataClaims(result, finding, place);
    case 'adjusted':
      return adjustedClaims(result, finding, place);
    case 'need':
    case 'ranking':
    case 'calibration':
      return scoreClaims(result, finding, place);
    case 'periods':
      return changeClaims(result, finding, place);
    case 'subgroups':
      return subgroupClaims(result, finding, place);
    case 'sweep':
      return thresholdClaims(finding, place);
    case 'classes':
    case 'costs':
    case 'distributions':
    case 'drift':
    case 'exposure':
    case 'identity':
    case 'll144':
    case 'numbers':
    case 'shares':
    case 'tribunal':
    case undefined:
      return [];
  }
}

/** What the findings of these kinds claim, in their order. */
const claimsOfKinds = (result: WithChance, ...kinds: readonly Kind[]): Claim[] =>
  result.findings.flatMap((finding, place) =>
    finding.details !== null && kinds.includes(finding.details.kind)
      ? detailClaims(result, finding, place)
      : [],
  );

/**
 * The answer of a result as claims, the widest gap first: who got the decision, whether that is more than chance, what
 * the strata and several attributes together change, who is decided about wrongly, and what the gaps come to in people.
 * @returns each claim with the comparison, test or rates of the same result that carry it
 */
export function claimsOf(measured: Measured): readonly Claim[] {
  const result = withChance(measured);
  const singles = headlineGaps(result, (attributes) => attributes === 1);
  const gaps =
    singles.length > 0 ? singles : headlineGaps(result, (attributes) => attributes > 1).slice(0, 1);
  const inside = [...claimsOfKinds(result, 'strata'), ...claimsOfKinds(result, 'adjusted')];
  const further = [
    ...claimsOfKinds(result, 'sweep'),
    ...claimsOfKinds(result, 'need', 'ranking', 'calibration'),
    ...claimsOfKinds(result, 'periods'),
    ...claimsOfKinds(result, 'subgroups'),
  ];
  if (gaps.length === 0) {
    const told = [...inside, ...further];
    const nothing = told.length > 0 ? [] : noGap(result);
    return [...told, ...nothing, ...peopleClaims(result)];
  }
  return [
    ...gaps.flatMap((gap) => gapClaims(result, gap)),
    ...inside,
    ...(singles.length > 0 ? togetherClaims(result, singles) : []),
    ...mistakeClaims(result),
    ...further,
    ...peopleClaims(result),
  ];
}
