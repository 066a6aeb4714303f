import type { Result, StrataDetails } from '@ombud/contract';
import { levelText, points, range } from '../text/numbers.ts';
import { favouredText, groupNoun, peopleNoun } from './sentences.ts';

/**
 * What is left of the widest gap among people of the same stratum, where the strata do not reverse it.
 * `Among applicants of the same department, the difference between women and men is -3.1 points (...); all together -14.2.`
 */
export function insideSentence(result: Result, details: StrataDetails): string | null {
  if (details.reversal !== null) return null;
  const widest = [...details.pairs]
    .filter(
      ({ crudeDifference, standardisedDifference }) =>
        crudeDifference !== null && standardisedDifference.value !== null,
    )
    .sort((a, b) => Math.abs(b.crudeDifference ?? 0) - Math.abs(a.crudeDifference ?? 0))[0];
  if (widest === undefined) return null;
  const { value, interval } = widest.standardisedDifference;
  const strata = result.roles.strata.map(({ column }) => column).join(' and ');
  const between = `${groupNoun(result, widest.group)} and ${groupNoun(result, widest.reference)}`;
  const sure = interval === null ? '' : ` (${levelText(interval.level)} interval ${range(interval, points)})`;
  return (
    `Among ${peopleNoun(result)} of the same ${strata}, the difference between ${between} in the favourable decision ` +
    `is ${points(value)}${sure}; all together it is ${points(widest.crudeDifference)}.`
  );
}

/**
 * The reversal of a finding in the words of the system; null where its strata reverse nothing.
 * `Taken all together, women were admitted less often than men. Among applicants of the same department it is, if
 * anything, the other way round ...`
 */
export function reversalSentence(result: Result, details: StrataDetails): string | null {
  const pair = details.reversal === null ? undefined : details.pairs[details.reversal.pair];
  if (pair === undefined) return null;
  const often = (pair.crudeDifference ?? 0) < 0 ? 'less' : 'more';
  const strata = result.roles.strata.map(({ column }) => column).join(' and ');
  const clear = details.reversal?.clear === true;
  return (
    `Taken all together, ${groupNoun(result, pair.group)} ${favouredText(result, true)} ${often} often than ` +
    `${groupNoun(result, pair.reference)}. Among ${peopleNoun(result)} of the same ${strata} it is${clear ? '' : ', if anything,'} ` +
    "the other way round: the strata reverse the answer (Simpson's paradox). Look at who is in which before you judge."
  );
}
