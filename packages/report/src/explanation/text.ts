import type { Explanation } from '@ombud/contract';
import { type Language, say, visible } from '@ombud/words';
import { answerText, planTexts, reasonTexts, recourseTexts, stabilityText } from './sentences.ts';

/** The explanation for a terminal: the answer, the reasons, the plans. */
export function renderExplanationText(explanation: Explanation, language: Language): string {
  const tell = (key: string): string => say(language, `explanation/${key}`);
  const { heading, principal, others } = reasonTexts(explanation, language);
  const stability = stabilityText(explanation, language);
  const lines = [
    answerText(explanation, language),
    '',
    tell('reasons'),
    ...explanation.blocked.map(
      ({ column, because }) =>
        `  ! ${say(language, `explanation/blocked-${because}`, { column: visible(column) })}`,
    ),
    ...(heading === null ? [] : [`  ${heading}`]),
    ...principal.map((text, i) => `  ${i + 1}. ${text}`),
    ...(others.length === 0 ? [] : [`  ${tell('also')}`, ...others.map((text) => `  - ${text}`)]),
    ...(stability === null ? [] : [`  ${stability}`]),
    '',
    tell('recourse'),
    ...planTexts(explanation, language).map((text) => `  ${text}`),
    ...recourseTexts(explanation, language).map((text) => `  ${text}`),
    '',
  ];
  return `${lines.join('\n')}\n`;
}
