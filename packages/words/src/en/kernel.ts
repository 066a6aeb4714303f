/** Errors of `@ombud/kernel`. */
export const kernel = {
  'OMBUD_E_IDENTIFIER/empty': 'The {$role} is empty. Give each one a name.',
  'OMBUD_E_IDENTIFIER/half-surrogate': 'The {$role} is not valid Unicode. Mend the text.',
  'OMBUD_E_IDENTIFIER/not-an-index':
    '"{$text}" is not the index of an entry. An index is a whole number from 0, such as 12.',
  'OMBUD_E_IDENTIFIER/too-long': 'The {$role} is longer than {$most :number} characters. Shorten it.',
  'OMBUD_E_INSTANT/form': '"{$text}" is not a date or time. Write it such as 2026-11-22T03:49:31Z.',
  'OMBUD_E_MONEY/amount':
    '"{$text}" is not an amount of {$currency}. Write digits, and at most {$digits} of them after the point.',
  'OMBUD_E_MONEY/currency': '"{$currency}" is not a currency. Write its three letters, such as EUR.',
  'OMBUD_E_MONEY/too-large': 'The amount {$text} is too large to be kept exactly.',
  'OMBUD_E_JSON/half-surrogate':
    '"{$path}" holds half of a surrogate pair, which is not valid Unicode: give plain JSON (text, finite numbers, true, false, null, lists, objects).',
  'OMBUD_E_JSON/not-finite':
    '"{$path}" is {$value}: give plain JSON (text, finite numbers, true, false, null, lists, objects).',
  'OMBUD_E_JSON/not-json':
    '"{$path}" is of type {$type}: give plain JSON (text, finite numbers, true, false, null, lists, objects).',
  'OMBUD_E_JSON/not-plain':
    '"{$path}" is not a plain object: give plain JSON (text, finite numbers, true, false, null, lists, objects).',
  'OMBUD_E_JSON/to-json':
    '"{$path}" has a toJSON method: give plain JSON (text, finite numbers, true, false, null, lists, objects).',
} as const;
