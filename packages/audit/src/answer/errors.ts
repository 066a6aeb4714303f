import { defineErrors } from '@ombud/kernel';

/** The errors of reading a result. */
export const resultErrors = defineErrors({
  OMBUD_E_BAD_RESULT: { kind: 'input', reasons: ['not-a-result'] },
});
