import type { Explanation } from '@ombud/contract';
import { english, type Language, say, visible } from '@ombud/words';
import {
  answerText,
  methodTexts,
  planTexts,
  reasonTexts,
  recourseTexts,
  stabilityText,
} from './sentences.ts';
import { signed, valueText } from './values.ts';

/** Text that came from data cannot start a list, a table or a tag. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&');

/** The explanation as Markdown: the same sentences as the page. */
export function renderExplanationMarkdown(explanation: Explanation, language: Language = english): string {
  const tell = (key: string): string => say(language, `explanation/${key}`);
  const { system, attributions, blocked } = explanation;
  const name = system === null ? null : (system.title ?? system.id);
  const { heading, principal, others } = reasonTexts(explanation, language);
  const stability = stabilityText(explanation, language);
  const list = (items: readonly string[], mark: string): string[] =>
    items.map((item) => `${mark} ${plain(item)}`);
  const lines = [
    `# ${plain(name === null ? tell('title') : say(language, 'explanation/title-system', { system: visible(name) }))}`,
    '',
    plain(answerText(explanation, language)),
    tell('cannot'),
    '',
    `## ${tell('reasons')}`,
    '',
    ...blocked.map(
      ({ column, because }) =>
        `**${tell('blocked')}.** ${plain(say(language, `explanation/blocked-${because}`, { column: visible(column) }))}\n`,
    ),
    ...(heading === null ? [] : [heading, '']),
    ...list(principal, '1.'),
    ...(others.length === 0 ? [] : ['', tell('also'), '', ...list(others, '-')]),
    ...(stability === null ? [] : ['', stability]),
    '',
    `## ${tell('recourse')}`,
    '',
    ...recourseTexts(explanation, language),
    '',
    ...list(planTexts(explanation, language), '1.'),
    '',
    `## ${tell('table')}`,
    '',
    `| ${['column', 'value', 'contribution'].map(tell).join(' | ')} |`,
    '| --- | --- | --- |',
    ...attributions.map(
      ({ column, columns, value, contribution }) =>
        `| ${plain(visible(column))} | ${plain(columns.length > 1 ? columns.map((name) => visible(name)).join(', ') : valueText(value, language))} | ${signed(contribution, language)} |`,
    ),
    '',
    `## ${tell('method')}`,
    '',
    ...methodTexts(explanation, language).map(plain),
    '',
  ];
  return lines.join('\n');
}
