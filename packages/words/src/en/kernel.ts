/** Errors of `@ombud/kernel`. */
export const kernel = {
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
