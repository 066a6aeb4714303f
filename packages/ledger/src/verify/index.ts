export { decodeBundle, encodeBundle, MAX_ENTRY_BYTES } from './bundle.ts';
export { decodeBase64, decodeUtf8, encodeBase64, encodeUtf8, equalBytes } from './bytes.ts';
export {
  type Checkpoint,
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  sameCheckpoint,
  verifyGrowth,
} from './checkpoint.ts';
export { cosignatureMessage, encodeCosignature, openCosignature } from './cosignature.ts';
export { type VerifyCode, VerifyError, verifyErrors } from './error.ts';
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
} from './key.ts';
export {
  type ConsistencyClaim,
  emptyRoot,
  type InclusionClaim,
  leafHash,
  nodeHash,
  rootFromInclusion,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
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
} from './note.ts';
export { type PublishedReader, type TreeHasher, verifyPublished } from './published.ts';
export {
  formatReceipt,
  parseReceipt,
  type Receipt,
  type ReceiptSubject,
  type VerifiedReceipt,
  verifyReceipt,
} from './receipt.ts';
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
} from './tile.ts';
export { requirePolicy, requireWitnesses, type WitnessPolicy } from './witnesses.ts';
