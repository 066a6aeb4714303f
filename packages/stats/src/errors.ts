import { defineErrors } from '@ombud/kernel';

/** The errors of the statistics: what was given cannot be computed with. */
export const statsErrors = defineErrors({
  OMBUD_E_STATS_COUNTS: {
    kind: 'input',
    reasons: [
      'cell',
      'effective-n',
      'expected-rate',
      'hypothesis-weight',
      'impossible',
      'limit',
      'not-whole-people',
      'quantile',
      'share',
      'value',
      'variance',
      'weight',
    ],
  },
  OMBUD_E_STATS_LEVEL: { kind: 'input', reasons: ['not-between-0-and-1'] },
  OMBUD_E_STATS_SHAPE: {
    kind: 'input',
    reasons: ['bins', 'counts-and-shares', 'not-square', 'p-values-and-weights', 'ragged-table', 'strata'],
  },
});
