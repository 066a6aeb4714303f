export { decodeBase64, decodeUtf8, encodeBase64, encodeUtf8, equalBytes, isOmbudError } from '@ombud/kernel';
export { decodeBundle, encodeBundle, MAX_ENTRY_BYTES } from './verify/bundle.ts';
export {
  type Checkpoint,
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  sameCheckpoint,
  verifyGrowth,
} from './verify/checkpoint.ts';
export { cosignatureMessage, encodeCosignature, openCosignature } from './verify/cosignature.ts';
export { tlogErrors, type VerifyCode } from './verify/errors.ts';
export {
  formatVerifierKey,
  isKeyName,
  isStrongKey,
  type KeyType,
  keyId,
  makeVerifierKey,
  parseVerifierKey,
  type VerifierKey,
  verifyEd25519,
} from './verify/key.ts';
export {
  type ConsistencyClaim,
  emptyRoot,
  type InclusionClaim,
  leafHash,
  nodeHash,
  rootFromInclusion,
  verifyConsistency,
  verifyInclusion,
} from './verify/merkle.ts';
export {
  formatNote,
  formatSignatureLine,
  MAX_SIGNATURES,
  type Note,
  type NoteSignature,
  type OpenedNote,
  openNote,
  parseNote,
  type VerifiedSignature,
} from './verify/note.ts';
export { type PublishedReader, type TreeHasher, verifyPublished } from './verify/published.ts';
export {
  formatReceipt,
  parseReceipt,
  type Receipt,
  type ReceiptSubject,
  type VerifiedReceipt,
  verifyReceipt,
} from './verify/receipt.ts';
export {
  entriesPath,
  hashesAtLevel,
  newTiles,
  parseTilePath,
  requireTile,
  TILE_WIDTH,
  type TileAt,
  type TilePath,
  tileHash,
  tileNode,
  tilePath,
  tileWidth,
} from './verify/tile.ts';
export { requirePolicy, requireWitnesses, type WitnessPolicy } from './verify/witnesses.ts';
