import type { Counted, Param, Params } from '@ombud/kernel';
import { visible } from '@ombud/words';

const shownText = (text: string): string => visible(text, '');

function shownPart(part: string | Counted): string | Counted {
  return typeof part === 'string' ? shownText(part) : { ...part, value: shownText(part.value) };
}

function shown(value: Param): Param {
  if (typeof value === 'string') return shownText(value);
  return Array.isArray(value) ? (value.map(shownPart) as Param) : value;
}

/**
 * Parameters of a sentence that cannot act in a terminal, whatever came from outside. The sentence around them stays as it
 * is: its marks of direction are its own.
 */
export const visibleParams = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]));
