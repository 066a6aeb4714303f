import type { Claim, Finding, StrataEvidence, StratifiedPair } from '@ombud/contract';
import type { Measured } from './findings.ts';

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
 * Of a finding inside strata: the pair whose answer the strata surely reverse. Else, for a single attribute, what is left of its
 * widest gap.
 */
export function strataClaims(result: Measured, finding: Finding, index: number): Claim[] {
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
}
