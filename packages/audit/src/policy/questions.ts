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
import { sameGroup } from '@ombud/kernel';
import { type LimitQuestion, sampleSizeForDifference, sampleSizeForRatio, tukeyCritical } from '@ombud/stats';

/** One limit of an assertion on one thing that was measured. */
export interface Question {
  readonly measure: string;
  readonly group: Group | null;
  readonly reference: Comparison['reference'] | null;
  readonly operator: '>=' | '<=';
  readonly expected: number;
  readonly actual: number | null;
  readonly interval: ComparisonInterval | null;
  /** The two rates, where the finding has both. */
  readonly rates: { readonly group: number; readonly reference: number } | null;
  /** People in each group with whom it could be told, where that can be said. */
  readonly peopleNeeded: number | null;
}

export const rateOfGroup = (finding: Finding, group: Reference): GroupMeasure | undefined =>
  typeof group === 'string' ? undefined : finding.groups.find((measure) => sameGroup(measure.group, group));

function peopleNeeded(finding: Finding, comparison: Comparison, limit: number): number | null {
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

/** The two rates behind a comparison, where the finding holds both. */
function ratesOf(finding: Finding, { group, reference }: Comparison): Question['rates'] {
  const [a, b] = [rateOfGroup(finding, group)?.value, rateOfGroup(finding, reference)?.value];
  return typeof a === 'number' && typeof b === 'number' ? { group: a, reference: b } : null;
}

function comparisonQuestion(
  finding: Finding,
  comparison: Comparison,
  operator: '>=' | '<=',
  expected: number,
): Question {
  return {
    measure: comparison.measure,
    group: comparison.group,
    reference: comparison.reference,
    operator,
    expected,
    actual: comparison.value,
    interval: comparison.interval,
    rates: ratesOf(finding, comparison),
    peopleNeeded: peopleNeeded(finding, comparison, expected),
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
function gapQuestion(finding: Finding, comparison: Comparison, expected: number): Question {
  const { value, interval } = comparison;
  return {
    ...comparisonQuestion(finding, comparison, '<=', expected),
    actual: value === null ? null : Math.abs(value),
    interval: interval && absolute(interval),
    peopleNeeded: peopleNeeded(finding, comparison, (value ?? 0) < 0 ? -expected : expected),
  };
}

function valueQuestions(finding: Finding, assertion: Assertion): Question[] {
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
      rates: null,
      peopleNeeded: null,
    })),
  );
}

/** Everything that an assertion asks of a finding. */
export function questionsOf(finding: Finding, assertion: Assertion): Question[] {
  const { minRatio, maxRatio, maxDifference } = assertion;
  const compared = finding.comparisons.flatMap((comparison) => [
    ...(minRatio !== undefined && comparison.measure === 'ratio'
      ? [comparisonQuestion(finding, comparison, '>=', minRatio)]
      : []),
    ...(maxRatio !== undefined && comparison.measure === 'ratio'
      ? [comparisonQuestion(finding, comparison, '<=', maxRatio)]
      : []),
    ...(maxDifference !== undefined && comparison.measure === 'difference'
      ? [gapQuestion(finding, comparison, maxDifference)]
      : []),
  ]);
  return [...compared, ...valueQuestions(finding, assertion)];
}
