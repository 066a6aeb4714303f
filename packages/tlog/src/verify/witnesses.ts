import { encodeBase64 } from '@ombud/kernel';
import { tlogErrors } from './errors.ts';
import type { VerifierKey } from './key.ts';
import type { VerifiedSignature } from './note.ts';

/** Which witnesses are trusted, and how many of them must have cosigned. */
export interface WitnessPolicy {
  readonly witnesses?: readonly VerifierKey[];
  /** How many different witnesses are needed; all of them where this is left out. */
  readonly threshold?: number;
}

/**
 * Refuses a policy that no checkpoint can meet, or whose witnesses are not witness keys or are the log itself.
 *
 * @throws OmbudError POLICY
 */
export function requirePolicy(policy: WitnessPolicy, logKeys: readonly VerifierKey[] = []): void {
  const witnesses = policy.witnesses ?? [];
  const other = witnesses.find(({ type }) => type !== 'cosignature');
  if (other !== undefined) {
    throw tlogErrors.error('OMBUD_E_VERIFY_POLICY', 'not-a-witness', { name: other.name });
  }
  const itself = witnesses.find((witness) => logKeys.some((key) => owner(key) === owner(witness)));
  if (itself !== undefined) {
    throw tlogErrors.error('OMBUD_E_VERIFY_POLICY', 'itself', { name: itself.name });
  }
  const threshold = thresholdOf(policy);
  const different = new Set(witnesses.map(owner)).size;
  if (!Number.isInteger(threshold) || threshold < 0 || threshold > different) {
    throw tlogErrors.error('OMBUD_E_VERIFY_POLICY', 'threshold', { threshold, witnesses: different });
  }
}

/**
 * The witnesses of the policy that have cosigned. Two names of one public key count once, for one witness stands
 * behind them.
 *
 * @throws OmbudError WITNESSES where they are fewer than the threshold
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
    throw tlogErrors.error('OMBUD_E_VERIFY_WITNESSES', 'too-few', { seen: seen.size, threshold });
  }
  return [...seen.values()];
}

function thresholdOf({ witnesses = [], threshold }: WitnessPolicy): number {
  return threshold ?? new Set(witnesses.map(owner)).size;
}

function owner(key: VerifierKey): string {
  return encodeBase64(key.publicKey);
}
