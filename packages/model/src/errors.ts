import { defineErrors } from '@ombud/kernel';

/** The errors of models. The sentences stand in `packages/words/src/en/model.ts`. */
export const modelErrors = defineErrors({
  OMBUD_E_MODEL_FORMAT: {
    kind: 'input',
    reasons: ['empty', 'newer', 'packed', 'pickle', 'too-large', 'ubj', 'unknown', 'xgboost-dump'],
  },
  OMBUD_E_MODEL_DAMAGED: {
    kind: 'input',
    reasons: [
      'child',
      'count',
      'cycle',
      'feature',
      'field',
      'not-finite',
      'not-json',
      'protobuf',
      'same-name',
      'too-deep',
      'too-large',
      'truncated',
    ],
  },
  OMBUD_E_MODEL_UNSUPPORTED: {
    kind: 'input',
    reasons: [
      'booster',
      'branch',
      'graph',
      'linear-trees',
      'objective',
      'operator',
      'stopped-early',
      'vector-leaves',
    ],
  },
  OMBUD_E_MODEL_COLUMNS: {
    kind: 'input',
    reasons: ['category', 'count', 'missing-column', 'missing-value', 'not-a-number'],
  },
  OMBUD_E_MODEL_SCORECARD: { kind: 'input', reasons: ['bin-order', 'no-bins', 'odds', 'two-kinds'] },
  OMBUD_E_MODEL_REMOTE: {
    kind: 'unavailable',
    reasons: ['no-answer', 'not-json', 'shape', 'status', 'too-large'],
  },
  OMBUD_E_MODEL_RUNTIME: { kind: 'unavailable', reasons: ['absent', 'failed', 'outputs'] },
});
