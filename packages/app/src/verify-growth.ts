import { verifyPublishedGrowth } from '@ombud/ledger';
import { type Checkpoint, openCheckpoint, parseCheckpoint, parseNote, parseVerifierKey } from '@ombud/tlog';
import { appErrors } from './errors.ts';

/** Two checkpoints of one log, in any order. */
export interface GrowthCheck {
  /** Signed notes, as they were published. */
  readonly checkpoints: readonly [string, string];
  /** Verifier keys of the log. Without them nobody's signature is checked. */
  readonly keys: readonly string[];
  /** The folder or address of the published log. */
  readonly tree?: string;
}

/** What was shown of the two. */
export interface CheckedGrowth {
  readonly origin: string;
  readonly from: number;
  readonly to: number;
  /** False where no key was given: then the log may be anybody's, and nothing is verified. */
  readonly signed: boolean;
}

/**
 * Checks that the later checkpoint continues the earlier one.
 * @throws OmbudError `OMBUD_E_VERIFY_...` where it does not, `OMBUD_E_LEDGER_USAGE` where the tree is needed and not given
 */
export async function checkGrowth({ checkpoints, keys, tree }: GrowthCheck): Promise<CheckedGrowth> {
  const known = keys.map(parseVerifierKey);
  const open = (note: string): Checkpoint =>
    known.length === 0 ? parseCheckpoint(parseNote(note).text) : openCheckpoint(note, known).checkpoint;
  const [first, second] = [open(checkpoints[0]), open(checkpoints[1])];
  const [older, newer] = first.size <= second.size ? [first, second] : [second, first];
  if (tree === undefined && older.size > 0 && older.size < newer.size)
    throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'no-tree-for-growth');
  await verifyPublishedGrowth(older, newer, tree ?? '.');
  return { origin: newer.origin, from: older.size, to: newer.size, signed: known.length > 0 };
}
