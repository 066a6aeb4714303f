export {
  appendLeaves,
  copyEdge,
  edgeRoot,
  edgeTiles,
  emptyEdge,
  type GrownTile,
  openEdge,
  type TreeEdge,
} from './grow.ts';
export {
  fastLeafHash,
  fastNodeHash,
  hashBytes,
  hashLatin1,
  leafHashLatin1,
  nodeHashLatin1,
  tileNodeLatin1,
} from './hasher.ts';
export {
  consistencyNodes,
  inclusionNodes,
  type NodeAt,
  type NodeGroup,
  type NodePlace,
  placeOf,
  rootNodes,
  tileKey,
  tilesOf,
} from './nodes.ts';
export {
  consistencyProof,
  consistencyTiles,
  inclusionProof,
  inclusionTiles,
  rootAt,
  rootTiles,
  type TileSource,
} from './proof.ts';
export { cosign, generateKey, type KeyPair, parsePrivateKey, type Signer, signNote } from './sign.ts';
