/** A whole published log, checked with nothing of its operator's but the key. */
import { decodeUtf8 } from '@ombud/kernel';
import { type Checkpoint, openCheckpoint, type VerifierKey, verifyPublished } from '@ombud/tlog';
import { fastHasher } from '@ombud/tlog/tree';
import { ledgerErrors } from './errors.ts';
import { missingFile, readPublishedFile } from './published-files.ts';

/** A published log, as its checkpoint says. */
export interface PublishedHead {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/**
 * The checkpoint of a published log, its signature verified.
 *
 * @param tree folder or http(s) address of the published tree
 * @throws OmbudError where it is missing, cannot be read or is not signed by one of the keys
 */
export async function readPublishedCheckpoint(
  tree: string,
  keys: readonly VerifierKey[],
): Promise<PublishedHead> {
  const bytes = await readPublishedFile(tree, 'checkpoint');
  if (bytes === null) throw missingFile(tree, 'checkpoint');
  const note = decodeUtf8(bytes);
  if (note === null)
    throw ledgerErrors.error('OMBUD_E_LEDGER_INPUT', 'published-unreadable', {
      file: `${tree}/checkpoint`,
      detail: 'UTF-8',
    });
  return { note, checkpoint: openCheckpoint(note, keys).checkpoint };
}

/**
 * Checks every tile and every entry of a published log against its signed checkpoint.
 *
 * @param tree folder or http(s) address of the published tree
 * @throws OmbudError that names the first file or entry that is wrong or missing
 * @example const { checkpoint } = await checkPublished('https://log.example.org', [parseVerifierKey(vkey)]);
 */
export async function checkPublished(tree: string, keys: readonly VerifierKey[]): Promise<PublishedHead> {
  const head = await readPublishedCheckpoint(tree, keys);
  await verifyPublished(
    head.checkpoint,
    async (path) => {
      const bytes = await readPublishedFile(tree, path);
      if (bytes === null) throw missingFile(tree, path);
      return bytes;
    },
    fastHasher,
  );
  return head;
}
