import { defineErrors } from '@ombud/kernel';

/** The errors of explanations: what was declared of recourse or reasons does not fit, or the model cannot be asked so. */
export const explainErrors = defineErrors({
  OMBUD_E_RECOURSE_RULES: {
    kind: 'input',
    reasons: [
      'no-such-column',
      'empty-range',
      'not-finite',
      'bad-cost',
      'bad-step',
      'no-such-category',
      'no-categories',
      'not-a-number-column',
      'follows-itself',
      'moved-twice',
      'follower-of-follower',
      'bad-ratio',
      'no-lever',
      'time-is-a-column',
    ],
  },
  OMBUD_E_EXPLAIN_CUTOFF: { kind: 'input', reasons: ['never-reached'] },
  OMBUD_E_EXPLAIN_ROW: { kind: 'input', reasons: ['wrong-length', 'linear-missing'] },
  OMBUD_E_REASONS: {
    kind: 'input',
    reasons: ['no-text', 'no-such-column', 'bad-most', 'hidden-in-others'],
  },
});
