import { defineErrors } from './error.ts';

/** The errors of the kernel. */
export const kernelErrors = defineErrors({
  OMBUD_E_JSON: {
    kind: 'input',
    reasons: ['half-surrogate', 'not-finite', 'not-json', 'not-plain', 'to-json'],
  },
});
