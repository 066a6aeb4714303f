import { defineErrors } from '@ombud/kernel';

/** The errors of attributions. The sentences stand in `packages/words/src/en/attributions.ts`. */
export const attributionErrors = defineErrors({
  OMBUD_E_ATTRIBUTION: {
    kind: 'input',
    reasons: [
      'group-twice',
      'missing-value',
      'no-background',
      'no-column',
      'no-cover',
      'no-output',
      'row',
      'too-few-rounds',
      'too-large',
    ],
  },
});
