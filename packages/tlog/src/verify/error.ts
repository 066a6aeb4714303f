/**
 * Everything the verifier can refuse, and the exit code a command gives for it: 1 where something was shown to
 * be wrong, 2 where the caller handed over something unusable (a key, a policy).
 */
export const verifyErrors = {
  OMBUD_E_VERIFY_RANGE: { exitCode: 1, title: 'An index or size is outside the tree.' },
  OMBUD_E_VERIFY_EMPTY_TREE: { exitCode: 1, title: 'An empty tree has no proofs.' },
  OMBUD_E_VERIFY_HASH: { exitCode: 1, title: 'A hash is not 32 bytes long.' },
  OMBUD_E_VERIFY_PROOF: { exitCode: 1, title: 'A proof has the wrong number of hashes.' },
  OMBUD_E_VERIFY_ROOT: { exitCode: 1, title: 'A proof does not lead to the signed root.' },
  OMBUD_E_VERIFY_KEY: { exitCode: 2, title: 'A verifier key cannot be read.' },
  OMBUD_E_VERIFY_WEAK_KEY: { exitCode: 2, title: 'A public key is one whose signatures prove nothing.' },
  OMBUD_E_VERIFY_NOTE: { exitCode: 1, title: 'A signed note cannot be read.' },
  OMBUD_E_VERIFY_SIGNATURE: { exitCode: 1, title: 'A signature of a known key is wrong.' },
  OMBUD_E_VERIFY_UNSIGNED: { exitCode: 1, title: 'No known key has signed.' },
  OMBUD_E_VERIFY_CHECKPOINT: { exitCode: 1, title: 'A checkpoint cannot be read.' },
  OMBUD_E_VERIFY_ORIGIN: { exitCode: 1, title: 'A checkpoint is of another log.' },
  OMBUD_E_VERIFY_ROLLBACK: { exitCode: 1, title: 'The later checkpoint is smaller than the earlier one.' },
  OMBUD_E_VERIFY_SPLIT: { exitCode: 1, title: 'Two checkpoints of one size have different roots.' },
  OMBUD_E_VERIFY_RECEIPT: { exitCode: 1, title: 'A receipt cannot be read.' },
  OMBUD_E_VERIFY_POLICY: { exitCode: 2, title: 'A witness policy cannot be met by anybody.' },
  OMBUD_E_VERIFY_WITNESSES: { exitCode: 1, title: 'Too few witnesses have cosigned.' },
  OMBUD_E_VERIFY_TILE: { exitCode: 1, title: 'A tile or its path is malformed, or its hashes are wrong.' },
  OMBUD_E_VERIFY_BUNDLE: { exitCode: 1, title: 'An entry bundle is malformed, or its entries are wrong.' },
} as const;

/** The closed union of codes that a {@link VerifyError} carries. */
export type VerifyCode = keyof typeof verifyErrors;

/** Thrown by every function of the verifier; `message` is one sentence for people. */
export class VerifyError extends Error {
  readonly code: VerifyCode;
  readonly exitCode: 1 | 2;

  constructor(code: VerifyCode, message: string) {
    super(message);
    this.name = 'VerifyError';
    this.code = code;
    this.exitCode = verifyErrors[code].exitCode;
  }
}
