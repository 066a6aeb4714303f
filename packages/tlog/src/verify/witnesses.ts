import { encodeBase64 } from '@ombud/kernel';
import { VerifyError } from './error.ts';
import type { VerifierKey } from './key.ts';
import type { VerifiedSignature } from './note.ts';

/** Which witnesses are trusted, and how many of them must have cosigned. */
export type WitnessPolicy = {
  readonly witnesses?: readonly VerifierKey[];
  /** How many different witnesses are needed; all of them where this is left out. */
  readonly threshold?: number;
};

/**
 * Refuses a policy that no checkpoint can meet, or whose witnesses are not witness keys or are the log itself.
 *
 * @throws VerifyError POLICY
 */
export function requirePolicy(policy: WitnessPolicy, logKeys: readonly VerifierKey[] = []): void {
  const witnesses = policy.witnesses ?? [];
  const other = witnesses.find(({ type }) => type !== 'cosignature');
  if (other !== undefined) {
    throw policyError(`${other.name} is not a witness key: a witness key is of type 4 (cosignature).`);
  }
  const itself = witnesses.find((witness) => logKeys.some((key) => owner(key) === owner(witness)));
  if (itself !== undefined) {
    throw policyError(
      `${itself.name} has the public key of the log itself; a log cannot be its own witness.`,
    );
  }
  const threshold = thresholdOf(policy);
  const different = new Set(witnesses.map(owner)).size;
  if (!Number.isInteger(threshold) || threshold < 0 || threshold > different) {
    throw policyError(
      `The threshold ${threshold} must be a whole number from 0 to ${different}, the number of witnesses.`,
    );
  }
}

/**
 * The witnesses of the policy that have cosigned. Two names of one public key count once, for one witness stands
 * behind them.
 *
 * @throws VerifyError WITNESSES where they are fewer than the threshold
 */
export function requireWitnesses(
  signatures: readonly VerifiedSignature[],
  policy: WitnessPolicy,
): { name: string; time: number }[] {
  const trusted = new Set((policy.witnesses ?? []).map(owner));
  const seen = new Map<string, { name: string; time: number }>();
  for (const { key, time } of signatures) {
    if (time !== null && trusted.has(owner(key)) && !seen.has(owner(key))) {
      seen.set(owner(key), { name: key.name, time });
    }
  }
  const threshold = thresholdOf(policy);
  if (seen.size < threshold) {
    throw new VerifyError(
      'OMBUD_E_VERIFY_WITNESSES',
      `${seen.size} of the needed ${threshold} witnesses have cosigned this checkpoint.`,
    );
  }
  return [...seen.values()];
}

function thresholdOf({ witnesses = [], threshold }: WitnessPolicy): number {
  return threshold ?? new Set(witnesses.map(owner)).size;
}

function owner(key: VerifierKey): string {
  return encodeBase64(key.publicKey);
}

function policyError(message: string): VerifyError {
  return new VerifyError('OMBUD_E_VERIFY_POLICY', message);
}
