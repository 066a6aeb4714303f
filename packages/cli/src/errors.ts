import { defineErrors } from '@ombud/kernel';

/** What can be wrong with the command line itself. Sentences: `packages/words/src/en/cli.ts`. */
export const cliErrors = defineErrors({
  OMBUD_E_BAD_BINS: { kind: 'input', reasons: ['bins-flag', 'bins-of-nothing'] },
  OMBUD_E_BAD_CONFIG: {
    kind: 'input',
    reasons: [
      'against-itself',
      'empty-value',
      'favourable-flag',
      'flag-alone',
      'flags-apart',
      'no-language',
      'period-flag',
      'not-a-number',
      'population-empty',
      'population-line',
      'population-unreadable',
      'reference-flag',
      'sign-no-baseline',
      'verify-evidence',
      'verify-growth',
      'verify-log',
      'verify-page',
      'verify-receipt',
    ],
  },
  OMBUD_E_BAD_POLICY: { kind: 'input', reasons: ['neither-pack-nor-file'] },
  OMBUD_E_CANNOT_WRITE: { kind: 'input', reasons: ['source'] },
  OMBUD_E_EXPLAIN_FLAGS: {
    kind: 'input',
    reasons: ['not-whole', 'one-person', 'protocol', 'several-formats', 'where'],
  },
  OMBUD_E_LEDGER_INDEX: { kind: 'input', reasons: ['not-an-index'] },
  OMBUD_E_LEDGER_INPUT: { kind: 'input', reasons: ['cannot-read'] },
  OMBUD_E_LEDGER_USAGE: {
    kind: 'input',
    reasons: [
      'not-a-port',
      'not-an-age',
      'not-a-shell',
      'nothing-to-verify',
      'one-checkpoint',
      'role-not-named',
      'which-decision',
    ],
  },
  OMBUD_E_MISSING_ROLE: { kind: 'input', reasons: ['not-chosen', 'nothing-like-a-decision'] },
  OMBUD_E_NO_SOURCE: { kind: 'not-found', reasons: ['no-example', 'none-named'] },
  OMBUD_E_STOPPED: { kind: 'unavailable', reasons: ['signal'] },
});
