/** `@ombud/tlog/tree`: grows a log's tree, makes its proofs and signs its notes; for Node, with `node:crypto`. */
export {
  appendLeaves,
  appendTiles,
  type CompactRange,
  copyRange,
  emptyRange,
  fullTileRoot,
  type GrownTile,
  openRange,
  rangeRoot,
  rangeTiles,
} from './compact-range.ts';
export { fastHasher, hashLatin1, leafHashLatin1 } from './hasher.ts';
export { tileKey } from './nodes.ts';
export {
  consistencyProof,
  consistencyTiles,
  inclusionProof,
  inclusionTiles,
  rootAt,
  rootTiles,
  type TileSource,
} from './proof.ts';
export { cosign, generateKey, type KeyPair, parsePrivateKey, type Signer, signNote } from './sign-note.ts';
