import type { Result } from '@ombud/contract';

/** Characters that JSON may hold as they are but that act in a terminal or hide in an editor. */
const acts = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

/**
 * The result itself as JSON: keys in the result's order, two spaces, a final new line. Hidden characters are written
 * as `\uXXXX`, which every parser reads back as the same text.
 */
export function renderJson(result: Result): string {
  return `${JSON.stringify(result, null, 2).replace(acts, escapeUnits)}\n`;
}
