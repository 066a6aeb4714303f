import { checkPublished } from '@ombud/ledger';
import { parseVerifierKey } from '@ombud/tlog';

/** A published log to be checked as a whole. */
export interface LogCheck {
  /** The folder or address of the published log. */
  readonly tree: string;
  /** Verifier keys of the log. */
  readonly keys: readonly string[];
}

/** What was checked. */
export interface CheckedLog {
  readonly origin: string;
  readonly size: number;
}

/**
 * Checks every tile and every entry of a published log against its signed checkpoint, with nothing of its operator's.
 * @throws OmbudError that names the first file or entry that is wrong or missing
 * @example const { size } = await checkLog({ tree: 'https://log.example.org', keys: [vkey] });
 */
export async function checkLog({ tree, keys }: LogCheck): Promise<CheckedLog> {
  const { checkpoint } = await checkPublished(tree, keys.map(parseVerifierKey));
  return { origin: checkpoint.origin, size: checkpoint.size };
}
