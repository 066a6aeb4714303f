import type { AssertionResult, Baseline, FailingPair, Result, WorsePair } from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { gapChange, holm, rateChange, ratioChange } from '@ombud/stats';
import { errorBudget } from '../policy/budget.ts';
import { countsIn, judgedFinding } from './baseline-of.ts';

type Known = Baseline['known'][number];
type KnownPair = Known['pairs'][number];

const sameRule = (a: AssertionResult, b: Known): boolean =>
  a.audit === b.audit &&
  a.measure === b.measure &&
  a.rate === b.rate &&
  a.operator === b.operator &&
  a.expected === b.expected &&
  a.source === b.source &&
  a.groupBy.join('\0') === b.groupBy.join('\0');

function samePair(pair: KnownPair, { group, reference }: FailingPair): boolean {
  if (!sameGroup(pair.group, group)) return false;
  if (pair.reference === null || reference === null || typeof reference === 'string')
    return pair.reference === null && (reference === null || typeof reference === 'string');
  return sameGroup(pair.reference, reference);
}

/** One-sided p of a change in a direction, from the two-sided one. */
const oneSided = (p: number, isWorse: boolean): number => (isWorse ? p / 2 : 1 - p / 2);

/** p of the hypothesis that a known failure did not get worse; null where nothing can be tested. */
function worseP(rule: AssertionResult, pair: KnownPair, result: Result): number | null {
  const finding = judgedFinding(result, rule);
  const [before, after] = [pair.counts, countsIn(finding, pair.group)];
  if (before === null || after === null) return null;
  const more = rule.operator === '<=';
  if (pair.reference === null) {
    const change = rateChange({ before, after }, { level: 0.95 });
    return change && oneSided(change.test.p, change.value > 0 === more);
  }
  const [was, is] = [pair.referenceCounts, countsIn(finding, pair.reference)];
  if (was === null || is === null) return null;
  if (rule.measure === 'difference') {
    const change = gapChange({ before, after }, { before: was, after: is }, { level: 0.95 });
    const isBelow = before.events / before.n < was.events / was.n;
    return change && oneSided(change.test.p, change.value < 0 === isBelow);
  }
  const kind = rule.measure === 'odds-ratio' ? 'odds-ratio' : 'ratio';
  const change = ratioChange({ group: before, reference: was }, { group: after, reference: is }, kind);
  return change && oneSided(change.p, (change.statistic ?? 0) > 0 === more);
}

/** Pairs that are beyond the limit now and were not then, where the baseline holds all that were. */
const newPairs = (rule: AssertionResult, known: Known): readonly FailingPair[] =>
  rule.state === 'fail' && known.pairs.length === known.failing
    ? rule.failing.filter((pair) => !known.pairs.some((one) => samePair(one, pair)))
    : [];

/** The list is cut, so the number of pairs beyond the limit counts too. */
const hasMorePairs = (rule: AssertionResult, known: Known): boolean =>
  rule.state === 'fail' && (rule.pairs?.failing ?? 0) > known.failing;

/** What a known pair is now: as it was judged, or from its counts where it is no longer listed. */
function valueNow(rule: AssertionResult, pair: KnownPair, result: Result): number | null {
  const listed = rule.failing.find((one) => samePair(pair, one));
  if (listed !== undefined) return listed.actual;
  const finding = judgedFinding(result, rule);
  const rateOf = (counts: KnownPair['counts']): number | null =>
    counts === null || counts.n === 0 ? null : counts.events / counts.n;
  const own = rateOf(countsIn(finding, pair.group));
  if (pair.reference === null || own === null) return own;
  const other = rateOf(countsIn(finding, pair.reference));
  if (other === null) return null;
  if (rule.measure === 'difference') return own - other;
  const ratio = rule.measure === 'odds-ratio' ? (own * (1 - other)) / (other * (1 - own)) : own / other;
  return Number.isFinite(ratio) ? ratio : null;
}

type Standing = NonNullable<AssertionResult['baseline']>;
type Held = Pick<AssertionResult, 'baseline' | 'worse'>;

/** A rule lists at most so many pairs. */
const mostWorse = 20;

/** A known rule against what is known of it. */
function heldOf(rule: AssertionResult, known: Known, surely: readonly KnownPair[], result: Result): Held {
  const added = newPairs(rule, known);
  if (surely.length + added.length === 0 && !hasMorePairs(rule, known)) return { baseline: 'known' };
  const worse = [
    ...surely.map((pair): WorsePair => {
      const { group, reference, actual } = pair;
      return { group, reference, before: actual, after: valueNow(rule, pair, result) };
    }),
    ...added.map(
      ({ group, reference, actual }): WorsePair => ({ group, reference, before: null, after: actual }),
    ),
  ];
  return { baseline: 'worse', worse: worse.slice(0, mostWorse) };
}

/** Each binding rule that does not pass, against what is known; one error rate over every known pair that is tested. */
function standings(result: Result, { known }: Baseline): Held[] {
  const { assertions } = result.verdict;
  const matched = assertions.map((rule) =>
    rule.level === 'error' && rule.state !== 'pass' ? known.find((one) => sameRule(rule, one)) : undefined,
  );
  const tests = assertions.flatMap((rule, i) =>
    (matched[i]?.pairs ?? []).map((pair) => ({ i, pair, p: worseP(rule, pair, result) })),
  );
  const adjusted = holm(tests.map(({ p }) => p));
  const surely = tests
    .map((one, k) => ({ ...one, adjusted: adjusted[k] ?? 1 }))
    .filter((one) => one.adjusted <= errorBudget)
    .sort((a, b) => (a.p ?? 1) - (b.p ?? 1));
  return assertions.map((rule, i): Held => {
    const own = matched[i];
    if (rule.level !== 'error' || rule.state === 'pass') return {};
    if (own === undefined) return rule.state === 'fail' ? { baseline: 'new' } : {};
    const pairs = surely.flatMap((one) => (one.i === i ? [one.pair] : []));
    return heldOf(rule, own, pairs, result);
  });
}

/**
 * Holds a result against the known failures of a system that already failed. The verdict stays what it is: a known failure
 * is never a pass. `exitCodeOf` stops only where something is new, or surely worse, or the baseline has expired.
 * @param today `2026-06-01`
 */
export function holdAgainst(result: Result, baseline: Baseline, today: string): Result {
  const expired = baseline.expires !== null && today >= baseline.expires;
  const found = expired ? [] : standings(result, baseline);
  const count = (standing: Standing) => found.filter((one) => one.baseline === standing).length;
  const assertions = result.verdict.assertions.map((rule, i): AssertionResult => ({ ...rule, ...found[i] }));
  const numbers = { known: count('known'), worse: count('worse'), fresh: count('new') };
  const { date, expires } = baseline;
  return {
    ...result,
    verdict: { ...result.verdict, assertions, baseline: { date, expires, expired, ...numbers } },
  };
}
