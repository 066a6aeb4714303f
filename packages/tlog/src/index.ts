/**
 * `@ombud/tlog`: checks what a transparency log says (C2SP tlog-tiles, signed notes, receipts). It runs in a browser: it
 * touches no file, network or clock. Making trees and signatures is `@ombud/tlog/tree`.
 */
export { isOmbudError } from '@ombud/kernel';
export { decodeBundle, encodeBundle } from './verify/bundle.ts';
export {
  type Checkpoint,
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  verifyGrowth,
} from './verify/checkpoint.ts';
export { tlogErrors, type VerifyCode } from './verify/errors.ts';
export {
  type Envelope,
  envelopePayloadType,
  preAuthentication,
  verifyEvidence,
} from './verify/evidence.ts';
export {
  formatReceipt,
  parseReceipt,
  type Receipt,
  type ReceiptSubject,
  type VerifiedReceipt,
  verifyReceipt,
} from './verify/inclusion-receipt.ts';
export {
  formatVerifierKey,
  isKeyName,
  type KeyType,
  parseVerifierKey,
  type VerifierKey,
  verifyEd25519,
} from './verify/key.ts';
export {
  type ConsistencyClaim,
  emptyRoot,
  type InclusionClaim,
  leafHash,
  verifyConsistency,
  verifyInclusion,
} from './verify/merkle.ts';
export {
  formatNote,
  type Note,
  type NoteSignature,
  type OpenedNote,
  openNote,
  parseNote,
  type VerifiedSignature,
} from './verify/note.ts';
export { type PublishedReader, type TreeHasher, verifyPublished } from './verify/published-tree.ts';
export {
  entriesPath,
  fullTile,
  newTiles,
  parseTilePath,
  type TileAt,
  tileHash,
  tilePath,
  tileWidth,
} from './verify/tile.ts';
export { requireWitnesses, type WitnessPolicy } from './verify/witnesses.ts';
