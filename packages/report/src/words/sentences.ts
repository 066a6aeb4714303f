/** Sentences of a result for those who show it themselves: the command, an incident's page. */
import type { AssertionResult, Finding, Reason, Result } from '@ombud/contract';
import { english, type Language } from '@ombud/words';
import { speaking, tell } from '../telling.ts';
import { answer, further, reversals } from './answer.ts';
import { auditTitle } from './audits.ts';
import { cardTitle } from './card.ts';
import type { DetailTable } from './detail-table.ts';
import { detailTable } from './detail-tables.ts';
import { besideLimit } from './leading.ts';
import { limitSentence, limitText } from './limit.ts';
import { meanings } from './names.ts';
import { leftOutText, reasonText } from './reasons.ts';
import { verdictText } from './verdict.ts';

/**
 * The answer of a result in sentences, one a claim.
 * @example answerSentences(result)[0] // 'For every 100 women, 30 were admitted; for every 100 men, 45. This ...'
 */
export const answerSentences = (result: Result, language: Language = english): string[] =>
  answer(tell(result, language));

/** Where strata reverse the answer of all together. */
export const reversalSentences = (result: Result, language: Language = english): readonly string[] =>
  reversals(tell(result, language));

/** What audits of scores, subgroups and time claim, one sentence each. */
export const furtherSentences = (result: Result, language: Language = english): readonly string[] =>
  further(tell(result, language));

/** The table of what a finding says beyond rates; null where it says nothing. */
export const findingTable = (
  result: Result,
  finding: Finding,
  language: Language = english,
): DetailTable | null => detailTable(tell(result, language), finding);

/** The title of an audit. */
export const auditName = (audit: string, language: Language = english): string =>
  auditTitle(speaking(language), audit);

/** Which decision is the positive one, and whether it is good for the person. */
export const meaningSentences = (result: Result, language: Language = english): readonly string[] =>
  meanings(tell(result, language));

/** The verdict of a result in one sentence. */
export const verdictSentence = (result: Result, language: Language = english): string =>
  verdictText(tell(result, language));

/** What a rule of the policy found. */
export const assertionSentence = (
  result: Result,
  assertion: AssertionResult,
  language: Language = english,
): string => limitSentence(tell(result, language), assertion);

/** A rule in few words, for a picture: what it judges, what was found, and its limit. */
export function assertionParts(
  result: Result,
  assertion: AssertionResult,
  language: Language = english,
): { readonly title: string; readonly found: string | null; readonly limit: string } {
  const t = tell(result, language);
  const { actual } = assertion;
  return {
    title: cardTitle(t, assertion),
    found: actual === null ? null : besideLimit(t, assertion, actual).value,
    limit: limitText(t, assertion),
  };
}

/** Why something was not measured. */
export const reasonSentence = (result: Result, reason: Reason, language: Language = english): string =>
  reasonText(tell(result, language), reason);

/** Why people were left out. */
export const leftOutSentence = (result: Result, reason: Reason, language: Language = english): string =>
  leftOutText(tell(result, language), reason);
