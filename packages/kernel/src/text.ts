/** What a source answered, as text; `null` where it holds nothing. */
export const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** The order of texts by the codes of their letters: the same on every machine. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Making it takes milliseconds, so it is made when it is first needed. */
let collator: Intl.Collator | undefined;

/** Letters of one case alone stand in the order of their codes, as they do in a dictionary. */
const oneCase = /^(?:[a-z]+,[a-z]+|[A-Z]+,[A-Z]+)$/;

/**
 * The order of texts for a reader: numbers inside the text count as numbers, so that "9-12" comes before "10-12". Texts that a
 * dictionary does not tell apart stand in the order of their codes.
 */
export function textOrder(a: string, b: string): number {
  if (a === b) return 0;
  if (oneCase.test(`${a},${b}`)) return byCode(a, b);
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || byCode(a, b);
}
