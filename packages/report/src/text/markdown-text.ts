import { visible, visibleSentence } from '@ombud/words';

/** Escapes what Markdown or HTML reads, and what a forge would turn into a link or a mention. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~$^]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** Text of the data: a name, a column, a place. */
export const md = (text: string): string => escaped(visible(text));

/** Words of ours in a heading or a cell, with names in them. */
export const worded = (text: string): string => escaped(visibleSentence(text));

/** Sentences: only what a name could smuggle in is escaped, so that brackets and numbers read as written. */
export function prose(text: string): string {
  return worded(text).replace(/\\([()+])/g, '$1');
}

/** A table; columns from `right` on hold numbers. */
export function table(head: readonly string[], right: number, rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index >= right ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
