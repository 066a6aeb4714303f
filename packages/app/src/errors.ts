import { defineErrors } from '@ombud/kernel';

/** The errors of the use cases. Sentences: `packages/words/src/en/app.ts`. */
export const appErrors = defineErrors({
  OMBUD_E_BAD_CONFIG: {
    kind: 'input',
    reasons: ['no-such-format', 'one-format', 'several-formats', 'sign-needs-ledger', 'unknown-ending'],
  },
  OMBUD_E_BREAKER: {
    kind: 'conflict',
    reasons: ['busy', 'closed', 'no-proposal', 'not-closed', 'not-inside', 'old-version', 'rule-broken'],
  },
  OMBUD_E_BAD_EVIDENCE: {
    kind: 'input',
    reasons: ['envelope', 'no-ledger', 'unreadable'],
  },
  OMBUD_E_CANNOT_WRITE: {
    kind: 'input',
    reasons: ['exists', 'folder', 'full', 'is-file', 'not-allowed', 'other', 'part-is-file', 'read-only'],
  },
  OMBUD_E_NO_INCIDENT: { kind: 'not-found', reasons: ['audit', 'incident'] },
  OMBUD_E_DEPLOYMENT_FILES: { kind: 'not-found', reasons: ['cannot-read', 'none'] },
  OMBUD_E_EXPLAIN_MODEL: { kind: 'disproved', reasons: ['another', 'not-named'] },
  OMBUD_E_EXPLAIN_USAGE: {
    kind: 'input',
    reasons: [
      'bad-row',
      'cutoff-beyond',
      'entry-needs-ledger',
      'group-needs-table',
      'ledger-needs-entry',
      'no-cutoff',
      'no-model',
      'no-output',
      'no-recourse-rules',
      'no-rows',
      'no-such-column',
      'no-such-decision',
      'no-such-protected',
      'no-such-row',
      'not-one-row',
      'plan-untellable',
      'remote-needs-inputs',
      'which-row',
    ],
  },
  OMBUD_E_RELEASES: {
    kind: 'input',
    reasons: ['backwards', 'damaged', 'no-file', 'other-bins', 'other-decision', 'other-time', 'unreadable'],
  },
  OMBUD_E_CONNECTION: { kind: 'input', reasons: ['not-confirmed', 'untrusted-keys'] },
  OMBUD_E_LEDGER_INPUT: {
    kind: 'input',
    reasons: ['cannot-export', 'no-rows', 'not-a-payload', 'rows-refused'],
  },
  OMBUD_E_LEDGER_NOBODY: { kind: 'not-found', reasons: ['no-payload'] },
  OMBUD_E_LEDGER_USAGE: {
    kind: 'input',
    reasons: [
      'export-format',
      'no-entry',
      'no-key',
      'no-tree-for-audit',
      'no-tree-for-growth',
      'not-loopback',
      'whom-to-erase',
    ],
  },
  OMBUD_E_LEDGER_WITNESS: { kind: 'unavailable', reasons: ['cannot-listen'] },
  OMBUD_E_SAME_PERSON: { kind: 'forbidden', reasons: ['closing', 'declared', 'rule'] },
  OMBUD_E_STATE: { kind: 'input', reasons: ['newer', 'no-migration'] },
  OMBUD_E_STATE_USE: { kind: 'fault', reasons: ['changes-while-reading', 'name-taken'] },
  OMBUD_E_SYSTEM: { kind: 'not-found', reasons: ['no-version', 'not-declared'] },
  OMBUD_E_SYSTEM_STATE: { kind: 'conflict', reasons: ['approved-already', 'retired', 'same-declaration'] },
  OMBUD_E_VERIFY_NOT_COUNTED: {
    kind: 'disproved',
    reasons: [
      'erased',
      'not-covered',
      'other-kind',
      'other-system',
      'other-time',
      'recorded-later',
      'unreadable',
    ],
  },
  OMBUD_E_VERIFY_PAYLOAD: { kind: 'disproved', reasons: ['not-recorded'] },
  OMBUD_E_VERIFY_REPORT: { kind: 'disproved', reasons: ['differs', 'no-report'] },
});
