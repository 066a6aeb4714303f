import type {
  Assertion,
  Comparison,
  ComparisonInterval,
  Finding,
  Group,
  GroupMeasure,
  Measure,
  Reference,
} from '@ombud/contract';
import { type LimitQuestion, sampleSizeForDifference, sampleSizeForRatio, tukeyCritical } from '@ombud/stats';
import { describeGroup } from '../audits/audit.ts';

/** One limit of an assertion on one thing that was measured. */
export interface Claim {
  readonly measure: string;
  readonly group: Group | null;
  readonly reference: Comparison['reference'] | null;
  readonly operator: '>=' | '<=';
  readonly expected: number;
  readonly actual: number | null;
  readonly interval: ComparisonInterval | null;
  readonly subject: string;
  /** `30.4 % against 44.5 %`, where there are two rates. */
  readonly rates: string | null;
  /** People in each group that would tell, where it can be said. */
  readonly wouldTell: number | null;
}

export const rateOfGroup = (finding: Finding, group: Reference): GroupMeasure | undefined =>
  typeof group === 'string'
    ? undefined
    : finding.groups.find((measure) => JSON.stringify(measure.group) === JSON.stringify(group));

function wouldTell(finding: Finding, comparison: Comparison, limit: number): number | null {
  const [a, b] = [
    rateOfGroup(finding, comparison.group)?.value,
    rateOfGroup(finding, comparison.reference)?.value,
  ];
  const interval = comparison.interval;
  if (typeof a !== 'number' || typeof b !== 'number' || !interval) return null;
  const people = sampleSize(finding, comparison.measure, { rateA: a, rateB: b, limit }, interval);
  const present = Math.min(
    ...[comparison.group, comparison.reference].map((group) => rateOfGroup(finding, group)?.n ?? 0),
  );
  // The plain formula is rough for few people: a number that is there already would be no advice.
  return people !== null && people > present ? people : null;
}

/** With the critical value that the finding's intervals have: many groups judged together need more people. */
function sampleSize(
  finding: Finding,
  measure: Measure,
  question: LimitQuestion,
  interval: ComparisonInterval,
): number | null {
  const groups = finding.groups.filter(({ n }) => n > 0).length;
  const confidence = interval.simultaneous
    ? { level: interval.level, critical: tukeyCritical(interval.level, groups) }
    : { level: interval.level };
  switch (measure) {
    case 'ratio':
      return sampleSizeForRatio(question, confidence);
    case 'difference':
      return sampleSizeForDifference(question, confidence);
    case 'odds-ratio':
      return null;
  }
}

/** The rate in words, at the start of a sentence. */
function rateName({ measure }: Finding): string {
  const words =
    measure === 'adverse-impact' ? 'rate of the favourable decision' : measure.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const referenceText = (comparison: Comparison): string =>
  comparison.reference === 'all-others'
    ? 'all others'
    : comparison.reference === 'population'
      ? 'its share of the population'
      : describeGroup(comparison.reference);

function comparisonSubject(finding: Finding, comparison: Comparison): string {
  const [between, and] = comparison.measure === 'difference' ? ['between', 'and'] : ['of', 'to'];
  const measure = comparison.measure.replace('-', ' ');
  return `${rateName(finding)}: the ${measure} ${between} ${describeGroup(comparison.group)} ${and} ${referenceText(comparison)}`;
}

const percent = (value: number): string => `${Number((100 * value).toFixed(1))} %`;

/** The two rates behind a comparison, where the finding holds both. */
function ratesText(finding: Finding, { group, reference }: Comparison): string | null {
  const [a, b] = [rateOfGroup(finding, group)?.value, rateOfGroup(finding, reference)?.value];
  return typeof a === 'number' && typeof b === 'number' ? `${percent(a)} against ${percent(b)}` : null;
}

function comparisonClaim(
  finding: Finding,
  comparison: Comparison,
  operator: '>=' | '<=',
  expected: number,
): Claim {
  return {
    measure: comparison.measure,
    group: comparison.group,
    reference: comparison.reference,
    operator,
    expected,
    actual: comparison.value,
    interval: comparison.interval,
    subject: comparisonSubject(finding, comparison),
    rates: ratesText(finding, comparison),
    wouldTell: wouldTell(finding, comparison, expected),
  };
}

/** The interval of the size of a difference, from the interval of the difference. */
function absolute(interval: ComparisonInterval): ComparisonInterval {
  const low = interval.low ?? Number.NEGATIVE_INFINITY;
  const high = interval.high ?? Number.POSITIVE_INFINITY;
  const reach = Math.max(-low, high);
  return { ...interval, low: Math.max(0, low, -high), high: Number.isFinite(reach) ? reach : null };
}

/** A gap has no direction: its size is judged, whichever group has more. */
function gapClaim(finding: Finding, comparison: Comparison, expected: number): Claim {
  const { value, interval } = comparison;
  return {
    ...comparisonClaim(finding, comparison, '<=', expected),
    actual: value === null ? null : Math.abs(value),
    interval: interval && absolute(interval),
    wouldTell: wouldTell(finding, comparison, (value ?? 0) < 0 ? -expected : expected),
  };
}

function valueClaims(finding: Finding, assertion: Assertion): Claim[] {
  const limits = [
    ...(assertion.minValue === undefined ? [] : [{ operator: '>=' as const, expected: assertion.minValue }]),
    ...(assertion.maxValue === undefined ? [] : [{ operator: '<=' as const, expected: assertion.maxValue }]),
  ];
  return limits.flatMap(({ operator, expected }) =>
    finding.groups.map((measure) => ({
      measure: 'value',
      group: measure.group,
      reference: null,
      operator,
      expected,
      actual: measure.value,
      interval: measure.interval && { ...measure.interval, simultaneous: false },
      subject: `${rateName(finding)} of ${describeGroup(measure.group)}`,
      rates: null,
      wouldTell: null,
    })),
  );
}

/** Everything that an assertion asks of a finding. */
export function claimsOf(finding: Finding, assertion: Assertion): Claim[] {
  const { minRatio, maxRatio, maxDifference } = assertion;
  const compared = finding.comparisons.flatMap((comparison) => [
    ...(minRatio !== undefined && comparison.measure === 'ratio'
      ? [comparisonClaim(finding, comparison, '>=', minRatio)]
      : []),
    ...(maxRatio !== undefined && comparison.measure === 'ratio'
      ? [comparisonClaim(finding, comparison, '<=', maxRatio)]
      : []),
    ...(maxDifference !== undefined && comparison.measure === 'difference'
      ? [gapClaim(finding, comparison, maxDifference)]
      : []),
  ]);
  return [...compared, ...valueClaims(finding, assertion)];
}
