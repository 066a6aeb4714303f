import type { Finding, Result, StrataDetails } from '@ombud/audit/result';
import { favouredText, groupNoun, peopleNoun } from './sentences.ts';

/**
 * The reversal of a finding in the words of the system; null where its strata reverse nothing.
 * `Taken all together, women were admitted less often than men. Among applicants of the same department it is, if
 * anything, the other way round ...`
 */
export function reversalSentence(result: Result, finding: Finding, details: StrataDetails): string | null {
  const pair = details.pairs.find(({ reversed }) => reversed);
  if (details.warning === null || pair === undefined) return null;
  const often = (pair.crudeDifference ?? 0) < 0 ? 'less' : 'more';
  const strata = result.roles.strata.map(({ column }) => column).join(' and ');
  const level = finding.groups.find(({ interval }) => interval !== null)?.interval?.level ?? 0.95;
  const clear = (pair.cochranMantelHaenszel?.p ?? 1) < 1 - level;
  return (
    `Taken all together, ${groupNoun(result, pair.group)} ${favouredText(result, true)} ${often} often than ` +
    `${groupNoun(result, pair.reference)}. Among ${peopleNoun(result)} of the same ${strata} it is${clear ? '' : ', if anything,'} ` +
    "the other way round: the strata reverse the answer (Simpson's paradox). Look at who is in which before you judge."
  );
}
