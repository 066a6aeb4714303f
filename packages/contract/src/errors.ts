import { defineErrors } from '@ombud/kernel';

/** What can be wrong with a file that declares something. */
const reasons = [
  'list-too-short',
  'missing-key',
  'no-keys',
  'not-a-choice',
  'not-yaml',
  'too-large',
  'too-many-aliases',
  'too-small',
  'unfit',
  'unknown-key',
  'unknown-key-in',
  'unreadable',
  'wrong-type',
] as const;

/** The errors of declarations and policy files. */
export const contractErrors = defineErrors({
  OMBUD_E_BAD_CONFIG: { kind: 'input', reasons },
  OMBUD_E_BAD_POLICY: { kind: 'input', reasons: [...reasons, 'no-policy'] },
});
