/** What a report says of the known failures that a result was held against. */
import type { AssertionResult, HeldAgainst } from '@ombud/contract';
import type { Telling } from '../telling.ts';

/** Which baseline, and what became of it: at the top of every report. */
export function baselineText(
  t: Telling,
  { date, expires, expired, known, worse, fresh }: HeldAgainst,
): string {
  const given = { date: t.day(date), known: t.count(known), worse: t.count(worse), fresh: t.count(fresh) };
  if (expires === null) return t.say('baseline/held', given);
  const until = { ...given, expires: t.day(expires) };
  return t.say(expired ? 'baseline/expired' : 'baseline/held-until', until);
}

/** The state of a rule that the baseline knows, which is never called a pass; null for every other. */
export function knownWord(t: Telling, { state, baseline: standing }: AssertionResult): string | null {
  const { baseline } = t.result.verdict;
  if (baseline === undefined || standing === undefined || standing === 'new') return null;
  const key = state === 'cannot-tell' ? 'open' : standing;
  return t.say(`baseline/${key}`, { date: t.day(baseline.date) });
}

/** Whether a rule fails as it did before, so that a machine that stops on failures is not to stop on it. */
export const isKnown = ({ baseline }: AssertionResult): boolean => baseline === 'known';
