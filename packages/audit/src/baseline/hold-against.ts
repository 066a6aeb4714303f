import type { AssertionResult, Baseline, FailingPair, Result } from '@ombud/contract';
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
  const change = ratioChange({ group: before, reference: was }, { group: after, reference: is });
  return change && oneSided(change.p, (change.statistic ?? 0) > 0 === more);
}

/** A pair that is beyond the limit now and was not then: the list is cut, so their number counts too. */
function hasNewPair(rule: AssertionResult, known: Known): boolean {
  if (rule.state !== 'fail') return false;
  const complete = known.pairs.length === known.failing;
  const added = rule.failing.some((pair) => !known.pairs.some((one) => samePair(one, pair)));
  return (complete && added) || (rule.pairs?.failing ?? 0) > known.failing;
}

type Standing = NonNullable<AssertionResult['baseline']>;

/** Each binding rule that does not pass, against what is known; one error rate over every known pair that is tested. */
function standings(result: Result, { known }: Baseline): (Standing | null)[] {
  const { assertions } = result.verdict;
  const matched = assertions.map((rule) =>
    rule.level === 'error' && rule.state !== 'pass' ? known.find((one) => sameRule(rule, one)) : undefined,
  );
  const tests = assertions.flatMap((rule, i) =>
    (matched[i]?.pairs ?? []).map((pair) => ({ i, p: worseP(rule, pair, result) })),
  );
  const adjusted = holm(tests.map(({ p }) => p));
  const worse = new Set(tests.flatMap(({ i }, k) => ((adjusted[k] ?? 1) <= errorBudget ? [i] : [])));
  return assertions.map((rule, i) => {
    const own = matched[i];
    if (rule.level !== 'error' || rule.state === 'pass') return null;
    if (own === undefined) return rule.state === 'fail' ? 'new' : null;
    return worse.has(i) || hasNewPair(rule, own) ? 'worse' : 'known';
  });
}

/**
 * Holds a result against the known failures of a system that already failed. The verdict stays what it is: a known failure
 * is never a pass. `exitCodeOf` stops only where something is new, or surely worse, or the baseline has expired.
 * @param today `2026-06-01`
 */
export function holdAgainst(result: Result, baseline: Baseline, today: string): Result {
  const expired = baseline.expires !== null && today >= baseline.expires;
  const found = expired ? result.verdict.assertions.map(() => null) : standings(result, baseline);
  const count = (standing: Standing) => found.filter((one) => one === standing).length;
  const assertions = result.verdict.assertions.map((rule, i): AssertionResult => {
    const standing = found[i] ?? null;
    return standing === null ? rule : { ...rule, baseline: standing };
  });
  const numbers = { known: count('known'), worse: count('worse'), fresh: count('new') };
  const { date, expires } = baseline;
  return {
    ...result,
    verdict: { ...result.verdict, assertions, baseline: { date, expires, expired, ...numbers } },
  };
}
