import type { Change } from '@ombud/contract';
import { english, type Language } from '@ombud/words';
import { speaking } from '../telling.ts';
import { md, prose, table } from '../text/markdown-text.ts';
import {
  changeHead,
  changeRows,
  changeTexts,
  howTexts,
  ruleHead,
  ruleRows,
  verdictText,
} from './sentences.ts';

/** What changed, as lines for a terminal: the verdict, who is compared, what surely changed. */
export function renderChangeText(change: Change, language: Language = english): string {
  const t = speaking(language);
  const rules = ruleRows(t, change).filter(([, before, after]) => before !== after);
  return [
    verdictText(t, change),
    ...howTexts(t, change),
    '',
    ...changeTexts(t, change),
    ...(rules.length > 0 ? [''] : []),
    ...rules.map(([title = '', before = '', after = '']) => t.say('change/rule', { title, before, after })),
    '',
  ].join('\n');
}

/** What changed, as Markdown: the same sentences, then every rule, gap and rate in a table. */
export function renderChangeMarkdown(change: Change, language: Language = english): string {
  const t = speaking(language);
  const rules = ruleRows(t, change).map((row) => row.map(md));
  const rows = changeRows(t, change).map((row) => row.map(md));
  return `${[
    `# ${t.say('change/title')}`,
    [verdictText(t, change), ...howTexts(t, change)].map(prose).join('\n\n'),
    changeTexts(t, change)
      .map((text) => `- ${prose(text)}`)
      .join('\n'),
    ...(rules.length > 0 ? [table(ruleHead(t), 9, rules)] : []),
    ...(rows.length > 0 ? [table(changeHead(t), 1, rows)] : []),
  ].join('\n\n')}\n`;
}
