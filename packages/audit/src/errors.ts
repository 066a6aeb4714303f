import { defineErrors } from '@ombud/kernel';

/** The errors of audits, policies and evidence. */
export const auditErrors = defineErrors({
  OMBUD_E_BAD_CONFIG: {
    kind: 'input',
    reasons: [
      'at-no-ledger',
      'depth',
      'level',
      'no-audit',
      'no-checkpoint',
      'people-no-ledger',
      'reference-no-group',
      'seed',
      'shadow-no-ledger',
    ],
  },
  OMBUD_E_NO_SUCH_VALUE: { kind: 'input', reasons: ['reference'] },
  OMBUD_E_BAD_POLICY: {
    kind: 'input',
    reasons: [
      'beyond-1',
      'limit',
      'no-audit',
      'no-group',
      'no-limit',
      'no-pack',
      'not-measured',
      'pack-judge',
      'ratio-of-0',
    ],
  },
  OMBUD_E_FAVOURABLE: { kind: 'input', reasons: ['not-declared'] },
  OMBUD_E_BAD_EVIDENCE: { kind: 'input', reasons: ['no-audit'] },
});
