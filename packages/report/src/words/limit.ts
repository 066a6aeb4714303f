import type { AssertionResult, ComparisonInterval, PeopleNeeded } from '@ombud/contract';
import type { Speaking, Telling } from '../telling.ts';
import { groupLabel, referenceLabel } from '../text/group.ts';
import { roundedShare } from '../text/rounded-share.ts';
import { rateName } from './audits.ts';
import { reasonText } from './reasons.ts';

type Judged = Pick<AssertionResult, 'group' | 'measure' | 'rate' | 'reference'>;

/** What was judged: `Selection rate: the ratio of sex = F to sex = M`; the rate alone where no two groups are named. */
function whatText(t: Telling, { measure, rate, group, reference }: Judged): string {
  const isOfTwo = measure === 'ratio' || measure === 'difference' || measure === 'odds-ratio';
  if (group === null || (isOfTwo && reference === null)) return rateName(t, rate);
  const given = {
    rate: rateName(t, rate),
    group: groupLabel(t, group),
    reference: reference === null ? '' : referenceLabel(t, reference),
  };
  switch (measure) {
    case 'ratio':
    case 'difference':
    case 'odds-ratio':
      return t.say(`limit/${measure}`, given);
    default:
      return t.say('limit/value', given);
  }
}

const intervalText = (t: Telling, { low, high, level }: ComparisonInterval): string =>
  t.say('limit/interval', {
    level: roundedShare(t, level),
    low: low === null ? t.say('limit/no-lower-end') : t.measured(low),
    high: high === null ? t.say('limit/no-upper-end') : t.measured(high),
  });

function factsText(t: Telling, { rates, interval, judge }: AssertionResult): string {
  const both =
    rates === null
      ? []
      : [
          t.say('limit/rates', {
            group: roundedShare(t, rates.group),
            reference: roundedShare(t, rates.reference),
          }),
        ];
  return [...both, ...(judge === 'interval' && interval !== null ? [intervalText(t, interval)] : [])].join(
    '; ',
  );
}

/** `at least 0.8`, `at most 0.05`. */
export const limitText = (
  t: Speaking,
  { operator, expected }: Pick<AssertionResult, 'operator' | 'expected'>,
): string => t.say(operator === '>=' ? 'limit/at-least' : 'limit/at-most', { value: t.exact(expected) });

/** Whether the figures behind a rule are not in the result, because publishing them could give somebody away. */
const isWithheld = ({ result: { release } }: Telling, { measure, group, actual }: AssertionResult): boolean =>
  release !== undefined && measure !== 'none' && group === null && actual === null;

function foundText(t: Telling, assertion: AssertionResult): string {
  const { actual } = assertion;
  if (isWithheld(t, assertion))
    return t.say(`limit/withheld-${assertion.state}`, {
      rate: rateName(t, assertion.rate),
      limit: limitText(t, assertion),
    });
  const given = { what: whatText(t, assertion), limit: limitText(t, assertion) };
  if (actual === null) return t.say('limit/not-measured', given);
  const facts = factsText(t, assertion);
  const found = { ...given, value: t.measured(actual) };
  return facts === '' ? t.say('limit/found', found) : t.say('limit/found-with', { ...found, facts });
}

function neededText(t: Telling, { tells, people, beyond }: PeopleNeeded): string {
  const given = { people: t.count(people) };
  if (beyond) return t.say(`limit/people-beyond-${tells}`, given);
  return t.say(`limit/people-needed-${tells}`, given);
}

/** A sentence names at most so many pairs that got worse; the result lists more. */
const mostWorse = 3;

/** What got worse than in the baseline, which need not be the pair that decides. */
function worseTexts(t: Telling, { measure, rate, worse }: AssertionResult): string[] {
  if (worse === undefined) return [];
  if (worse.length === 0) return [t.say('limit/worse-unlisted')];
  const told = worse.slice(0, mostWorse).map(({ group, reference, before, after }) => {
    const what = whatText(t, { measure, rate, group, reference });
    const now = after === null ? '?' : t.measured(after);
    return before === null
      ? t.say('limit/worse-new', { what, after: now })
      : t.say('limit/worse', { what, before: t.measured(before), after: now });
  });
  const more = worse.length - told.length;
  return more > 0 ? [...told, t.say('limit/worse-more', { n: more })] : told;
}

/** What was found and what was asked; where it cannot be told, how many people would tell; what is to be said of it. */
export function limitSentence(t: Telling, assertion: AssertionResult): string {
  const { audit, measure, reason, peopleNeeded, notes } = assertion;
  if (reason?.code === 'text') return reasonText(t, reason);
  if (measure === 'none')
    return t.say('limit/not-judged', { audit, why: reason === null ? '' : reasonText(t, reason) });
  const tell = peopleNeeded === null ? [] : [neededText(t, peopleNeeded)];
  return [
    foundText(t, assertion),
    ...worseTexts(t, assertion),
    ...(reason === null ? [] : [reasonText(t, reason)]),
    ...tell,
    // They say whom and what a pass covers; a fail stands without them.
    ...(assertion.state === 'fail' ? [] : notes.map((note) => reasonText(t, note))),
  ].join(' ');
}
