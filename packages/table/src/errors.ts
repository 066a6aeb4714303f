import { defineErrors } from '@ombud/kernel';

/** The errors of sources, engines and roles. */
export const tableErrors = defineErrors({
  OMBUD_E_NO_SOURCE: { kind: 'not-found', reasons: ['empty-folder', 'no-file', 'no-system'] },
  OMBUD_E_SOURCE_FORMAT: { kind: 'input', reasons: ['mixed', 'unknown'] },
  OMBUD_E_UNREADABLE: {
    kind: 'input',
    reasons: [
      'cut-short',
      'failed',
      'json',
      'line',
      'line-ends',
      'line-ends-cr',
      'not-text',
      'other-columns',
      'parquet',
      'same-but-for-case',
    ],
  },
  OMBUD_E_RAGGED_LINE: { kind: 'input', reasons: ['columns', 'quote', 'row'] },
  OMBUD_E_ENCODING: { kind: 'input', reasons: ['not-utf-8', 'not-utf-8-line', 'unknown'] },
  OMBUD_E_NO_ROWS: {
    kind: 'input',
    reasons: [
      'empty-file',
      'no-decision',
      'no-people',
      'no-rows',
      'no-shadow',
      'no-value',
      'only-people',
      'only-shadow',
    ],
  },
  OMBUD_E_UNKNOWN_COLUMN: { kind: 'input', reasons: ['no-column'] },
  OMBUD_E_MISSING_ROLE: { kind: 'input', reasons: ['not-named'] },
  OMBUD_E_ROLE_CONFLICT: { kind: 'input', reasons: ['counts', 'memory', 'two-roles'] },
  OMBUD_E_NOT_BINARY: { kind: 'input', reasons: ['many', 'no-number', 'not-plain'] },
  OMBUD_E_NOT_A_NUMBER: { kind: 'input', reasons: ['no-number', 'too-large'] },
  OMBUD_E_NO_SUCH_VALUE: { kind: 'input', reasons: ['no-value'] },
  OMBUD_E_ONE_GROUP: { kind: 'input', reasons: ['no-value', 'one-group'] },
  OMBUD_E_TOO_MANY_GROUPS: { kind: 'input', reasons: ['cells', 'decision-values', 'values'] },
  OMBUD_E_BAD_COUNT: { kind: 'input', reasons: ['negative', 'not-number', 'not-whole', 'too-large'] },
  OMBUD_E_BAD_WEIGHT: { kind: 'input', reasons: ['negative', 'not-number', 'too-large', 'too-small'] },
  OMBUD_E_BAD_WINDOW: { kind: 'input', reasons: ['empty', 'no-time', 'nobody', 'within-second'] },
  OMBUD_E_BAD_BINS: { kind: 'input', reasons: ['not-increasing'] },
  OMBUD_E_DATABASE: {
    kind: 'unavailable',
    reasons: ['failed', 'lost', 'not-trino', 'refused', 'unreachable', 'untrusted', 'worker-lost'],
  },
  OMBUD_E_DATABASE_LOCATION: {
    kind: 'input',
    reasons: ['malformed', 'needs-tls', 'no-table', 'not-here', 'password', 'setting', 'unknown-table'],
  },
  OMBUD_E_ENGINE: { kind: 'fault', reasons: ['failed'] },
});
