/** What the card of a rule says: who is compared, whom it covers, and what else is beyond the limit. */
import type { AssertionResult, Reference } from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from './audits.ts';
import { claimsWith } from './claims.ts';
import { whoText } from './leading.ts';

/** Groups that a card names; the rest is counted. */
const mostNamed = 5;

const besideText = (t: Telling, reference: Reference): string =>
  typeof reference === 'string' ? t.say(`reference/${reference}`) : whoText(t, reference);

/** `Adverse impact by sex`. */
export const cardTitle = (t: Telling, { audit, rate, groupBy }: AssertionResult): string =>
  t.say('page/title-by', { title: auditTitle(t, audit, rate), by: groupByText(t, groupBy) });

/** `women against men`; null where the rule judged nothing. */
export function whoAgainstWhom(t: Telling, { group, reference }: AssertionResult): string | null {
  if (group === null) return null;
  const who = whoText(t, group);
  return reference === null ? who : t.say('card/against', { who, reference: besideText(t, reference) });
}

/** Whether the result claims that the gap between the two is more than chance. */
function isReal(t: Telling, { audit, groupBy, group, reference }: AssertionResult): boolean {
  if (group === null || reference === null || typeof reference === 'string') return false;
  return claimsWith(t, 'differs').some(
    ({ params }) =>
      params.audit === audit &&
      params.groupBy.join('\u0000') === groupBy.join('\u0000') &&
      [params.lowest, params.highest].every((one) => sameGroup(one, group) || sameGroup(one, reference)),
  );
}

/** Where the gap is real and the limit cannot be told: both, in one sentence. */
export const realAndOpen = (t: Telling, rule: AssertionResult): readonly string[] =>
  rule.state === 'cannot-tell' && isReal(t, rule) ? [t.say('card/real-and-open')] : [];

/** The other pairs that are surely beyond the limit. */
export function othersBeyond(
  t: Telling,
  { failing, pairs, group, reference }: AssertionResult,
): string | null {
  const others = failing.filter(
    (pair) =>
      group === null ||
      !sameGroup(pair.group, group) ||
      (typeof pair.reference === 'object' &&
        pair.reference !== null &&
        typeof reference === 'object' &&
        reference !== null &&
        !sameGroup(pair.reference, reference)),
  );
  if (others.length === 0) return null;
  const named = others.slice(0, mostNamed).map((pair) => {
    const who = whoText(t, pair.group);
    const text =
      pair.reference === null
        ? who
        : t.say('card/against', { who, reference: besideText(t, pair.reference) });
    return pair.actual === null ? text : t.say('card/pair', { pair: text, value: t.measured(pair.actual) });
  });
  const left = Math.max(0, (pairs?.failing ?? others.length + 1) - 1 - named.length);
  const list = [...named, ...(left > 0 ? [t.say('card/more', { n: left })] : [])].join('; ');
  return t.say('card/others', { pairs: list });
}

/** Whom the rule covers, and who is too few to be covered. */
export function coverText(t: Telling, { covers, state, pairs }: AssertionResult): readonly string[] {
  if (covers.of === 0) return [];
  const { people, of, notJudged, smallGroups } = covers;
  const counted =
    pairs !== null && state === 'fail' && pairs.judged > 1
      ? [t.say('card/pairs', { failing: t.count(pairs.failing), n: pairs.judged })]
      : [];
  const covered =
    state === 'fail' && smallGroups === 0
      ? []
      : [t.say('card/covers', { people: t.count(people), of: t.count(of) })];
  if (smallGroups === 0) return [...counted, ...covered];
  const named = notJudged
    .slice(0, mostNamed)
    .map(({ group, n }) => t.say('card/small', { who: whoText(t, group), n: t.count(n) }));
  const left = smallGroups - named.length;
  const groups = [...named, ...(left > 0 ? [t.say('card/more', { n: left })] : [])].join('; ');
  return [...counted, ...covered, t.say('card/not-judged', { groups })];
}
