import { defineErrors } from './error.ts';

/** The errors of the kernel. */
export const kernelErrors = defineErrors({
  OMBUD_E_IDENTIFIER: { kind: 'input', reasons: ['empty', 'half-surrogate', 'not-an-index', 'too-long'] },
  OMBUD_E_INSTANT: { kind: 'input', reasons: ['form'] },
  OMBUD_E_MONEY: { kind: 'input', reasons: ['amount', 'currency', 'too-large'] },
  OMBUD_E_JSON: {
    kind: 'input',
    reasons: ['half-surrogate', 'not-finite', 'not-json', 'not-plain', 'to-json'],
  },
});
