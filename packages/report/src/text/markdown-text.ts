import { visible } from '@ombud/words';

/** Escapes what Markdown or HTML reads, and what a forge would turn into a link or a mention. */
export function md(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+!|~$^]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** Sentences: only what a name could smuggle in is escaped, so that brackets and numbers read as written. */
export function prose(text: string): string {
  return md(text).replace(/\\([()+])/g, '$1');
}

/** A table; columns from `right` on hold numbers. */
export function table(head: readonly string[], right: number, rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index >= right ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
