import type {
  Claim,
  ClaimOf,
  Comparison,
  Finding,
  Group,
  RateOfGroup,
  StrataEvidence,
  StratifiedPair,
} from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { adjustedGap } from './adjusted-claims.ts';
import { differs, leavesOutEqual, pairLevel, type WithChance, withChance } from './chance.ts';
import { type Measured, measuredAudits } from './findings.ts';
import { isReal, movedBetween, realChange, scorePairs } from './score-claims.ts';
import { realSubgroup } from './subgroup-claims.ts';
import { ownThresholdsOf } from './threshold-claims.ts';

/** What the support of a claim leads to; null where the result does not have it. */
type Carrier =
  | { readonly kind: 'comparison'; readonly finding: Finding; readonly comparison: Comparison }
  | { readonly kind: 'equality'; readonly finding: Finding; readonly p: number }
  | { readonly kind: 'rates' | 'reason'; readonly finding: Finding };

function carrierOf({ findings }: WithChance, { supports }: Claim): Carrier | null {
  if (supports === null) return null;
  const finding = findings[supports.finding];
  if (finding === undefined) return null;
  switch (supports.kind) {
    case 'comparison': {
      const comparison = finding.comparisons[supports.comparison];
      return comparison === undefined ? null : { kind: 'comparison', finding, comparison };
    }
    case 'equality':
      return finding.heterogeneity && { kind: 'equality', finding, p: finding.heterogeneity.p };
    case 'rates':
      return supports.groups.every((index) => finding.groups[index] !== undefined)
        ? { kind: 'rates', finding }
        : null;
    case 'reason':
      return finding.reason && { kind: 'reason', finding };
    case 'pair':
      return null;
  }
}

/** Whether a finding measured exactly this rate for the group. */
const hasRate = ({ groups }: Finding, { group, n, events, value }: RateOfGroup): boolean =>
  groups.some(
    (entry) =>
      sameGroup(entry.group, group) && entry.n === n && entry.events === events && entry.value === value,
  );

/** Whether what carries a claim says that there is more than chance; null where it says nothing of chance. */
function beyondChance(result: WithChance, carrier: Carrier): boolean | null {
  switch (carrier.kind) {
    case 'comparison':
      return differs(result.chance, carrier.finding, carrier.comparison);
    case 'equality':
      return null;
    case 'rates':
    case 'reason':
      return null;
  }
}

const hasEnds = (
  carrier: Carrier | null,
  { lowest, highest }: { readonly lowest: RateOfGroup; readonly highest: RateOfGroup },
): carrier is Carrier =>
  carrier !== null &&
  lowest.value <= highest.value &&
  hasRate(carrier.finding, lowest) &&
  hasRate(carrier.finding, highest);

/** Whether a comparison of two rates has the value that the two rates have, so that a sentence never tells one gap by another. */
function isOfRates(finding: Finding, { measure, group, value }: Comparison, other: Group): boolean {
  const rateOf = (one: Group) => finding.groups.find((entry) => sameGroup(entry.group, one))?.value ?? null;
  const [own, others] = [rateOf(group), rateOf(other)];
  if (value === null || own === null || others === null || measure === 'odds-ratio') return true;
  const expected = measure === 'difference' ? own - others : own / others;
  return Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

type DifferenceClaim = ClaimOf<'differs' | 'may-be-chance' | 'may-be-one-of-many'>;

/** Whether what a claim says of chance is what its test and its interval say. */
function saidOfChance(found: WithChance, carrier: Carrier, claim: DifferenceClaim): boolean {
  const beyond = beyondChance(found, carrier);
  const apart = claim.params.comparison !== null && leavesOutEqual(claim.params.comparison) === true;
  switch (claim.code) {
    case 'differs':
      return beyond === true;
    case 'may-be-chance':
      return beyond === false && !apart;
    case 'may-be-one-of-many':
      return (
        beyond === false &&
        apart &&
        claim.params.needed === 1 - pairLevel(found.chance, carrier.finding) &&
        claim.params.questions === found.chance.questions
      );
  }
}

function differenceHolds(found: WithChance, claim: DifferenceClaim): boolean {
  const carrier = carrierOf(found, claim);
  if (carrier === null) return false;
  const { lowest, highest, comparison } = claim.params;
  const has = (group: Group) => carrier.finding.groups.some((entry) => sameGroup(entry.group, group));
  const shown =
    comparison === null ||
    carrier.finding.comparisons.some(
      (one) =>
        one.measure === comparison.measure &&
        one.value === comparison.value &&
        sameGroup(one.group, comparison.group) &&
        isOfRates(carrier.finding, one, sameGroup(one.group, lowest) ? highest : lowest),
    );
  return has(lowest) && has(highest) && shown && saidOfChance(found, carrier, claim);
}

/** What strata claims are about. */
type InsideClaim = ClaimOf<'strata-reverse' | 'strata-explain' | 'strata-incomparable' | 'gap-inside-strata'>;

/** The pair that carries a claim, where it is the pair that the claim names. */
function pairOf({ findings }: WithChance, { supports, params }: InsideClaim): StratifiedPair | null {
  if (supports?.kind !== 'pair') return null;
  const details = findings[supports.finding]?.details;
  const pair = details?.kind === 'strata' ? details.pairs[supports.pair] : undefined;
  if (pair === undefined) return null;
  return sameGroup(pair.group, params.group) && sameGroup(pair.reference, params.reference) ? pair : null;
}

/** Whether the reading of a pair is as sure as a sentence of this result must be. */
function surely(
  found: WithChance,
  { supports }: InsideClaim,
  evidence: StrataEvidence,
  reading: StrataEvidence['reading'],
): boolean {
  const finding = supports === null ? undefined : found.findings[supports.finding];
  return (
    finding !== undefined &&
    evidence.reading === reading &&
    1 - evidence.level <= pairLevel(found.chance, finding) * (1 + 1e-9)
  );
}

function insideHolds(found: WithChance, claim: InsideClaim): boolean {
  const pair = pairOf(found, claim);
  const evidence = pair?.evidence ?? null;
  if (pair === null || evidence === null) return false;
  if (claim.code === 'strata-incomparable')
    return evidence.reading === 'nobody-comparable' && evidence.of === claim.params.people;
  const { params } = claim;
  if (params.comparable !== evidence.comparable || params.of !== evidence.of) return false;
  const numbers = (given: { readonly inside: number; readonly together: number }): boolean =>
    pair.standardisedDifference.value === given.inside && pair.crudeDifference === given.together;
  switch (claim.code) {
    case 'strata-reverse':
      return (
        surely(found, claim, evidence, 'reversal') && (pair.crudeDifference ?? 0) < 0 === claim.params.less
      );
    case 'strata-explain':
      return (
        surely(found, claim, evidence, 'mostly-explained') &&
        (pair.crudeDifference ?? 0) < 0 === claim.params.less &&
        numbers(claim.params)
      );
    case 'gap-inside-strata':
      return numbers(claim.params);
  }
}

function scoreGapHolds(found: WithChance, { params, supports }: ClaimOf<'score-gap'>): boolean {
  if (supports?.kind !== 'pair') return false;
  const finding = found.findings[supports.finding];
  const pair = finding && scorePairs(finding)[supports.pair];
  return (
    pair !== undefined &&
    finding?.audit === params.audit &&
    sameGroup(pair.group, params.group) &&
    pair.difference.value === params.value &&
    pair.difference.interval?.low === params.interval?.low &&
    isReal(found, finding, pair) === params.real
  );
}

function thresholdsHold(result: WithChance, { params, supports }: ClaimOf<'own-thresholds'>): boolean {
  const details = supports?.kind === 'pair' ? result.findings[supports.finding]?.details : null;
  if (details?.kind !== 'sweep' || details.direction !== params.direction) return false;
  return JSON.stringify(ownThresholdsOf(details)) === JSON.stringify(params.groups);
}

function moveHolds(result: WithChance, { params, supports }: ClaimOf<'rate-moved'>): boolean {
  if (supports?.kind !== 'pair') return false;
  const finding = result.findings[supports.finding];
  const found = finding === undefined ? null : realChange(result, finding, supports.pair);
  const moved = found === null ? null : movedBetween(found);
  const isSame = (one: typeof params.from, other: typeof params.from): boolean =>
    one.period === other.period && one.value === other.value;
  return (
    found !== null &&
    moved !== null &&
    finding?.measure === params.measure &&
    sameGroup(found.group, params.group) &&
    moved.shape === params.shape &&
    isSame(moved.from, params.from) &&
    isSame(moved.to, params.to)
  );
}

function changeHolds(result: WithChance, { params, supports }: ClaimOf<'rate-changed'>): boolean {
  if (supports?.kind !== 'pair') return false;
  const finding = result.findings[supports.finding];
  const found = finding === undefined ? null : realChange(result, finding, supports.pair);
  return (
    found !== null &&
    finding?.measure === params.measure &&
    sameGroup(found.group, params.group) &&
    found.change.shape === undefined &&
    found.change.period === params.period &&
    found.change.until === params.until &&
    found.change.before === params.before &&
    found.change.after === params.after
  );
}

function subgroupHolds(result: WithChance, { params, supports }: ClaimOf<'worst-subgroup'>): boolean {
  if (supports?.kind !== 'pair') return false;
  const finding = result.findings[supports.finding];
  const found = finding === undefined ? null : realSubgroup(result, finding, supports.pair);
  return found !== null && JSON.stringify(found) === JSON.stringify(params);
}

function adjustedHolds(result: WithChance, { params, supports }: ClaimOf<'gap-adjusted'>): boolean {
  const finding = supports?.kind === 'pair' ? result.findings[supports.finding] : undefined;
  if (supports?.kind !== 'pair' || finding === undefined) return false;
  return JSON.stringify(adjustedGap(result, finding, supports.pair)) === JSON.stringify(params);
}

function peopleHold(found: WithChance, claim: ClaimOf<'people-gap'>): boolean {
  const carrier = carrierOf(found, claim);
  const { group, reference, referenceRate, people } = claim.params;
  if (carrier === null || !hasRate(carrier.finding, group)) return false;
  const compared = carrier.kind !== 'comparison' || sameGroup(carrier.comparison.group, group.group);
  const turned =
    carrier.kind === 'comparison' &&
    reference !== 'all-others' &&
    typeof carrier.comparison.reference !== 'string' &&
    sameGroup(carrier.comparison.reference, group.group);
  return (
    (compared || turned) &&
    beyondChance(found, carrier) === true &&
    people === Math.round(group.n * (referenceRate - group.value))
  );
}

/**
 * Whether the numbers of the result carry a claim: what it names is in the result, has the numbers that it says, and
 * says of chance what the claim says.
 * @example result.claims.every((claim) => claimHolds(result, claim)) // true
 */
export function claimHolds(measured: Measured, claim: Claim): boolean {
  const result = withChance(measured);
  switch (claim.code) {
    case 'rates':
      return hasEnds(carrierOf(result, claim), claim.params);
    case 'differs':
    case 'may-be-chance':
    case 'may-be-one-of-many':
      return differenceHolds(result, claim);
    case 'strata-reverse':
    case 'strata-explain':
    case 'strata-incomparable':
    case 'gap-inside-strata':
      return insideHolds(result, claim);
    case 'gap-adjusted':
      return adjustedHolds(result, claim);
    case 'wider-together':
    case 'mistakes-differ': {
      const carrier = carrierOf(result, claim);
      return hasEnds(carrier, claim.params) && beyondChance(result, carrier) === true;
    }
    case 'people-gap':
      return peopleHold(result, claim);
    case 'score-gap':
      return scoreGapHolds(result, claim);
    case 'own-thresholds':
      return thresholdsHold(result, claim);
    case 'rate-changed':
      return changeHolds(result, claim);
    case 'rate-moved':
      return moveHolds(result, claim);
    case 'worst-subgroup':
      return subgroupHolds(result, claim);
    case 'nothing-measured':
      return measuredAudits(result).length === 0;
    case 'in-tables':
      return claim.params.audits.join() === measuredAudits(result).join() && claim.params.audits.length > 0;
    case 'not-measured': {
      const carrier = carrierOf(result, claim);
      return carrier?.kind === 'reason' && carrier.finding.reason?.code === claim.params.reason.code;
    }
  }
}
