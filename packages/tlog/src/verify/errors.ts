import { defineErrors } from '@ombud/kernel';

/**
 * Everything that the tree and the verifier refuse: `disproved` where something was shown to be wrong, `input` where the
 * caller gave something that cannot be used (a key, a policy).
 */
export const tlogErrors = defineErrors({
  OMBUD_E_VERIFY_RANGE: {
    kind: 'disproved',
    reasons: ['cosignature-time', 'no-entry', 'not-a-size', 'not-whole'],
  },
  OMBUD_E_VERIFY_EMPTY_TREE: { kind: 'disproved', reasons: ['consistency'] },
  OMBUD_E_VERIFY_HASH: { kind: 'disproved', reasons: ['length'] },
  OMBUD_E_VERIFY_PROOF: {
    kind: 'disproved',
    reasons: [
      'consistency-too-few',
      'consistency-too-many',
      'from-empty',
      'inclusion-too-few',
      'inclusion-too-many',
    ],
  },
  OMBUD_E_VERIFY_ROOT: { kind: 'disproved', reasons: ['consistency', 'empty', 'inclusion', 'published'] },
  OMBUD_E_VERIFY_KEY: {
    kind: 'input',
    reasons: [
      'form',
      'id',
      'length',
      'log-key-cosigns',
      'name',
      'no-signer',
      'private-form',
      'private-id',
      'same-id',
      'type',
      'witness-key-signs',
    ],
  },
  OMBUD_E_VERIFY_WEAK_KEY: { kind: 'input', reasons: ['weak'] },
  OMBUD_E_VERIFY_NOTE: {
    kind: 'disproved',
    reasons: [
      'last-line',
      'many-signatures',
      'no-blank-line',
      'not-plain-text',
      'signature-line',
      'text-to-sign',
      'too-long',
    ],
  },
  OMBUD_E_VERIFY_SIGNATURE: { kind: 'disproved', reasons: ['wrong'] },
  OMBUD_E_VERIFY_UNSIGNED: { kind: 'disproved', reasons: ['by-none', 'by-witnesses-alone', 'no-key-given'] },
  OMBUD_E_VERIFY_CHECKPOINT: { kind: 'disproved', reasons: ['empty-root', 'form', 'root', 'size'] },
  OMBUD_E_VERIFY_ORIGIN: { kind: 'disproved', reasons: ['other-key', 'two-logs'] },
  OMBUD_E_VERIFY_ROLLBACK: { kind: 'disproved', reasons: ['smaller'] },
  OMBUD_E_VERIFY_SPLIT: { kind: 'disproved', reasons: ['two-roots'] },
  OMBUD_E_VERIFY_RECEIPT: {
    kind: 'disproved',
    reasons: ['extra', 'form', 'hash-line', 'index-line', 'many-hashes'],
  },
  OMBUD_E_VERIFY_POLICY: { kind: 'input', reasons: ['itself', 'not-a-witness', 'threshold'] },
  OMBUD_E_VERIFY_WITNESSES: { kind: 'disproved', reasons: ['too-few'] },
  OMBUD_E_VERIFY_TILE: {
    kind: 'disproved',
    reasons: ['empty', 'hashes', 'index', 'last-too-short', 'length', 'level', 'path', 'too-short', 'width'],
  },
  OMBUD_E_LEDGER_EVIDENCE: {
    kind: 'disproved',
    reasons: ['form', 'no-known-key', 'not-json', 'not-json-object', 'signature'],
  },
  OMBUD_E_VERIFY_BUNDLE: {
    kind: 'disproved',
    reasons: ['count', 'cut-off', 'entry', 'entry-too-long', 'width'],
  },
});

/** A code of {@link tlogErrors}. */
export type VerifyCode = keyof typeof tlogErrors.declarations;
