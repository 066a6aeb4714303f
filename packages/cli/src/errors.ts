import { defineErrors } from '@ombud/kernel';

/** The errors of the command itself: flags, files to write, questions that were not answered. */
export const cliErrors = defineErrors({
  OMBUD_E_NO_SOURCE: { kind: 'not-found', reasons: ['no-example', 'not-named'] },
  OMBUD_E_MISSING_ROLE: { kind: 'input', reasons: ['no-decision', 'not-chosen'] },
  OMBUD_E_BAD_BINS: { kind: 'input', reasons: ['flag', 'no-group'] },
  OMBUD_E_BAD_CONFIG: {
    kind: 'input',
    reasons: [
      'favourable-flag',
      'format',
      'no-positive',
      'number-flag',
      'one-format',
      'population',
      'population-line',
      'population-text',
      'reference-flag',
      'several-formats',
    ],
  },
  OMBUD_E_BAD_POLICY: { kind: 'input', reasons: ['neither'] },
  OMBUD_E_BAD_EVIDENCE: { kind: 'input', reasons: ['not-json', 'unreadable'] },
  OMBUD_E_NO_INCIDENT: { kind: 'not-found', reasons: ['no-audit', 'no-incident'] },
  OMBUD_E_CANNOT_WRITE: {
    kind: 'input',
    reasons: ['exists', 'file', 'full', 'no-folder', 'not-allowed', 'other', 'part-is-file', 'read-only'],
  },
});
